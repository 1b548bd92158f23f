//! Who gets a tumour and where, and what other tests show of it.

use crate::domain::Evidence;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What the patient's age says (review reason DX-SITE-AGE).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeNote {
    /// A sentence for the reader.
    pub note: String,
    /// Below this age in years the diagnosis is unusual. `None`: no such limit.
    pub unusual_below_years: Option<f64>,
    /// Above this age in years it is unusual. `None`: no such limit.
    pub unusual_above_years: Option<f64>,
    /// Sources.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

impl AgeNote {
    /// Whether the diagnosis is unusual at this age.
    pub fn is_unusual_at(&self, years: f64) -> bool {
        self.unusual_below_years.is_some_and(|least| years < least)
            || self.unusual_above_years.is_some_and(|most| years > most)
    }
}

/// What the tumour's site says (review reason DX-SITE-AGE).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteNote {
    /// A sentence for the reader.
    pub note: String,
    /// A submitted site that holds one of these words is unusual.
    #[serde(default)]
    pub unusual: Vec<String>,
    /// Sources.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// A test by another method than sequencing, and what its results mean in one entity.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfirmatoryTest {
    /// Identifier.
    pub id: crate::domain::AssertionId,
    /// The entity.
    pub entity: crate::domain::EntityId,
    /// As a laboratory calls it: `STAT6 immunohistochemistry`.
    pub test: String,
    /// How it is done.
    pub method: TestMethod,
    /// What a positive result means.
    pub positive: String,
    /// What a negative result means.
    pub negative: String,
    /// Sources.
    pub evidence: Vec<Evidence>,
    /// The support could not be verified yet.
    pub provisional: bool,
}

/// How a confirmatory test is done.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum TestMethod {
    /// Immunohistochemistry.
    Ihc,
    /// In situ hybridisation, fluorescent or chromogenic.
    Fish,
    /// Another molecular test: RT-PCR, targeted sequencing.
    Molecular,
    /// Methylation profile.
    Methylation,
    /// A test of blood or urine.
    Serology,
    /// Imaging.
    Imaging,
}

impl fmt::Display for TestMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ihc => "immunohistochemistry",
            Self::Fish => "in situ hybridisation",
            Self::Molecular => "molecular test",
            Self::Methylation => "methylation profile",
            Self::Serology => "blood or urine test",
            Self::Imaging => "imaging",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_outside_the_limits_is_unusual() {
        let note = AgeNote {
            note: "Almost all are infants.".to_owned(),
            unusual_below_years: None,
            unusual_above_years: Some(5.0),
            evidence: Vec::new(),
        };
        assert!(!note.is_unusual_at(0.0));
        assert!(!note.is_unusual_at(5.0));
        assert!(note.is_unusual_at(40.0));
    }
}
