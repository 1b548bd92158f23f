//! What made the report.

use crate::domain::{Configuration, ReferenceUsed, Report, Setting};
use crate::render::block::{Block, Section, Table};
use crate::render::text::Text;
use crate::render::words;

const METHOD: &str = "The same files, options and knowledge base give the same bytes. The clock is \
    never read: a date stands here only where one was given. Every threshold has a default, which \
    the laboratory may replace; what it replaced stands here with the default beside it.";

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
            Block::Group(
                "Settings of the laboratory",
                settings(&report.configuration),
            ),
            Block::Paragraph(Text::new(&report.intended_use)),
        ],
    }
}

fn settings(configuration: &Configuration) -> Vec<Block> {
    let laboratory = &configuration.laboratory;
    let mut blocks = vec![Block::facts(vec![
        ("Laboratory", words::stated(laboratory.name.as_ref())),
        (
            "Address",
            words::stated((!laboratory.address.is_empty()).then(|| laboratory.address.join(", "))),
        ),
        ("Contact", words::stated(laboratory.contact.as_ref())),
        (
            "Configuration",
            configuration.path.as_ref().map_or_else(
                || Text::new(words::NONE),
                |path| Text::new(path).small(configuration.sha256.as_deref().unwrap_or_default()),
            ),
        ),
    ])];
    blocks.push(if configuration.changed.is_empty() {
        Block::Paragraph(Text::new("Thresholds that differ from the default: NONE."))
    } else {
        Block::Table(Table::new(
            "Thresholds that differ from the default",
            vec!["Threshold", "Value", "Default", "Unit", "What it decides"],
            configuration.changed.iter().map(row),
        ))
    });
    blocks
}

fn row(setting: &Setting) -> Vec<Text> {
    vec![
        Text::new(&setting.key),
        Text::strong(&setting.value),
        Text::new(&setting.default).small(&setting.source),
        Text::new(&setting.unit),
        Text::new(&setting.meaning),
    ]
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
