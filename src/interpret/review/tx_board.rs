//! TX-BOARD: Every association with an agent.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxBoard,
    checks: "Every association with an agent.",
    why: "An association is for discussion by a sarcoma board; no line of the report is more than that, and none can be rendered without this reason.",
    example: "Imatinib in a GIST with a KIT exon 11 mutation.",
    source: "Requirement R08.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.lines()
        .iter()
        .map(|line| {
            let message = "Association for discussion by a sarcoma multidisciplinary board; \
                           not a treatment recommendation.";
            Raised::line(view, line, RULE.code, message)
        })
        .collect()
}
