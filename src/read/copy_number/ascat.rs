//! ASCAT, segments (`.segments.txt`).
//!
//! | ASCAT | ours |
//! |---|---|
//! | `sample` | the sample of the row |
//! | `chr`, `startpos`, `endpos` | the stretch, 1-based |
//! | `nMajor` + `nMinor` | copies |
//! | `nMinor` | copies of the rarer allele |
//!
//! Not read: the unrounded `nAraw` and `nBraw`. Ploidy and tumour content stand in another file.

use super::measure::{claim, copies};
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, Detects};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// The segments.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "ascat",
    manual: Manual {
        title: "ASCAT segments",
        versions: "by their headers",
        written_from: WrittenFrom::Files,
        recognised_by: "chr, startpos, endpos, nMajor, nMinor",
        columns: &[
            ("sample", "the sample of the row"),
            ("chr, startpos, endpos", "the stretch, 1-based"),
            ("nMajor + nMinor", "copies"),
            ("nMinor", "copies of the rarer allele"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &["chr", "startpos", "endpos", "nMajor", "nMinor"],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls: |row| calls(row, ["chr", "startpos", "endpos"]),
};

/// The claim of a row with `nMajor` and `nMinor`.
pub(super) fn calls(row: &mut Row<'_>, place: [&str; 3]) -> Result<Vec<Call>, String> {
    let region = region(row, place, Counts::FromOne)?;
    let (major, minor) = (copies(row, "nMajor")?, copies(row, "nMinor")?);
    let copy_number = CopyNumber {
        copies: Some(major + minor),
        // Some files do not keep to the names.
        minor_copies: Some(minor.min(major)),
        ..stretch(region)
    };
    Ok(claim(row, copy_number.judged()))
}
