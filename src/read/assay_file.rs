//! `assay.toml`: what the assay can see.

use crate::domain::Assay;
use crate::read::ReadError;
use crate::read::declared::parse;

/// Reads the assay file at `path`.
///
/// # Errors
/// Where it cannot be read, has an unknown key, or a value out of its range.
pub fn read_assay(path: &str) -> Result<Assay, ReadError> {
    parse(path).map(|(_, assay)| assay)
}
