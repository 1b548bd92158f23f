//! `sarcolens kb`

mod check;
mod diff;
mod export;
mod list;
mod page;
mod search;
mod show;

use crate::kb::{Entry, KnowledgeBase};
use crate::pipeline::Failure;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// The knowledge base: validate it, look things up, compare versions, export
#[derive(Debug, Subcommand)]
pub(super) enum Kb {
    Check(check::Check),
    List(list::List),
    Show(show::Show),
    Search(search::Search),
    Diff(diff::Diff),
    Export(export::Export),
}

impl Kb {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Check(command) => command.run(),
            Self::List(command) => command.run(),
            Self::Show(command) => command.run(),
            Self::Search(command) => command.run(),
            Self::Diff(command) => command.run(),
            Self::Export(command) => command.run(),
        }
    }
}

/// Which knowledge base to look at.
#[derive(Debug, Args)]
struct Which {
    /// A folder; without one, the knowledge base that the program carries
    #[arg(long, value_name = "DIR")]
    knowledgebase: Option<PathBuf>,
    /// A laboratory's additions on top; repeatable
    #[arg(long, value_name = "DIR")]
    overlay: Vec<PathBuf>,
}

impl Which {
    fn load(&self) -> Result<KnowledgeBase, Failure> {
        KnowledgeBase::load(self.knowledgebase.as_deref(), &self.overlay).map_err(Failure::from)
    }
}

/// A line of a list: kind, id, pattern, subject, what it says, cut at tabs.
fn line(entry: &Entry) -> String {
    let provisional = if entry.provisional {
        " [provisional]"
    } else {
        ""
    };
    format!(
        "{}\t{}\t{}\t{}\t{}{provisional}\n",
        entry.kind, entry.id, entry.pattern, entry.subject, entry.says
    )
}

/// Entries as JSON, one array.
fn json<T: serde::Serialize>(value: &T) -> anyhow::Result<String> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    Ok(text)
}
