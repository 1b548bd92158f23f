//! What made the report.

use crate::domain::{ReferenceUsed, Report};
use crate::render::block::{Block, Section};
use crate::render::text::Text;
use crate::render::words;

const METHOD: &str = "The same files, options and knowledge base give the same bytes. The clock is \
    never read: a date stands here only where one was given.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let base = &report.tool.knowledge_base;
    let mut facts = vec![
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
    ];
    facts.extend(reference(report.tool.reference.as_ref()));
    facts.extend([
        ("Shape of the report", Text::new(&report.schema_version)),
        (
            "Date of the report",
            words::stated(report.report_date.as_ref()),
        ),
    ]);
    Section {
        anchor: "provenance",
        title: "Versions and intended use",
        method: METHOD,
        blocks: vec![
            Block::facts(facts),
            Block::Paragraph(Text::new(&report.intended_use)),
        ],
    }
}

/// Transcripts and bases.
fn reference(reference: Option<&ReferenceUsed>) -> Vec<(&'static str, Text)> {
    let Some(reference) = reference else {
        return vec![("Reference genome", Text::new(words::NOT_STATED))];
    };
    let mut facts = vec![
        (
            "Reference genome",
            match reference.assembly {
                Some(assembly) => Text::new(format!(
                    "as given, {assembly}; the program's own tables where it lacks a gene"
                )),
                None => Text::new("the program's own tables"),
            },
        ),
        (
            "SHA-256 of those tables",
            Text::default().small(&reference.embedded_sha256),
        ),
    ];
    for file in &reference.files {
        let text = Text::new(format!(
            "{}: {}; SHA-256 of {}: ",
            file.role,
            file.path,
            file.role.digest_of()
        ));
        facts.push(("Reference file", text.small(&file.sha256)));
    }
    facts
}
