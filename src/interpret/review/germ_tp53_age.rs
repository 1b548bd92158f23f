//! GERM-TP53-AGE: A TP53 variant in a patient younger than the age of the knowledge base's line.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::GermTp53Age,
    checks: "A TP53 variant in a patient younger than the age of the knowledge base's line.",
    why: "A variant in the tumour may be inherited; whether it is cannot be told from the tumour, and matters for the family.",
    example: "TP53 p.R175H at 14 years.",
    source: "Requirements R23 and R40; ESMO, PMID:36529447.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.prompted(RULE.code)
        .map(|(index, _)| {
            let message = "Young age raises the prior; most tumour TP53 variants are somatic.";
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
