//! A file that a reference is made of, as it was when it was read.

use crate::read::ReadError;
use serde::{Deserialize, Serialize};
use std::fs;
use std::time::UNIX_EPOCH;

/// A file of a reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SourceFile {
    /// The path as given.
    pub(super) path: String,
    /// The same from the root, as far as the system tells.
    place: String,
    /// Bytes.
    pub(super) size: u64,
    /// When it was last written, in seconds of the system's clock.
    pub(super) modified: u64,
    /// SHA-256 of the file, or of its index where it is a FASTA.
    pub(super) sha256: String,
}

impl SourceFile {
    /// The file at `path`, with a digest that is known already.
    ///
    /// # Errors
    /// Where the system tells nothing of it.
    pub(super) fn of(path: &str, sha256: String) -> Result<Self, ReadError> {
        let (size, modified) = facts(path).map_err(|source| ReadError::Io {
            path: path.to_owned(),
            source,
        })?;
        let place = fs::canonicalize(path).map(|place| place.to_string_lossy().into_owned());
        Ok(Self {
            path: path.to_owned(),
            place: place.unwrap_or_else(|_| path.to_owned()),
            size,
            modified,
            sha256,
        })
    }

    /// Whether the file lies where it did and is another now. One that is no longer there counts
    /// as unchanged: nothing of it is needed.
    pub(super) fn has_changed(&self) -> bool {
        facts(&self.place)
            .is_ok_and(|(size, modified)| size != self.size || modified != self.modified)
    }
}

fn facts(path: &str) -> std::io::Result<(u64, u64)> {
    let found = fs::metadata(path)?;
    let modified = found.modified()?.duration_since(UNIX_EPOCH);
    Ok((found.len(), modified.map_or(0, |since| since.as_secs())))
}

/// An error about a reference file.
pub(super) fn told(path: &str, what: String, hint: &'static str) -> ReadError {
    ReadError::Reference {
        path: path.to_owned(),
        what,
        hint,
    }
}
