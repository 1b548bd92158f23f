//! InFusion, `fusions.txt` and `fusions.detailed.txt`, version 0.8.
//!
//! | InFusion | ours |
//! |---|---|
//! | `genes_1`, `genes_2` (several with `;`) | the two partners, a claim for each combination |
//! | `ref1`, `break_pos1`, `ref2`, `break_pos2` | breakpoints, 1-based |
//! | `num_span` | `split_reads` |
//! | `num_paired` | `spanning_pairs` |
//! | `fusion_class` | `event_type` |
//!
//! It lists two places without strand; which gene is 5' is not claimed. Not read: regions, and what
//! the detailed table has more.

use super::gene_lists::{calls as combined, genes, partners};
use crate::domain::{Call, Detects, Fusion, GeneSymbol, Partner, PartnerOrder, Standing};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// InFusion's tables.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "infusion",
    manual: Manual {
        title: "InFusion fusions.txt",
        versions: "0.8",
        written_from: WrittenFrom::Files,
        recognised_by: "ref1, break_pos1, region1, ref2, break_pos2, num_span, num_paired, genes_1, \
                        genes_2",
        columns: &[
            ("genes_1 / genes_2", "partners"),
            (
                "ref1, break_pos1 / ref2, break_pos2",
                "breakpoints, 1-based",
            ),
            ("num_span", "split_reads"),
            ("num_paired", "spanning_pairs"),
            ("fusion_class", "event type"),
        ],
        support: "num_span cross the junction; num_paired lie on either side",
        order: "none claimed",
    },
    detects: &[Detects::Fusion],
    header: &[
        "ref1",
        "break_pos1",
        "region1",
        "ref2",
        "break_pos2",
        "region2",
        "num_span",
        "num_paired",
        "genes_1",
        "genes_2",
    ],
    also: by_header,
    genes: &["genes_1", "genes_2"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let one = side(row, "1")?;
    let other = side(row, "2")?;
    let fusion = Fusion {
        split_reads: row.count("num_span"),
        spanning_pairs: row.count("num_paired"),
        event_type: row.text("fusion_class").map(str::to_owned),
        ..Fusion::of(
            Partner::default(),
            Partner::default(),
            PartnerOrder::Unoriented,
        )
    };
    Ok(combined(row, &fusion, &one, &other, &Standing::Passed))
}

fn side(row: &Row<'_>, side: &str) -> Result<Vec<Partner>, String> {
    let mut named = genes(row.text(&format!("genes_{side}")), &[';']);
    named.retain(|gene: &GeneSymbol| !gene.as_str().eq_ignore_ascii_case("none"));
    let locus = row.locus(&format!("ref{side}"), &format!("break_pos{side}"))?;
    Ok(partners(named, &Partner::at(None, locus, None)))
}
