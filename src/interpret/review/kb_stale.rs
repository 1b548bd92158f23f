//! KB-STALE: At the date of the report the last review of the submitted entity's entry, or of an association's, is longer ago than knowledge.review_months. Without a date of the report nothing is said.

use crate::domain::{AssertionId, Day, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::KbStale,
    checks: "At the date of the report the last review of the submitted entity's entry, or of an association's, is longer ago than knowledge.review_months. Without a date of the report nothing is said.",
    why: "What was known at the last review may have changed since.",
    example: "An entry reviewed in 2026 in a report of 2028.",
    source: "Requirement R29.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let Some(today) = view.subject.report_date else {
        return Vec::new();
    };
    let months = view.subject.config.knowledge.review_months;
    let knowledge = view.subject.knowledge;
    let overdue = |reviewed: Day| reviewed.months_later(months).is_some_and(|due| due < today);
    let message = |what: &str, reviewed: Day| format!("Entry {what} last reviewed {reviewed}.");
    let mut raised = Vec::new();
    if let Some(histotype) = view.subject.histotype()
        && let Some(reviewed) = knowledge.reviewed_on(&AssertionId(histotype.id.to_string()))
        && overdue(reviewed)
    {
        let message = message(histotype.id.as_str(), reviewed);
        raised.push(Raised::case(RULE.code, message));
    }
    for line in view.lines() {
        let reviewed = knowledge.reviewed_on(&line.assertion.id);
        if let Some(reviewed) = reviewed.filter(|reviewed| overdue(*reviewed)) {
            let message = message(&line.assertion.id.to_string(), reviewed);
            raised.push(Raised::line(view, &line, RULE.code, message));
        }
    }
    raised
}
