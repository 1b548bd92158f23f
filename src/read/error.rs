//! Why a file could not be read, and what to do next.

use crate::domain::Assembly;

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
    #[error("{path}:1:1: not recognised as any known format; the file begins with {found}{}", near(.nearest))]
    NotRecognised {
        /// The path as given.
        path: String,
        /// How it begins, shortened and escaped.
        found: String,
        /// Formats with the most columns in common, best first; may be empty.
        nearest: Vec<&'static str>,
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
    /// A file of the reference cannot be used.
    #[error("{path}: {what}")]
    Reference {
        /// The path as given.
        path: String,
        /// What was found.
        what: String,
        /// What to do next.
        hint: &'static str,
    },
    /// The reference is on another assembly than was stated.
    #[error("{path}: is on {found} by {by}, but `--assembly {stated}` was given")]
    Assembly {
        /// The path as given.
        path: String,
        /// The assembly it is on.
        found: Assembly,
        /// By what that was told.
        by: String,
        /// The assembly that was stated.
        stated: Assembly,
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
            Self::Samples { .. } | Self::Declared { .. } | Self::Assembly { .. } => true,
            Self::Io { .. }
            | Self::Empty { .. }
            | Self::NotRecognised { .. }
            | Self::Utf16 { .. }
            | Self::LineEnds { .. }
            | Self::Ambiguous { .. }
            | Self::Damaged { .. }
            | Self::Reference { .. }
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
            Self::Reference { hint, .. } => Some(hint),
            Self::Assembly { .. } => {
                Some("give the reference of the files' assembly, or leave `--assembly` out")
            }
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

fn near(formats: &[&str]) -> String {
    if formats.is_empty() {
        return String::new();
    }
    format!(
        "; the nearest formats by their columns: {}",
        formats.join(", ")
    )
}
