//! DX-DISCORDANT: An alteration seen in full on good evidence defines other entities and not the submitted one, or speaks against it.

use crate::domain::{ReasonCode, Strength};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxDiscordant,
    checks: "An alteration seen in full on good evidence defines other entities and not the submitted one, or speaks against it.",
    why: "A matched drug follows from the exact subtype; while a finding contradicts the subtype, pathology comes first.",
    example: "EWSR1::FLI1 in a submitted desmoplastic small round cell tumour.",
    source: "Requirements R03, R05 and R17.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.items_at(&view.diagnosis.discordant)
        .map(|(index, item)| {
            let submitted = view.subject.submitted_name();
            let defined = view.names(
                item.links()
                    .filter(|(_, assertion)| assertion.strength == Strength::Defining)
                    .filter(|(matched, _)| !matched.relation.applies())
                    .map(|(_, assertion)| &assertion.entity),
            );
            let label = item.label();
            let contradiction = if defined.is_empty() {
                format!("{label} speaks against {submitted}.")
            } else {
                format!("{label} is strongly associated with {defined}, not with {submitted}.")
            };
            let message = format!(
                "{contradiction} Pathology review at a sarcoma reference centre is needed before \
                 any clinical use."
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
