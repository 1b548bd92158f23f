//! The status strip: the first lines of every format and the head of every printed page.

use crate::domain::{AWAITS_REVIEW, Finding, OverallState, Report, ReportStatus};
use crate::render::text::clean;
use crate::render::words;

/// What the strip says. It has no switch.
#[derive(Clone, Debug)]
pub struct Status {
    /// The overall state, line one.
    pub overall: String,
    /// Whether an expert has to look before anything else; decides the strip's look alone.
    pub urgent: bool,
    /// The report's standing.
    pub sign_off: &'static str,
    /// The sample.
    pub sample: String,
    /// Version of the knowledge base.
    pub knowledge_base: String,
}

impl Status {
    /// The strip of `report`.
    pub fn of(report: &Report) -> Self {
        Self {
            overall: report.overall.state.to_string(),
            urgent: match report.overall.state {
                OverallState::ReviewRequired => true,
                OverallState::RoutineMdtReview => false,
            },
            sign_off: words::sign_off(report.status),
            sample: clean(&report.case.sample),
            knowledge_base: clean(&report.tool.knowledge_base.version),
        }
    }
}

/// The words of review of `finding`. Those of a draft do not depend on what the JSON holds, so
/// that editing the file does not take them away.
pub fn finding_words(report: &Report, finding: &Finding) -> String {
    match report.status {
        ReportStatus::Draft => AWAITS_REVIEW.to_owned(),
        ReportStatus::Signed if finding.review_status.trim().is_empty() => AWAITS_REVIEW.to_owned(),
        ReportStatus::Signed => clean(&finding.review_status),
    }
}
