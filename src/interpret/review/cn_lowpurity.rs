//! CN-LOWPURITY: A copy-number file was given and the tumour content is neither declared nor measured, or below the assay's minimum.

use crate::domain::{Detects, Fraction, Measure, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::CnLowpurity,
    checks: "A copy-number file was given and the tumour content is neither declared nor measured, or below the assay's minimum.",
    why: "In a sample with few tumour cells a deletion or amplification drowns in the normal copies.",
    example: "Copy-number calls of a biopsy with 15 % tumour cells.",
    source: "Requirement R38.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if !view.subject.provided.contains(&Detects::CopyNumber) {
        return Vec::new();
    }
    let least = view
        .subject
        .assay
        .and_then(|assay| assay.min_tumour_fraction);
    let declared = view.subject.case.specimen.tumour_fraction;
    let measured = view.numbers(Measure::Purity).reduce(f64::min);
    let message = match (declared.or(measured.and_then(Fraction::new)), least) {
        (None, _) => "Copy-number absence is unreliable: tumour content was neither declared nor \
                      measured."
            .to_owned(),
        (Some(found), Some(least)) if found < least => {
            format!("Copy-number absence is unreliable at purity {found}.")
        }
        (Some(_), _) => return Vec::new(),
    };
    vec![Raised::case(RULE.code, message)]
}
