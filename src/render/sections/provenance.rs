//! What made the report.

use crate::domain::Report;
use crate::render::block::{Block, Section};
use crate::render::text::Text;
use crate::render::words;

const METHOD: &str = "The same files, options and knowledge base give the same bytes. The clock is \
    never read: a date stands here only where one was given.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let base = &report.tool.knowledge_base;
    Section {
        anchor: "provenance",
        title: "Versions and intended use",
        method: METHOD,
        blocks: vec![
            Block::facts(vec![
                (
                    "Program",
                    Text::new(format!("{} {}", report.tool.name, report.tool.version)),
                ),
                (
                    "Knowledge base",
                    Text::new(format!("{} of {}", base.version, base.date)),
                ),
                ("Its SHA-256", Text::default().small(&base.sha256)),
                (
                    "Additions of the laboratory",
                    Text::new(words::listed(&base.overlays)),
                ),
                ("Shape of the report", Text::new(&report.schema_version)),
                (
                    "Date of the report",
                    words::stated(report.report_date.as_ref()),
                ),
            ]),
            Block::Paragraph(Text::new(&report.intended_use)),
        ],
    }
}
