//! KB-PROVISIONAL: A line of the knowledge base that a finding rests on could not be verified yet.

use crate::domain::{AssertionId, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::KbProvisional,
    checks: "A line of the knowledge base that a finding rests on could not be verified yet.",
    why: "The reader has to know how firm the ground is.",
    example: "A fusion known from a list of pairs, its paper not seen.",
    source: "Curation rules of the knowledge base.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let message = |id: &AssertionId| {
        format!("The support for this association has not been verified ({id}).")
    };
    let of_findings = view.indexed().flat_map(|(index, item)| {
        item.links()
            .filter(|(matched, assertion)| assertion.provisional && !matched.is_unspecific())
            .map(move |(_, assertion)| {
                Raised::finding(view, index, RULE.code, message(&assertion.id))
            })
    });
    let lines = view.lines();
    let of_lines = lines
        .iter()
        .filter(|line| line.assertion.provisional)
        .map(|line| Raised::line(view, line, RULE.code, message(&line.assertion.id)));
    of_findings.chain(of_lines).collect()
}
