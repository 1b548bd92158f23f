//! A stretch of one gene that stands twice in a row.

use crate::domain::{Assembly, Chromosome, Frame, GeneSymbol};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An internal tandem duplication (ITD) as observed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TandemDuplication {
    /// `None` where the assembly could not be told.
    pub assembly: Option<Assembly>,
    /// The gene.
    pub gene: GeneSymbol,
    /// The chromosome. `None` where the file does not say.
    pub chrom: Option<Chromosome>,
    /// First duplicated base, 1-based.
    pub start: Option<u64>,
    /// Last duplicated base, 1-based, included.
    pub end: Option<u64>,
    /// Duplicated bases. `None` where the ends are unknown; for a transcript it holds introns.
    pub size_bp: Option<u64>,
    /// First exon doubled, from 1. `None` where the file names no exons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_exon: Option<u32>,
    /// Last exon doubled, from 1. `None` likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_exon: Option<u32>,
    /// Frame as the caller gave it.
    pub frame: Frame,
    /// Reads across the junction. `None` where the file does not say.
    pub split_reads: Option<u32>,
    /// Read pairs on either side of it. `None` likewise.
    pub spanning_pairs: Option<u32>,
    /// Callers that saw it, sorted.
    pub callers: Vec<String>,
}

impl TandemDuplication {
    /// All supporting reads and pairs. `None` where the file does not say.
    pub fn support(&self) -> Option<u32> {
        match (self.split_reads, self.spanning_pairs) {
            (None, None) => None,
            (split, pairs) => Some(
                split
                    .unwrap_or_default()
                    .saturating_add(pairs.unwrap_or_default()),
            ),
        }
    }

    /// `BCOR ITD`.
    pub fn label(&self) -> String {
        format!("{} ITD", self.gene)
    }
}
