//! TX-OTHER-ENTITY: An association was shown in another sarcoma than the submitted one.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxOtherEntity,
    checks: "An association was shown in another sarcoma than the submitted one.",
    why: "The same alteration can mean something else in another subtype.",
    example: "An association shown in infantile fibrosarcoma, the submitted diagnosis another.",
    source: "Requirement R06.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.lines()
        .iter()
        .filter(|line| !line.relation.applies() && view.in_sarcoma(line))
        .map(|line| {
            let message = format!(
                "Evidence comes from {}; it may not transfer to {}.",
                view.names(line.assertion.context.entities()),
                view.subject.submitted_name()
            );
            Raised::line(view, line, RULE.code, message)
        })
        .collect()
}
