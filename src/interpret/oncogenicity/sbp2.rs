//! SBP2: synonymous, without effect on splicing.

use super::{Facts, Rule, Verdict};
use crate::domain::{Criterion, ProteinEffect};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    criterion: Criterion::Sbp2,
    by_effect: true,
    not_with: &[],
    assess,
};

/// The standard asks for a prediction of splicing and for conservation as well, which the program
/// has not: the point is never taken.
fn assess(facts: &Facts<'_>) -> Verdict {
    let by_change = facts
        .change
        .as_ref()
        .is_some_and(|change| change.effect == ProteinEffect::Synonymous);
    let by_term = facts
        .variant
        .consequence
        .iter()
        .any(|term| term == "synonymous_variant" || term == "synonymous");
    if by_change || by_term {
        let why = "Synonymous; its effect on splicing and the conservation of the base are not \
                   known.";
        Verdict::NotAssessed(why.to_owned())
    } else {
        Verdict::NotMet
    }
}
