//! `sarcolens kb check`

use crate::cli::output::print;
use crate::kb::{Counts, KbError, KnowledgeBase, percent};
use crate::matching;
use crate::pipeline::Failure;
use clap::Args;
use std::path::PathBuf;

/// Validate a knowledge base: every problem at once, with file, line and code
///
/// Runs every executable example too. `sarcolens explain CODE` says what a code checks.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// A folder; without one, the knowledge base that the program carries
    folder: Option<PathBuf>,
    /// A laboratory's additions on top; repeatable
    #[arg(long, value_name = "DIR")]
    overlay: Vec<PathBuf>,
}

impl Check {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let (knowledge, mut problems) =
            KnowledgeBase::examine(self.folder.as_deref(), &self.overlay).map_err(Failure::from)?;
        problems.extend(knowledge.iter().flat_map(matching::examples::failures));
        problems.sort();
        let Some(knowledge) = knowledge.filter(|_| problems.is_empty()) else {
            return Err(Failure::from(KbError::Invalid(problems)).into());
        };
        let counts = Counts::of(&knowledge);
        Ok(print(&format!(
            "knowledge base {} of {}: no problem found\n{} entities, {} assertions, of which {} \
             ({}) provisional, {} examples run\nsha256 {}\n",
            knowledge.version.version,
            knowledge.version.date,
            counts.entities,
            counts.assertions,
            counts.provisional,
            percent(counts.provisional_share()),
            counts.examples,
            knowledge.version.sha256
        ))?)
    }
}
