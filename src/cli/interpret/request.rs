//! What was asked, checked as a whole before anything is read, so that everything that is wrong is
//! told in one run.

use crate::cli::interpret::Interpret;
use crate::cli::output;
use crate::domain::{Assay, Assembly, DeclaredDiagnosis};
use crate::genome::Genome;
use crate::kb::KnowledgeBase;
use crate::pipeline::{Failure, InputSpec};
use crate::read::{self, CaseFile, ConfigFile, ReadError};
use crate::render::Format;
use std::io;

/// What was asked, with nothing known to be wrong.
pub(super) struct Asked {
    pub(super) formats: Vec<&'static dyn Format>,
    pub(super) case: CaseFile,
    pub(super) files: Vec<InputSpec>,
    pub(super) assay: Option<Assay>,
    pub(super) config: ConfigFile,
    pub(super) assembly: Option<Assembly>,
    pub(super) report_date: Option<String>,
}

/// What is wrong, in the order it was found.
#[derive(Default)]
struct Wrong(Vec<Failure>);

impl Wrong {
    fn take<T: Default>(&mut self, result: Result<T, impl Into<Failure>>) -> T {
        result.unwrap_or_else(|failure| {
            self.0.push(failure.into());
            T::default()
        })
    }
}

/// Checks `command`.
///
/// # Errors
/// With everything that is wrong.
pub(super) fn asked(command: &Interpret, knowledge: &KnowledgeBase) -> Result<Asked, Failure> {
    let mut wrong = Wrong::default();
    let formats = wrong.take(output::formats(&command.format));
    let mut case = match &command.case {
        Some(path) => wrong.take(read::read_case(path)),
        None => CaseFile::default(),
    };
    if let Some(sample) = wrong.take(sample(command)) {
        case.sample = Some(sample);
    }
    if let Some(text) = &command.diagnosis {
        case.diagnosis = DeclaredDiagnosis {
            submitted: Some(text.clone()),
            ..case.diagnosis
        };
    }
    if let Some(text) = case.diagnosis.submitted.as_deref() {
        wrong.take(crate::pipeline::declared_entity(text, knowledge).map(drop));
    }
    let assay = match &command.assay {
        Some(path) => wrong.take(read::read_assay(path).map(Some)),
        None => None,
    };
    let config = match &command.config {
        Some(path) => wrong.take(read::read_config(path)),
        None => ConfigFile::default(),
    };
    let assembly = wrong.take(crate::cli::assembly(&command.assembly));
    let report_date = wrong.take(report_date(command.report_date.as_deref()));
    let files = files(command, &case, &mut wrong);
    for path in command.fasta.iter().chain(&command.gff) {
        wrong.take(there(path));
    }
    match Failure::of_all(wrong.0) {
        Some(failure) => Err(failure),
        None => Ok(Asked {
            formats,
            case,
            files,
            assay,
            config,
            assembly,
            report_date,
        }),
    }
}

/// The reference that was given. `None`: none was.
///
/// # Errors
/// Where it cannot be used.
pub(super) fn genome(
    command: &Interpret,
    assembly: Option<Assembly>,
    knowledge: &KnowledgeBase,
) -> Result<Option<Genome>, Failure> {
    let (fasta, gff) = (command.fasta.as_deref(), command.gff.as_deref());
    if fasta.is_none() && gff.is_none() {
        return Ok(None);
    }
    let start = std::time::Instant::now();
    let genome = crate::pipeline::genome(fasta, gff, assembly, knowledge)?;
    tracing::info!("reference read in {} ms", start.elapsed().as_millis());
    Ok(Some(genome))
}

fn sample(command: &Interpret) -> Result<Option<String>, Failure> {
    match &command.sample {
        Some(sample) if !read::valid_sample(sample) => Err(Failure::usage(
            format!("sample identifier \"{}\" is refused", sample.escape_debug()),
            "letters, digits, `_`, `.` and `-`, at most 64, a letter or digit first",
        )),
        sample => Ok(sample.clone()),
    }
}

/// The files to read, each once, and what can be told of them without reading them.
fn files(command: &Interpret, case: &CaseFile, wrong: &mut Wrong) -> Vec<InputSpec> {
    let mut files: Vec<InputSpec> = Vec::new();
    for argument in &command.input {
        match argument.split_once('=') {
            Some((format, path)) => files.push(InputSpec {
                path: path.to_owned(),
                format: Some(format.to_owned()),
            }),
            None => wrong.0.push(Failure::usage(
                format!("`--input {}` is not FORMAT=PATH", argument.escape_debug()),
                "for example `--input arriba-discarded=fusions.discarded.tsv`",
            )),
        }
    }
    let plain = command.files.iter().cloned();
    let of_case = case
        .inputs
        .iter()
        .map(|path| path.to_string_lossy().into_owned());
    for path in plain.chain(of_case) {
        if !files.iter().any(|known| known.path == path) {
            files.push(InputSpec { path, format: None });
        }
    }
    for file in &files {
        wrong.take(there(&file.path));
        if let Some(name) = &file.format {
            wrong.take(crate::pipeline::format_named(name).map(drop));
        }
    }
    // Files that a broken case file names are not known.
    if files.is_empty() && wrong.0.is_empty() {
        wrong.0.push(Failure::usage(
            "no file to read",
            "give the callers' files as arguments, or under [inputs] in the case file",
        ));
    }
    files
}

fn there(path: &str) -> Result<(), ReadError> {
    if path == "-" {
        return Ok(());
    }
    let found = std::fs::metadata(path).and_then(|found| {
        if found.is_dir() {
            let what = "it is a directory, not a file";
            return Err(io::Error::new(io::ErrorKind::IsADirectory, what));
        }
        Ok(())
    });
    found.map_err(|source| ReadError::Io {
        path: path.to_owned(),
        source,
    })
}

/// The given date, or the one that `SOURCE_DATE_EPOCH` gives.
fn report_date(given: Option<&str>) -> Result<Option<String>, Failure> {
    if let Some(text) = given {
        let date: jiff::civil::Date = text.parse().map_err(|_| {
            Failure::usage(
                format!("report date \"{}\" is not understood", text.escape_debug()),
                "a date such as 2026-03-02",
            )
        })?;
        return Ok(Some(date.to_string()));
    }
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(None);
    };
    let second = epoch
        .parse::<i64>()
        .ok()
        .and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    match second {
        Some(second) => {
            let date = jiff::tz::TimeZone::UTC.to_datetime(second).date();
            Ok(Some(date.to_string()))
        }
        None => Err(Failure::usage(
            format!(
                "SOURCE_DATE_EPOCH \"{}\" is no number of seconds",
                epoch.escape_debug()
            ),
            "seconds since 1970-01-01, or leave it unset",
        )),
    }
}
