//! A tumour type.

use crate::domain::{AgeNote, Day, Evidence, SiteNote};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Identifier of an entity: lower-case words joined by `-`, `ewing-sarcoma`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct EntityId(pub String);

impl EntityId {
    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for EntityId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// How a tumour type behaves, in the classes of the WHO.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Behaviour {
    /// Benign.
    Benign,
    /// Intermediate: locally aggressive.
    IntermediateLocallyAggressive,
    /// Intermediate: rarely metastasising.
    IntermediateRarelyMetastasising,
    /// Malignant.
    Malignant,
    /// Not settled.
    Uncertain,
}

impl fmt::Display for Behaviour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Benign => "benign",
            Self::IntermediateLocallyAggressive => "intermediate (locally aggressive)",
            Self::IntermediateRarelyMetastasising => "intermediate (rarely metastasising)",
            Self::Malignant => "malignant",
            Self::Uncertain => "of uncertain behaviour",
        })
    }
}

/// What kind of genome a tumour type is expected to have.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum GenomeClass {
    /// One driver, few other changes: translocation or single mutation.
    Simple,
    /// Amplification of a region (12q13-15).
    Amplified,
    /// Many structural and copy-number changes.
    Complex,
    /// Either.
    Mixed,
    /// Not curated.
    Unknown,
}

impl fmt::Display for GenomeClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Simple => "simple",
            Self::Amplified => "amplified",
            Self::Complex => "complex",
            Self::Mixed => "mixed",
            Self::Unknown => "not curated",
        })
    }
}

/// Whether sequencing is called for in a tumour type (requirement R12).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum NgsClass {
    /// Not needed for the diagnosis.
    NotNeeded,
    /// Useful in selected context.
    SelectedContext,
    /// A defining test is available by a simpler method.
    SimplerTest,
    /// Relevant for therapy in advanced disease.
    TherapyRelevant,
}

impl fmt::Display for NgsClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotNeeded => "not needed for the diagnosis",
            Self::SelectedContext => "useful in selected context",
            Self::SimplerTest => "a defining test is available by a simpler method",
            Self::TherapyRelevant => "therapy-relevant in advanced disease",
        })
    }
}

/// Whether sequencing is called for, why, and what simpler test exists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NgsIndication {
    /// The class.
    pub class: NgsClass,
    /// Why, in a sentence of our own.
    pub text: String,
    /// A simpler sufficient test (`MDM2 FISH`). `None` where there is none.
    #[serde(default)]
    pub simpler_test: Option<String>,
    /// Sources.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// A tumour type as the knowledge base knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Identifier.
    pub id: EntityId,
    /// WHO name.
    pub name: String,
    /// Names and older names a pathologist would type.
    pub synonyms: Vec<String>,
    /// The broader entity. `None` at the top.
    pub parent: Option<EntityId>,
    /// External codes by system: `oncotree`, `ncit`, `icdo3`.
    pub codes: BTreeMap<String, String>,
    /// Behaviour.
    pub behaviour: Behaviour,
    /// Expected genome.
    pub genome: GenomeClass,
    /// Lineage group: `adipocytic`, `small round cell` …
    pub category: String,
    /// `false` for a group that is no histotype by itself ("sarcoma, not otherwise specified").
    pub histotype: bool,
    /// `false` for carcinomas, melanoma, lymphoma and other mimics.
    pub sarcoma: bool,
    /// Whether sequencing is called for. `None` where not curated.
    pub ngs: Option<NgsIndication>,
    /// What the patient's age says. `None` where it says little.
    pub age: Option<AgeNote>,
    /// What the site says. `None` where it says little.
    pub site: Option<SiteNote>,
    /// Who read the file against its sources, and when. `None` where nobody did yet.
    pub reviewed: Option<Reviewed>,
}

/// Who read a file against its sources, and when.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// Initials or role.
    pub by: String,
    /// The day.
    pub on: Day,
    /// Who read it a second time, without having written it.
    #[serde(default)]
    pub second: Option<String>,
}
