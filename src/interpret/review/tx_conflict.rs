//! TX-CONFLICT: Two associations of one finding, or of the diagnosis alone, out of different files of the knowledge base name the same agent, hold alike for the submitted entity, and point in opposite directions. One file answers one question and tells its lines of therapy apart, so its own lines are no conflict.

use crate::domain::{Direction, ReasonCode, TherapeuticAssertion};
use crate::interpret::review::{LineView, Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxConflict,
    checks: "Two associations of one finding, or of the diagnosis alone, out of different files of the knowledge base name the same agent, hold alike for the submitted entity, and point in opposite directions. One file answers one question and tells its lines of therapy apart, so its own lines are no conflict.",
    why: "Where sources disagree both are printed; taking the better one would hide the other.",
    example: "One source reports sensitivity, another no benefit of the same agent in the same tumour.",
    source: "Requirement R28.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let lines = view.lines();
    let mut raised = Vec::new();
    for line in &lines {
        for other in &lines {
            if disagree(line, other) {
                // In one order, so that both lines say the same.
                let mut both = [source(line.assertion), source(other.assertion)];
                both.sort();
                let message = format!("{} differ.", both.join(" and "));
                raised.push(Raised::line(view, line, RULE.code, message));
            }
        }
    }
    raised
}

fn disagree(line: &LineView<'_>, other: &LineView<'_>) -> bool {
    let is_for = |line: &LineView<'_>| line.assertion.direction == Direction::Sensitivity;
    let share_agent = line
        .assertion
        .agents
        .iter()
        .any(|agent| other.assertion.agents.contains(agent));
    file(line.assertion) != file(other.assertion)
        && line.finding == other.finding
        && line.relation.applies() == other.relation.applies()
        && is_for(line) != is_for(other)
        && share_agent
}

/// The file of the knowledge base that holds the assertion.
fn file(assertion: &TherapeuticAssertion) -> &str {
    assertion.id.0.split('.').next().unwrap_or_default()
}

/// The first source with the assertion and its direction, so that both can be found in the report.
fn source(assertion: &TherapeuticAssertion) -> String {
    let first = assertion
        .evidence
        .first()
        .map_or("no source", |known| known.source.as_str());
    format!("{first} [{}] ({})", assertion.id, assertion.direction)
}
