//! What the laboratory declares of the case.

use crate::domain::{Day, Fraction, MsiState};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Everything declared of one case. Never a name or a record number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Case {
    /// Sample identifier, `[A-Za-z0-9][A-Za-z0-9_.-]{0,63}`.
    pub sample: String,
    /// The diagnosis that pathology submitted.
    pub diagnosis: DeclaredDiagnosis,
    /// The centre.
    pub centre: Centre,
    /// Age and sex.
    pub patient: Patient,
    /// The tissue.
    pub specimen: Specimen,
    /// Adequacy of the RNA assay.
    pub rna: RnaAdequacy,
    /// Outcome of the laboratory's quality control.
    #[serde(default)]
    pub qc: QualityControl,
    /// Results of other tests.
    pub orthogonal: Vec<OrthogonalTest>,
    /// Measures of the whole sample where no input file states them.
    pub biomarkers: DeclaredBiomarkers,
}

/// The submitted diagnosis. It is never changed by the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeclaredDiagnosis {
    /// As submitted. `None` where none was.
    pub submitted: Option<String>,
    /// How firm it is.
    pub status: DiagnosisStatus,
    /// Who reviewed the pathology.
    pub pathology_review: PathologyReview,
}

/// How firm a submitted diagnosis is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum DiagnosisStatus {
    Confirmed,
    Provisional,
    #[default]
    Unknown,
}

/// Who reviewed the pathology.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum PathologyReview {
    SarcomaExpert,
    General,
    None,
    #[default]
    Unknown,
}

/// What kind of centre submitted the case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum CentreKind {
    Expert,
    NonExpert,
    #[default]
    Unknown,
}

/// The submitting centre.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Centre {
    /// Its kind.
    pub kind: CentreKind,
    /// When the multidisciplinary board saw the case. `None` where not recorded.
    pub mdt_date: Option<Day>,
}

/// The patient, in the least detail that interpretation needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Patient {
    /// Age in years.
    pub age_years: Option<f64>,
    /// `female`, `male` or what was declared.
    pub sex: Option<String>,
}

/// The tissue that was sequenced.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Specimen {
    /// Anatomical site in words.
    pub site: Option<String>,
    /// Share of tumour cells.
    pub tumour_fraction: Option<Fraction>,
    /// Whether the tissue was decalcified. `None`: not declared.
    pub decalcified: Option<bool>,
    /// Whether normal tissue was sequenced beside it. `None`: not declared.
    pub normal_sequenced: Option<bool>,
}

/// Adequacy of the RNA assay.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RnaAdequacy {
    /// Share of RNA fragments longer than 200 bases.
    pub dv200: Option<Fraction>,
    /// Mapped reads.
    pub mapped_reads: Option<u64>,
}

/// Outcome of the laboratory's own quality control.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct QualityControl {
    /// The outcome.
    pub status: QcStatus,
    /// What failed, in words: `mean coverage 12`. `None`: not stated.
    pub metric: Option<String>,
}

/// Whether the sample passed the laboratory's quality control.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum QcStatus {
    Pass,
    Fail,
    #[default]
    Unknown,
}

/// One result of another test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrthogonalTest {
    /// Its name: `FISH EWSR1 break-apart`.
    pub test: String,
    /// Its result: `positive`, `negative` or in words.
    pub result: String,
}

/// Declared measures of the whole sample.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeclaredBiomarkers {
    /// Mutations per megabase.
    pub tmb_per_mb: Option<f64>,
    /// State of the microsatellites.
    pub msi: Option<MsiState>,
    /// Score of homologous recombination deficiency, in the scale of the tool that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hrd_score: Option<f64>,
    /// Share of mutations with an ultraviolet signature.
    pub uv_signature_fraction: Option<Fraction>,
}
