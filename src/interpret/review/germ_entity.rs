//! GERM-ENTITY: A variant of a gene that can be inherited in the submitted entity.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::GermEntity,
    checks: "A variant of a gene that can be inherited in the submitted entity.",
    why: "A variant in the tumour may be inherited; whether it is cannot be told from the tumour, and matters for the family.",
    example: "SDHB truncating in a submitted GIST.",
    source: "Requirement R23; ESMO, PMID:36529447.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.prompted(RULE.code)
        .map(|(index, item)| {
            let genes = item.observed.alteration.genes();
            let gene = genes.first().map_or("The gene", |gene| gene.as_str());
            let message = format!(
                "{gene} can be inherited in {}.",
                view.subject.submitted_name()
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
