//! `sarcolens version`

use crate::cli::output::print;
use crate::domain::SCHEMA_VERSION;
use crate::kb::KnowledgeBase;
use crate::pipeline::Failure;
use clap::Args;

/// Print the version; with `--json`, that of the knowledge base and of the schemas too
#[derive(Debug, Args)]
pub(super) struct Version {
    /// Everything, as JSON
    #[arg(long)]
    json: bool,
}

impl Version {
    pub(super) fn run(self) -> anyhow::Result<()> {
        if !self.json {
            return Ok(print(&format!(
                "sarcolens {}\n",
                env!("CARGO_PKG_VERSION")
            ))?);
        }
        let knowledge = KnowledgeBase::embedded().map_err(Failure::from)?;
        let version = serde_json::json!({
            "name": "sarcolens",
            "version": env!("CARGO_PKG_VERSION"),
            "knowledge_base": {
                "version": knowledge.version.version,
                "date": knowledge.version.date.to_string(),
                "sha256": knowledge.version.sha256,
                "entities": knowledge.entities.len(),
            },
            "schemas": { "report": SCHEMA_VERSION, "knowledge_base": 1 },
            "features": [],
        });
        Ok(print(&format!(
            "{}\n",
            serde_json::to_string_pretty(&version)?
        ))?)
    }
}
