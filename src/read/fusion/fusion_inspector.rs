//! FusionInspector, `finspector.FusionInspector.fusions.tsv` and `…abridged.tsv`, versions 0.x to 2.x.
//!
//! | FusionInspector | ours |
//! |---|---|
//! | `LeftGene`, `RightGene` (`SYMBOL^ENSG…`) | 5' and 3' partner |
//! | `LeftBreakpoint`, `RightBreakpoint` | `chr:pos:strand`, 1-based |
//! | `JunctionReadCount` | `split_reads` |
//! | `SpanningFragCount` | `spanning_pairs` |
//! | `PROT_FUSION_TYPE`, `PFAM_LEFT`, `PFAM_RIGHT` | as in STAR-Fusion's table |
//!
//! `LeftLocalBreakpoint` and `RightLocalBreakpoint` count on the contig of the two genes that it
//! builds; they are no places of the genome. Not read: `est_J`, `est_S`, FFPM, reads that contradict
//! the fusion and their ratios (`FAR`, earlier `FAF`), microhomology.

use super::star_fusion;
use crate::domain::{Call, Detects, Fusion, Standing};
use crate::read::table::{Row, TableCaller};
use crate::read::{Manual, WrittenFrom};

/// FusionInspector's tables.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "fusion-inspector",
    manual: Manual {
        title: "FusionInspector finspector.FusionInspector.fusions (full and abridged)",
        versions: "0.x to 2.x, by their headers",
        written_from: WrittenFrom::Files,
        recognised_by: "#FusionName, JunctionReadCount, LeftLocalBreakpoint, RightLocalBreakpoint; \
                        not num_LR",
        columns: &[
            ("LeftGene / RightGene", "5' and 3' partner"),
            (
                "LeftBreakpoint / RightBreakpoint",
                "chr:pos:strand, 1-based",
            ),
            ("JunctionReadCount", "split_reads"),
            ("SpanningFragCount", "spanning_pairs"),
            ("PROT_FUSION_TYPE", "frame"),
            ("PFAM_LEFT / PFAM_RIGHT", "domains kept"),
        ],
        support: "JunctionReadCount cross the junction; SpanningFragCount lie on either side",
        order: "Left is 5', Right is 3', stated",
    },
    detects: &[Detects::Fusion],
    header: &[
        "#FusionName",
        "JunctionReadCount",
        "SpanningFragCount",
        "LeftGene",
        "LeftLocalBreakpoint",
        "LeftBreakpoint",
        "RightGene",
        "RightLocalBreakpoint",
        "RightBreakpoint",
    ],
    also: |columns| !columns.has("num_LR"),
    genes: &["LeftGene", "RightGene"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let fusion = Fusion {
        split_reads: row.count("JunctionReadCount"),
        spanning_pairs: row.count("SpanningFragCount"),
        ..star_fusion::fusion(row)?
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}
