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
    /// Share of the mutations that carry another signature, 0 to 1; `name` says which.
    Signature,
    /// Homologous recombination deficiency: a score or probability; the unit says of which tool.
    Hrd,
    /// Tumour content as a tool estimates it, 0 to 1.
    Purity,
    /// Mean copies over the tumour's genome.
    Ploidy,
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tmb => "TMB",
            Self::Msi => "MSI",
            Self::UvSignature => "UV signature",
            Self::Signature => "Signature",
            Self::Hrd => "HRD",
            Self::Purity => "Purity",
            Self::Ploidy => "Ploidy",
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
    /// Which of several such measures (`SBS2`). `None` where there is only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The value.
    pub value: BiomarkerValue,
    /// Its unit in words; empty for a state.
    pub unit: String,
}

impl Biomarker {
    /// A number in `unit`.
    pub fn number(measure: Measure, value: f64, unit: &str) -> Self {
        Self {
            measure,
            name: None,
            value: BiomarkerValue::Number(value),
            unit: unit.to_owned(),
        }
    }

    /// A state of the microsatellites.
    pub fn msi(state: MsiState) -> Self {
        Self {
            measure: Measure::Msi,
            name: None,
            value: BiomarkerValue::State(state),
            unit: String::new(),
        }
    }

    /// `TMB 12.4/Mb`, `MSI high`, `Signature SBS2 0.12`.
    pub fn label(&self) -> String {
        let measure = match &self.name {
            Some(name) => format!("{} {name}", self.measure),
            None => self.measure.to_string(),
        };
        match self.value {
            BiomarkerValue::Number(number) => format!("{measure} {number}{}", self.unit),
            BiomarkerValue::State(state) => format!("{measure} {state}"),
        }
    }
}
