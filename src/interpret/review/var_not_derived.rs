//! VAR-NOT-DERIVED: A variant in a known gene carries no annotation, or none with a protein change where one is to be expected.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarNotDerived,
    checks: "A variant in a known gene carries no annotation, or none with a protein change where one is to be expected.",
    why: "Without the protein change a hotspot cannot be recognised.",
    example: "A VCF that no annotator has seen.",
    source: "Review reasons page, VAR-NOT-DERIVED.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.small_variants()
        .filter(|(_, _, variant)| variant.origin_of_annotation.is_none())
        .map(|(index, _, _)| {
            let message = "Protein effect not derived: the file carries no annotation of this \
                           variant (VEP, SnpEff or bcftools csq).";
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
