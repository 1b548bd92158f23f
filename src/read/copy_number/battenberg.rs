//! Battenberg, `_subclones.txt`. From its documentation and readers of the file; none was seen.
//!
//! | Battenberg | ours |
//! |---|---|
//! | `chr`, `startpos`, `endpos` | the stretch, 1-based |
//! | `nMaj1_A` + `nMin1_A`, weighted by `frac1_A`; the same of state 2 | copies, the mean over the tumour |
//! | `nMin1_A`, `nMin2_A`, weighted likewise | copies of the rarer allele |
//!
//! State 2 is `NA` where all tumour cells are of state 1. Not read: solutions B to F, `ntot` (not
//! weighted), `BAF`, `LogR`. Ploidy and tumour content stand in another file.

use super::measure::{claim, copies};
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, Detects};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// The segments with up to two states each.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "battenberg",
    manual: Manual {
        title: "Battenberg _subclones.txt",
        versions: "none seen",
        written_from: WrittenFrom::Documentation,
        recognised_by: "chr, startpos, endpos, nMaj1_A, frac1_A, nMaj2_A, frac2_A",
        columns: &[
            ("chr, startpos, endpos", "the stretch, 1-based"),
            (
                "nMaj1_A + nMin1_A by frac1_A, and of state 2",
                "copies, the mean over the tumour",
            ),
            ("nMin1_A, nMin2_A", "copies of the rarer allele, likewise"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &[
        "chr", "startpos", "endpos", "nMaj1_A", "nMin1_A", "frac1_A", "nMaj2_A", "nMin2_A",
        "frac2_A",
    ],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls,
};

/// Rounding that the two shares may leave of a whole.
const ROUNDING: f64 = 0.02;

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let region = region(row, ["chr", "startpos", "endpos"], Counts::FromOne)?;
    let (total, minor) = mean(row)?;
    let copy_number = CopyNumber {
        copies: Some(total),
        minor_copies: Some(minor),
        ..stretch(region)
    };
    Ok(claim(row, copy_number.judged()))
}

/// Mean copies over the tumour's cells, and of them the rarer allele's.
fn mean(row: &Row<'_>) -> Result<(f64, f64), String> {
    let state = |major: &str, minor: &str, share: &str| -> Result<(f64, f64, f64), String> {
        let share = copies(row, share)?;
        let (major, minor) = (copies(row, major)?, copies(row, minor)?);
        Ok(((major + minor) * share, minor.min(major) * share, share))
    };
    let (total, minor, share) = state("nMaj1_A", "nMin1_A", "frac1_A")?;
    let (total_2, minor_2, share_2) = match row.text("nMaj2_A") {
        Some(_) => state("nMaj2_A", "nMin2_A", "frac2_A")?,
        None => (0.0, 0.0, 0.0),
    };
    let whole = share + share_2;
    if (whole - 1.0).abs() > ROUNDING {
        return Err(format!(
            "frac1_A, frac2_A: the states make up {whole} of the tumour, expected 1"
        ));
    }
    Ok((total + total_2, minor + minor_2))
}
