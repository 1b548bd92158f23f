//! Internal tandem duplications against `duplication GENE`.

use crate::domain::{MatchDegree, Pattern, TandemDuplication};
use crate::matching::Met;

/// How `pattern` is met.
pub(super) fn meets(duplication: &TandemDuplication, pattern: &Pattern) -> Option<Met> {
    match pattern {
        Pattern::Duplication { gene } => {
            (duplication.gene == *gene).then_some(Met::as_is(MatchDegree::Exact))
        }
        Pattern::Fusion { .. }
        | Pattern::Variant { .. }
        | Pattern::CopyNumber { .. }
        | Pattern::Rearrangement { .. }
        | Pattern::AtLeast { .. }
        | Pattern::MsiHigh => None,
    }
}
