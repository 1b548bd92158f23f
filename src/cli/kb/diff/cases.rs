//! Which reports change with the knowledge base.

use crate::genome::Genome;
use crate::kb::KnowledgeBase;
use crate::pipeline::{self, Failure, InputSpec, Request, Silent};
use crate::read;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// A case whose report changes.
#[derive(Clone, Debug, Serialize)]
pub(super) struct CaseChange {
    /// Name of its folder.
    case: String,
    /// Part of the report, then how it was and how it is.
    parts: BTreeMap<&'static str, (String, String)>,
}

impl fmt::Display for CaseChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "- {}", self.case)?;
        for (part, (old, new)) in &self.parts {
            write!(f, "\n    {part}: {old} -> {new}")?;
        }
        Ok(())
    }
}

/// Runs every case of `folder` with both versions.
///
/// # Errors
/// Where the folder or a case cannot be read.
pub(super) fn changed(
    folder: &Path,
    old: &KnowledgeBase,
    new: &KnowledgeBase,
) -> Result<Vec<CaseChange>, Failure> {
    let mut changes = Vec::new();
    for case in case_folders(folder)? {
        let before = report(&case, old)?;
        let after = report(&case, new)?;
        if before == after {
            continue;
        }
        let (before, after) = (parts(&before), parts(&after));
        let mut changed: BTreeMap<&'static str, (String, String)> = before
            .into_iter()
            .zip(after)
            .filter(|((_, old), (_, new))| old != new)
            .map(|((part, old), (_, new))| (part, (old, new)))
            .collect();
        if changed.is_empty() {
            let text = || "other wording or evidence".to_owned();
            changed.insert("text", ("as before".to_owned(), text()));
        }
        let name = case
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        changes.push(CaseChange {
            case: name.unwrap_or_default(),
            parts: changed,
        });
    }
    Ok(changes)
}

fn case_folders(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unread = |error: std::io::Error| {
        Failure::usage(
            format!("{}: cannot be read: {error}", folder.display()),
            "a folder with one folder for each case, such as test-data/cases",
        )
    };
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path.join("case.toml").is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

/// The report of one case without the knowledge base's own version.
fn report(folder: &Path, knowledge: &KnowledgeBase) -> Result<Value, Failure> {
    let case = read::read_case(&folder.join("case.toml").to_string_lossy())?;
    let assay = folder.join("assay.toml");
    let assay = if assay.is_file() {
        Some(read::read_assay(&assay.to_string_lossy())?)
    } else {
        None
    };
    let files = case
        .inputs
        .iter()
        .map(|path| InputSpec {
            path: path.to_string_lossy().into_owned(),
            format: None,
        })
        .collect();
    let request = Request {
        config: read::ConfigFile::default(),
        files,
        case,
        assay,
        knowledge,
        genome: Genome::embedded(),
        assembly: None,
        tumor_sample: None,
        normal_sample: None,
        report_date: None,
    };
    let report = pipeline::run(request, 0, &Silent)?;
    let mut value =
        serde_json::to_value(&report).map_err(|error| Failure::Internal(error.to_string()))?;
    if let Some(tool) = value.get_mut("tool").and_then(Value::as_object_mut) {
        tool.remove("knowledge_base");
    }
    Ok(value)
}

/// The parts of a report that a reader looks at first, in short.
fn parts(report: &Value) -> [(&'static str, String); 6] {
    let at = |pointer: &str| report.pointer(pointer).cloned().unwrap_or(Value::Null);
    let list = |pointer: &str, key: &str| -> String {
        let items = report.pointer(pointer).and_then(Value::as_array);
        let texts: Vec<&str> = items
            .into_iter()
            .flatten()
            .filter_map(|item| item.get(key).and_then(Value::as_str))
            .collect();
        texts.join(", ")
    };
    let text = |value: Value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    [
        ("overall", text(at("/overall/state"))),
        ("relation", text(at("/diagnosis/relation"))),
        ("differential", list("/diagnosis/differential", "entity")),
        ("findings", list("/findings", "label")),
        ("therapy", text(at("/therapy/state"))),
        ("reasons", list("/reasons", "code")),
    ]
}
