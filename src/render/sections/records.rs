//! What was read and is no finding: not interpreted, set aside, not readable.

use super::{alteration, inputs};
use crate::domain::{Filtered, Rejected, Report, Uninterpreted};
use crate::render::block::{Block, Section, Table};
use crate::render::text::{Text, count};
use crate::render::words;

const METHOD: &str = "Not interpreted: the gene is known to the knowledge base, but no assertion \
    speaks of this alteration; that is no statement that it is harmless. Set aside: a filter named \
    beside it removed it. Not readable: the record itself is damaged or says too little. Records \
    that touch no known gene are counted in the table of files and not listed.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    Section {
        anchor: "records",
        title: "Records that are no finding",
        method: METHOD,
        blocks: vec![
            fold(
                "Not interpreted",
                Table::new(
                    "Alterations of known genes that no assertion speaks of",
                    vec!["Alteration", "Kind", "Place or measure", "Read in"],
                    report.uninterpreted.iter().map(uninterpreted),
                ),
                report.uninterpreted.len(),
            ),
            fold(
                "Set aside by a filter",
                Table::new(
                    "Alterations set aside, with the rule",
                    vec!["Alteration", "Kind", "Place or measure", "Rule", "Read in"],
                    report.filtered.iter().map(filtered),
                ),
                report.filtered.len(),
            ),
            unread(report),
        ],
    }
}

fn fold(title: &'static str, table: Table, count: usize) -> Block {
    if count == 0 {
        return Block::Paragraph(Text::new(format!("{title}: {}", words::NONE)));
    }
    Block::Fold(
        Text::new(format!("{title}: {count}")),
        vec![Block::Table(table)],
    )
}

/// Every unreadable record is counted; the report lists the first of each file alone.
fn unread(report: &Report) -> Block {
    let table = Table::new(
        "Records that could not be read",
        vec!["Record", "Reason"],
        report.rejected.iter().map(rejected),
    );
    let listed = report.rejected.len();
    let all = report.inputs.iter().fold(0_u64, |sum, input| {
        sum.saturating_add(input.records.rejected)
    });
    if usize::try_from(all).is_ok_and(|all| all <= listed) {
        return fold("Not readable", table, listed);
    }
    Block::Fold(
        Text::new(format!(
            "Not readable: {}, of which the first of each file are listed, {} in all",
            count(all),
            count(listed as u64)
        )),
        vec![Block::Table(table)],
    )
}

fn uninterpreted(record: &Uninterpreted) -> Vec<Text> {
    vec![
        Text::new(&record.label),
        Text::new(record.alteration.kind()),
        Text::new(alteration::in_short(&record.alteration)),
        inputs::places(&record.sources),
    ]
}

fn filtered(record: &Filtered) -> Vec<Text> {
    vec![
        Text::new(&record.label),
        Text::new(record.alteration.kind()),
        Text::new(alteration::in_short(&record.alteration)),
        Text::new(&record.rule),
        inputs::places(&record.sources),
    ]
}

fn rejected(record: &Rejected) -> Vec<Text> {
    vec![
        Text::new(format!(
            "file {}, line {}",
            record.input.saturating_add(1),
            record.line
        )),
        Text::new(&record.reason),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn a_list_that_is_cut_says_so() {
        let mut report = sample::harmless();
        let title = |report: &Report| {
            let Block::Fold(title, _) = unread(report) else {
                panic!("no list")
            };
            title.runs[0].text.clone()
        };
        let listed = report.rejected.len();
        assert_eq!(title(&report), format!("Not readable: {listed}"));
        report.inputs[0].records.rejected = 1_000_000;
        assert!(
            title(&report).starts_with("Not readable: 1"),
            "{}",
            title(&report)
        );
        assert!(title(&report).contains("are listed"), "{}", title(&report));
    }
}
