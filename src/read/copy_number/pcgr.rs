//! PCGR, the table of segments that it takes.
//!
//! | PCGR | ours |
//! |---|---|
//! | `Chromosome`, `Start`, `End` | the stretch, 1-based |
//! | `nMajor` + `nMinor` | copies |
//! | `nMinor` | copies of the rarer allele |
//! | `Segment_Mean` | log2 ratio; older tables have it in place of the copies |

use super::ascat;
use super::measure::{claim, number};
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, Detects};
use crate::read::table::{Columns, Row, TableCaller};
use crate::read::{Manual, WrittenFrom};

const PLACE: [&str; 3] = ["Chromosome", "Start", "End"];

/// The segments.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "pcgr-cna",
    manual: Manual {
        title: "PCGR input, copy-number segments",
        versions: "by their headers",
        written_from: WrittenFrom::Examples,
        recognised_by: "Chromosome, Start, End, and nMajor with nMinor, or Segment_Mean alone",
        columns: &[
            ("Chromosome, Start, End", "the stretch, 1-based"),
            ("nMajor + nMinor", "copies"),
            ("nMinor", "copies of the rarer allele"),
            ("Segment_Mean", "log2 ratio, in older tables"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &["Chromosome", "Start", "End"],
    also: |columns| has_copies(columns) || (columns.has("Segment_Mean") && columns.count == 4),
    genes: &[],
    least_cells: None,
    calls,
};

fn has_copies(columns: &Columns) -> bool {
    columns.has_all(&["nMajor", "nMinor"])
}

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    if !row.has("Segment_Mean") {
        return ascat::calls(row, PLACE);
    }
    let region = region(row, PLACE, Counts::FromOne)?;
    let copy_number = CopyNumber {
        log2_ratio: Some(number(row, "Segment_Mean")?),
        ..stretch(region)
    };
    Ok(claim(row, copy_number.judged()))
}
