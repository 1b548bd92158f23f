//! KB-WITHDRAWN: The approval of an agent of an association was withdrawn.

use crate::domain::{ReasonCode, RegulatoryStatus};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::KbWithdrawn,
    checks: "The approval of an agent of an association was withdrawn.",
    why: "An association may outlive the agent's approval; the reader must not learn it elsewhere.",
    example: "Tazemetostat in epithelioid sarcoma.",
    source: "Curation rules of the knowledge base.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.lines()
        .iter()
        .flat_map(|line| {
            line.assertion
                .regulatory
                .iter()
                .filter(|event| event.status == RegulatoryStatus::Withdrawn)
                .map(|event| {
                    let message = format!(
                        "{}: approval withdrawn in {} on {}.",
                        line.assertion.agents.join(", "),
                        event.region,
                        event.date
                    );
                    Raised::line(view, line, RULE.code, message)
                })
                .collect::<Vec<_>>()
        })
        .collect()
}
