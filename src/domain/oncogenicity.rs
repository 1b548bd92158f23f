//! Whether a small variant makes a tumour grow, by the points of ClinGen, CGC and VICC (2022). A
//! statement about the variant; what it means for a patient stands elsewhere (requirement R32).

use crate::domain::AssertionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The standard whose criteria and points are used.
pub const ONCOGENICITY_STANDARD: &str = "ClinGen/CGC/VICC 2022: Horak P et al. Standards for the \
    classification of pathogenicity of somatic variants in cancer (oncogenicity). Genet Med 2022 \
    (PMID:35101336, PMC9081216)";

/// The words that stand with every class.
pub const ONCOGENICITY_AWAITS: &str = "computed, awaits review";

/// What the points say of a small variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Oncogenicity {
    /// The class by the points that could be given.
    pub class: OncogenicityClass,
    /// Sum of the points given.
    pub points: i32,
    /// Both in a sentence. Where data are wanting that could lift the class, it says that the class is
    /// open: that a program has no data is no sign that a known driver is uncertain.
    pub text: String,
    /// The criteria that are met, in the standard's order.
    pub criteria: Vec<CriterionMet>,
    /// The criteria for which data are wanting. No point is given or taken for them.
    pub not_assessed: Vec<CriterionOpen>,
    /// Always [`ONCOGENICITY_AWAITS`] in a draft.
    pub review_status: String,
    /// The standard.
    pub standard: String,
}

/// A criterion that is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CriterionMet {
    /// The criterion.
    pub code: Criterion,
    /// Its points.
    pub points: i32,
    /// Why it was given.
    pub why: String,
    /// Assertions of the knowledge base that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assertions: Vec<AssertionId>,
}

/// A criterion that could not be assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CriterionOpen {
    /// The criterion.
    pub code: Criterion,
    /// What is wanting.
    pub why: String,
}

/// The class of a sum of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the standard's names")]
pub enum OncogenicityClass {
    Oncogenic,
    LikelyOncogenic,
    UncertainSignificance,
    LikelyBenign,
    Benign,
}

impl OncogenicityClass {
    /// The standard's class of that many points.
    pub fn of_points(points: i32) -> Self {
        match points {
            10.. => Self::Oncogenic,
            6..=9 => Self::LikelyOncogenic,
            0..=5 => Self::UncertainSignificance,
            -6..=-1 => Self::LikelyBenign,
            ..=-7 => Self::Benign,
        }
    }
}

impl fmt::Display for OncogenicityClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Oncogenic => "oncogenic",
            Self::LikelyOncogenic => "likely oncogenic",
            Self::UncertainSignificance => "uncertain significance",
            Self::LikelyBenign => "likely benign",
            Self::Benign => "benign",
        })
    }
}

/// A criterion of the standard: O oncogenic, SB benign; VS very strong, S strong, M moderate, P
/// supporting.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "UPPERCASE")]
pub enum Criterion {
    /// Null variant in a tumour suppressor.
    Ovs1,
    /// The same change of the protein as a known oncogenic variant.
    Os1,
    /// Functional studies show an oncogenic effect.
    Os2,
    /// A hotspot of 50 samples or more.
    Os3,
    /// In a critical part of a functional domain.
    Om1,
    /// The protein's length is changed in frame.
    Om2,
    /// Missense where another missense variant is known to be oncogenic.
    Om3,
    /// A hotspot of fewer than 50 samples.
    Om4,
    /// Computation supports an effect.
    Op1,
    /// A malignancy with a single genetic cause.
    Op2,
    /// A hotspot of few samples with this change.
    Op3,
    /// Absent from population databases.
    Op4,
    /// More than 5 % of a population carry it.
    Sbvs1,
    /// More than 1 % of a population carry it.
    Sbs1,
    /// Functional studies show no oncogenic effect.
    Sbs2,
    /// Computation supports no effect.
    Sbp1,
    /// Synonymous, without effect on splicing.
    Sbp2,
}

impl Criterion {
    /// The points that the standard gives for it.
    pub fn points(self) -> i32 {
        match self {
            Self::Ovs1 => 8,
            Self::Os1 | Self::Os2 | Self::Os3 => 4,
            Self::Om1 | Self::Om2 | Self::Om3 | Self::Om4 => 2,
            Self::Op1 | Self::Op2 | Self::Op3 | Self::Op4 => 1,
            Self::Sbvs1 => -8,
            Self::Sbs1 | Self::Sbs2 => -4,
            Self::Sbp1 | Self::Sbp2 => -1,
        }
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ovs1 => "OVS1",
            Self::Os1 => "OS1",
            Self::Os2 => "OS2",
            Self::Os3 => "OS3",
            Self::Om1 => "OM1",
            Self::Om2 => "OM2",
            Self::Om3 => "OM3",
            Self::Om4 => "OM4",
            Self::Op1 => "OP1",
            Self::Op2 => "OP2",
            Self::Op3 => "OP3",
            Self::Op4 => "OP4",
            Self::Sbvs1 => "SBVS1",
            Self::Sbs1 => "SBS1",
            Self::Sbs2 => "SBS2",
            Self::Sbp1 => "SBP1",
            Self::Sbp2 => "SBP2",
        })
    }
}
