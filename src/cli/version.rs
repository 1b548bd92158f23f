//! `sarcolens version`

use crate::cli::output::print;
use crate::domain::SCHEMA_VERSION;
use crate::genome::{Genome, TABLES};
use crate::kb::KnowledgeBase;
use crate::pipeline::Failure;
use clap::Args;

/// Print the version; with `--json`, that of the knowledge base, of the genome's tables
/// and of the schemas too
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
        let tables: Vec<serde_json::Value> = TABLES
            .iter()
            .map(|table| {
                serde_json::json!({
                    "name": table.name,
                    "sha256": table.sha256(),
                    "source": table.source,
                })
            })
            .collect();
        let version = serde_json::json!({
            "name": "sarcolens",
            "version": env!("CARGO_PKG_VERSION"),
            "knowledge_base": {
                "version": knowledge.version.version,
                "date": knowledge.version.date.to_string(),
                "sha256": knowledge.version.sha256,
                "entities": knowledge.entities.len(),
            },
            "genome": {
                "sha256": Genome::embedded().reference().embedded_sha256,
                "tables": tables,
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
