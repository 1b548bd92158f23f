//! `sarcolens interpret`

mod request;

use crate::cli::{Talk, output, progress};
use crate::genome::Genome;
use crate::kb::KnowledgeBase;
use crate::pipeline::{self, Failure, Progress, Request, Silent};
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
    /// Thresholds and letterhead of the laboratory
    #[arg(long, value_name = "sarcolens.toml")]
    config: Option<String>,
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
    /// Bases of the reference genome, with its index (`samtools faidx`) beside it; bgzip too
    #[arg(long, value_name = "FILE")]
    fasta: Option<String>,
    /// Genes and transcripts: GFF3 or GTF, or what `sarcolens reference build` wrote
    #[arg(long, alias = "gtf", value_name = "FILE")]
    gff: Option<String>,
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
        let knowledge = KnowledgeBase::load(self.knowledgebase.as_deref(), &self.overlay)
            .map_err(Failure::from)?;
        let asked = request::asked(&self, &knowledge)?;
        let formats = asked.formats;
        output::prepare(
            &self.outdir,
            asked.case.sample.as_deref(),
            &formats,
            self.force,
        )?;
        let given = request::genome(&self, asked.assembly, &knowledge)?;
        let request = Request {
            files: asked.files,
            case: asked.case,
            assay: asked.assay,
            config: asked.config,
            knowledge: &knowledge,
            genome: given.as_ref().unwrap_or_else(|| Genome::embedded()),
            assembly: asked.assembly,
            tumor_sample: self.tumor_sample.clone(),
            normal_sample: self.normal_sample.clone(),
            report_date: asked.report_date,
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
}
