//! One file from its bytes to the calls that touch a known gene, every record accounted for.
//!
//! What a record needs is decided on its batch: one that touches no known gene, by name or place, is
//! counted and dropped there, so that memory does not grow with the file. It does grow with what the
//! report lists: every record in a known gene stands in the report by name, some 2 KB each until it
//! is written. Rejected records and warnings are listed up to [`LISTED`] a file and counted beyond.

use crate::annotate;
use crate::domain::{
    Alteration, Assembly, Call, CopyNumberLimits, Detects, Fate, GeneSymbol, Ledger, Rejected,
    Warning,
};
use crate::genome::Genome;
use crate::kb::{KnowledgeBase, Resolved};
use crate::normalise::{AssemblyVotes, SampleMeasures};
use crate::pipeline::census::Census;
use crate::pipeline::record::{self, Prepared};
use crate::pipeline::{Failure, InputSpec, Progress, Request, format_named};
use crate::read::stream::Stream;
use crate::read::{self, FileFacts, LISTED, ReadError, ReadOptions, Records, Warnings};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// One file, read.
#[derive(Debug, Default)]
pub(super) struct FileRead {
    pub(super) path: String,
    pub(super) format: &'static str,
    pub(super) detects: &'static [Detects],
    pub(super) facts: FileFacts,
    pub(super) sha256: String,
    /// Calls that touch a known gene.
    pub(super) calls: Vec<Call>,
    /// Lines of the records of those calls: where they end is told after interpretation.
    pub(super) pending: Vec<u64>,
    /// What became of the other records.
    pub(super) ledger: Ledger,
    /// Warnings of the header and of the records.
    pub(super) warnings: Warnings,
    pub(super) rejected: Vec<Rejected>,
    pub(super) votes: AssemblyVotes,
    /// Numbers over all records.
    pub(super) census: Census,
    /// Sample names that rows bear, in tables that name one per row.
    pub(super) row_samples: BTreeSet<String>,
    /// Rows that belong to another sample.
    pub(super) other_samples: u64,
    /// Rows that the caller itself threw out.
    discarded: u64,
}

/// Reads the file that `spec` names. A panic inside a library counts as a damaged file.
pub(super) fn read(
    index: usize,
    spec: InputSpec,
    request: &Request<'_>,
    progress: &dyn Progress,
) -> Result<FileRead, Failure> {
    let path = spec.path.clone();
    guarded(path, || read_file(index, spec, request, progress))
}

/// Does `work`; a panic in it, which only a library can cause, is a damaged file.
fn guarded(
    path: String,
    work: impl FnOnce() -> Result<FileRead, Failure>,
) -> Result<FileRead, Failure> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Failure::Read(ReadError::Damaged {
            path,
            line: 0,
            what: "a library that unpacks it gave up on what it found".to_owned(),
        }))
    })
}

fn read_file(
    index: usize,
    spec: InputSpec,
    request: &Request<'_>,
    progress: &dyn Progress,
) -> Result<FileRead, Failure> {
    let stream = Stream::open(&spec.path)?;
    let caller = match &spec.format {
        Some(name) => {
            let caller = format_named(name)?;
            read::check_text(stream.head(), &spec.path)?;
            caller
        }
        None => read::recognise(stream.head(), &spec.path)?,
    };
    let options = ReadOptions {
        input: index,
        sample: request.case.sample.clone(),
        tumor_sample: request.tumor_sample.clone(),
        normal_sample: request.normal_sample.clone(),
        symbols: symbols(request.knowledge),
    };
    let mut records: Box<dyn Records> = caller.open(stream, &options)?;
    let mut file = FileRead {
        path: spec.path,
        format: caller.name(),
        detects: records.facts().detects.unwrap_or(caller.detects()),
        facts: records.facts().clone(),
        ..FileRead::default()
    };
    let assembly = file
        .facts
        .assembly
        .as_ref()
        .map(|(assembly, _)| *assembly)
        .or(request.assembly);
    loop {
        let batch = records.next_batch()?;
        if batch.is_empty() {
            break;
        }
        let prepared: Vec<Prepared> = batch
            .par_iter()
            .map(|raw| {
                let parsed = records.parse(raw);
                record::prepare(raw.line, parsed, assembly, request.knowledge)
            })
            .collect();
        progress.read(&file.path, prepared.len() as u64);
        for prepared in prepared {
            file.take(prepared);
        }
    }
    // What is told of the whole file comes first, so that it is never among those not listed.
    let of_records = std::mem::replace(&mut file.warnings, records.facts().warnings.clone());
    file.warnings.join(of_records);
    file.sha256 = records.finish()?;
    progress.finished(&file.path);
    if file.discarded > 0 && file.discarded + file.ledger.rejected == file.ledger.read {
        // A list of discarded candidates says nothing of what is absent.
        file.detects = &[];
    }
    Ok(file)
}

impl FileRead {
    /// Does what had to wait for the other files: copy numbers get the sample's ploidy, segments
    /// become genes, and records without a gene are placed on an assembly that was found out late.
    pub(super) fn complete(
        &mut self,
        measures: SampleMeasures,
        limits: &CopyNumberLimits,
        assembly: Option<Assembly>,
        input: usize,
        knowledge: &KnowledgeBase,
        genome: &Genome,
    ) {
        let judge = |call: &mut Call| measures.complete(call, limits);
        self.calls.iter_mut().for_each(judge);
        match assembly {
            Some(assembly) => {
                self.place(assembly, knowledge, genome);
                // Some become copy numbers only where they are placed; those of segments are judged and
                // say how much of the gene the segment holds.
                self.calls
                    .iter_mut()
                    .filter(|call| !is_of_segment(call))
                    .for_each(judge);
            }
            None => self.tell_unplaced(input),
        }
    }

    fn place(&mut self, assembly: Assembly, knowledge: &KnowledgeBase, genome: &Genome) {
        self.calls = std::mem::take(&mut self.calls)
            .into_iter()
            .flat_map(|call| annotate::place_segment(call, assembly, knowledge, genome))
            .flat_map(|call| record::placed(call, Some(assembly), knowledge))
            .collect();
        let kept: BTreeSet<u64> = self.calls.iter().map(|call| call.origin.line).collect();
        let ledger = &mut self.ledger;
        self.pending.retain(|line| {
            let is_kept = kept.contains(line);
            if !is_kept {
                ledger.count(Fate::Outside);
            }
            is_kept
        });
    }

    /// Tells of segments and variants that stay without genes because nobody knows their assembly.
    fn tell_unplaced(&mut self, input: usize) {
        let (mut segments, mut variants) = (0_u64, 0_u64);
        for call in &self.calls {
            match &call.claim {
                Alteration::CopyNumber(copy_number) => {
                    segments += u64::from(copy_number.gene.is_none());
                }
                Alteration::SmallVariant(variant) => {
                    variants += u64::from(variant.gene.is_none() && call.effects.is_empty());
                }
                Alteration::Fusion(_)
                | Alteration::Rearrangement(_)
                | Alteration::TandemDuplication(_)
                | Alteration::Biomarker(_) => {}
            }
        }
        for (count, what) in [(segments, "segment"), (variants, "variant")] {
            if count > 0 {
                self.warnings.push(Warning {
                    input: Some(input),
                    line: None,
                    message: format!(
                        "{count} {what}(s) could not be placed on genes, because nothing tells \
                         the assembly; `--assembly` states it"
                    ),
                });
            }
        }
    }
}

/// Whether a claim tells of copies by a segment with its place.
fn is_of_segment(call: &Call) -> bool {
    matches!(&call.claim, Alteration::CopyNumber(copies) if copies.region.is_some())
}

/// Bases that a breakpoint may lie outside a gene's reference transcript and still be the gene's.
const MARGIN_BP: u64 = 20_000;

/// Which names are gene symbols and where known genes lie, for the readers.
fn symbols(knowledge: &KnowledgeBase) -> read::Symbols {
    let symbols = knowledge.symbols.clone();
    let (names, genes) = (symbols.clone(), knowledge.genes.clone());
    read::Symbols::new(move |name| {
        GeneSymbol::new(name).is_some_and(|gene| symbols.resolve(&gene) != Resolved::Unknown)
    })
    .with_places(move |gene, place| {
        let current = match names.resolve(gene) {
            Resolved::Renamed(current) => current,
            Resolved::Current | Resolved::Unknown | Resolved::Ambiguous(_) => gene.clone(),
        };
        let known = genes.get(&current)?;
        let spans = [&known.grch37, &known.grch38];
        let mut known = spans.into_iter().flatten().peekable();
        known.peek()?;
        Some(known.any(|span| {
            span.chrom == place.chrom
                && place.pos + MARGIN_BP >= span.start
                && place.pos <= span.end + MARGIN_BP
        }))
    })
}

impl FileRead {
    fn take(&mut self, prepared: Prepared) {
        self.ledger.read += 1;
        self.discarded += u64::from(prepared.is_discarded);
        self.votes.join(prepared.votes);
        self.census.join(prepared.census);
        self.row_samples.extend(prepared.sample);
        self.warnings.extend(prepared.warnings);
        if prepared.of_other_sample {
            self.other_samples += 1;
            self.ledger.count(Fate::Filtered);
        } else if let Some(rejected) = prepared.rejected {
            self.ledger.count(Fate::Rejected);
            if self.rejected.len() < LISTED {
                self.rejected.push(rejected);
            }
        } else if prepared.calls.is_empty() {
            self.ledger.count(Fate::Outside);
        } else {
            self.pending.push(prepared.line);
            self.calls.extend(prepared.calls);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_a_library_is_a_damaged_file() {
        let told = guarded("x.bcf".to_owned(), || {
            let records: Vec<FileRead> = (0..4_u8)
                .into_par_iter()
                .map(|record| {
                    assert!(record != 3, "a library gave up");
                    FileRead::default()
                })
                .collect();
            Ok(records.into_iter().next().unwrap_or_default())
        });
        let Err(Failure::Read(error)) = told else {
            panic!("{told:?}")
        };
        assert!(error.to_string().starts_with("x.bcf"), "{error}");
        assert!(!error.is_usage());
    }
}
