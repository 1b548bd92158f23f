//! `sarcolens interpret`

use crate::cli::{Talk, output, progress};
use crate::domain::{Assembly, DeclaredDiagnosis};
use crate::kb::KnowledgeBase;
use crate::pipeline::{self, Failure, InputSpec, Progress, Request, Silent};
use crate::read::{self, CaseFile};
use clap::Args;
use std::path::PathBuf;

/// Read every file of one case and write its report set
///
/// Formats are recognised by content. `<sample>.sarcolens.json` is the report; the other files are
/// views of it. Exit codes: 0 written, 2 wrong arguments or declared facts, 3 an input cannot be
/// read, 4 the knowledge base does not validate, 5 output cannot be written.
#[derive(Debug, Args)]
pub(super) struct Interpret {
    /// Files that callers wrote for one tumour; `-` is standard input
    files: Vec<String>,
    /// Folder for the report set; made if missing
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    outdir: PathBuf,
    /// Sample identifier; must agree with the files or be mapped by `--tumor-sample`
    #[arg(short, long, value_name = "ID")]
    sample: Option<String>,
    /// Submitted histotype: entity id, WHO name, synonym or OncoTree code
    #[arg(short, long, value_name = "TEXT")]
    diagnosis: Option<String>,
    /// Everything declared about the case; options override it
    #[arg(long, value_name = "CASE.toml")]
    case: Option<String>,
    /// What the assay can see
    #[arg(long, value_name = "ASSAY.toml")]
    assay: Option<String>,
    /// Name a file's format instead of recognising it; repeatable
    #[arg(short, long, value_name = "FORMAT=PATH")]
    input: Vec<String>,
    /// The tumour's column of a VCF, or name in a table
    #[arg(long, value_name = "NAME")]
    tumor_sample: Option<String>,
    /// The normal's column of a VCF
    #[arg(long, value_name = "NAME")]
    normal_sample: Option<String>,
    /// Reference assembly: auto, GRCh37, GRCh38
    #[arg(long, value_name = "NAME", default_value = "auto")]
    assembly: String,
    /// Another knowledge base
    #[arg(long, value_name = "DIR")]
    knowledgebase: Option<PathBuf>,
    /// A laboratory's additions on top; repeatable
    #[arg(long, value_name = "DIR")]
    overlay: Vec<PathBuf>,
    /// Report formats: json, html, tsv, md
    #[arg(
        short,
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "json,html,tsv"
    )]
    format: Vec<String>,
    /// Threads; default: all cores
    #[arg(short, long, value_name = "N")]
    threads: Option<std::num::NonZeroUsize>,
    /// Date printed in the report; the clock is never read
    #[arg(long, value_name = "DATE")]
    report_date: Option<String>,
    /// Overwrite an existing report set
    #[arg(long)]
    force: bool,
}

impl Interpret {
    pub(super) fn run(self, talk: Talk) -> anyhow::Result<()> {
        let formats = output::formats(&self.format)?;
        let knowledge = KnowledgeBase::load(self.knowledgebase.as_deref(), &self.overlay)
            .map_err(Failure::from)?;
        let (case, files) = self.declared()?;
        let assay = match &self.assay {
            Some(path) => Some(read::read_assay(path).map_err(Failure::from)?),
            None => None,
        };
        output::prepare(&self.outdir, case.sample.as_deref(), &formats, self.force)?;
        let request = Request {
            files,
            case,
            assay,
            knowledge: &knowledge,
            assembly: self.assembly()?,
            tumor_sample: self.tumor_sample.clone(),
            normal_sample: self.normal_sample.clone(),
            report_date: self.report_date()?,
        };
        let bars = if talk.quiet {
            None
        } else {
            progress::Bars::new()
        };
        let progress: &dyn Progress = match &bars {
            Some(bars) => bars,
            None => &Silent,
        };
        let threads = self.threads.map_or(0, std::num::NonZeroUsize::get);
        let report = pipeline::run(request, threads, progress)?;
        for warning in &report.warnings {
            let input = warning.input.and_then(|index| report.inputs.get(index));
            let path = input.map_or("", |input| input.path.as_str());
            match warning.line {
                Some(line) => tracing::warn!("{path}:{line}: {}", warning.message),
                None => tracing::warn!("{path}: {}", warning.message),
            }
        }
        for input in &report.inputs {
            let records = &input.records;
            tracing::info!(
                "{}: {}: {} records = {} in findings + {} uninterpreted + {} filtered + {} \
                 rejected + {} outside every known gene",
                input.path,
                input.format,
                records.read,
                records.in_findings,
                records.uninterpreted,
                records.filtered,
                records.rejected,
                records.outside
            );
        }
        let written = output::write(&report, &self.outdir, &formats, self.force)?;
        for path in &written {
            tracing::info!("wrote {}", path.display());
        }
        tracing::info!(
            "{}: {} finding(s) await expert sarcoma review",
            report.overall.state,
            report.findings.len()
        );
        Ok(())
    }

    /// The declared facts with the options over them, and the files to read.
    fn declared(&self) -> Result<(CaseFile, Vec<InputSpec>), Failure> {
        let mut case = match &self.case {
            Some(path) => read::read_case(path)?,
            None => CaseFile::default(),
        };
        if let Some(sample) = &self.sample {
            if !read::valid_sample(sample) {
                return Err(Failure::usage(
                    format!("sample identifier \"{}\" is refused", sample.escape_debug()),
                    "letters, digits, `_`, `.` and `-`, at most 64, a letter or digit first",
                ));
            }
            case.sample = Some(sample.clone());
        }
        if let Some(text) = &self.diagnosis {
            case.diagnosis = DeclaredDiagnosis {
                submitted: Some(text.clone()),
                ..case.diagnosis
            };
        }
        let mut files: Vec<InputSpec> = Vec::new();
        for argument in &self.input {
            let (format, path) = argument.split_once('=').ok_or_else(|| {
                Failure::usage(
                    format!("`--input {}` is not FORMAT=PATH", argument.escape_debug()),
                    "for example `--input arriba-discarded=fusions.discarded.tsv`",
                )
            })?;
            files.push(InputSpec {
                path: path.to_owned(),
                format: Some(format.to_owned()),
            });
        }
        let plain = self.files.iter().cloned();
        let of_case = case
            .inputs
            .iter()
            .map(|path| path.to_string_lossy().into_owned());
        for path in plain.chain(of_case) {
            if !files.iter().any(|known| known.path == path) {
                files.push(InputSpec { path, format: None });
            }
        }
        if files.is_empty() {
            return Err(Failure::usage(
                "no file to read",
                "give the callers' files as arguments, or under [inputs] in the case file",
            ));
        }
        Ok((case, files))
    }

    fn assembly(&self) -> Result<Option<Assembly>, Failure> {
        if self.assembly == "auto" {
            return Ok(None);
        }
        self.assembly
            .parse()
            .map(Some)
            .map_err(|message: String| Failure::usage(message, "or leave it out: auto"))
    }

    /// The given date, or the one that `SOURCE_DATE_EPOCH` gives.
    fn report_date(&self) -> Result<Option<String>, Failure> {
        if let Some(text) = &self.report_date {
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
}
