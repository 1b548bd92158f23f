//! The shape curators write. Unknown keys are refused; `knowledgebase/README.md` explains each.

use crate::domain::{
    AgeNote, ArtefactKind, Behaviour, Day, Detects, DiagnosticPredicate, Direction, EntityId,
    Evidence, FrameRule, GenomeClass, Mechanism, NgsIndication, Outcome, ReasonCode,
    RegulatoryEvent, Reviewed, SiteNote, Strength, TestMethod, YieldClass,
};
use crate::kb::at::At;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `manifest.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Calendar version: `2026.1`.
    pub version: String,
    /// Version of the file format.
    pub schema: u32,
    /// Release date.
    pub date: Day,
}

/// `entities/<id>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityFile {
    /// Identifier, equal to the file name.
    pub id: At<EntityId>,
    /// An overlay's file that adds assertions to an entity of the knowledge base below it.
    #[serde(default)]
    pub extends: bool,
    /// WHO name; left out only with `extends`.
    pub name: Option<String>,
    /// Other names.
    #[serde(default)]
    pub synonyms: Vec<At<String>>,
    /// Broader entity.
    pub parent: Option<At<EntityId>>,
    /// Lineage group.
    #[serde(default)]
    pub category: String,
    /// Behaviour; left out only with `extends`.
    pub behaviour: Option<Behaviour>,
    /// Expected genome.
    pub genome: Option<GenomeClass>,
    /// `false` for a group.
    #[serde(default = "yes")]
    pub histotype: bool,
    /// `false` for a mimic.
    #[serde(default = "yes")]
    pub sarcoma: bool,
    /// External codes.
    #[serde(default)]
    pub codes: BTreeMap<String, String>,
    /// Review record.
    pub reviewed: Option<Reviewed>,
    /// Whether sequencing is called for.
    pub ngs: Option<NgsIndication>,
    /// What age says.
    pub age: Option<AgeNote>,
    /// What the site says.
    pub site: Option<SiteNote>,
    /// Tests by other methods.
    #[serde(default)]
    pub orthogonal: Vec<OrthogonalRow>,
    /// Diagnostic assertions.
    #[serde(default)]
    pub diagnostic: Vec<DiagnosticRow>,
    /// Expected alterations.
    #[serde(default)]
    pub expected: Vec<ExpectedRow>,
    /// Prognostic assertions.
    #[serde(default)]
    pub prognostic: Vec<PrognosticRow>,
}

fn yes() -> bool {
    true
}

/// `[[diagnostic]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::DiagnosticAssertion`")]
pub struct DiagnosticRow {
    pub id: At<String>,
    pub pattern: At<String>,
    #[serde(default = "supports")]
    pub predicate: DiagnosticPredicate,
    pub strength: Strength,
    #[serde(default)]
    pub shared: bool,
    pub frequency: Option<f64>,
    #[serde(default)]
    pub frame: FrameRule,
    pub mechanism: Option<Mechanism>,
    #[serde(default)]
    pub requires: Vec<At<String>>,
    #[serde(default)]
    pub examples: Vec<At<String>>,
    #[serde(default)]
    pub near_misses: Vec<At<String>>,
    pub note: Option<String>,
    #[serde(default)]
    pub provisional: bool,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

fn supports() -> DiagnosticPredicate {
    DiagnosticPredicate::Supports
}

/// `[[expected]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::ExpectedAlteration`")]
pub struct ExpectedRow {
    pub id: At<String>,
    pub name: String,
    pub patterns: Vec<At<String>>,
    pub frequency: f64,
    #[serde(default)]
    pub assays: Vec<Detects>,
    pub confirm_by: Option<String>,
    #[serde(default)]
    pub differential: Vec<At<EntityId>>,
    #[serde(default)]
    pub provisional: bool,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// `[[prognostic]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::PrognosticAssertion`")]
pub struct PrognosticRow {
    pub id: At<String>,
    pub pattern: At<String>,
    pub outcome: Outcome,
    pub statement: String,
    #[serde(default)]
    pub provisional: bool,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// `[[orthogonal]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::ConfirmatoryTest`")]
pub struct OrthogonalRow {
    pub id: At<String>,
    pub test: String,
    pub method: TestMethod,
    pub positive: String,
    pub negative: String,
    #[serde(default)]
    pub provisional: bool,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// `targets/<id>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetFile {
    /// Identifier, equal to the file name.
    pub id: At<String>,
    /// The question the file answers.
    pub question: String,
    /// Review record.
    pub reviewed: Option<Reviewed>,
    /// Assertions.
    #[serde(default)]
    pub therapeutic: Vec<TherapeuticRow>,
}

/// `[[therapeutic]]`. `entities` is required: without it the file does not load.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::TherapeuticAssertion`")]
pub struct TherapeuticRow {
    pub id: At<String>,
    pub pattern: Option<At<String>>,
    pub entities: At<Vec<EntityId>>,
    #[serde(default)]
    pub except: Vec<At<EntityId>>,
    pub direction: Direction,
    pub agents: Vec<String>,
    pub level: String,
    pub escat: Option<String>,
    pub statement: String,
    #[serde(default)]
    pub regulatory: Vec<RegulatoryEvent>,
    #[serde(default)]
    pub voided_by: Vec<VoidedByRow>,
    #[serde(default)]
    pub examples: Vec<At<String>>,
    #[serde(default)]
    pub near_misses: Vec<At<String>>,
    #[serde(default)]
    pub provisional: bool,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// `germline/<id>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GermlineFile {
    /// Identifier, equal to the file name.
    pub id: At<String>,
    /// Review record.
    pub reviewed: Option<Reviewed>,
    /// Prompts.
    #[serde(default)]
    pub prompt: Vec<PromptRow>,
}

/// `[[prompt]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::GermlinePrompt`")]
pub struct PromptRow {
    pub id: At<String>,
    pub pattern: At<String>,
    #[serde(default)]
    pub entities: Vec<At<EntityId>>,
    pub below_age_years: Option<f64>,
    pub code: ReasonCode,
    #[serde(rename = "yield")]
    pub yield_class: Option<YieldClass>,
    #[serde(default)]
    pub provisional: bool,
    pub statement: String,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// `[[therapeutic.voided_by]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::VoidedBy`")]
pub struct VoidedByRow {
    pub pattern: At<String>,
    pub statement: String,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// `artefacts/<id>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArtefactFile {
    /// Identifier, equal to the file name.
    pub id: At<String>,
    /// Review record.
    pub reviewed: Option<Reviewed>,
    /// What is seen without meaning a driver.
    #[serde(default)]
    pub artefact: Vec<ArtefactRow>,
    /// What is a driver all the same.
    #[serde(default)]
    pub exception: Vec<ExceptionRow>,
}

/// `[[artefact]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::Artefact`")]
pub struct ArtefactRow {
    pub id: At<String>,
    pub pattern: At<String>,
    pub kind: ArtefactKind,
    pub statement: String,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// `[[exception]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::ArtefactException`")]
pub struct ExceptionRow {
    pub id: At<String>,
    pub pattern: At<String>,
    pub statement: String,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// `exclusive/<id>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExclusiveFile {
    /// Identifier, equal to the file name.
    pub id: At<String>,
    /// Review record.
    pub reviewed: Option<Reviewed>,
    /// Pairs.
    #[serde(default)]
    pub exclusive: Vec<ExclusiveRow>,
}

/// `[[exclusive]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "see `domain::ExclusivePair`")]
pub struct ExclusiveRow {
    pub id: At<String>,
    pub one: At<String>,
    pub other: At<String>,
    pub statement: String,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}
