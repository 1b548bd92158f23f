//! What was counted over all records of a sample.

use std::collections::{BTreeMap, BTreeSet};

/// Numbers over every record that passed, those outside every known gene included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Different pairs of genes by file: index in the report's `inputs`, number.
    pub fusions: BTreeMap<usize, usize>,
    /// Fusions with both breakpoints in 12q13-15, in either order of the genes.
    pub within_12q: BTreeSet<String>,
    /// Different joined ends in DNA. `None`: no file that tells them was given.
    pub rearrangements: Option<usize>,
    /// Altered segments that are long enough. `None`: no file with segments was given.
    pub altered_segments: Option<usize>,
}
