//! Wires the stages. Floor 3: the only user of threads, and where the ledger is summed.
//!
//! Files run in parallel, and batches of records inside each; results are collected in order, so
//! that the report has the same bytes for any number of threads and any order of the files.

mod census;
mod failure;
mod identity;
mod intake;
mod ledger;
mod record;
mod stops;

pub use failure::Failure;
pub use stops::{STOPS, stop_of};

use crate::annotate;
use crate::domain::{
    Access, Alteration, Assay, Assembly, Biomarker, Call, Case, Day, Detects, Entity, GeneSymbol,
    INTENDED_USE, Input, Measure, Observed, Origin, Report, ReportStatus, SCHEMA_VERSION, Standing,
    Tool,
};
use crate::genome::{Genome, Reference};
use crate::interpret::{self, Assayed, Matched, Subject};
use crate::kb::{KnowledgeBase, Resolved};
use crate::matching;
use crate::normalise::{self, SampleMeasures};
use crate::read::{self, Caller, CaseFile, ConfigFile, ReadError};
use intake::FileRead;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// One file to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InputSpec {
    /// The path as given; `-` is standard input.
    pub path: String,
    /// The format's name. `None`: recognised by content.
    pub format: Option<String>,
}

/// Everything asked of one run.
#[derive(Debug)]
pub struct Request<'a> {
    /// Files to read, in any order.
    pub files: Vec<InputSpec>,
    /// What is declared; the sample identifier may be missing.
    pub case: CaseFile,
    /// What the assay can see.
    pub assay: Option<Assay>,
    /// What the laboratory set.
    pub config: ConfigFile,
    /// Knowledge.
    pub knowledge: &'a KnowledgeBase,
    /// Transcripts and bases: [`Genome::embedded`], or a user's reference.
    pub genome: &'a Genome,
    /// The assembly that was stated. `None`: found from the files.
    pub assembly: Option<Assembly>,
    /// The tumour's column or table name.
    pub tumor_sample: Option<String>,
    /// The normal's column.
    pub normal_sample: Option<String>,
    /// Date for the report; the clock is never read.
    pub report_date: Option<String>,
}

/// Told of what is being read, for a progress bar.
pub trait Progress: Sync {
    /// `count` more records of the file at `path` were read.
    fn read(&self, path: &str, count: u64);
    /// The file at `path` was read to its end.
    fn finished(&self, path: &str);
}

/// Tells nobody.
pub struct Silent;

impl Progress for Silent {
    fn read(&self, _: &str, _: u64) {}
    fn finished(&self, _: &str) {}
}

/// Runs one case from its files to its report on `threads` threads (0: one for each core).
///
/// # Errors
/// Where a declared fact is wrong, a file cannot be read, or files contradict one another.
pub fn run(
    request: Request<'_>,
    threads: usize,
    progress: &dyn Progress,
) -> Result<Report, Failure> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| Failure::Internal(error.to_string()))?
        .install(|| {
            let genome = request.genome;
            let report = run_here(request, progress)?;
            // What could not be read of the reference counted as not known; that is no report.
            match genome.damage() {
                Some(damage) => Err(damage.into()),
                None => Ok(report),
            }
        })
}

/// The genome of a user's reference files, see [`Reference`].
///
/// # Errors
/// Where a file cannot be read, is damaged or stale, or they do not fit one another.
pub fn genome(
    fasta: Option<&str>,
    gff: Option<&str>,
    assembly: Option<Assembly>,
    knowledge: &KnowledgeBase,
) -> Result<Genome, ReadError> {
    let current = |symbol: &GeneSymbol| match knowledge.resolve_gene(symbol) {
        Resolved::Renamed(current) => current,
        Resolved::Current | Resolved::Unknown | Resolved::Ambiguous(_) => symbol.clone(),
    };
    Reference {
        fasta,
        gff,
        assembly,
        current: &current,
    }
    .genome()
}

/// The entity that a submitted diagnosis names. `None` where the text is blank.
///
/// # Errors
/// Where it names none, with the three nearest.
pub fn declared_entity<'k>(
    text: &str,
    knowledge: &'k KnowledgeBase,
) -> Result<Option<&'k Entity>, Failure> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    knowledge
        .resolve(text)
        .map(Some)
        .map_err(|unresolved| Failure::unknown_diagnosis(text, &unresolved))
}

/// The caller that `-i FORMAT=PATH` names.
///
/// # Errors
/// Where there is none of that name.
pub fn format_named(name: &str) -> Result<&'static dyn Caller, Failure> {
    read::caller_named(name).ok_or_else(|| {
        Failure::usage(
            format!("format \"{}\" is not known", name.escape_debug()),
            "`sarcolens formats` lists the names",
        )
    })
}

fn run_here(request: Request<'_>, progress: &dyn Progress) -> Result<Report, Failure> {
    let knowledge = request.knowledge;
    let declared = match request.case.diagnosis.submitted.as_deref() {
        None => None,
        Some(text) => declared_entity(text, knowledge)?,
    };
    let mut specs = request.files.clone();
    specs.sort();
    let files = specs
        .into_par_iter()
        .enumerate()
        .map(|(index, spec)| intake::read(index, spec, &request, progress))
        .collect::<Result<Vec<FileRead>, Failure>>()?;
    let sample = identity::sample(&request, &files)?;
    let assemblies = identity::assemblies(&request, &files)?;
    let provided: BTreeSet<Detects> = files
        .iter()
        .flat_map(|file| file.detects)
        .copied()
        .collect();

    let assayed: Vec<Assayed> = files
        .iter()
        .zip(0..)
        .map(|(file, input)| Assayed {
            input,
            caller: file.facts.caller.unwrap_or(file.format),
            fusion_callers: file.census.fusion_callers.clone(),
            detects: file.detects,
        })
        .collect();
    let measures = SampleMeasures::of(files.iter().flat_map(|file| &file.calls));
    let on: Vec<Option<Assembly>> = assemblies
        .iter()
        .map(|told| told.as_ref().map(|(assembly, _)| *assembly))
        .collect();
    let config = &request.config.config;
    let counted = census::counted(&files, &on, measures, config);
    let mut calls = Vec::new();
    let mut inputs = Vec::new();
    let mut warnings = Vec::new();
    let mut rejected = Vec::new();
    let mut pending = Vec::new();
    for (index, (mut file, assembly)) in files.into_iter().zip(assemblies).enumerate() {
        let (assembly, assembly_from) = assembly.unzip();
        file.complete(
            measures,
            &config.copy_number,
            assembly,
            index,
            knowledge,
            request.genome,
        );
        for call in &mut file.calls {
            call.claim.set_assembly(assembly);
            annotate::read_breakpoints(call, request.genome);
            annotate::joined_within_gene(call, request.genome);
        }
        if calls.is_empty() {
            calls = file.calls;
        } else {
            calls.append(&mut file.calls);
        }
        inputs.push(Input {
            path: file.path,
            sha256: file.sha256,
            format: file.format.to_owned(),
            caller_version: file.facts.caller_version,
            assembly,
            assembly_from,
            sample: file.facts.sample,
            records: file.ledger,
            access: Access::Whole,
        });
        warnings.extend(file.warnings.into_list(index));
        rejected.extend(file.rejected);
        pending.push(file.pending);
    }
    if let Some((input, lines, declared)) = declared_biomarkers(&request.case, inputs.len()) {
        inputs.push(input);
        pending.push(lines);
        calls.extend(declared);
    }

    let case = Case {
        sample,
        diagnosis: request.case.diagnosis,
        centre: request.case.centre,
        patient: request.case.patient,
        specimen: request.case.specimen,
        rna: request.case.rna,
        qc: request.case.qc,
        orthogonal: request.case.orthogonal,
        biomarkers: request.case.biomarkers,
    };
    let histotype = declared.filter(|entity| entity.histotype);
    let matched: Vec<Matched> = normalise::merge(calls, knowledge)
        .into_par_iter()
        .map(|mut observed: Observed| {
            annotate::choose_effect(&mut observed, knowledge);
            annotate::compute_effect(&mut observed, request.genome, knowledge);
            let matches = matching::matches(&observed, histotype, knowledge);
            let aside = matching::aside(&observed, knowledge);
            Matched {
                observed,
                matches,
                aside,
            }
        })
        .collect();
    warnings.sort();
    warnings.dedup();
    rejected.sort();
    let report_date = match request.report_date.as_deref() {
        None => None,
        Some(text) => Some(text.parse::<Day>().map_err(|message| {
            Failure::usage(message, "give the date of the report as 2026-03-02")
        })?),
    };
    let interpretation = interpret::interpret(
        matched,
        &Subject {
            case: &case,
            assay: request.assay.as_ref(),
            knowledge,
            declared,
            inputs: &inputs,
            rejected: &rejected,
            provided: &provided,
            assayed: &assayed,
            config,
            counted: &counted,
            report_date,
        },
    );
    ledger::settle(&mut inputs, &pending, &interpretation)?;
    Ok(Report {
        schema_version: SCHEMA_VERSION.to_owned(),
        tool: Tool {
            name: "sarcolens".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            knowledge_base: (&knowledge.version).into(),
            reference: Some(request.genome.reference().clone()),
        },
        status: ReportStatus::Draft,
        report_date: request.report_date,
        configuration: request.config.told(),
        intended_use: INTENDED_USE.to_owned(),
        overall: interpretation.overall,
        case,
        assay: request.assay,
        inputs,
        diagnosis: interpretation.diagnosis,
        findings: interpretation.findings,
        therapy: interpretation.therapy,
        reasons: interpretation.reasons,
        unexplained: interpretation.unexplained,
        uninterpreted: interpretation.uninterpreted,
        filtered: interpretation.filtered,
        rejected,
        warnings,
        limitations: interpretation.limitations,
    })
}

/// Measures that `case.toml` states, as records of that file: its entry among the inputs, the
/// lines, the calls. `None` where it states none.
fn declared_biomarkers(case: &CaseFile, index: usize) -> Option<(Input, Vec<u64>, Vec<Call>)> {
    let declared = &case.biomarkers;
    let stated = [
        (
            "tmb_per_mb",
            declared
                .tmb_per_mb
                .map(|value| Biomarker::number(Measure::Tmb, value, "/Mb")),
        ),
        ("msi", declared.msi.map(Biomarker::msi)),
        (
            "hrd_score",
            declared
                .hrd_score
                .map(|value| Biomarker::number(Measure::Hrd, value, "")),
        ),
        (
            "uv_signature_fraction",
            declared
                .uv_signature_fraction
                .map(|share| Biomarker::number(Measure::UvSignature, share.get(), "")),
        ),
    ];
    let calls: Vec<Call> = stated
        .into_iter()
        .filter_map(|(key, biomarker)| {
            Some(Call {
                origin: Origin {
                    input: index,
                    line: case.line_of(key),
                    caller: "case".to_owned(),
                },
                claim: Alteration::Biomarker(biomarker?),
                effects: Vec::new(),
                standing: Standing::Passed,
            })
        })
        .collect();
    if calls.is_empty() {
        return None;
    }
    let lines: Vec<u64> = calls.iter().map(|call| call.origin.line).collect();
    let input = Input {
        path: case.path.clone(),
        sha256: case.sha256.clone(),
        format: "case".to_owned(),
        caller_version: None,
        assembly: None,
        assembly_from: None,
        sample: None,
        records: crate::domain::Ledger {
            read: lines.len() as u64,
            ..Default::default()
        },
        access: Access::Whole,
    };
    Some((input, lines, calls))
}
