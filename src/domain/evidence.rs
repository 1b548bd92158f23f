//! One source and what it showed.

use crate::domain::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One source behind an assertion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Identifier: `PMID:12345678`, `doi:…`, or a page's title and publisher.
    pub source: String,
    /// Title (and first author, journal, year) as printed by the source.
    pub cite: String,
    /// Kind of study.
    pub kind: StudyKind,
    /// What it showed, in a sentence of our own.
    pub shows: String,
}

/// Kind of study behind a piece of evidence.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum StudyKind {
    Guideline,
    ConsensusReview,
    Phase3,
    Phase2,
    Phase1,
    RetrospectiveSeries,
    CaseReport,
    Preclinical,
    Review,
    /// A regulator's or maker's notice, or press report of one.
    RegulatoryNotice,
    /// A public reference text or database.
    Reference,
}

/// What a regulator did about an agent in one region, with its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegulatoryEvent {
    /// `US`, `EU`, `worldwide` …
    pub region: String,
    /// What happened.
    pub status: RegulatoryStatus,
    /// When, as exactly as the source says: `2020-01-23`, `2020-01`, `2020`.
    pub date: String,
    /// Where it was seen.
    pub source: String,
    /// Date of that source. `None` where the source bears none.
    #[serde(default)]
    pub source_date: Option<Day>,
    /// Whether the date itself was seen (`true`) or awaits a check.
    #[serde(default)]
    pub verified: bool,
}

/// What a regulator or maker did.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum RegulatoryStatus {
    Approved,
    AcceleratedApproval,
    Withdrawn,
    Investigational,
}

impl fmt::Display for RegulatoryStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Approved => "approved",
            Self::AcceleratedApproval => "accelerated approval",
            Self::Withdrawn => "withdrawn",
            Self::Investigational => "investigational",
        })
    }
}
