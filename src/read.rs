//! Files to calls. One file per caller, one row in the
//! table of its group ([`callers`]); the content tells the format,
//! never the file's name. Floor 1: imports [`crate::domain`] alone and knows nothing of the
//! knowledge base.
//!
//! A reader works in two steps, so that the pipeline can spread the second over threads:
//! [`Records::next_batch`] frames raw records in the file's order, [`Records::parse`] is a pure
//! function from one raw record to its calls.

mod assay_file;
mod biomarker;
mod case_file;
mod classification;
mod config_file;
mod copy_number;
mod declared;
mod error;
mod fusion;
mod junction;
mod maf;
mod panel;
mod rearrangement;
mod registry;
pub mod stream;
mod table;
mod vcf;
mod warnings;

pub use assay_file::read_assay;
pub use case_file::{CaseFile, read_case, valid_sample};
pub use config_file::{ConfigFile, read_config};
pub use error::ReadError;
pub use registry::{caller_named, callers, check_text, recognise};
pub use warnings::{LISTED, Warnings};

use crate::domain::{Assembly, Call, Detects, GeneSymbol, Locus, Rejected, Warning};
use std::fmt;
use std::sync::Arc;
use stream::{Head, Stream};

/// What is asked of every reader.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// Index of the file in the report's `inputs`, from 0; it goes into every `Origin`.
    pub input: usize,
    /// The case's sample identifier. `None`: take what the file names.
    pub sample: Option<String>,
    /// `--tumor-sample`: the tumour's column or table name.
    pub tumor_sample: Option<String>,
    /// `--normal-sample`: the normal's column.
    pub normal_sample: Option<String>,
    /// Which names are gene symbols, for formats that write a pair of genes as one word (`A-B`)
    /// though symbols hold hyphens, and where the genes lie, for formats that do not say which
    /// breakpoint is whose.
    pub symbols: Symbols,
}

type IsSymbol = dyn Fn(&str) -> bool + Send + Sync;
type LiesAt = dyn Fn(&GeneSymbol, &Locus) -> Option<bool> + Send + Sync;

/// Tells gene symbols from other words, and where known genes lie. By default every word counts as a
/// symbol and no gene's place is known.
#[derive(Clone)]
pub struct Symbols {
    is_symbol: Arc<IsSymbol>,
    lies_at: Arc<LiesAt>,
}

impl Symbols {
    /// Those for which `is_symbol` holds.
    pub fn new(is_symbol: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        Self {
            is_symbol: Arc::new(is_symbol),
            lies_at: Arc::new(|_, _| None),
        }
    }

    /// The same symbols; `lies_at` tells whether a gene lies at a place, `None` where that is not
    /// known.
    pub fn with_places(
        self,
        lies_at: impl Fn(&GeneSymbol, &Locus) -> Option<bool> + Send + Sync + 'static,
    ) -> Self {
        Self {
            lies_at: Arc::new(lies_at),
            ..self
        }
    }

    /// Whether `name` is a gene symbol.
    pub fn has(&self, name: &str) -> bool {
        (self.is_symbol)(name)
    }

    /// Whether the gene lies at that place, on any assembly. `None`: its place is not known.
    pub fn lies_at(&self, gene: &GeneSymbol, place: &Locus) -> Option<bool> {
        (self.lies_at)(gene, place)
    }
}

impl Default for Symbols {
    fn default() -> Self {
        Self::new(|_| true)
    }
}

impl fmt::Debug for Symbols {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Symbols")
    }
}

impl ReadOptions {
    /// The name the tumour has in the files: `--tumor-sample`, else the case's identifier.
    pub fn wanted_sample(&self) -> Option<&str> {
        self.tumor_sample.as_deref().or(self.sample.as_deref())
    }
}

/// A caller's own format.
pub trait Caller: Sync {
    /// Short name, as `-i FORMAT=PATH` takes it: `arriba`.
    fn name(&self) -> &'static str;

    /// What `sarcolens formats` says of it.
    fn manual(&self) -> Manual;

    /// Classes of alteration that such a file tells of, so that their absence may mean something.
    fn detects(&self) -> &'static [Detects];

    /// Columns of its header, so that the nearest formats of an unknown one can be told. Empty where
    /// the format has no header of columns.
    fn tokens(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether a file that begins like this is of this format.
    fn recognises(&self, head: &Head) -> bool;

    /// Reads the header and gets ready for the records.
    ///
    /// # Errors
    /// Where the header cannot be read or the samples do not agree.
    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError>;
}

/// What is known of a format, for `sarcolens formats`.
#[derive(Clone, Copy, Debug)]
pub struct Manual {
    /// The program's name and what the file is: `Arriba fusions.tsv and fusions.discarded.tsv`.
    pub title: &'static str,
    /// Versions seen in real files.
    pub versions: &'static str,
    /// What the reader was written from.
    pub written_from: WrittenFrom,
    /// Header tokens the format is recognised by.
    pub recognised_by: &'static str,
    /// Columns or fields read, ours beside theirs.
    pub columns: &'static [(&'static str, &'static str)],
    /// What the read counts mean.
    pub support: &'static str,
    /// What is claimed of the 5' to 3' order.
    pub order: &'static str,
}

/// What a reader was written from; `sarcolens formats` tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenFrom {
    /// Files that the caller wrote.
    Files,
    /// Examples that the caller ships; their content may be made up.
    Examples,
    /// Documentation alone: no file was seen.
    Documentation,
}

impl fmt::Display for WrittenFrom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Files => "real files",
            Self::Examples => "examples of the tool",
            Self::Documentation => "documentation alone; no file was seen",
        })
    }
}

/// One raw record with its line (record number for BCF), from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawRecord {
    /// Line in the file, from 1.
    pub line: u64,
    /// Its bytes without line end.
    pub bytes: Vec<u8>,
    /// No line end follows: it is the last of a text, and may have been cut.
    pub is_unended: bool,
    /// Which table it belongs to in a file that holds several; 0 in all others.
    pub part: usize,
}

/// What is told of a text whose last line has no line end.
fn unended(input: usize, line: u64) -> Warning {
    Warning {
        input: Some(input),
        line: Some(line),
        message: "the file ends without a line end; it may have been cut, and the numbers of its \
                  last record with it"
            .to_owned(),
    }
}

/// Records in a batch: large enough to be worth a thread, small enough for memory.
pub const BATCH_RECORDS: usize = 2_048;

/// An open file.
pub trait Records: Send + Sync {
    /// What the header told.
    fn facts(&self) -> &FileFacts;

    /// The next records, at most [`BATCH_RECORDS`], in the file's order; none at the end.
    ///
    /// # Errors
    /// Where the file is damaged.
    fn next_batch(&mut self) -> Result<Vec<RawRecord>, ReadError>;

    /// What one record says. A pure function: same record, same answer.
    fn parse(&self, raw: &RawRecord) -> Parsed;

    /// Reads to the end, checks that the container is whole, and gives the SHA-256 of the bytes
    /// as they lie on disk, in hexadecimal.
    ///
    /// # Errors
    /// Where the file is damaged or cut short.
    fn finish(self: Box<Self>) -> Result<String, ReadError>;
}

/// What a file's header told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileFacts {
    /// The caller's short name, where one format serves several (VCF). `None`: as the format.
    pub caller: Option<&'static str>,
    /// The program and version that wrote it.
    pub caller_version: Option<String>,
    /// Assembly by the header, and by what (`contig lengths`, `##reference`).
    pub assembly: Option<(Assembly, String)>,
    /// The tumour's column or table name.
    pub sample: Option<String>,
    /// What a file of this header can tell of. `None`: what the format can, see
    /// [`Caller::detects`].
    pub detects: Option<&'static [Detects]>,
    /// Odd things in the header, and lines between records that are none.
    pub warnings: Warnings,
}

/// What one record says. A record that is rejected has no calls; one that has neither calls nor
/// a rejection touches nothing that this program reads (a reference block of a gVCF).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// Its claims: several for a multi-allelic line.
    pub calls: Vec<Call>,
    /// Odd things that cost nothing.
    pub warnings: Vec<Warning>,
    /// Odd things that are told even where the record touches no known gene: it may name one
    /// elsewhere.
    pub alerts: Vec<Warning>,
    /// Why it could not be read.
    pub rejected: Option<Rejected>,
    /// The sample name this row bears, in tables that name one per row.
    pub sample: Option<String>,
}
