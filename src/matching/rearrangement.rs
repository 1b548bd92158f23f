//! DNA rearrangements against `rearrangement GENE`, and against fusions by their genes.

use crate::domain::{MatchDegree, Pattern, Rearrangement};
use crate::matching::Met;

/// How `pattern` is met. Two joined ends in the two genes of a known fusion meet the pair; that
/// the order in a transcript is not known from DNA is weighed with the evidence.
pub(super) fn meets(rearrangement: &Rearrangement, pattern: &Pattern) -> Option<Met> {
    match pattern {
        Pattern::Rearrangement { gene } => rearrangement
            .genes
            .contains(gene)
            .then_some(Met::as_is(MatchDegree::Exact)),
        Pattern::Fusion {
            five_prime,
            three_prime,
        } => {
            let [one, other] = rearrangement.genes.as_slice() else {
                return None;
            };
            let pair = (five_prime.names(one) && three_prime.names(other))
                || (five_prime.names(other) && three_prime.names(one));
            pair.then_some(Met::as_is(MatchDegree::Pair))
        }
        Pattern::Variant { .. }
        | Pattern::CopyNumber { .. }
        | Pattern::Duplication { .. }
        | Pattern::AtLeast { .. }
        | Pattern::MsiHigh => None,
    }
}
