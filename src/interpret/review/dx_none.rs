//! DX-NONE: No histotype was submitted, or only a group such as "sarcoma, not otherwise specified".

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxNone,
    checks: "No histotype was submitted, or only a group such as \"sarcoma, not otherwise specified\".",
    why: "What an alteration means depends on the exact subtype, so the diagnosis comes first; without one the report has no association with therapy.",
    example: "Submitted: \"sarcoma NOS\".",
    source: "Requirement R01; Serrano et al., JAMA Oncol 2025, doi 10.1001/jamaoncol.2025.3608.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if view.subject.histotype().is_some() {
        return Vec::new();
    }
    vec![Raised::case(
        RULE.code,
        "No histotype was submitted. Findings are listed with the entities they are known in, and \
         without association with therapy or outcome; integration with morphology by a sarcoma \
         pathologist is needed first.",
    )]
}
