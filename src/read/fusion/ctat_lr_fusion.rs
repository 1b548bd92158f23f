//! CTAT-LR-fusion, `ctat-LR-fusion.fusion_predictions.tsv` and `…abridged.tsv`: long reads, with or
//! without short reads of the same sample.
//!
//! | CTAT-LR-fusion | ours |
//! |---|---|
//! | `LeftGene`, `RightGene` (`SYMBOL^ENSG…`), else `LeftGene_SR`, `RightGene_SR` | 5' and 3' partner |
//! | `LeftBreakpoint`, `RightBreakpoint` | `chr:pos:strand`, 1-based |
//! | `num_LR`, `JunctionReadCount` (short reads): the larger | `split_reads` |
//! | `SpanningFragCount` (short reads) | `spanning_pairs` |
//! | `PROT_FUSION_TYPE`, `PFAM_LEFT`, `PFAM_RIGHT` | as in STAR-Fusion's table |
//!
//! Long and short reads are two libraries, so they are not added. The table of both is put together
//! with pandas, which writes counts as `12.0` and `NA` where one kind of read did not see the event.
//! Manual: the tool's source, `merge_mm2fusion_FI.py`. Not read: read names, FFPM, local breakpoints,
//! isoform fractions, `annots`.

use super::star_fusion;
use crate::domain::{Call, Detects, Fusion, Standing};
use crate::read::table::{Row, TableCaller, shown};
use crate::read::{Manual, WrittenFrom};

/// CTAT-LR-fusion's tables.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "ctat-lr-fusion",
    manual: Manual {
        title: "CTAT-LR-fusion fusion_predictions (full and abridged)",
        versions: "0.13 and 1.x, by their headers",
        written_from: WrittenFrom::Files,
        recognised_by: "#FusionName, num_LR, LeftLocalBreakpoint, RightLocalBreakpoint",
        columns: &[
            (
                "LeftGene / RightGene (LeftGene_SR / RightGene_SR)",
                "5' and 3' partner",
            ),
            (
                "LeftBreakpoint / RightBreakpoint",
                "chr:pos:strand, 1-based",
            ),
            (
                "num_LR, JunctionReadCount",
                "split_reads: the larger of the two",
            ),
            ("SpanningFragCount", "spanning_pairs"),
            ("PROT_FUSION_TYPE", "frame"),
            ("PFAM_LEFT / PFAM_RIGHT", "domains kept"),
        ],
        support: "num_LR long reads cross the junction; long reads have no pairs, so spanning_pairs \
                  are those of short reads where such were given",
        order: "Left is 5', Right is 3', stated",
    },
    detects: &[Detects::Fusion],
    header: &[
        "#FusionName",
        "num_LR",
        "LeftGene",
        "LeftLocalBreakpoint",
        "LeftBreakpoint",
        "RightGene",
        "RightLocalBreakpoint",
        "RightBreakpoint",
    ],
    also: crate::read::table::by_header,
    genes: &["LeftGene", "RightGene"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let long = count(row, "num_LR");
    let short = count(row, "JunctionReadCount");
    let fusion = Fusion {
        split_reads: long.max(short),
        spanning_pairs: count(row, "SpanningFragCount"),
        ..star_fusion::fusion(row)?
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

/// A count, also as `12.0`.
fn count(row: &mut Row<'_>, column: &str) -> Option<u32> {
    let text = row.text(column)?;
    let read = text.strip_suffix(".0").unwrap_or(text).parse().ok();
    if read.is_none() {
        let message = format!(
            "{column}: found \"{}\", expected a whole number; left out",
            shown(text)
        );
        row.warn(message);
    }
    read
}
