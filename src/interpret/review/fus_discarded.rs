//! FUS-DISCARDED: A known fusion stands only in a list of candidates that the caller discarded.

use crate::domain::ReasonCode;
use crate::interpret::Concern;
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusDiscarded,
    checks: "A known fusion stands only in a list of candidates that the caller discarded.",
    why: "A trace may be the tumour's fusion at low level or noise; it never supports a diagnosis.",
    example: "EWSR1::FLI1 in Arriba's fusions.discarded.tsv, filter min_support.",
    source: "Requirement R27.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.with_concern(Concern::Discarded)
        .map(|(index, item)| {
            let places: BTreeSet<String> = item
                .observed
                .calls
                .iter()
                .map(|call| {
                    let file = view.file_name(call.origin.input);
                    let why = call.standing.rule().unwrap_or_default();
                    format!("{file}, {why}")
                })
                .collect();
            let places: Vec<String> = places.into_iter().collect();
            let message = format!(
                "Sub-threshold trace of {} in {}. Not reported as detected.",
                item.label(),
                places.join("; ")
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
