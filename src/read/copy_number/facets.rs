//! FACETS: segments (`cncf`), and genes (facets-suite `gene_level.txt`).
//!
//! | FACETS | ours |
//! |---|---|
//! | `ID` | the sample of the row |
//! | `chrom`, `loc.start`, `loc.end` (or `start`, `end`) | the stretch, 1-based; 23 is X |
//! | `tcn.em`, else `tcn` | copies |
//! | `lcn.em`, else `lcn` | copies of the rarer allele; `NA` where too few positions tell |
//!
//! | facets-suite genes | ours |
//! |---|---|
//! | `sample` | the sample of the row |
//! | `gene` | the gene |
//! | `chrom`, `seg_start`, `seg_end` | the segment it lies on |
//! | `tcn.em`, `lcn.em` | as above |
//! | `cn_state` | the call, in the file's words |
//! | `filter` | `PASS`, `RESCUE`, or why facets-suite suppresses the call |
//!
//! `cn_state` counts whole numbers of both alleles against a diploid or doubled genome: `AMP`
//! begins at five copies. `TETRAPLOID` is a gain in the one and neutral in the other, so it is
//! judged by copies and ploidy, as is `INDETERMINATE`. Source of the words: `FACETS_CALL_table.tsv`
//! of facets-suite. Not read: `cf`, log ratios (they need `dipLogR`, which stands in another file).

use super::measure::{claim, copies, gene, minor};
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, CopyNumberCall, Detects, Standing};
use crate::read::table::{Row, SampledTable, TableCaller};
use crate::read::{Manual, WrittenFrom};

/// Segments.
pub(super) static CALLER: SampledTable = SampledTable {
    table: TableCaller {
        name: "facets",
        manual: Manual {
            title: "FACETS cncf, segments",
            versions: "by their headers",
            written_from: WrittenFrom::Files,
            recognised_by: "chrom, loc.start, loc.end, cnlr.median, tcn.em, lcn.em",
            columns: &[
                ("ID", "the sample of the row"),
                ("chrom, loc.start, loc.end", "the stretch, 1-based; 23 is X"),
                ("tcn.em, else tcn", "copies"),
                ("lcn.em, else lcn", "copies of the rarer allele"),
            ],
            support: NO_READS,
            order: NO_ORDER,
        },
        detects: &[Detects::CopyNumber],
        header: &["chrom", "cnlr.median", "tcn.em", "lcn.em"],
        also: |columns| {
            columns.has_all(&["loc.start", "loc.end"]) || columns.has_all(&["start", "end"])
        },
        genes: &[],
        least_cells: None,
        calls: segments,
    },
    sample: "ID",
};

/// Genes.
pub(super) static GENES: TableCaller = TableCaller {
    name: "facets-gene",
    manual: Manual {
        title: "facets-suite gene_level.txt, genes",
        recognised_by: "gene, chrom, seg_start, seg_end, tcn.em, lcn.em, cn_state",
        columns: &[
            ("sample", "the sample of the row"),
            ("gene", "the gene"),
            ("chrom, seg_start, seg_end", "its segment, 1-based; 23 is X"),
            ("tcn.em, lcn.em", "copies, copies of the rarer allele"),
            ("cn_state", "the call"),
            ("filter", "other than PASS and RESCUE: set aside"),
        ],
        ..CALLER.table.manual
    },
    header: &[
        "gene",
        "chrom",
        "seg_start",
        "seg_end",
        "tcn.em",
        "lcn.em",
        "cn_state",
    ],
    also: |_| true,
    genes: &["gene"],
    calls: genes,
    ..CALLER.table
};

fn segments(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let place = if row.has("loc.start") {
        ["chrom", "loc.start", "loc.end"]
    } else {
        ["chrom", "start", "end"]
    };
    let copy_number = measured(row, place)?;
    Ok(claim(row, copy_number.judged()))
}

fn measured(row: &mut Row<'_>, place: [&str; 3]) -> Result<CopyNumber, String> {
    let region = region(row, place, Counts::FromOne)?;
    // Both numbers from one of the two fits.
    let (total, lesser) = match row.text("tcn.em") {
        None if row.text("tcn").is_some() => ("tcn", "lcn"),
        _ => ("tcn.em", "lcn.em"),
    };
    Ok(CopyNumber {
        copies: Some(copies(row, total)?),
        minor_copies: minor(row, lesser),
        ..stretch(region)
    })
}

fn genes(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let filter = filters(row);
    let copy_number = CopyNumber {
        gene: Some(gene(row, "gene")?),
        filter: filter.clone(),
        ..measured(row, ["chrom", "seg_start", "seg_end"])?
    };
    let state = row.text("cn_state").unwrap_or_default().to_owned();
    let copy_number = match called(&state) {
        Some(call) => copy_number.stated(call, &state),
        None => {
            if !is_judged(&state) {
                row.not_understood("cn_state", &state);
            }
            copy_number.judged()
        }
    };
    let mut calls = claim(row, copy_number);
    if !filter.is_empty() {
        for call in &mut calls {
            call.standing = Standing::Filtered(filter.clone());
        }
    }
    Ok(calls)
}

/// Why facets-suite suppresses the row's call; empty where it does not.
fn filters(row: &Row<'_>) -> Vec<String> {
    row.text("filter")
        .into_iter()
        .flat_map(|text| text.split([';', ',']))
        .map(str::trim)
        .filter(|filter| !matches!(*filter, "" | "PASS" | "RESCUE"))
        .map(str::to_owned)
        .collect()
}

/// What a state amounts to. `None` where copies have to tell.
fn called(state: &str) -> Option<CopyNumberCall> {
    Some(match state {
        "HOMDEL" => CopyNumberCall::Deletion,
        "HETLOSS"
        | "LOSS BEFORE"
        | "LOSS AFTER"
        | "LOSS BEFORE & AFTER"
        | "DOUBLE LOSS AFTER"
        | "CNLOH BEFORE & LOSS" => CopyNumberCall::Loss,
        // As many copies as expected, of one allele.
        "DIPLOID" | "CNLOH" | "CNLOH BEFORE" | "CNLOH AFTER" => CopyNumberCall::Neutral,
        "GAIN" | "LOSS & GAIN" | "CNLOH & GAIN" | "CNLOH BEFORE & GAIN" => CopyNumberCall::Gain,
        "AMP" | "AMP (LOH)" | "AMP (BALANCED)" => CopyNumberCall::Amplification,
        _ => return None,
    })
}

/// States without a name of their own: none, two names for one thing, or, beyond the table of
/// names, `TRUE:7:2` (doubled, copies of either allele).
fn is_judged(state: &str) -> bool {
    matches!(state, "" | "TETRAPLOID" | "INDETERMINATE")
        || state.starts_with("TRUE:")
        || state.starts_with("FALSE:")
}
