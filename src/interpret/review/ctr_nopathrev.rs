//! CTR-NOPATHREV: No review by a sarcoma pathologist is recorded.

use crate::domain::{PathologyReview, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::CtrNopathrev,
    checks: "No review by a sarcoma pathologist is recorded.",
    why: "Second review of sarcoma changes many diagnoses, and the diagnosis comes first.",
    example: "Pathology review general, none or unknown.",
    source: "Requirement R11; Sarcoma 2020, 9810170.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    match view.subject.case.diagnosis.pathology_review {
        PathologyReview::SarcomaExpert => Vec::new(),
        PathologyReview::General | PathologyReview::None | PathologyReview::Unknown => {
            vec![Raised::case(
                RULE.code,
                "No expert pathology review is recorded.",
            )]
        }
    }
}
