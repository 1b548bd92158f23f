//! The number of copies of a gene or of a stretch of a chromosome.

use crate::domain::{Assembly, Chromosome, Fraction, GeneSymbol};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What the number of copies amounts to.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum CopyNumberCall {
    /// Many copies.
    Amplification,
    /// Some more copies than expected, fewer than an amplification.
    Gain,
    /// As expected.
    #[default]
    Neutral,
    /// Fewer copies than expected, at least one left, or the number not known.
    Loss,
    /// No copy left (homozygous deletion).
    Deletion,
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

/// A stretch of one chromosome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Region {
    /// The chromosome.
    pub chrom: Chromosome,
    /// First base, 1-based.
    pub start: u64,
    /// Last base, 1-based, included.
    pub end: u64,
    /// Cytobands from the first to the last (`12q13.3-q15`). `None` where the assembly is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bands: Option<String>,
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}-{}", self.chrom, self.start, self.end)
    }
}

/// The copy number of one gene, or of a stretch of a chromosome, as observed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CopyNumber {
    /// `None` where the assembly could not be told.
    pub assembly: Option<Assembly>,
    /// The gene. `None` for a stretch told as a whole.
    pub gene: Option<GeneSymbol>,
    /// The segment it was measured on. `None` where the file tells of genes alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// For a stretch told as a whole: known genes in it, as the file names them or by place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub genes: Vec<GeneSymbol>,
    /// Total copies in the tumour. `None` where the file gives another measure.
    pub copies: Option<f64>,
    /// Copies of the rarer of the two alleles. `None` where the file does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minor_copies: Option<f64>,
    /// Base-2 logarithm of the ratio to the expected copies. `None` likewise.
    pub log2_ratio: Option<f64>,
    /// Ratio to the expected copies. `None` likewise.
    pub fold_change: Option<f64>,
    /// What it amounts to.
    pub call: CopyNumberCall,
    /// In words: by which threshold, or that the file states the call.
    pub threshold: String,
    /// The call is the file's own word and not worked out from a number.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_stated: bool,
    /// Tumour content, as the file or another file of the sample states it. `None` where none
    /// does.
    pub purity: Option<Fraction>,
    /// Mean copies over the genome, likewise.
    pub ploidy: Option<f64>,
    /// The FILTER column where the file has one.
    #[serde(default)]
    pub filter: Vec<String>,
}

impl CopyNumber {
    /// `MDM2 amplification`; `12q13.3-q15 gain` for a stretch.
    pub fn label(&self) -> String {
        let place = match (&self.gene, &self.region) {
            (Some(gene), _) => gene.to_string(),
            (None, Some(region)) => region.bands.clone().unwrap_or_else(|| region.to_string()),
            (None, None) => "?".to_owned(),
        };
        format!("{place} {}", self.call)
    }
}
