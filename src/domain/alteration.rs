//! What is observed, of whatever kind.

use crate::domain::{
    Assembly, Biomarker, CopyNumber, Fusion, GeneSymbol, Rearrangement, SmallVariant,
    TandemDuplication,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An observed alteration. Each stage matches this enum in full, so that a new kind cannot be
/// passed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", content = "alteration", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each holds the type of its name")]
pub enum Alteration {
    SmallVariant(SmallVariant),
    // In a box: it is twice the size of any other, and a large file holds small variants.
    Fusion(Box<Fusion>),
    CopyNumber(CopyNumber),
    Rearrangement(Rearrangement),
    TandemDuplication(TandemDuplication),
    Biomarker(Biomarker),
}

impl Alteration {
    /// The name people say; the same in findings and in what was not interpreted.
    pub fn label(&self) -> String {
        match self {
            Self::SmallVariant(variant) => variant.label(),
            Self::Fusion(fusion) => fusion.label(),
            Self::CopyNumber(copy_number) => copy_number.label(),
            Self::Rearrangement(rearrangement) => rearrangement.label(),
            Self::TandemDuplication(duplication) => duplication.label(),
            Self::Biomarker(biomarker) => biomarker.label(),
        }
    }

    /// The fusion. `None` for any other kind.
    pub fn as_fusion(&self) -> Option<&Fusion> {
        match self {
            Self::Fusion(fusion) => Some(fusion),
            Self::SmallVariant(_)
            | Self::CopyNumber(_)
            | Self::Rearrangement(_)
            | Self::TandemDuplication(_)
            | Self::Biomarker(_) => None,
        }
    }

    /// The rearrangement. `None` for any other kind.
    pub fn as_rearrangement(&self) -> Option<&Rearrangement> {
        match self {
            Self::Rearrangement(rearrangement) => Some(rearrangement),
            Self::SmallVariant(_)
            | Self::CopyNumber(_)
            | Self::Fusion(_)
            | Self::TandemDuplication(_)
            | Self::Biomarker(_) => None,
        }
    }

    /// The kind's name as in `report.json`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::SmallVariant(_) => "small-variant",
            Self::Fusion(_) => "fusion",
            Self::CopyNumber(_) => "copy-number",
            Self::Rearrangement(_) => "rearrangement",
            Self::TandemDuplication(_) => "tandem-duplication",
            Self::Biomarker(_) => "biomarker",
        }
    }

    /// The genes it touches, 5' first for a fusion; none for a biomarker.
    pub fn genes(&self) -> Vec<&GeneSymbol> {
        match self {
            Self::SmallVariant(variant) => variant.gene.iter().collect(),
            Self::Fusion(fusion) => fusion.genes().collect(),
            Self::CopyNumber(copy_number) => {
                copy_number.gene.iter().chain(&copy_number.genes).collect()
            }
            Self::Rearrangement(rearrangement) => rearrangement.genes.iter().collect(),
            Self::TandemDuplication(duplication) => vec![&duplication.gene],
            Self::Biomarker(_) => Vec::new(),
        }
    }

    /// Sets the assembly where the kind has one.
    pub fn set_assembly(&mut self, assembly: Option<Assembly>) {
        match self {
            Self::SmallVariant(variant) => variant.assembly = assembly,
            Self::Fusion(fusion) => fusion.assembly = assembly,
            Self::CopyNumber(copy_number) => copy_number.assembly = assembly,
            Self::Rearrangement(rearrangement) => rearrangement.assembly = assembly,
            Self::TandemDuplication(duplication) => duplication.assembly = assembly,
            Self::Biomarker(_) => {}
        }
    }
}
