//! KB-LOCAL: A line of a laboratory's overlay was used.

use crate::domain::{AssertionId, Layer, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::KbLocal,
    checks: "A line of a laboratory's overlay was used.",
    why: "What a laboratory added has not been through the knowledge base's own review.",
    example: "An overlay adds a fusion partner.",
    source: "Architecture of the knowledge base, overlays.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let message = |id: &AssertionId| format!("Local rule {id} applied.");
    let of_findings = view.indexed().flat_map(|(index, item)| {
        item.diagnostic()
            .filter(|(_, assertion)| assertion.layer == Layer::Local)
            .map(move |(_, assertion)| {
                Raised::finding(view, index, RULE.code, message(&assertion.id))
            })
    });
    let lines = view.lines();
    let of_lines = lines
        .iter()
        .filter(|line| line.assertion.layer == Layer::Local)
        .map(|line| Raised::line(view, line, RULE.code, message(&line.assertion.id)));
    of_findings.chain(of_lines).collect()
}
