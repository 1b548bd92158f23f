//! The files that were read and what became of every record.

use crate::domain::{Input, Origin, Report};
use crate::render::block::{Block, Section, Table};
use crate::render::text::{Text, count};
use crate::render::words;

const METHOD: &str = "Every record read ends in exactly one of five columns: read = in findings + \
    not interpreted + set aside + not readable + outside. Outside means that it touches no gene of \
    the knowledge base. The digest is that of the file's bytes as they lie on disk (sha256sum).";

/// The name that leads to the row of the file at `index` (from 0).
fn anchor(index: usize) -> String {
    format!("input-{}", index.saturating_add(1))
}

/// Where it was read, each place leading to its file's row.
pub fn places(origins: &[Origin]) -> Text {
    if origins.is_empty() {
        return Text::new(words::NONE);
    }
    let mut text = Text::default();
    for (index, origin) in origins.iter().enumerate() {
        if index > 0 {
            text = text.then("; ");
        }
        text = text.and(Text::link(anchor(origin.input), words::place(origin)));
    }
    text
}

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let blocks = if report.inputs.is_empty() {
        vec![Block::Paragraph(Text::new("NONE: no file was read."))]
    } else {
        let numbered = || (1_usize..).zip(&report.inputs);
        vec![
            Block::Table(Table::new(
                "What became of every record",
                vec![
                    "File",
                    "Read",
                    "In findings",
                    "Not interpreted",
                    "Set aside",
                    "Not readable",
                    "Outside",
                    "Sum",
                ],
                numbered()
                    .map(|(number, input)| records(number, input))
                    .collect::<Vec<_>>(),
            )),
            Block::Table(Table::new(
                "The files",
                vec![
                    "File", "Path", "Format", "Assembly", "Sample", "How read", "SHA-256",
                ],
                numbered()
                    .map(|(number, input)| file(number, input))
                    .collect::<Vec<_>>(),
            )),
        ]
    };
    Section {
        anchor: "inputs",
        title: "Files and records",
        method: METHOD,
        blocks,
    }
}

fn records(number: usize, input: &Input) -> Vec<Text> {
    let ledger = &input.records;
    let sum = if ledger.balances() {
        "adds up"
    } else {
        "DOES NOT ADD UP"
    };
    [
        ledger.read,
        ledger.in_findings,
        ledger.uninterpreted,
        ledger.filtered,
        ledger.rejected,
        ledger.outside,
    ]
    .into_iter()
    .fold(vec![row_name(number)], |mut row, cell| {
        row.push(Text::new(count(cell)));
        row
    })
    .into_iter()
    .chain([Text::new(sum)])
    .collect()
}

/// The number of a file, to which its records lead.
fn row_name(number: usize) -> Text {
    Text::place(anchor(number.saturating_sub(1)), number)
}

fn file(number: usize, input: &Input) -> Vec<Text> {
    let format = match &input.caller_version {
        Some(version) => format!("{} ({version})", input.format),
        None => input.format.clone(),
    };
    let assembly = match (&input.assembly, &input.assembly_from) {
        (Some(assembly), Some(from)) => format!("{assembly}, by {from}"),
        (Some(assembly), None) => assembly.to_string(),
        (None, _) => words::NOT_STATED.to_owned(),
    };
    vec![
        Text::new(number),
        Text::new(&input.path),
        Text::new(format),
        Text::new(assembly),
        words::stated(input.sample.as_ref()),
        Text::new(words::access(input.access)),
        Text::default().small(&input.sha256),
    ]
}
