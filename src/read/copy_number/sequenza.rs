//! Sequenza, `_segments.txt`. From its documentation; no file was seen.
//!
//! | Sequenza | ours |
//! |---|---|
//! | `chromosome`, `start.pos`, `end.pos` | the stretch, 1-based |
//! | `CNt` | copies |
//! | `B` | copies of the rarer allele; `NA` on a single X |
//!
//! Not read: `A`, `Bf`, `depth.ratio`, `LPP`. Ploidy and tumour content stand in another file.

use super::measure::{claim, copies, minor};
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, Detects};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// The segments.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "sequenza",
    manual: Manual {
        title: "Sequenza _segments.txt",
        versions: "none seen",
        written_from: WrittenFrom::Documentation,
        recognised_by: "chromosome, start.pos, end.pos, CNt, A, B",
        columns: &[
            ("chromosome, start.pos, end.pos", "the stretch, 1-based"),
            ("CNt", "copies"),
            ("B", "copies of the rarer allele"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &["chromosome", "start.pos", "end.pos", "CNt", "A", "B"],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let place = ["chromosome", "start.pos", "end.pos"];
    let region = region(row, place, Counts::FromOne)?;
    let copy_number = CopyNumber {
        copies: Some(copies(row, "CNt")?),
        minor_copies: minor(row, "B"),
        ..stretch(region)
    };
    Ok(claim(row, copy_number.judged()))
}
