//! TX-HELD-EVIDENCE: A finding has associations with agents, and the evidence for the finding itself is weak in every one.

use crate::domain::{EntityRelation, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxHeldEvidence,
    checks: "A finding has associations with agents, and the evidence for the finding itself is weak in every one.",
    why: "An association rests on the alteration; where the alteration is not certain there is nothing to discuss yet.",
    example: "ETV6::NTRK3 with two reads.",
    source: "Requirements R05 and R27.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if view.subject.histotype().is_none() {
        return Vec::new();
    }
    view.indexed()
        .filter(|(_, item)| {
            let mut associated = item
                .therapeutic()
                .filter(|(matched, _)| matched.relation != EntityRelation::Excluded);
            let any = associated.clone().next().is_some();
            any && associated.all(|(matched, _)| !item.is_adequate(matched))
        })
        .map(|(index, item)| {
            let message = format!(
                "Therapeutic associations withheld: the evidence for {} is weak.",
                item.label()
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
