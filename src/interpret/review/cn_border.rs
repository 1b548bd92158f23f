//! CN-BORDER: A gain of MDM2, CDK4 or MYC below the threshold of an amplification.

use crate::domain::{CopyNumberCall, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::CnBorder,
    checks: "A gain of MDM2, CDK4 or MYC below the threshold of an amplification.",
    why: "Low gain also comes from polysomy; FISH tells them apart.",
    example: "MDM2 at 5 copies in a submitted lipoma.",
    source: "Requirement R38; Cancer Care Ontario guideline, PMID:32092619.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.copy_numbers()
        .filter(|(_, _, found)| {
            found.call == CopyNumberCall::Gain
                && found
                    .gene
                    .as_ref()
                    .is_some_and(|gene| matches!(gene.as_str(), "MDM2" | "CDK4" | "MYC"))
        })
        .map(|(index, _, found)| {
            let value = found
                .copies
                .map_or("not stated".to_owned(), |copies| copies.to_string());
            let message = format!(
                "Copy number {value}, threshold: {}: borderline. FISH can settle it.",
                found.threshold
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
