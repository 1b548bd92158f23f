//! DX-NOT-ASSESSABLE: An alteration to expect in the submitted entity could not be looked for: no scope declared, outside the scope, quality failed, or no file given.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxNotAssessable,
    checks: "An alteration to expect in the submitted entity could not be looked for: no scope declared, outside the scope, quality failed, or no file given.",
    why: "What was not looked at is not absent.",
    example: "No call in a submitted Ewing sarcoma, the tissue decalcified and DV200 low.",
    source: "Requirements R19 to R22.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.unassessed()
        .map(|expected| {
            let cause = expected
                .cause
                .as_deref()
                .unwrap_or("the cause is not known");
            let message = format!(
                "{} could not be assessed: {cause}. This says nothing about its presence.",
                expected.known.name
            );
            Raised::case(RULE.code, message).resting_on([&expected.known.id])
        })
        .collect()
}
