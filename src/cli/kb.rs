//! `sarcolens kb`

use crate::cli::output::print;
use crate::kb::{KbError, KnowledgeBase};
use crate::matching;
use crate::pipeline::Failure;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// The knowledge base: validate it, look things up
#[derive(Debug, Subcommand)]
pub(super) enum Kb {
    Check(Check),
    List(List),
}

/// Validate a knowledge base: every problem at once, with file, line and code
#[derive(Debug, Args)]
pub(super) struct Check {
    /// A folder; without one, the knowledge base that the program carries
    folder: Option<PathBuf>,
    /// A laboratory's additions on top; repeatable
    #[arg(long, value_name = "DIR")]
    overlay: Vec<PathBuf>,
}

/// List the entities: id, OncoTree code, WHO name
#[derive(Debug, Args)]
pub(super) struct List {
    /// A folder; without one, the knowledge base that the program carries
    #[arg(long, value_name = "DIR")]
    knowledgebase: Option<PathBuf>,
}

impl Kb {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Check(check) => check.run(),
            Self::List(list) => list.run(),
        }
    }
}

impl Check {
    fn run(self) -> anyhow::Result<()> {
        let (knowledge, mut problems) =
            KnowledgeBase::examine(self.folder.as_deref(), &self.overlay).map_err(Failure::from)?;
        problems.extend(knowledge.iter().flat_map(matching::examples::failures));
        problems.sort();
        let Some(knowledge) = knowledge.filter(|_| problems.is_empty()) else {
            return Err(Failure::from(KbError::Invalid(problems)).into());
        };
        let histotypes = knowledge.entities.values().filter(|e| e.histotype).count();
        Ok(print(&format!(
            "knowledge base {} of {}: no problem found\n{} entities ({histotypes} histotypes), {} \
             diagnostic, {} expected, {} prognostic, {} therapeutic assertions, {} germline \
             prompts, {} genes\nsha256 {}\n",
            knowledge.version.version,
            knowledge.version.date,
            knowledge.entities.len(),
            knowledge.diagnostic.len(),
            knowledge.expected.len(),
            knowledge.prognostic.len(),
            knowledge.therapeutic.len(),
            knowledge.germline.len(),
            knowledge.genes.iter().count(),
            knowledge.version.sha256
        ))?)
    }
}

impl List {
    fn run(self) -> anyhow::Result<()> {
        let overlays: [PathBuf; 0] = [];
        let knowledge =
            KnowledgeBase::load(self.knowledgebase.as_deref(), &overlays).map_err(Failure::from)?;
        let mut text = String::new();
        for entity in knowledge.entities.values() {
            let code = entity.codes.get("oncotree").map_or("-", String::as_str);
            text.push_str(&format!("{}\t{code}\t{}\n", entity.id, entity.name));
        }
        Ok(print(&text)?)
    }
}
