//! TX-PROGNOSTIC-ONLY: A finding is linked to the course of the submitted entity.

use crate::domain::{Asserted, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxPrognosticOnly,
    checks: "A finding is linked to the course of the submitted entity.",
    why: "A prognostic alteration is no target and never enters the associations with therapy.",
    example: "CTNNB1 p.S45F in a desmoid.",
    source: "Requirement R25.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.indexed()
        .filter(|(_, item)| {
            item.matches.iter().any(|matched| match &matched.asserted {
                Asserted::Prognostic(_) => matched.relation.applies(),
                Asserted::Diagnostic(_)
                | Asserted::Expected(_)
                | Asserted::Therapeutic(_)
                | Asserted::Germline(_) => false,
            })
        })
        .map(|(index, _)| Raised::finding(view, index, RULE.code, "Prognostic association only."))
        .collect()
}
