//! What several tests need: the cases of `test-data/cases` and a run of the program on one.
#![allow(dead_code, reason = "each test uses a part")]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The program, without the variables of the caller that change a report.
pub fn sarcolens() -> Command {
    let mut command = Command::cargo_bin("sarcolens").unwrap();
    command.env_remove("SOURCE_DATE_EPOCH");
    command
}

/// Every folder of `test-data/cases`, by name.
pub fn cases() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir("test-data/cases")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(folders.len() >= 10, "the cases are missing");
    folders
}

/// A finished run: the folder with the report set, what was said, the report.
pub struct Run {
    pub folder: TempDir,
    pub stderr: String,
    pub report: Value,
}

impl Run {
    /// The file that ends in `suffix`, as text.
    pub fn text(&self, suffix: &str) -> String {
        let path = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|path| path.to_string_lossy().ends_with(suffix))
            .unwrap_or_else(|| panic!("no file ends in {suffix}"));
        fs::read_to_string(path).unwrap()
    }

    /// Every file of the set, one after the other.
    pub fn all_texts(&self) -> String {
        [".json", ".html", ".tsv", ".md"]
            .iter()
            .map(|suffix| self.text(suffix))
            .collect()
    }

    /// Codes of the report's reasons.
    pub fn codes(&self) -> Vec<String> {
        let reasons = self.report["reasons"].as_array().unwrap();
        let mut codes: Vec<String> = reasons
            .iter()
            .map(|reason| reason["code"].as_str().unwrap().to_owned())
            .collect();
        codes.dedup();
        codes
    }

    /// The finding of that label.
    pub fn finding(&self, label: &str) -> &Value {
        let findings = self.report["findings"].as_array().unwrap();
        findings
            .iter()
            .find(|finding| finding["label"] == label)
            .unwrap_or_else(|| panic!("no finding {label}"))
    }
}

/// Runs the case in `folder` with more arguments, from inside that folder.
pub fn run_case(folder: &Path, more: &[&str]) -> Run {
    let out = tempfile::tempdir().unwrap();
    let mut command = sarcolens();
    command
        .current_dir(folder)
        .args(["interpret", "--case", "case.toml", "-f", "json,html,tsv,md"])
        .arg("--outdir")
        .arg(out.path())
        .args(more);
    if folder.join("assay.toml").exists() {
        command.args(["--assay", "assay.toml"]);
    }
    let output = command.output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{}: {stderr}", folder.display());
    let json = fs::read_dir(out.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .unwrap();
    let report = serde_json::from_slice(&fs::read(json).unwrap()).unwrap();
    Run {
        stderr: stderr.replace(&out.path().to_string_lossy().into_owned(), "OUT"),
        folder: out,
        report,
    }
}

/// The case of that name.
pub fn case(slug: &str) -> Run {
    run_case(&Path::new("test-data/cases").join(slug), &[])
}

/// A case made for a test: `case.toml`, perhaps `assay.toml`, and files that `case.toml` lists.
pub fn made(case: &str, assay: Option<&str>, files: &[(&str, &str)]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let mut names = Vec::new();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
        names.push(format!("\"{name}\""));
    }
    let case = format!("{case}\n[inputs]\nfiles = [{}]\n", names.join(", "));
    fs::write(folder.path().join("case.toml"), case).unwrap();
    if let Some(assay) = assay {
        fs::write(folder.path().join("assay.toml"), assay).unwrap();
    }
    run_case(folder.path(), &[])
}
