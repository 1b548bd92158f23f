//! GERM-HIGHYIELD: A truncating or known pathogenic variant of a gene in which such variants of a tumour are often inherited.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::GermHighyield,
    checks: "A truncating or known pathogenic variant of a gene in which such variants of a tumour are often inherited.",
    why: "A variant in the tumour may be inherited; whether it is cannot be told from the tumour, and matters for the family.",
    example: "BRCA2 truncating at any age.",
    source: "Requirement R23; ESMO, PMID:36529447.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.prompted(RULE.code)
        .map(|(index, _)| {
            let message = "This variant class is often of germline origin; genetic counselling and a \
                           normal sample are for discussion.";
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
