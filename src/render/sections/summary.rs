//! Page one: what a board has to know before it reads on.

use super::findings;
use super::status::finding_words;
use crate::domain::{
    Audience, CentreKind, ExpectedState, Finding, Ledger, ReasonCode, Report, ReviewReason,
    Severity,
};
use crate::render::block::{Block, ReasonLine, Section};
use crate::render::text::{Text, count};
use crate::render::words;

/// Findings named on page one.
const MOST_FINDINGS: usize = 5;
/// Reasons of one code printed in full for one audience.
const MOST_OF_A_CODE: usize = 2;
/// Gaps named on page one.
const MOST_GAPS: usize = 6;

const METHOD: &str = "Findings are named in the report's order, those with a hold first. Reasons \
    of severity hold and review are shown here by who has to act; notes stand with the findings. \
    Nothing on this page is more than the sections below say.";

/// Printed where the centre is not a declared expert one, whatever the reasons hold.
const NON_EXPERT: &str = "A multigene panel from a non-expert centre cannot replace pathology \
    review nor guide therapy without prior evaluation by sarcoma experts.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let mut blocks = vec![
        Block::Lead(
            Text::new(words::relation(report.diagnosis.relation)).small(report.diagnosis.relation),
        ),
        Block::Paragraph(Text::new(&report.diagnosis.text)),
        Block::Facts(vec![
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
    for audience in [
        Audience::Pathologist,
        Audience::Board,
        Audience::Geneticist,
        Audience::Laboratory,
    ] {
        let lines = reasons_for(report, audience);
        if !lines.is_empty() {
            blocks.push(Block::Group(title(audience), vec![Block::Reasons(lines)]));
        }
    }
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

fn title(audience: Audience) -> &'static str {
    match audience {
        Audience::Pathologist => "For the pathologist",
        Audience::Board => "For the sarcoma board",
        Audience::Geneticist => "For the geneticist",
        Audience::Laboratory => "For the laboratory",
    }
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
        .min_by_key(|line| (line.strength, line.entity_relation));
    let link = strongest.map_or_else(
        || words::disposition(finding.disposition).to_owned(),
        |line| {
            format!(
                "Link to {}: {} ({})",
                line.name, line.strength, line.entity_relation
            )
        },
    );
    format!("{link}.")
}

/// Hold and review reasons for `audience`, each sentence once; many of one code are counted.
fn reasons_for(report: &Report, audience: Audience) -> Vec<ReasonLine> {
    let mut distinct: Vec<(&ReviewReason, Vec<&str>)> = Vec::new();
    let wanted = report
        .reasons
        .iter()
        .filter(|r| r.audience == audience && r.severity != Severity::Note);
    for reason in wanted {
        let id = reason.finding.as_deref();
        match distinct
            .iter_mut()
            .find(|(known, _)| known.code == reason.code && known.message == reason.message)
        {
            Some((_, ids)) => ids.extend(id),
            None => distinct.push((reason, id.into_iter().collect())),
        }
    }
    let mut lines: Vec<ReasonLine> = Vec::new();
    let mut left: Vec<(&ReviewReason, Vec<&str>)> = Vec::new();
    for (index, (reason, ids)) in distinct.iter().enumerate() {
        let before = distinct.iter().take(index);
        let same = before
            .filter(|(other, _)| other.code == reason.code)
            .count();
        if same < MOST_OF_A_CODE || reason.severity == Severity::Hold {
            lines.push(line(reason, ids, &reason.message));
        } else if let Some((_, known)) = left.iter_mut().find(|(r, _)| r.code == reason.code) {
            known.extend(ids.iter());
        } else {
            left.push((reason, ids.clone()));
        }
    }
    for (reason, ids) in left {
        lines.push(line(reason, &ids, "More of this kind, in full below."));
    }
    if audience == Audience::Board
        && report.case.centre.kind != CentreKind::Expert
        && !report
            .reasons
            .iter()
            .any(|r| r.code == ReasonCode::CtrNonexpert)
    {
        let reason = ReviewReason::new(ReasonCode::CtrNonexpert, NON_EXPERT);
        lines.push(ReasonLine::of(&reason));
    }
    lines
}

fn line(reason: &ReviewReason, ids: &[&str], sentence: &str) -> ReasonLine {
    let about = if ids.is_empty() {
        String::new()
    } else {
        format!("{}: ", ids.join(", "))
    };
    ReasonLine {
        severity: reason.severity,
        text: Text::new(format!("{about}{sentence}")).small(reason.code),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn a_case_from_no_expert_centre_says_so_even_without_the_reason() {
        let mut report = sample::harmless();
        report.case.centre.kind = CentreKind::Unknown;
        report
            .reasons
            .retain(|r| r.code != ReasonCode::CtrNonexpert);
        let lines = reasons_for(&report, Audience::Board);
        let said = |line: &ReasonLine| line.text.runs[0].text.contains("non-expert centre");
        assert_eq!(lines.iter().filter(|line| said(line)).count(), 1);
    }

    #[test]
    fn many_reasons_of_one_code_are_counted() {
        let mut report = sample::harmless();
        report.reasons = (1..=9)
            .map(|n| ReviewReason {
                finding: Some(format!("F{n}")),
                ..ReviewReason::new(ReasonCode::VarVusDefining, format!("Variant {n}."))
            })
            .collect();
        let lines = reasons_for(&report, Audience::Board);
        assert!(lines[2].text.runs[0].text.starts_with("F3, F4, F5"));
    }
}
