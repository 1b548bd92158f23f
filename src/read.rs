//! Files to calls. One file per caller, one row in [`CALLERS`]; the content tells the format,
//! never the file's name. Floor 1: imports [`crate::domain`] alone and knows nothing of the
//! knowledge base.
//!
//! A reader works in two steps, so that the pipeline can spread the second over threads:
//! [`Records::next_batch`] frames raw records in the file's order, [`Records::parse`] is a pure
//! function from one raw record to its calls.

mod arriba;
mod assay_file;
mod breakpoint;
mod case_file;
mod declared;
mod star_fusion;
pub mod stream;
mod table;
mod vcf;
mod warnings;

pub use assay_file::read_assay;
pub use case_file::{CaseFile, read_case, valid_sample};
pub use warnings::{LISTED, Warnings};

use crate::domain::{Assembly, Call, Detects, Rejected, Warning};
use stream::{Head, Stream};

/// Every caller that is read, in the order `sarcolens formats` lists them.
pub static CALLERS: &[&dyn Caller] = &[
    &arriba::Arriba,
    &arriba::ArribaDiscarded,
    &star_fusion::StarFusion,
    &vcf::Vcf,
    &vcf::Bcf,
];

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
    /// Header tokens the format is recognised by.
    pub recognised_by: &'static str,
    /// Columns or fields read, ours beside theirs.
    pub columns: &'static [(&'static str, &'static str)],
    /// What the read counts mean.
    pub support: &'static str,
    /// What is claimed of the 5' to 3' order.
    pub order: &'static str,
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
    /// Why it could not be read.
    pub rejected: Option<Rejected>,
    /// The sample name this row bears, in tables that name one per row.
    pub sample: Option<String>,
}

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It could not be opened or read from.
    #[error("{path}: cannot be read")]
    Io {
        /// The path as given.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// Nothing is in it.
    #[error("{path}: the file is empty; a caller that found nothing writes at least a header")]
    Empty {
        /// The path as given.
        path: String,
    },
    /// No format fits.
    #[error("{path}:1:1: not recognised as any known format; the file begins with {found}")]
    NotRecognised {
        /// The path as given.
        path: String,
        /// How it begins, shortened and escaped.
        found: String,
    },
    /// Text in two bytes a letter.
    #[error("{path}:1:1: the text is in UTF-16, expected UTF-8")]
    Utf16 {
        /// The path as given.
        path: String,
    },
    /// Carriage returns alone end the lines.
    #[error("{path}:1:1: its lines end with CR alone, expected LF or CR LF")]
    LineEnds {
        /// The path as given.
        path: String,
    },
    /// Several formats fit.
    #[error("{path}:1:1: fits several formats: {}", .candidates.join(", "))]
    Ambiguous {
        /// The path as given.
        path: String,
        /// Their names.
        candidates: Vec<&'static str>,
    },
    /// The container or text is damaged.
    #[error("{path}:{line}: damaged: {what}")]
    Damaged {
        /// The path as given.
        path: String,
        /// The line that was being read, from 1; 0 where no line was reached.
        line: u64,
        /// What was found.
        what: String,
    },
    /// A saved report cannot be used.
    #[error("{path}:{what}")]
    Report {
        /// The path as given.
        path: String,
        /// What was found, behind line and column where they are known.
        what: String,
    },
    /// The header lacks something or names something unknown.
    #[error("{path}:{line}: {what}")]
    Header {
        /// The path as given.
        path: String,
        /// The header's line, from 1.
        line: u64,
        /// What was found and what would be accepted.
        what: String,
    },
    /// The samples in the file and the declared ones do not agree.
    #[error("{path}: {what}")]
    Samples {
        /// The path as given.
        path: String,
        /// What was found.
        what: String,
    },
    /// A declared file (`case.toml`, `assay.toml`) says something wrong.
    #[error("{path}:{line}:{column}: {what}")]
    Declared {
        /// The path as given.
        path: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What was found and what would be accepted.
        what: String,
    },
}

impl ReadError {
    /// Whether the arguments or declared facts are wrong (exit code 2) rather than the file
    /// (exit code 3).
    pub fn is_usage(&self) -> bool {
        match self {
            Self::Samples { .. } | Self::Declared { .. } => true,
            Self::Io { .. }
            | Self::Empty { .. }
            | Self::NotRecognised { .. }
            | Self::Utf16 { .. }
            | Self::LineEnds { .. }
            | Self::Ambiguous { .. }
            | Self::Damaged { .. }
            | Self::Report { .. }
            | Self::Header { .. } => false,
        }
    }

    /// What to do next. `None` where the message says it all.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Io { source, .. } => Some(io_hint(source.kind())),
            Self::Declared { .. } => Some(
                "correct it there; the README shows what a case file and an assay file may hold",
            ),
            Self::Report { .. } => Some(
                "a report is rendered as `sarcolens interpret` wrote it; write it again from its \
                 inputs",
            ),
            Self::Empty { .. } => Some("check that the caller finished, or leave the file out"),
            Self::NotRecognised { .. } => Some(
                "`sarcolens formats` lists what is recognised and by what; \
                 `-i FORMAT=PATH` names the format",
            ),
            Self::Utf16 { .. } => {
                Some("write it again as UTF-8; spreadsheet programs call it \"CSV UTF-8\"")
            }
            Self::LineEnds { .. } => {
                Some("write it again with line feeds, for example `tr '\\r' '\\n' < OLD > NEW`")
            }
            Self::Ambiguous { .. } => Some("name the format with `-i FORMAT=PATH`"),
            Self::Damaged { .. } => Some("copy or make the file again; nothing of it was used"),
            Self::Header { .. } => Some("`sarcolens formats` says which columns are needed"),
            Self::Samples { .. } => {
                Some("name the tumour's column or table name with `--tumor-sample NAME`")
            }
        }
    }
}

fn io_hint(kind: std::io::ErrorKind) -> &'static str {
    use std::io::ErrorKind;
    if kind == ErrorKind::NotFound {
        "check the path; it is taken from the folder the program was started in, and under [inputs] \
         from the folder of the case file"
    } else if kind == ErrorKind::PermissionDenied {
        "check who may read it"
    } else if kind == ErrorKind::IsADirectory {
        "give the files in it one by one"
    } else {
        "check the file and the disk it lies on"
    }
}

/// Whether `head` begins a text (or a BCF) that some reader could take.
///
/// # Errors
/// Where nothing is there, or its encoding or line ends are not read.
pub fn check_text(head: &Head, path: &str) -> Result<(), ReadError> {
    let path = path.to_owned();
    if head.is_empty() {
        Err(ReadError::Empty { path })
    } else if head.is_utf16() {
        Err(ReadError::Utf16 { path })
    } else if head.has_bare_returns() {
        Err(ReadError::LineEnds { path })
    } else {
        Ok(())
    }
}

/// The caller that `head` belongs to.
///
/// # Errors
/// Where none or several fit, or no reader could take the text.
pub fn recognise(head: &Head, path: &str) -> Result<&'static dyn Caller, ReadError> {
    check_text(head, path)?;
    let fitting: Vec<&'static dyn Caller> = CALLERS
        .iter()
        .copied()
        .filter(|caller| caller.recognises(head))
        .collect();
    match fitting.as_slice() {
        [one] => Ok(*one),
        [] => Err(ReadError::NotRecognised {
            path: path.to_owned(),
            found: head.beginning(),
        }),
        several => Err(ReadError::Ambiguous {
            path: path.to_owned(),
            candidates: several.iter().map(|caller| caller.name()).collect(),
        }),
    }
}

/// The caller that `-i FORMAT=PATH` names.
pub fn caller_named(name: &str) -> Option<&'static dyn Caller> {
    CALLERS.iter().copied().find(|caller| caller.name() == name)
}
