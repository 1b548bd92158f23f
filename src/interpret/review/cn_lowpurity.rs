//! CN-LOWPURITY: A copy-number file was given and the tumour content is neither declared nor measured, or below the assay's minimum (copy_number.min_purity where it states none).

use crate::domain::{Detects, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::CnLowpurity,
    checks: "A copy-number file was given and the tumour content is neither declared nor measured, or below the assay's minimum (copy_number.min_purity where it states none).",
    why: "In a sample with few tumour cells a deletion or amplification drowns in the normal copies.",
    example: "Copy-number calls of a biopsy with 15 % tumour cells.",
    source: "Requirement R38.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if !view.subject.provided.contains(&Detects::CopyNumber) {
        return Vec::new();
    }
    let stated = view
        .subject
        .assay
        .and_then(|assay| assay.min_tumour_fraction);
    let least = stated.unwrap_or(view.subject.config.copy_number.min_purity);
    let message = match view.purity() {
        None => "Copy-number absence is unreliable: tumour content was neither declared nor \
                 measured."
            .to_owned(),
        Some(found) if found < least => {
            format!("Copy-number absence is unreliable at purity {found}.")
        }
        Some(_) => return Vec::new(),
    };
    vec![Raised::case(RULE.code, message)]
}
