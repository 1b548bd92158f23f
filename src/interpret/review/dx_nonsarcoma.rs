//! DX-NONSARCOMA: An alteration seen in full on good evidence defines tumours that are no sarcoma, and does not occur in the submitted entity.

use crate::domain::{EntityId, ReasonCode, Strength};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxNonsarcoma,
    checks: "An alteration seen in full on good evidence defines tumours that are no sarcoma, and does not occur in the submitted entity.",
    why: "Carcinoma, melanoma and NUT carcinoma mimic sarcoma; each is another disease with another course.",
    example: "BRD4::NUTM1 in a submitted synovial sarcoma.",
    source: "Review reasons page, DX-NONSARCOMA.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if view.subject.declared.is_some_and(|entity| !entity.sarcoma) {
        return Vec::new();
    }
    let is_sarcoma = |id: &EntityId| {
        let entity = view.subject.knowledge.entities.get(id);
        entity.is_none_or(|entity| entity.sarcoma)
    };
    view.indexed()
        .filter_map(|(index, item)| {
            let occurs_here = item.links().any(|(matched, _)| matched.relation.applies());
            let defined: Vec<&EntityId> = item
                .links()
                .filter(|(matched, assertion)| {
                    assertion.strength == Strength::Defining
                        && !assertion.shared
                        && item.is_adequate(matched)
                })
                .map(|(_, assertion)| &assertion.entity)
                .collect();
            let others: Vec<&EntityId> = defined
                .iter()
                .copied()
                .filter(|id| !is_sarcoma(id))
                .collect();
            // Without a histotype an alteration that sarcomas share raises nothing yet.
            let open = view.subject.histotype().is_none() && others.len() < defined.len();
            if occurs_here || open || others.is_empty() {
                return None;
            }
            let message = format!(
                "The profile raises a non-sarcoma differential: {}.",
                view.names(others)
            );
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
