//! FUS-RECIPROCAL-ONLY: Only the reverse product of a known fusion was seen.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusReciprocalOnly,
    checks: "Only the reverse product of a known fusion was seen.",
    why: "The reverse transcript shows that the two genes are joined, not that the driver is made.",
    example: "FLI1::EWSR1 without EWSR1::FLI1.",
    source: "Requirement R27.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter(|(_, item, _)| {
            let mut full = item
                .matches
                .iter()
                .filter(|matched| matched.degree.is_full());
            let any = full.clone().next().is_some();
            any && full.all(|matched| matched.reciprocal_only)
        })
        .map(|(index, _, fusion)| {
            let message = format!(
                "Only the reciprocal {} was seen; the driver orientation was not.",
                fusion.label()
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
