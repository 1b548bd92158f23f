//! DX-BENIGN-MIMIC: An alteration is also recurrent in entities on the other side of malignancy than the submitted one.

use crate::domain::{Behaviour, EntityId, EntityRelation, ReasonCode, Strength};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxBenignMimic,
    checks: "An alteration is also recurrent in entities on the other side of malignancy than the submitted one.",
    why: "Behaviour cannot be read off an alteration that benign and malignant tumours share.",
    example: "EWSR1::ATF1 in a submitted clear cell sarcoma: angiomatoid fibrous histiocytoma rarely metastasises.",
    source: "Requirement R18.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let Some(submitted) = view.subject.histotype() else {
        return Vec::new();
    };
    let is_malignant = submitted.behaviour == Behaviour::Malignant;
    if submitted.behaviour == Behaviour::Uncertain {
        return Vec::new();
    }
    let is_mimic = |behaviour: Behaviour| match behaviour {
        Behaviour::Malignant => !is_malignant,
        Behaviour::Benign
        | Behaviour::IntermediateLocallyAggressive
        | Behaviour::IntermediateRarelyMetastasising => is_malignant,
        Behaviour::Uncertain => false,
    };
    view.indexed()
        .filter_map(|(index, item)| {
            let mimics: Vec<&EntityId> = item
                .links()
                .filter(|(matched, _)| matched.relation == EntityRelation::Different)
                .filter(|(_, assertion)| assertion.strength != Strength::Reported)
                .filter(|(_, assertion)| !assertion.shared)
                .filter_map(|(_, assertion)| {
                    let entity = view.subject.knowledge.entities.get(&assertion.entity)?;
                    is_mimic(entity.behaviour).then_some(&entity.id)
                })
                .collect();
            if mimics.is_empty() {
                return None;
            }
            let message = format!(
                "The same alteration occurs in {}; behaviour cannot be inferred from it.",
                view.names(mimics)
            );
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
