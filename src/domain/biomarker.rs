//! A measure of the whole sample, never a single variant.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What is measured.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Tumour mutational burden, mutations per megabase.
    Tmb,
    /// Microsatellite instability: a state.
    Msi,
    /// Share of the mutations that carry an ultraviolet signature, 0 to 1.
    UvSignature,
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tmb => "TMB",
            Self::Msi => "MSI",
            Self::UvSignature => "UV signature",
        })
    }
}

/// State of the microsatellites.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum MsiState {
    /// Stable.
    Stable,
    /// Highly unstable.
    High,
    /// Could not be told.
    NotEvaluable,
}

impl fmt::Display for MsiState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Stable => "stable",
            Self::High => "high",
            Self::NotEvaluable => "not evaluable",
        })
    }
}

/// What was measured of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum BiomarkerValue {
    /// A number in the measure's unit.
    Number(f64),
    /// A state of the microsatellites.
    State(MsiState),
}

/// A measure of the whole sample as observed or declared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Biomarker {
    /// What is measured.
    pub measure: Measure,
    /// The value.
    pub value: BiomarkerValue,
    /// Its unit in words; empty for a state.
    pub unit: String,
}

impl Biomarker {
    /// `TMB 12.4/Mb`, `MSI high`.
    pub fn label(&self) -> String {
        match self.value {
            BiomarkerValue::Number(number) => format!("{} {number}{}", self.measure, self.unit),
            BiomarkerValue::State(state) => format!("{} {state}", self.measure),
        }
    }
}
