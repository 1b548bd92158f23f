//! PCGR, its input table of fusions.
//!
//! | PCGR | ours |
//! |---|---|
//! | `FusionGene` `A--B` | partners |
//! | `LeftBreakpoint`, `RightBreakpoint` | `chr:pos`, 1-based, no strand |
//! | `SplitReads` | `split_reads` |
//!
//! The table is made by its user out of any caller's, and the example that PCGR ships lists
//! `NTRK1--TPM3`, whose 5' gene is TPM3: no order is claimed.

use super::breakpoint::breakpoint;
use super::partners::{pair, placed};
use crate::domain::{Call, Detects, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Standing};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// PCGR's table of fusions.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "pcgr-fusions",
    manual: Manual {
        title: "PCGR input table of RNA fusions",
        versions: "2.x",
        written_from: WrittenFrom::Examples,
        recognised_by: "FusionGene, LeftBreakpoint, RightBreakpoint, SplitReads",
        columns: &[
            ("FusionGene", "partners"),
            ("LeftBreakpoint / RightBreakpoint", "chr:pos, 1-based"),
            ("SplitReads", "split_reads"),
        ],
        support: "reads across the junction",
        order: "none claimed; the example of the tool lists a pair the wrong way round",
    },
    detects: &[Detects::Fusion],
    header: &[
        "FusionGene",
        "LeftBreakpoint",
        "RightBreakpoint",
        "SplitReads",
    ],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let text = row.text("FusionGene").unwrap_or_default();
    let (one, other) = pair(text, row.symbols).map_err(|reason| format!("FusionGene: {reason}"))?;
    let fusion = Fusion {
        split_reads: row.count("SplitReads"),
        ..Fusion::of(
            partner(row, one, "LeftBreakpoint")?,
            partner(row, other, "RightBreakpoint")?,
            PartnerOrder::Unoriented,
        )
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn partner(row: &Row<'_>, gene: GeneSymbol, column: &str) -> Result<Partner, String> {
    let partner = Partner::named(Some(gene));
    let Some(text) = row.text(column) else {
        return Ok(partner);
    };
    let (chrom, pos, strand) = breakpoint(text)
        .ok_or_else(|| format!("{column}: found \"{}\", expected chr:pos", shown(text)))?;
    Ok(placed(partner, Some(Locus { chrom, pos }), strand))
}
