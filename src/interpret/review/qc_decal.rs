//! QC-DECAL: The tissue was decalcified.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::QcDecal,
    checks: "The tissue was decalcified.",
    why: "Acid destroys nucleic acid; what is absent may have been destroyed.",
    example: "A bone biopsy after acid decalcification.",
    source: "Requirement R21.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if view.subject.case.specimen.decalcified != Some(true) {
        return Vec::new();
    }
    vec![Raised::case(
        RULE.code,
        "Decalcified tissue: nucleic acid may be degraded.",
    )]
}
