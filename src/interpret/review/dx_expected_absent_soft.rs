//! DX-EXPECTED-ABSENT-SOFT: An alteration carried by 50 to 89 % of the submitted entity was not detected by an assay that is able and adequate.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxExpectedAbsentSoft,
    checks: "An alteration carried by 50 to 89 % of the submitted entity was not detected by an assay that is able and adequate.",
    why: "Its absence is worth knowing and decides nothing.",
    example: "No fusion of ALK in a submitted inflammatory myofibroblastic tumour.",
    source: "Requirement R19.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.missing()
        .filter(|expected| {
            view.subject.common(expected.known.frequency)
                && !view.subject.nearly_always(expected.known.frequency)
        })
        .map(|expected| {
            let message = format!(
                "{} is common in {} ({}); its absence neither confirms nor excludes.",
                expected.known.name,
                view.subject.submitted_name(),
                expected.known.frequency
            );
            Raised::case(RULE.code, message).resting_on([&expected.known.id])
        })
        .collect()
}
