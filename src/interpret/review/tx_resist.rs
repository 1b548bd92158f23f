//! TX-RESIST: An association is one of resistance.

use crate::domain::{Direction, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxResist,
    checks: "An association is one of resistance.",
    why: "Resistance outranks sensitivity of the same gene and stands above it.",
    example: "PDGFRA p.D842V and imatinib.",
    source: "Requirement R37.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.lines()
        .iter()
        .filter(|line| line.assertion.direction == Direction::Resistance)
        .map(|line| {
            let message = format!(
                "Associated with resistance to {}.",
                line.assertion.agents.join(", ")
            );
            Raised::line(view, line, RULE.code, message)
        })
        .collect()
}
