//! VAR-FILTERED: A variant of the knowledge base is in the file but failed its caller's filters.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarFiltered,
    checks: "A variant of the knowledge base is in the file but failed its caller's filters.",
    why: "Filters remove true hotspots too; a known one is shown with the filter that it failed.",
    example: "KIT p.V559D, FILTER weak_evidence.",
    source: "Review reasons page, VAR-FILTERED.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.small_variants()
        .filter(|(_, item, _)| !item.observed.passed())
        .map(|(index, item, _)| {
            let rules: BTreeSet<String> = item
                .observed
                .calls
                .iter()
                .filter_map(|call| call.standing.rule())
                .collect();
            let rules: Vec<String> = rules.into_iter().collect();
            let message = format!(
                "{} present but filtered ({}).",
                item.label(),
                rules.join("; ")
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
