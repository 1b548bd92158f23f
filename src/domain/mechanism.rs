//! How an alteration drives a tumour.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How an alteration is held to act.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Mechanism {
    /// A chimeric protein, mostly a transcription factor.
    ChimericProtein,
    /// A kinase made active: its domain is kept.
    KinaseActivation,
    /// Another gene's promoter drives the whole coding sequence.
    PromoterSwap,
    /// A regulatory end of the gene or its transcript is cut off.
    Truncation,
    /// Another region's enhancer raises the expression.
    Enhancer,
    /// The gene's function is lost.
    LossOfFunction,
    /// A changed protein with more, or with another, function.
    GainOfFunction,
    /// More copies of the gene.
    GeneDosage,
}

impl fmt::Display for Mechanism {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ChimericProtein => "chimeric protein",
            Self::KinaseActivation => "kinase activation",
            Self::PromoterSwap => "promoter swap",
            Self::Truncation => "truncation",
            Self::Enhancer => "enhancer",
            Self::LossOfFunction => "loss of function",
            Self::GainOfFunction => "gain of function",
            Self::GeneDosage => "gene dosage",
        })
    }
}
