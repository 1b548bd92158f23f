//! A saved report that contradicts itself is not printed: a hand may have changed it, and each
//! format would repeat one half.

use crate::domain::{
    ExpectedState, OverallState, ReasonCode, Report, ReportStatus, ReviewReason, Severity,
    TherapyState,
};

/// The first contradiction, in words. `None`: there is none that is known.
pub(super) fn first(report: &Report) -> Option<String> {
    sign_off(report)
        .or_else(|| overall(report))
        .or_else(|| therapy(report))
        .or_else(|| absence(report))
        .or_else(|| ledger(report))
}

/// This version writes drafts alone: no report of its own holds a decision.
fn sign_off(report: &Report) -> Option<String> {
    match report.status {
        ReportStatus::Draft => None,
        ReportStatus::Signed => {
            Some("status is \"signed\", and no reviewer's decision is in it".to_owned())
        }
    }
}

fn overall(report: &Report) -> Option<String> {
    let decides = |reason: &&ReviewReason| {
        reason.severity != Severity::Note && reason.code != ReasonCode::ProcUnsigned
    };
    match report.overall.state {
        OverallState::ReviewRequired => None,
        OverallState::RoutineMdtReview => report.reasons.iter().find(decides).map(|reason| {
            format!(
                "overall.state is \"routine-mdt-review\", and the reasons hold {} ({})",
                reason.code, reason.severity
            )
        }),
    }
}

fn therapy(report: &Report) -> Option<String> {
    let of_findings: usize = report.findings.iter().map(|f| f.therapeutic.len()).sum();
    let lines = of_findings + report.therapy.by_diagnosis.len();
    let state = match (report.therapy.state, lines) {
        (TherapyState::Listed, 1..) | (TherapyState::None | TherapyState::Held, 0) => None,
        (TherapyState::Listed, 0) => Some("therapy.state is \"listed\", and no line is".to_owned()),
        (TherapyState::None, _) => Some(format!(
            "therapy.state is \"none\", and {lines} line(s) are listed"
        )),
        (TherapyState::Held, _) => Some(format!(
            "therapy.state is \"held\", and {lines} line(s) are listed"
        )),
    };
    let holds = |reason: &&ReviewReason| {
        reason.severity == Severity::Hold && reason.code != ReasonCode::TxHeldEvidence
    };
    state.or_else(|| {
        let hold = report.reasons.iter().find(holds).filter(|_| lines > 0)?;
        Some(format!(
            "{lines} association(s) with therapy are listed under the hold {}",
            hold.code
        ))
    })
}

fn absence(report: &Report) -> Option<String> {
    let stated = report
        .diagnosis
        .expected
        .iter()
        .find(|expected| expected.state == ExpectedState::NotDetected)?;
    report.assay.is_none().then(|| {
        format!(
            "\"{}\" is said to be not detected, and no assay is declared",
            stated.pattern
        )
    })
}

fn ledger(report: &Report) -> Option<String> {
    let input = report
        .inputs
        .iter()
        .position(|input| !input.records.balances())?;
    Some(format!(
        "inputs[{input}].records: what became of the records does not add up to those read"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{format_named, read_report, sample};

    fn refused(report: &Report) -> String {
        let bytes = format_named("json").unwrap().render(report).unwrap();
        read_report(&bytes).unwrap_err().to_string()
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let mut report = sample::harmless();
        report.status = ReportStatus::Signed;
        assert!(refused(&report).contains("\"signed\""));

        let mut report = sample::harmless();
        report.therapy.state = TherapyState::None;
        assert!(refused(&report).contains("therapy.state is \"none\""));
        report.therapy.state = TherapyState::Held;
        assert!(refused(&report).contains("therapy.state is \"held\""));

        let mut report = sample::bare();
        report.therapy.state = TherapyState::Listed;
        assert!(refused(&report).contains("no line is"));

        let mut report = sample::harmless();
        report.reasons.push(ReviewReason::new(
            ReasonCode::DxDiscordant,
            "It does not fit.",
        ));
        assert!(refused(&report).contains("DX-DISCORDANT"));

        let mut report = sample::held();
        report.overall.state = OverallState::RoutineMdtReview;
        assert!(refused(&report).contains("routine-mdt-review"));

        let mut report = sample::harmless();
        report.inputs[0].records.read += 1;
        assert!(refused(&report).contains("inputs[0].records"));
    }
}
