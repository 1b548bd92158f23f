//! Hold and review reasons, by who has to act.

use crate::domain::{Audience, CentreKind, ReasonCode, Report, ReviewReason, Severity};
use crate::render::block::{Block, ReasonLine};
use crate::render::sections::findings;
use crate::render::text::Text;

/// Reasons of one code printed in full for one audience.
const MOST_OF_A_CODE: usize = 2;

/// Printed where the centre is not a declared expert one, whatever the reasons hold.
const NON_EXPERT: &str = "A multigene panel from a non-expert centre cannot replace pathology \
    review nor guide therapy without prior evaluation by sarcoma experts.";

/// One group for each reader who has something to do.
pub fn groups(report: &Report) -> Vec<Block> {
    [
        Audience::Pathologist,
        Audience::Board,
        Audience::Geneticist,
        Audience::Laboratory,
    ]
    .into_iter()
    .map(|audience| (title(audience), reasons_for(report, audience)))
    .filter(|(_, lines)| !lines.is_empty())
    .map(|(title, lines)| Block::Group(title, vec![Block::Reasons(lines)]))
    .collect()
}

fn title(audience: Audience) -> &'static str {
    match audience {
        Audience::Pathologist => "For the pathologist",
        Audience::Board => "For the sarcoma board",
        Audience::Geneticist => "For the geneticist",
        Audience::Laboratory => "For the laboratory",
    }
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
            lines.push(line(report, reason, ids, &reason.message));
        } else if let Some((_, known)) = left.iter_mut().find(|(r, _)| r.code == reason.code) {
            known.extend(ids.iter());
        } else {
            left.push((reason, ids.clone()));
        }
    }
    for (reason, ids) in left {
        lines.push(line(
            report,
            reason,
            &ids,
            "More of this kind, in full below.",
        ));
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

/// The sentence, before it the findings that it is about, each leading to its own.
fn line(report: &Report, reason: &ReviewReason, ids: &[&str], sentence: &str) -> ReasonLine {
    let mut text = Text::default();
    for (index, id) in ids.iter().enumerate() {
        if index > 0 {
            text = text.then(", ");
        }
        text = text.and(findings::link(report, id));
    }
    let said = if ids.is_empty() {
        sentence.to_owned()
    } else {
        format!(": {sentence}")
    };
    ReasonLine {
        severity: reason.severity,
        text: text.then(said).small(reason.code),
    }
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
        let said: String = lines[2].text.runs.iter().map(|run| &*run.text).collect();
        assert!(said.starts_with("F3, F4, F5"), "{said}");
    }

    #[test]
    fn page_one_holds_no_note() {
        let report = sample::harmless();
        assert!(report.reasons.iter().any(|r| r.severity == Severity::Note));
        for audience in [
            Audience::Pathologist,
            Audience::Board,
            Audience::Geneticist,
            Audience::Laboratory,
        ] {
            let lines = reasons_for(&report, audience);
            assert!(lines.iter().all(|line| line.severity != Severity::Note));
        }
    }
}
