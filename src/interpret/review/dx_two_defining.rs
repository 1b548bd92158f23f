//! DX-TWO-DEFINING: Two findings on good evidence define entities that have none in common.

use crate::domain::{EntityId, EntityRelation, ReasonCode, Strength};
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxTwoDefining,
    checks: "Two findings on good evidence define entities that have none in common.",
    why: "Two tumours, a mix of samples or an artefact is likelier than one tumour with both.",
    example: "EWSR1::FLI1 and SS18::SSX1 in one sample.",
    source: "Review reasons page, DX-TWO-DEFINING.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let defined: Vec<BTreeSet<&EntityId>> = view
        .items
        .iter()
        .map(|item| {
            item.links()
                .filter(|(matched, assertion)| {
                    assertion.strength == Strength::Defining
                        && !assertion.shared
                        && item.is_adequate(matched)
                })
                .map(|(_, assertion)| &assertion.entity)
                .collect()
        })
        .filter(|entities: &BTreeSet<&EntityId>| !entities.is_empty())
        .collect();
    let mut raised = Vec::new();
    for (index, one) in defined.iter().enumerate() {
        for other in defined.iter().skip(index + 1) {
            let related = one
                .iter()
                .any(|a| other.iter().any(|b| related(view, a, b)));
            if !related {
                let message = format!(
                    "Defining alterations of {} and {} in one sample; check identity and \
                     contamination.",
                    view.names(one.iter().copied()),
                    view.names(other.iter().copied())
                );
                raised.push(Raised::case(RULE.code, message));
            }
        }
    }
    raised
}

/// Same entity, or one a kind of the other.
fn related(view: &View<'_>, one: &EntityId, other: &EntityId) -> bool {
    let knowledge = view.subject.knowledge;
    match knowledge.relation(knowledge.entities.get(one), other) {
        EntityRelation::Same | EntityRelation::Narrower | EntityRelation::Broader => true,
        EntityRelation::Different | EntityRelation::Excluded | EntityRelation::Undeclared => false,
    }
}
