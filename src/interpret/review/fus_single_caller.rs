//! FUS-SINGLE-CALLER: One of several fusion callers saw the event.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusSingleCaller,
    checks: "One of several fusion callers saw the event.",
    why: "Callers differ in what they miss and what they invent; agreement is worth knowing.",
    example: "Arriba reports the fusion, STAR-Fusion does not.",
    source: "Requirement R26.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let all = view.subject.fusion_callers().len();
    view.fusions()
        .filter(|(_, item, fusion)| item.observed.passed() && fusion.callers.len() == 1 && all > 1)
        .map(|(index, _, fusion)| {
            let message = format!(
                "Seen by 1 of {all} callers ({}).",
                fusion.callers.join(", ")
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
