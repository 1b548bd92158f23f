//! Every reason for review in one place, those of the whole case included.

use crate::domain::{Report, ReviewReason};
use crate::render::block::{Block, Section, Table};
use crate::render::text::Text;
use crate::render::words;

const METHOD: &str = "A rule that looks at the whole case or at one finding raises a reason with a \
    fixed code. Hold withholds associations with therapy, review asks an expert to look, note is \
    worth knowing. What each code checks and why: sarcolens explain CODE.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let blocks = if report.reasons.is_empty() {
        vec![Block::Paragraph(Text::new(words::NONE))]
    } else {
        let title = words::counted(report.reasons.len(), "reason", "reasons");
        let table = Table::new(
            "Every reason of the report, the heaviest first",
            vec!["Weight", "Reason", "Finding", "Who acts", "Code"],
            report.reasons.iter().map(row).collect(),
        );
        vec![Block::Fold(Text::new(title), vec![Block::Table(table)])]
    };
    Section {
        anchor: "reasons",
        title: "Reasons for review, in full",
        method: METHOD,
        blocks,
    }
}

fn row(reason: &ReviewReason) -> Vec<Text> {
    vec![
        Text::tag(reason.severity),
        Text::new(&reason.message),
        Text::new(reason.finding.as_deref().unwrap_or("whole case")),
        Text::new(reason.audience),
        Text::default().small(reason.code),
    ]
}
