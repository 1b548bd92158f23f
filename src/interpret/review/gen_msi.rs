//! GEN-MSI: Microsatellites are highly unstable.

use crate::domain::{Biomarker, BiomarkerValue, MsiState, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::GenMsi,
    checks: "Microsatellites are highly unstable.",
    why: "That is rare in sarcoma and raises a repair defect, which may be inherited.",
    example: "MSI high in a submitted leiomyosarcoma.",
    source: "Requirement R16.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let is_high = |found: &Biomarker| found.value == BiomarkerValue::State(MsiState::High);
    if !view.measures.iter().any(is_high) {
        return Vec::new();
    }
    vec![Raised::case(
        RULE.code,
        "Highly unstable microsatellites are rare in sarcoma; mismatch repair \
         immunohistochemistry and genetics are for discussion.",
    )]
}
