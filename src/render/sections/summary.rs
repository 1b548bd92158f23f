//! Page one: what a board has to know before it reads on.

mod readers;

use super::findings;
use super::status::finding_words;
use crate::domain::{ExpectedState, Finding, Ledger, Report, Severity, Strength};
use crate::render::block::{Block, Section};
use crate::render::text::{Text, count};
use crate::render::words;

/// Findings named on page one.
const MOST_FINDINGS: usize = 5;
/// Gaps named on page one.
const MOST_GAPS: usize = 6;

const METHOD: &str = "Findings are named in the report's order, those with a hold first. Reasons \
    of severity hold and review are shown here by who has to act; notes stand with the findings. \
    Nothing on this page is more than the sections below say.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let mut blocks = vec![
        Block::Lead(
            Text::new(words::relation(report.diagnosis.relation)).small(report.diagnosis.relation),
        ),
        Block::Paragraph(Text::new(&report.diagnosis.text)),
        Block::facts(vec![
            ("Submitted diagnosis", Text::new(words::submitted(report))),
            (
                "Its status",
                Text::new(words::diagnosis_status(report.case.diagnosis.status)),
            ),
            (
                "Pathology review",
                Text::new(words::pathology_review(
                    report.case.diagnosis.pathology_review,
                )),
            ),
            (
                "Submitting centre",
                Text::new(words::centre(report.case.centre.kind)),
            ),
            (
                "Associations with therapy",
                Text::new(words::therapy(report.therapy.state)),
            ),
            ("Records", Text::new(counts(report))),
        ]),
        Block::Group("Findings", top_findings(report)),
    ];
    blocks.extend(readers::groups(report));
    blocks.push(Block::Group(
        "Not assessed",
        vec![Block::List(gaps(report))],
    ));
    Section {
        anchor: "summary",
        title: "Summary",
        method: METHOD,
        blocks,
    }
}

/// What became of the records of every file together.
fn counts(report: &Report) -> String {
    let mut sum = Ledger::default();
    for ledger in report.inputs.iter().map(|input| &input.records) {
        sum.read += ledger.read;
        sum.in_findings += ledger.in_findings;
        sum.uninterpreted += ledger.uninterpreted;
        sum.filtered += ledger.filtered;
        sum.rejected += ledger.rejected;
        sum.outside += ledger.outside;
    }
    format!(
        "{} read: {} in findings, {} not interpreted, {} set aside, {} not readable, {} outside \
         known genes",
        count(sum.read),
        count(sum.in_findings),
        count(sum.uninterpreted),
        count(sum.filtered),
        count(sum.rejected),
        count(sum.outside)
    )
}

fn top_findings(report: &Report) -> Vec<Block> {
    if report.findings.is_empty() {
        return vec![Block::Paragraph(Text::new(words::NONE))];
    }
    let held = |finding: &Finding| finding.reasons.iter().any(|r| r.severity == Severity::Hold);
    let mut order: Vec<(usize, &Finding)> = report.findings.iter().enumerate().collect();
    order.sort_by_key(|(_, finding)| !held(finding));
    let mut lines: Vec<Text> = order
        .iter()
        .take(MOST_FINDINGS)
        .map(|(index, finding)| {
            let name = format!(
                "{} - {}",
                findings::name(finding),
                finding_words(report, finding)
            );
            Text::link(findings::anchor(*index), &finding.id)
                .then(" ")
                .then_strong(name)
                .then(format!(". {}", line_of_evidence(finding)))
        })
        .collect();
    let rest = report.findings.len().saturating_sub(MOST_FINDINGS);
    if rest > 0 {
        lines.push(Text::new(format!(
            "and {} below",
            words::counted(rest, "further finding", "further findings")
        )));
    }
    vec![Block::List(lines)]
}

fn line_of_evidence(finding: &Finding) -> String {
    let strongest = finding
        .diagnostic
        .iter()
        .filter(|line| !line.unspecific)
        // What it says of the submitted entity comes before what it says of others, unless it
        // defines one of those.
        .min_by_key(|line| {
            let defines = line.strength == Strength::Defining;
            let is_here = line.entity_relation.applies();
            (
                !defines && !is_here,
                !defines,
                line.strength,
                line.entity_relation,
            )
        });
    let shared = !finding.diagnostic.is_empty();
    let link = strongest.map_or_else(
        || {
            if shared {
                "Shared by unrelated tumours".to_owned()
            } else {
                words::disposition(finding.disposition).to_owned()
            }
        },
        |line| {
            format!(
                "Link to {}: {} ({})",
                line.name, line.strength, line.entity_relation
            )
        },
    );
    format!("{link}.")
}

/// What was not looked at, the alterations to expect first.
fn gaps(report: &Report) -> Vec<Text> {
    let expected = report
        .diagnosis
        .expected
        .iter()
        .filter(|expected| expected.state == ExpectedState::NotAssessable)
        .map(|expected| {
            let cause = expected.cause.as_deref().unwrap_or("cause not stated");
            format!("{}: {cause}", expected.pattern)
        });
    let all: Vec<String> = expected.chain(report.limitations.iter().cloned()).collect();
    if all.is_empty() {
        return vec![Text::new(words::NOT_STATED)];
    }
    let mut lines: Vec<Text> = all.iter().take(MOST_GAPS).map(Text::new).collect();
    let rest = all.len().saturating_sub(MOST_GAPS);
    if rest > 0 {
        lines.push(
            Text::new(format!("and {rest} more: see "))
                .and(Text::link("scope", "what was not looked at")),
        );
    }
    lines
}
