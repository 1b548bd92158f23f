//! Copy numbers against `amplification`, `gain`, `loss`, `deletion`.

use crate::domain::{CopyNumber, CopyNumberCall, MatchDegree, Pattern};
use crate::matching::Met;

/// How `pattern` is met. An amplification is a gain too, and no copy left is a loss too; a gain
/// of a gene whose amplification is looked for meets the gene alone, as does a loss where a
/// deletion is looked for.
pub(super) fn meets(copy_number: &CopyNumber, pattern: &Pattern) -> Option<Met> {
    let (gene, wanted) = match pattern {
        Pattern::CopyNumber { gene, call } => (gene, *call),
        Pattern::Fusion { .. }
        | Pattern::Variant { .. }
        | Pattern::Duplication { .. }
        | Pattern::Rearrangement { .. }
        | Pattern::AtLeast { .. }
        | Pattern::MsiHigh => return None,
    };
    if copy_number.gene.as_ref() != Some(gene) {
        return None;
    }
    use CopyNumberCall::{Amplification, Deletion, Gain, Loss, Neutral};
    match (copy_number.call, wanted) {
        (Amplification, Amplification | Gain)
        | (Gain, Gain)
        | (Deletion, Deletion | Loss)
        | (Loss, Loss) => Some(Met::as_is(MatchDegree::Exact)),
        (Gain, Amplification) | (Loss, Deletion) => Some(Met::as_is(MatchDegree::Gene)),
        (Amplification | Gain | Neutral | Loss | Deletion, _) => None,
    }
}
