//! ABSOLUTE, table of segments (`.segtab.txt`).
//!
//! | ABSOLUTE | ours |
//! |---|---|
//! | `sample` | the sample of the row |
//! | `Chromosome`, `Start.bp`, `End.bp` | the stretch, 1-based |
//! | `modal_cn` | copies: the most likely whole number, of the clone that bears the change |
//!
//! Not read: `expected_cn` (a mean over what is possible), `copy_ratio`, `cancer_cell_frac` and
//! `subclonal`. Ploidy and tumour content stand in another table of the tool.

use super::measure::{claim, copies};
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, Detects};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// The table of segments.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "absolute",
    manual: Manual {
        title: "ABSOLUTE .segtab.txt, segments",
        versions: "by their headers",
        written_from: WrittenFrom::Files,
        recognised_by: "Chromosome, Start.bp, End.bp, modal_cn",
        columns: &[
            ("sample", "the sample of the row"),
            ("Chromosome, Start.bp, End.bp", "the stretch, 1-based"),
            ("modal_cn", "copies"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &["Chromosome", "Start.bp", "End.bp", "modal_cn"],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let region = region(row, ["Chromosome", "Start.bp", "End.bp"], Counts::FromOne)?;
    let copy_number = CopyNumber {
        copies: Some(copies(row, "modal_cn")?),
        ..stretch(region)
    };
    Ok(claim(row, copy_number.judged()))
}
