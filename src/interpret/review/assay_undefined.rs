//! ASSAY-UNDEFINED: The scope of the assay was not declared.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::AssayUndefined,
    checks: "The scope of the assay was not declared.",
    why: "Without a scope nobody can tell what was looked at.",
    example: "No assay file was given.",
    source: "Requirement R20.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if view.subject.assay.is_some() {
        return Vec::new();
    }
    vec![Raised::case(
        RULE.code,
        "Assay scope unknown: nothing is reported as negative.",
    )]
}
