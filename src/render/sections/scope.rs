//! What was not looked at, what the assay can see, and what was odd.

use crate::domain::{Assay, Report, Warning};
use crate::render::block::{Block, Section};
use crate::render::text::{Text, count};
use crate::render::words;

const METHOD: &str = "The scope is that of the assay file which the laboratory gave; without one \
    no absence is stated. Warnings tell of odd things that cost no record.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    Section {
        anchor: "scope",
        title: "What was not looked at",
        method: METHOD,
        blocks: vec![
            Block::Group(
                "Limitations",
                list(report.limitations.iter().map(Text::new)),
            ),
            Block::Group(
                "Scope of the assay",
                report.assay.as_ref().map_or_else(undeclared, assay),
            ),
            Block::Group("Warnings", list(report.warnings.iter().map(warning))),
        ],
    }
}

fn list(lines: impl Iterator<Item = Text>) -> Vec<Block> {
    let lines: Vec<Text> = lines.collect();
    if lines.is_empty() {
        return vec![Block::Paragraph(Text::new(words::NONE))];
    }
    vec![Block::List(lines)]
}

fn undeclared() -> Vec<Block> {
    vec![Block::Paragraph(Text::new(
        "NOT STATED: no assay file was given, so no absence is stated.",
    ))]
}

fn assay(assay: &Assay) -> Vec<Block> {
    let analytes: Vec<&str> = assay.analyte.iter().map(words::analyte).collect();
    let detects: Vec<String> = assay.detects.iter().map(ToString::to_string).collect();
    let sensitivity: Vec<String> = assay
        .sensitivity
        .iter()
        .map(|(class, share)| format!("{class} {share}"))
        .collect();
    vec![Block::facts(vec![
        ("Assay", Text::new(&assay.name)),
        ("Sequences", Text::new(words::listed(&analytes))),
        ("Detects", Text::new(words::listed(&detects))),
        ("Fusions of", Text::new(words::listed(&assay.fusion_genes))),
        ("Other changes of", Text::new(words::listed(&assay.genes))),
        (
            "Lowest allele fraction",
            words::stated(assay.limit_of_detection_vaf),
        ),
        (
            "Lowest tumour content",
            words::stated(assay.min_tumour_fraction),
        ),
        ("Lowest DV200", words::stated(assay.min_dv200)),
        (
            "Fewest mapped reads",
            words::stated(assay.min_mapped_reads.map(count)),
        ),
        (
            "Sensitivity as validated",
            if sensitivity.is_empty() {
                Text::new(words::NOT_STATED)
            } else {
                Text::new(words::listed(&sensitivity))
            },
        ),
    ])]
}

fn warning(warning: &Warning) -> Text {
    let place = match (warning.input, warning.line) {
        (Some(input), Some(line)) => format!("file {}, line {line}", input.saturating_add(1)),
        (Some(input), None) => format!("file {}", input.saturating_add(1)),
        (None, _) => "whole case".to_owned(),
    };
    Text::new(format!("{place}: {}", warning.message))
}
