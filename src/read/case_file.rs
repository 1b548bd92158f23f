//! `case.toml`: what is declared of a case.

use crate::domain::{
    Centre, DeclaredBiomarkers, DeclaredDiagnosis, OrthogonalTest, Patient, QualityControl,
    RnaAdequacy, Specimen,
};
use crate::read::ReadError;
use crate::read::declared::{parse, wrong};
use crate::read::stream::digest;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// What a `case.toml` says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseFile {
    /// The path as given; empty without a file.
    pub path: String,
    /// SHA-256 of the file; empty without a file.
    pub sha256: String,
    text: String,
    /// Sample identifier. `None`: not declared.
    pub sample: Option<String>,
    /// The submitted diagnosis.
    pub diagnosis: DeclaredDiagnosis,
    /// The centre.
    pub centre: Centre,
    /// The patient.
    pub patient: Patient,
    /// The tissue.
    pub specimen: Specimen,
    /// Adequacy of the RNA.
    pub rna: RnaAdequacy,
    /// Outcome of the laboratory's quality control.
    pub qc: QualityControl,
    /// Other tests.
    pub orthogonal: Vec<OrthogonalTest>,
    /// Measures of the sample.
    pub biomarkers: DeclaredBiomarkers,
    /// Files to read, relative to the folder the program was started in.
    pub inputs: Vec<PathBuf>,
}

impl CaseFile {
    /// The line, from 1, on which `key` is set; 1 where it is not.
    pub fn line_of(&self, key: &str) -> u64 {
        self.text
            .lines()
            .position(|line| {
                line.trim_start()
                    .strip_prefix(key)
                    .is_some_and(|rest| rest.trim_start().starts_with('='))
            })
            .map_or(1, |index| index as u64 + 1)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    sample: Option<toml::Spanned<String>>,
    #[serde(default)]
    diagnosis: DeclaredDiagnosis,
    #[serde(default)]
    centre: Centre,
    #[serde(default)]
    patient: Patient,
    #[serde(default)]
    specimen: Specimen,
    #[serde(default)]
    rna: RnaAdequacy,
    #[serde(default)]
    qc: QualityControl,
    #[serde(default)]
    orthogonal: Vec<OrthogonalTest>,
    #[serde(default)]
    biomarkers: DeclaredBiomarkers,
    #[serde(default)]
    inputs: Inputs,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Inputs {
    #[serde(default)]
    files: Vec<PathBuf>,
}

/// Oldest age that is believed, in years.
const OLDEST_YEARS: f64 = 130.0;

/// Reads the case file at `path`.
///
/// # Errors
/// Where it cannot be read, has an unknown key, or a value out of its range.
pub fn read_case(path: &str) -> Result<CaseFile, ReadError> {
    let (text, shape): (String, Shape) = parse(path)?;
    if let Some(sample) = shape.sample.as_ref().filter(|s| !valid_sample(s.get_ref())) {
        let what = format!(
            "sample identifier \"{}\" is refused; letters, digits, `_`, `.` and `-`, at most 64, \
             a letter or digit first",
            sample.get_ref().escape_debug()
        );
        return Err(wrong(path, &text, sample.span().start, what));
    }
    let at = |key: &str| text.find(key).unwrap_or_default();
    if let Some(age) = shape.patient.age_years
        && !(0.0..=OLDEST_YEARS).contains(&age)
    {
        let what = format!("age_years {age}, expected 0 to {OLDEST_YEARS}");
        return Err(wrong(path, &text, at("age_years"), what));
    }
    if let Some(tmb) = shape.biomarkers.tmb_per_mb
        && !(tmb.is_finite() && tmb >= 0.0)
    {
        let what = format!("tmb_per_mb {tmb}, expected a number of 0 or more");
        return Err(wrong(path, &text, at("tmb_per_mb"), what));
    }
    if let Some(score) = shape.biomarkers.hrd_score
        && !score.is_finite()
    {
        let what = format!("hrd_score {score}, expected a number");
        return Err(wrong(path, &text, at("hrd_score"), what));
    }
    let folder = Path::new(path).parent().unwrap_or(Path::new(""));
    Ok(CaseFile {
        path: path.to_owned(),
        sha256: digest(text.as_bytes()),
        sample: shape.sample.map(toml::Spanned::into_inner),
        diagnosis: shape.diagnosis,
        centre: shape.centre,
        patient: shape.patient,
        specimen: shape.specimen,
        rna: shape.rna,
        qc: shape.qc,
        orthogonal: shape.orthogonal,
        biomarkers: shape.biomarkers,
        inputs: shape
            .inputs
            .files
            .iter()
            .map(|file| folder.join(file))
            .collect(),
        text,
    })
}

/// Whether `sample` is an identifier that may name files: `[A-Za-z0-9][A-Za-z0-9_.-]{0,63}`.
pub fn valid_sample(sample: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
    sample.len() <= 64
        && sample.bytes().all(plain)
        && sample
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<CaseFile, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.toml");
        std::fs::write(&path, text).unwrap();
        let path = path.to_string_lossy().into_owned();
        read_case(&path).map_err(|error| error.to_string().replace(&path, "case.toml"))
    }

    #[test]
    fn what_is_declared_is_read() {
        let case = read(
            "sample = \"T1\"\n[centre]\nkind = \"expert\"\nmdt_date = 2026-03-02\n\
             [biomarkers]\ntmb_per_mb = 1.2\n[inputs]\nfiles = [\"a.tsv\"]\n",
        )
        .unwrap();
        assert_eq!(case.sample.as_deref(), Some("T1"));
        assert_eq!(
            case.centre.mdt_date.map(|day| day.to_string()).as_deref(),
            Some("2026-03-02")
        );
        assert_eq!(case.line_of("tmb_per_mb"), 6);
        assert!(case.inputs[0].ends_with("a.tsv"));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, error) in [
            ("smaple = \"T1\"\n", "case.toml:1:1: unknown field `smaple`"),
            ("sample = \"../T1\"\n", "case.toml:1:10: sample identifier"),
            (
                "[patient]\nage_years = 900\n",
                "case.toml:2:1: age_years 900",
            ),
            (
                "[specimen]\ntumour_fraction = 60\n",
                "case.toml:2:19: 60 is not a fraction",
            ),
            (
                "[diagnosis]\nstatus = \"sure\"\n",
                "case.toml:2:10: unknown variant `sure`",
            ),
            ("sample = \n", "case.toml:1:"),
        ] {
            let found = read(text).unwrap_err();
            assert!(found.starts_with(error), "{found}");
        }
    }
}
