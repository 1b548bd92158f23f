//! DNA rearrangements against `rearrangement GENE`, and against fusions by their genes; changes
//! within one gene against `loss GENE`.

use crate::domain::{
    CopyNumberCall, ExonChange, ExonChangeKind, MatchDegree, Pattern, Rearrangement,
};
use crate::matching::Met;

/// How `pattern` is met. Two joined ends in the two genes of a known fusion meet the pair; that
/// the order in a transcript is not known from DNA is weighed with the evidence.
pub(super) fn meets(rearrangement: &Rearrangement, pattern: &Pattern) -> Option<Met> {
    if let Some(change) = rearrangement.within_gene {
        return within_gene(rearrangement, change, pattern);
    }
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

/// Lost exons are a loss of the gene, whether or not the other copy is there; a pattern that wants
/// both gone is met in part. Nothing within a gene is a break with a partner.
fn within_gene(event: &Rearrangement, change: ExonChange, pattern: &Pattern) -> Option<Met> {
    match (pattern, change.kind) {
        (Pattern::CopyNumber { gene, call }, ExonChangeKind::Deletion)
            if event.genes.contains(gene) =>
        {
            match call {
                CopyNumberCall::Loss => Some(Met::as_is(MatchDegree::Exact)),
                CopyNumberCall::Deletion => Some(Met::as_is(MatchDegree::Gene)),
                CopyNumberCall::Amplification | CopyNumberCall::Gain | CopyNumberCall::Neutral => {
                    None
                }
            }
        }
        (
            Pattern::CopyNumber { .. },
            ExonChangeKind::Deletion | ExonChangeKind::Inversion | ExonChangeKind::Unclear,
        )
        | (
            Pattern::Fusion { .. }
            | Pattern::Variant { .. }
            | Pattern::Duplication { .. }
            | Pattern::Rearrangement { .. }
            | Pattern::AtLeast { .. }
            | Pattern::MsiHigh,
            _,
        ) => None,
    }
}
