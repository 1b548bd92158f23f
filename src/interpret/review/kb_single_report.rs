//! KB-SINGLE-REPORT: The link between a finding and the submitted entity rests on one case report.

use crate::domain::{ReasonCode, StudyKind};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::KbSingleReport,
    checks: "The link between a finding and the submitted entity rests on one case report.",
    why: "One case is no rule.",
    example: "A fusion reported once in the submitted entity.",
    source: "Curation rules of the knowledge base.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.indexed()
        .filter(|(_, item)| {
            item.links().any(|(matched, assertion)| {
                matched.relation.applies()
                    && matches!(
                        assertion.evidence.as_slice(),
                        [one] if one.kind == StudyKind::CaseReport
                    )
            })
        })
        .map(|(index, _)| Raised::finding(view, index, RULE.code, "Based on a single report."))
        .collect()
}
