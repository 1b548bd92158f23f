//! Measures of the sample against `biomarker …`.

use crate::domain::{Biomarker, BiomarkerValue, MatchDegree, Measure, MsiState, Pattern};
use crate::matching::Met;

/// How `pattern` is met.
pub(super) fn meets(biomarker: &Biomarker, pattern: &Pattern) -> Option<Met> {
    let full = match (pattern, biomarker.value) {
        (Pattern::AtLeast { measure, threshold }, BiomarkerValue::Number(value)) => {
            biomarker.measure == *measure && value >= *threshold
        }
        (Pattern::MsiHigh, BiomarkerValue::State(state)) => {
            biomarker.measure == Measure::Msi && state == MsiState::High
        }
        (Pattern::AtLeast { .. } | Pattern::MsiHigh, _)
        | (
            Pattern::Fusion { .. }
            | Pattern::Variant { .. }
            | Pattern::CopyNumber { .. }
            | Pattern::Duplication { .. }
            | Pattern::Rearrangement { .. },
            _,
        ) => false,
    };
    full.then_some(Met::as_is(MatchDegree::Exact))
}
