//! The report: what `report.json` holds. Every other format is a view of it.

use crate::domain::{
    Alteration, Assay, Assembly, Case, Configuration, EntityId, Evidence, Finding, GenomeClass,
    Ledger, NgsIndication, Origin, Rejected, ReviewReason, Strength, Therapy, Unexplained, Warning,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Version of the report's shape; the first number changes when a reader would break.
pub const SCHEMA_VERSION: &str = "1.0";

/// What the program is for; stands in every report.
pub const INTENDED_USE: &str = "Decision support for sarcoma experts: it marks findings for \
    review and names no treatment. It is not a medical device and replaces neither pathology \
    review nor the decision of an expert multidisciplinary board. Trials are not matched.";

/// The report of one case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Version of this shape.
    pub schema_version: String,
    /// What made it.
    pub tool: Tool,
    /// Draft until an expert has signed.
    pub status: ReportStatus,
    /// Given date of the report. `None`: no date was given, and the clock is never read.
    pub report_date: Option<String>,
    /// What the laboratory set, as far as it differs from the defaults.
    #[serde(default)]
    pub configuration: Configuration,
    /// What the program is for.
    pub intended_use: String,
    /// The overall state.
    pub overall: Overall,
    /// What was declared of the case.
    pub case: Case,
    /// What the assay can see. `None`: not declared, so nothing is reported as negative.
    pub assay: Option<Assay>,
    /// Files read.
    pub inputs: Vec<Input>,
    /// What the findings say of the submitted diagnosis.
    pub diagnosis: DiagnosisSection,
    /// Findings.
    pub findings: Vec<Finding>,
    /// Associations with therapy.
    pub therapy: Therapy,
    /// Every reason of the report, hold first, then review, then note.
    pub reasons: Vec<ReviewReason>,
    /// Where no driver was found: what a reader should see beside the findings. `None`: one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unexplained: Option<Unexplained>,
    /// In a known gene, not interpreted.
    pub uninterpreted: Vec<Uninterpreted>,
    /// Set aside by a named filter.
    pub filtered: Vec<Filtered>,
    /// Records that could not be read; at most the first thousand of an input are listed.
    pub rejected: Vec<Rejected>,
    /// Odd things that cost no record.
    pub warnings: Vec<Warning>,
    /// What was not looked at.
    pub limitations: Vec<String>,
}

/// What made a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tool {
    /// `sarcolens`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The knowledge base.
    pub knowledge_base: KnowledgeBaseVersion,
    /// The genome: transcripts and bases. `None` in reports of versions that did not tell.
    #[serde(default)]
    pub reference: Option<ReferenceUsed>,
}

/// Which transcripts and bases were used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReferenceUsed {
    /// SHA-256 over the tables that the program carries.
    pub embedded_sha256: String,
    /// The assembly of the given reference. `None`: none was given.
    pub assembly: Option<Assembly>,
    /// Files of the given reference; empty: the program's own tables alone.
    pub files: Vec<ReferenceFile>,
}

/// A file of the reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReferenceFile {
    /// What it is.
    pub role: ReferenceRole,
    /// The path as given, or as it was given when the cache was built.
    pub path: String,
    /// SHA-256 in hexadecimal; [`ReferenceRole::digest_of`] says of what.
    pub sha256: String,
}

/// What a file of the reference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceRole {
    /// Bases.
    Fasta,
    /// Genes and transcripts.
    Annotation,
    /// Both, as `sarcolens reference build` wrote them.
    Cache,
    /// The bases that the cache was built from.
    FastaOfCache,
    /// The annotation that the cache was built from.
    AnnotationOfCache,
}

impl ReferenceRole {
    /// What the digest of such a file is taken of.
    pub fn digest_of(self) -> &'static str {
        match self {
            Self::Fasta | Self::FastaOfCache => "its index",
            Self::Annotation | Self::AnnotationOfCache => "the file",
            Self::Cache => "its index, which holds the digest of every part",
        }
    }
}

impl fmt::Display for ReferenceRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fasta => "FASTA",
            Self::Annotation => "annotation",
            Self::Cache => "cache",
            Self::FastaOfCache => "FASTA of the cache",
            Self::AnnotationOfCache => "annotation of the cache",
        })
    }
}

/// Which knowledge base was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KnowledgeBaseVersion {
    /// Calendar version, `2026.1`.
    pub version: String,
    /// Release date.
    pub date: String,
    /// Digest of every file's name and content.
    pub sha256: String,
    /// Names of the overlays on top, in order; empty: none.
    #[serde(default)]
    pub overlays: Vec<String>,
}

/// Whether an expert has signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum ReportStatus {
    Draft,
    Signed,
}

/// The overall state; there is no third one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OverallState {
    /// An expert has to look before anything else.
    ReviewRequired,
    /// Nothing was raised beyond what a sarcoma board routinely reviews.
    RoutineMdtReview,
}

impl fmt::Display for OverallState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ReviewRequired => "REVIEW REQUIRED",
            Self::RoutineMdtReview => "ROUTINE SARCOMA-MDT REVIEW",
        })
    }
}

/// The overall state and the codes behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Overall {
    /// The state.
    pub state: OverallState,
    /// Codes of the hold and review reasons, each once, in the report's order.
    pub reasons: Vec<crate::domain::ReasonCode>,
}

/// One file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Input {
    /// The path as given; `-` for standard input.
    pub path: String,
    /// SHA-256 of the file's bytes as they lie on disk.
    pub sha256: String,
    /// The format's name as `sarcolens formats` lists it.
    pub format: String,
    /// The program and version that wrote it, where the file says so.
    pub caller_version: Option<String>,
    /// Assembly. `None` where neither the file nor its positions tell.
    pub assembly: Option<Assembly>,
    /// By what the assembly was told: `contig lengths`, `gene positions` …
    pub assembly_from: Option<String>,
    /// The tumour's column or table name. `None` where the file names no sample.
    pub sample: Option<String>,
    /// What became of its records.
    pub records: Ledger,
    /// Whether the whole file was read.
    pub access: Access,
}

/// How a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// From the first byte to the last.
    Whole,
    /// Regions of interest alone, through an index.
    Indexed,
}

/// Relation of the findings to the submitted diagnosis (requirement R03): exactly one.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DiagnosisRelation {
    /// A defining alteration of the entity was seen on good evidence.
    Supports,
    /// An alteration that occurs in the entity was seen, or a defining one on weaker evidence.
    Compatible,
    /// A defining alteration belongs to other entities only.
    Discordant,
    /// An alteration nearly always present was not detected by an assay able to detect it.
    ExpectedAbsent,
    /// The alteration to expect could not be assessed, or no histotype was submitted.
    NotAssessable,
    /// Nothing that separates entities was seen or is known.
    NonInformative,
}

impl fmt::Display for DiagnosisRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Supports => "SUPPORTS",
            Self::Compatible => "COMPATIBLE",
            Self::Discordant => "DISCORDANT",
            Self::ExpectedAbsent => "EXPECTED_ABSENT",
            Self::NotAssessable => "NOT_ASSESSABLE",
            Self::NonInformative => "NON_INFORMATIVE",
        })
    }
}

/// What the findings say of the submitted diagnosis, which itself is never changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiagnosisSection {
    /// As submitted and as resolved.
    pub submitted: Submitted,
    /// The relation.
    pub relation: DiagnosisRelation,
    /// The relation in a sentence for this case.
    pub text: String,
    /// Entities the findings are linked to, strongest first.
    pub differential: Vec<DifferentialEntry>,
    /// Alterations to expect in the submitted entity and their state.
    pub expected: Vec<Expected>,
    /// Whether sequencing is called for in the submitted entity. `None`: not curated, or no
    /// entity.
    pub ngs_indication: Option<NgsIndication>,
    /// Expected and observed kind of genome.
    pub genome: Genome,
    /// What is known of age and site in the submitted entity, where they were declared.
    #[serde(default)]
    pub presentation: Vec<PresentationNote>,
}

/// What is known of age or site in the submitted entity (requirement R40).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PresentationNote {
    /// What was declared: `age 14 (child, adolescent or young adult)`, `site femur`.
    pub about: String,
    /// A sentence of the knowledge base.
    pub note: String,
    /// The diagnosis is unusual there.
    pub unusual: bool,
    /// Sources.
    pub evidence: Vec<Evidence>,
}

/// The submitted diagnosis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Submitted {
    /// As typed. `None`: none was.
    pub text: Option<String>,
    /// The entity it resolved to. `None` likewise.
    pub entity: Option<EntityId>,
    /// That entity's WHO name.
    pub name: Option<String>,
    /// Whether it names a histotype; `false` for "sarcoma, not otherwise specified".
    pub histotype: bool,
}

/// One entity of the molecular differential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DifferentialEntry {
    /// The entity.
    pub entity: EntityId,
    /// Its WHO name.
    pub name: String,
    /// Its behaviour.
    pub behaviour: crate::domain::Behaviour,
    /// The strongest link to it.
    pub specificity: Strength,
    /// The findings linked to it.
    pub findings: Vec<String>,
}

/// One alteration to expect and its state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Expected {
    /// The knowledge base's line.
    pub assertion: crate::domain::AssertionId,
    /// Its name.
    pub pattern: String,
    /// Share of the entity's cases that carry it, 0 to 1.
    pub frequency: crate::domain::Fraction,
    /// The state.
    pub state: ExpectedState,
    /// Why it is not assessable; what was seen instead. `None` where there is nothing to say.
    pub cause: Option<String>,
    /// Another test that can confirm.
    pub confirm_by: Option<String>,
    /// Sources.
    pub evidence: Vec<Evidence>,
}

/// State of an alteration to expect.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ExpectedState {
    /// Seen.
    Detected,
    /// Not seen, by an assay that is able and adequate.
    NotDetected,
    /// Could not be assessed. Not a negative result.
    NotAssessable,
}

impl fmt::Display for ExpectedState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Detected => "detected",
            Self::NotDetected => "not detected",
            Self::NotAssessable => "not assessable",
        })
    }
}

/// Expected and observed kind of genome (requirement R14).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Genome {
    /// Expected in the submitted entity.
    pub expected: GenomeClass,
    /// Observed, in words; `not assessed` where the inputs do not allow it.
    pub observed: String,
}

/// An alteration in a known gene that no assertion speaks of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Uninterpreted {
    /// What was seen, with its kind.
    #[serde(flatten)]
    pub alteration: Alteration,
    /// The name people say.
    pub label: String,
    /// Where it was read.
    pub sources: Vec<Origin>,
}

/// An alteration set aside by a named filter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Filtered {
    /// What was seen, with its kind.
    #[serde(flatten)]
    pub alteration: Alteration,
    /// The name people say.
    pub label: String,
    /// The rule that set it aside.
    pub rule: String,
    /// Where it was read.
    pub sources: Vec<Origin>,
}
