//! FUS-PARTNER-UNKNOWN: A fusion has a known gene on one side and none on the other.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusPartnerUnknown,
    checks: "A fusion has a known gene on one side and none on the other.",
    why: "Half a fusion does not tell the tumour; the other half has to be found by another method.",
    example: "EWSR1 joined to a place between genes.",
    source: "Requirement R26.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter_map(|(index, _, fusion)| {
            let known = match (&fusion.five_prime.gene, &fusion.three_prime.gene) {
                (Some(gene), None) | (None, Some(gene)) => gene,
                (Some(_), Some(_)) | (None, None) => return None,
            };
            let message = format!("Only {known} was identified.");
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
