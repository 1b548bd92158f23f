//! PROC-UNSIGNED: No sign-off was given.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::ProcUnsigned,
    checks: "No sign-off was given.",
    why: "A report is a draft until an expert has signed it.",
    example: "Every report of this version.",
    source: "Requirement R09.",
    raise,
};

fn raise(_: &View<'_>) -> Vec<Raised> {
    vec![Raised::case(RULE.code, "Draft: not reviewed.")]
}
