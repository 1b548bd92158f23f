//! annoFuse, the standardised, filtered and annotated table of Arriba and STAR-Fusion calls.
//!
//! | annoFuse | ours |
//! |---|---|
//! | `Gene1A`, `Gene1B` | 5' and 3' partner |
//! | `Gene2A`, `Gene2B` | the second neighbour of a breakpoint between genes, which then has no partner |
//! | `LeftBreakpoint`, `RightBreakpoint` | `chr:pos`, 1-based |
//! | `JunctionReadCount`, `SpanningFragCount` | `split_reads`, `spanning_pairs` |
//! | `Fusion_Type` | `frame`: `in-frame`, `frameshift`; `other` is unknown |
//! | `Confidence` | Arriba's grade |
//! | `Caller` | whose claim the row is |
//!
//! Not read: annotations, expression, kinase columns, histology and patient columns of cohort tables: a
//! diagnosis is declared, never taken from a table. What the program filtered away is not in its
//! table, so an absent fusion says nothing of the callers.

use super::breakpoint::breakpoint;
use super::partners::{caller, placed};
use crate::domain::{
    Call, Confidence, Frame, Fusion, Locus, Origin, Partner, PartnerOrder, Standing,
};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// annoFuse's tables.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "annofuse",
    manual: Manual {
        title: "annoFuse standardised, filtered and putative driver fusions",
        versions: "0.9, by its header",
        written_from: WrittenFrom::Files,
        recognised_by: "LeftBreakpoint, RightBreakpoint, FusionName, Fusion_Type, Gene1A, Gene1B",
        columns: &[
            ("Gene1A / Gene1B", "5' and 3' partner"),
            (
                "Gene2A / Gene2B",
                "second neighbour of a breakpoint between genes",
            ),
            ("LeftBreakpoint / RightBreakpoint", "chr:pos, 1-based"),
            ("JunctionReadCount", "split_reads"),
            ("SpanningFragCount", "spanning_pairs"),
            ("Fusion_Type", "frame"),
            ("Confidence", "confidence"),
            ("Caller", "the caller that made the call"),
        ],
        support: "as the caller of the row counts them",
        order: "A is 5', B is 3', as Arriba and STAR-Fusion state it",
    },
    detects: &[],
    header: &[
        "LeftBreakpoint",
        "RightBreakpoint",
        "FusionName",
        "Fusion_Type",
        "Gene1A",
        "Gene1B",
    ],
    also: by_header,
    genes: &["Gene1A", "Gene1B"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let five_prime = side(row, "Left", "A")?;
    let three_prime = side(row, "Right", "B")?;
    let frame = match row.text("Fusion_Type").map(str::to_owned).as_deref() {
        Some("in-frame") => Frame::InFrame,
        Some("frameshift" | "out-of-frame") => Frame::OutOfFrame,
        Some("other") | None => Frame::Unknown,
        Some(other) => {
            row.not_understood("Fusion_Type", other);
            Frame::Unknown
        }
    };
    let confidence = match row.text("Confidence") {
        Some("high") => Some(Confidence::High),
        Some("medium") => Some(Confidence::Medium),
        Some("low") => Some(Confidence::Low),
        Some(_) | None => None,
    };
    let fusion = Fusion {
        frame,
        split_reads: row.count("JunctionReadCount"),
        spanning_pairs: row.count("SpanningFragCount"),
        confidence,
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    };
    if let Some(named) = row.text("Caller").map(caller) {
        row.origin = Origin {
            caller: named,
            ..row.origin.clone()
        };
    }
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn side(row: &Row<'_>, side: &str, letter: &str) -> Result<Partner, String> {
    let column = format!("{side}Breakpoint");
    let text = row.text(&column);
    let (chrom, pos, strand) = text.and_then(breakpoint).ok_or_else(|| {
        format!(
            "{column}: found \"{}\", expected chr:pos",
            shown(text.unwrap_or_default())
        )
    })?;
    let first = row.gene(&format!("Gene1{letter}"));
    let partner = match row.gene(&format!("Gene2{letter}")) {
        Some(second) => Partner {
            near: first.into_iter().chain([second]).collect(),
            ..Partner::default()
        },
        None => Partner::named(first),
    };
    Ok(placed(partner, Some(Locus { chrom, pos }), strand))
}
