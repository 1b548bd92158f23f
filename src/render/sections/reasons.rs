//! Reasons for review that are about the case as a whole; the others stand with their findings.

use super::findings;
use crate::domain::{Report, ReviewReason};
use crate::render::block::{Block, Section, Table};
use crate::render::text::Text;
use crate::render::words;

const METHOD: &str = "A rule that looks at the whole case or at one finding raises a reason with a \
    fixed code. Hold withholds associations with therapy, review asks an expert to look, note is \
    worth knowing. What each code checks and why: sarcolens explain CODE.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let of_the_case: Vec<&ReviewReason> = report
        .reasons
        .iter()
        .filter(|reason| !is_with_a_finding(report, reason))
        .collect();
    let blocks = if of_the_case.is_empty() {
        vec![Block::Paragraph(Text::new(words::NONE))]
    } else {
        vec![Block::Table(Table::new(
            "Reasons about the whole case, the heaviest first",
            vec!["Weight", "Reason", "Who acts", "Code"],
            of_the_case.into_iter().map(|reason| row(report, reason)),
        ))]
    };
    Section {
        anchor: "reasons",
        title: "Reasons about the whole case",
        method: METHOD,
        blocks,
    }
}

/// Whether the reason is printed with the finding that it names. One that names a finding which
/// does not hold it is printed here, so that none is lost.
fn is_with_a_finding(report: &Report, reason: &ReviewReason) -> bool {
    report.findings.iter().any(|finding| {
        reason.finding.as_ref() == Some(&finding.id)
            && finding
                .reasons
                .iter()
                .any(|other| other.code == reason.code && other.message == reason.message)
    })
}

fn row(report: &Report, reason: &ReviewReason) -> Vec<Text> {
    let sentence = match &reason.finding {
        Some(finding) => findings::link(report, finding).then(format!(": {}", reason.message)),
        None => Text::new(&reason.message),
    };
    let sentence = reason
        .trace
        .assertions
        .iter()
        .fold(sentence, |text, id| text.small(id));
    vec![
        Text::tag(reason.severity),
        sentence,
        Text::new(reason.audience),
        Text::default().small(reason.code),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn no_reason_is_lost() {
        let mut report = sample::harmless();
        for finding in &mut report.findings {
            finding.reasons.clear();
        }
        let Block::Table(table) = &section(&report).blocks[0] else {
            panic!("a table");
        };
        assert_eq!(table.rows.len(), report.reasons.len());
    }
}
