//! QC-TUMOUR: The tumour content is below the assay's minimum.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::QcTumour,
    checks: "The tumour content is below the assay's minimum.",
    why: "With few tumour cells an alteration may be missed.",
    example: "10 % tumour cells with a minimum of 20 %.",
    source: "Requirement R21.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let found = view.subject.case.specimen.tumour_fraction;
    let least = view
        .subject
        .assay
        .and_then(|assay| assay.min_tumour_fraction);
    match (found, least) {
        (Some(found), Some(least)) if found < least => {
            let message = format!("Tumour content {found} below {least}.");
            vec![Raised::case(RULE.code, message)]
        }
        (Some(_) | None, _) => Vec::new(),
    }
}
