//! GERM-ENTITY: A variant of a gene that can be inherited in the submitted entity, or none of several alterations to expect was seen and one of their genes can be inherited.

use crate::domain::{GeneSymbol, Pattern, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::GermEntity,
    checks: "A variant of a gene that can be inherited in the submitted entity, or none of several alterations to expect was seen and one of their genes can be inherited.",
    why: "A variant in the tumour may be inherited; whether it is cannot be told from the tumour, and matters for the family.",
    example: "SDHB truncating in a submitted GIST.",
    source: "Requirement R23; ESMO, PMID:36529447.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let mut raised = of_findings(view);
    raised.extend(of_missing(view));
    raised
}

/// The other way to a tumour whose usual alteration is missing can be inherited: APC in a desmoid
/// without CTNNB1.
fn of_missing(view: &View<'_>) -> Vec<Raised> {
    let histotype = view.subject.histotype();
    let mut genes: BTreeSet<&GeneSymbol> = BTreeSet::new();
    for expected in view.missing() {
        let looked_for: BTreeSet<&GeneSymbol> = expected
            .known
            .patterns
            .iter()
            .flat_map(Pattern::genes)
            .collect();
        if looked_for.len() < 2 {
            continue;
        }
        let prompts = view.subject.knowledge.germline.iter().filter(|prompt| {
            prompt.code == RULE.code
                && histotype.is_some_and(|entity| prompt.entities.contains(&entity.id))
        });
        genes.extend(
            prompts
                .flat_map(|prompt| prompt.pattern.genes())
                .filter_map(|gene| looked_for.get(gene).copied()),
        );
    }
    genes
        .into_iter()
        .map(|gene| {
            let message = format!(
                "No alteration to expect was seen; {gene} can be inherited in {}, which sequencing \
                 of the tumour does not exclude.",
                view.subject.submitted_name()
            );
            Raised::case(RULE.code, message)
        })
        .collect()
}

fn of_findings(view: &View<'_>) -> Vec<Raised> {
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
