//! DX-MULTI: An alteration occurs in the submitted entity and is recurrent or defining in others.

use crate::domain::{Alteration, EntityRelation, ReasonCode, Strength};
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxMulti,
    checks: "An alteration occurs in the submitted entity and is recurrent or defining in others.",
    why: "Such an alteration does not separate the entities; what looks like a confirmation is none.",
    example: "EWSR1::ATF1 in a submitted clear cell sarcoma: it also defines angiomatoid fibrous histiocytoma.",
    source: "Requirement R18; PMC9329182.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let mut raised = Vec::new();
    for (index, item) in view.indexed() {
        let occurs_here = item.links().any(|(matched, _)| is_here(matched.relation));
        // A single report elsewhere does not make an alteration unspecific, nor does a second hit
        // such as TP53 that many tumours share.
        let elsewhere: Vec<_> = item
            .links()
            .filter(|(matched, _)| !is_here(matched.relation))
            .filter(|(_, assertion)| match assertion.strength {
                Strength::Defining => true,
                Strength::Recurrent => !assertion.shared,
                Strength::Reported => false,
            })
            .collect();
        if !occurs_here || elsewhere.is_empty() {
            continue;
        }
        let here = item
            .links()
            .filter(|(matched, _)| is_here(matched.relation));
        // A fusion is no such second hit: once it is raised, every tumour that carries it is named.
        let is_fusion = matches!(item.observed.alteration, Alteration::Fusion(_));
        let elsewhere: Vec<_> = item
            .links()
            .filter(|(matched, _)| !is_here(matched.relation))
            .filter(|(_, assertion)| match assertion.strength {
                Strength::Defining => true,
                Strength::Recurrent => is_fusion || !assertion.shared,
                Strength::Reported => false,
            })
            .collect();
        let entities = || {
            here.clone()
                .chain(elsewhere.iter().copied())
                .map(|(_, assertion)| &assertion.entity)
        };
        let behaviours: BTreeSet<_> = entities()
            .filter_map(|id| view.subject.knowledge.entities.get(id))
            .map(|entity| entity.behaviour)
            .collect();
        let of_behaviour = if behaviours.len() > 1 {
            ", of different behaviour"
        } else {
            ""
        };
        let message = format!(
            "{} occurs in {}{of_behaviour}; it does not separate them. Morphology and \
             immunohistochemistry decide.",
            item.label(),
            view.names(entities())
        );
        raised.push(Raised::finding(view, index, RULE.code, message));
    }
    raised
}

fn is_here(relation: EntityRelation) -> bool {
    relation.applies() || relation == EntityRelation::Broader
}
