//! scarHRD, the table of segments that it takes; laboratories make it of ASCAT, FACETS or Sequenza.
//!
//! | scarHRD | ours |
//! |---|---|
//! | `SampleID` | the sample of the row |
//! | `Chromosome`, `Start_position`, `End_position` | the stretch, 1-based |
//! | `total_cn` | copies |
//! | `A_cn`, `B_cn` | the smaller is the copies of the rarer allele |
//! | `ploidy` | ploidy, stated by each row |

use super::measure::{claim, copies};
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, Detects};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// The segments.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "scarhrd-segments",
    manual: Manual {
        title: "scarHRD input, segments",
        versions: "by their headers",
        written_from: WrittenFrom::Files,
        recognised_by: "SampleID, Chromosome, Start_position, End_position, total_cn, A_cn, B_cn",
        columns: &[
            ("SampleID", "the sample of the row"),
            (
                "Chromosome, Start_position, End_position",
                "the stretch, 1-based",
            ),
            ("total_cn", "copies"),
            ("A_cn, B_cn", "the smaller: copies of the rarer allele"),
            ("ploidy", "ploidy"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &[
        "SampleID",
        "Chromosome",
        "Start_position",
        "End_position",
        "total_cn",
        "A_cn",
        "B_cn",
    ],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let place = ["Chromosome", "Start_position", "End_position"];
    let region = region(row, place, Counts::FromOne)?;
    let alleles = [row.number("A_cn"), row.number("B_cn")];
    let copy_number = CopyNumber {
        copies: Some(copies(row, "total_cn")?),
        minor_copies: match alleles {
            [Some(one), Some(other)] => Some(one.min(other)).filter(|copies| *copies >= 0.0),
            [None, _] | [_, None] => None,
        },
        ploidy: row.number("ploidy").filter(|ploidy| *ploidy > 0.0),
        ..stretch(region)
    };
    Ok(claim(row, copy_number.judged()))
}
