//! A change of a gene's copy number.

use crate::domain::{Assembly, Fraction, GeneSymbol};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What the number of copies amounts to.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum CopyNumberCall {
    /// Many copies.
    Amplification,
    /// Some more copies than expected, fewer than an amplification.
    Gain,
    /// As expected.
    Neutral,
    /// Fewer copies than expected, at least one left, or the number not known.
    Loss,
    /// No copy left (homozygous deletion).
    Deletion,
}

impl CopyNumberCall {
    /// What a total number of copies amounts to in a genome of about two, and the rule in words:
    /// none left is a deletion, fewer than two a loss, eight and more an amplification. The
    /// thresholds are this program's convention, printed with each call; no paper is claimed.
    pub fn of_copies(copies: f64) -> (Self, &'static str) {
        if copies < 0.5 {
            (Self::Deletion, "fewer than 0.5 copies count as none left")
        } else if copies < 1.5 {
            (Self::Loss, "fewer than 1.5 copies count as a loss")
        } else if copies < 2.5 {
            (Self::Neutral, "1.5 to 2.5 copies count as neutral")
        } else if copies < 8.0 {
            (
                Self::Gain,
                "more than 2.5 and fewer than 8 copies count as a gain",
            )
        } else {
            (
                Self::Amplification,
                "8 copies and more count as an amplification",
            )
        }
    }
}

impl fmt::Display for CopyNumberCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Amplification => "amplification",
            Self::Gain => "gain",
            Self::Neutral => "neutral",
            Self::Loss => "loss",
            Self::Deletion => "deletion",
        })
    }
}

/// The copy number of one gene as observed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CopyNumber {
    /// `None` where the assembly could not be told.
    pub assembly: Option<Assembly>,
    /// The gene.
    pub gene: GeneSymbol,
    /// Total copies in the tumour. `None` where the file gives another measure.
    pub copies: Option<f64>,
    /// Base-2 logarithm of the ratio to the expected copies. `None` likewise.
    pub log2_ratio: Option<f64>,
    /// Ratio to the expected copies. `None` likewise.
    pub fold_change: Option<f64>,
    /// What it amounts to.
    pub call: CopyNumberCall,
    /// In words: by which threshold, or that the file states the call.
    pub threshold: String,
    /// Tumour content used by the caller. `None` where not stated.
    pub purity: Option<Fraction>,
    /// Mean copies over the genome. `None` where not stated.
    pub ploidy: Option<f64>,
    /// The FILTER column where the file has one.
    #[serde(default)]
    pub filter: Vec<String>,
}

impl CopyNumber {
    /// `MDM2 amplification`.
    pub fn label(&self) -> String {
        format!("{} {}", self.gene, self.call)
    }
}
