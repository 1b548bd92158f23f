//! What the assay can see.

use crate::domain::{Fraction, GeneSymbol};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// What was sequenced.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Analyte {
    DNA,
    RNA,
}

/// A class of alteration an assay may detect.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Detects {
    SmallVariant,
    Fusion,
    CopyNumber,
    Rearrangement,
    Biomarker,
}

impl fmt::Display for Detects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SmallVariant => "small variants",
            Self::Fusion => "fusions",
            Self::CopyNumber => "copy number",
            Self::Rearrangement => "rearrangements",
            Self::Biomarker => "biomarkers",
        })
    }
}

/// The validated scope of an assay, from `assay.toml`. Without it nothing is reported as "not
/// detected".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assay {
    /// Its name.
    pub name: String,
    /// What it sequences.
    pub analyte: Vec<Analyte>,
    /// Which classes it detects.
    pub detects: Vec<Detects>,
    /// Genes whose fusions are seen whatever the partner; `*` is the whole transcriptome.
    #[serde(default)]
    pub fusion_genes: Vec<GeneSymbol>,
    /// Genes seen for small variants and copy number.
    #[serde(default)]
    pub genes: Vec<GeneSymbol>,
    /// Lowest validated allele fraction. `None`: not stated.
    #[serde(default)]
    pub limit_of_detection_vaf: Option<Fraction>,
    /// Lowest validated tumour content. `None`: not stated.
    #[serde(default)]
    pub min_tumour_fraction: Option<Fraction>,
    /// Lowest validated share of RNA fragments over 200 bases. `None`: not stated.
    #[serde(default)]
    pub min_dv200: Option<Fraction>,
    /// Fewest mapped reads for a fusion negative. `None`: not stated.
    #[serde(default)]
    pub min_mapped_reads: Option<u64>,
    /// Validated sensitivity by class.
    #[serde(default)]
    pub sensitivity: BTreeMap<Detects, Fraction>,
}

impl Assay {
    /// Whether a fusion of `gene` is in scope.
    pub fn sees_fusions_of(&self, gene: &GeneSymbol) -> bool {
        self.detects.contains(&Detects::Fusion)
            && self
                .fusion_genes
                .iter()
                .any(|covered| covered.as_str() == "*" || covered == gene)
    }

    /// Whether `class` of `gene` is in scope, for classes other than fusions.
    pub fn covers(&self, class: Detects, gene: &GeneSymbol) -> bool {
        self.detects.contains(&class)
            && self
                .genes
                .iter()
                .any(|covered| covered.as_str() == "*" || covered == gene)
    }
}
