//! `sarcolens kb diff`

mod cases;

use super::json;
use crate::cli::output::print;
use crate::kb::{self, Change, EntryKind, KnowledgeBase};
use crate::pipeline::Failure;
use clap::Args;
use std::path::{Path, PathBuf};

/// Compare two versions: what was added, revised, removed, and which cases change
///
/// Prints the lines of a changelog. `embedded` names the knowledge base that the program carries.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// Folder of the older version, or `embedded`
    old: PathBuf,
    /// Folder of the newer version, or `embedded`
    new: PathBuf,
    /// A folder of cases, each a folder with case.toml and perhaps assay.toml, to run with both
    /// versions; says whose report changes and in what
    #[arg(long, value_name = "DIR")]
    cases: Option<PathBuf>,
    /// Tell of genes and citations too
    #[arg(long)]
    all: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(serde::Serialize)]
struct Differences<'a> {
    old: &'a kb::KnowledgeBaseDigest,
    new: &'a kb::KnowledgeBaseDigest,
    changes: &'a [Change],
    cases: &'a [cases::CaseChange],
}

impl Diff {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let (old, new) = (load(&self.old)?, load(&self.new)?);
        let changes: Vec<Change> = kb::diff(&old, &new)
            .into_iter()
            .filter(|change| match change.entry().kind {
                EntryKind::Gene | EntryKind::Citation => self.all,
                EntryKind::Entity
                | EntryKind::Diagnostic
                | EntryKind::Expected
                | EntryKind::Prognostic
                | EntryKind::Orthogonal
                | EntryKind::Therapeutic
                | EntryKind::Germline
                | EntryKind::Artefact
                | EntryKind::Exception
                | EntryKind::Exclusive => true,
            })
            .collect();
        let cases = match &self.cases {
            Some(folder) => cases::changed(folder, &old, &new)?,
            None => Vec::new(),
        };
        let (old, new) = (old.version.digest(), new.version.digest());
        if self.json {
            let differences = Differences {
                old: &old,
                new: &new,
                changes: &changes,
                cases: &cases,
            };
            return Ok(print(&json(&differences)?)?);
        }
        let mut text = format!("{old} -> {new}\n");
        for change in &changes {
            text.push_str(&format!("{change}\n"));
        }
        if changes.is_empty() {
            text.push_str("no line differs\n");
        }
        if let Some(folder) = &self.cases {
            text.push_str(&format!(
                "\n{} case(s) change in {}\n",
                cases.len(),
                folder.display()
            ));
            for case in &cases {
                text.push_str(&format!("{case}\n"));
            }
        }
        Ok(print(&text)?)
    }
}

fn load(folder: &Path) -> Result<KnowledgeBase, Failure> {
    let overlays: [PathBuf; 0] = [];
    let folder = (folder != Path::new("embedded")).then_some(folder);
    KnowledgeBase::load(folder, &overlays).map_err(Failure::from)
}
