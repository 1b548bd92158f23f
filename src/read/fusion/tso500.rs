//! TruSight Oncology 500, `AllFusions.csv` of its FusionProcessor.
//!
//! | TSO500 | ours |
//! |---|---|
//! | `Gene A`, `Gene B` | partners; `A;B` are genes at one breakpoint, one claim for each |
//! | `Gene A Breakpoint`, `Gene B Breakpoint` | `chr:pos`, 1-based |
//! | `Alt Split Dedup` | `split_reads` |
//! | `Alt Pair Dedup` | `spanning_pairs` |
//! | `Fusion Directionality Known` | `True`: A is 5', B is 3'; else no order is claimed |
//! | `KeepFusion` | not `True`: filtered, with the words of `Filter` |
//! | `Intragenic Call` | genes that a splice of SpliceGirl lies within: an event within each |
//!
//! Not read: `Score`, reads of the reference, duplicates, contigs. The meaning of each column stands
//! in the file's own comments.

use super::breakpoint::breakpoint;
use super::partners::{pairs, partners, placed};
use crate::domain::{
    Call, Detects, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// TSO500's table of all fusion candidates.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "tso500-fusions",
    manual: Manual {
        title: "TruSight Oncology 500 AllFusions.csv",
        versions: "FusionProcessor 1.0",
        written_from: WrittenFrom::Files,
        recognised_by: "Gene A Breakpoint, Gene B Breakpoint, KeepFusion, Fusion Directionality \
                        Known",
        columns: &[
            ("Gene A / Gene B", "partners; ; divides genes at one place"),
            ("Gene A Breakpoint / Gene B Breakpoint", "chr:pos, 1-based"),
            ("Alt Split Dedup", "split_reads"),
            ("Alt Pair Dedup", "spanning_pairs"),
            ("Fusion Directionality Known", "order"),
            ("KeepFusion, Filter", "filtered unless True"),
            ("Intragenic Call", "an event within the genes named"),
        ],
        support: "reads split by the junction and pairs across it, without duplicates",
        order: "A is 5' only where Fusion Directionality Known is True",
    },
    detects: &[Detects::Fusion],
    header: &[
        "Gene A",
        "Gene B",
        "Gene A Breakpoint",
        "Gene B Breakpoint",
        "Filter",
        "KeepFusion",
        "Alt Split Dedup",
        "Alt Pair Dedup",
        "Fusion Directionality Known",
    ],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let (first, second) = (place(row, "Gene A")?, place(row, "Gene B")?);
    let (one, other) = (partners(row.text("Gene A")), partners(row.text("Gene B")));
    let intragenic = genes_within(row, &one, &other);
    let is_intragenic = !intragenic.is_empty();
    let named = if is_intragenic {
        intragenic
    } else {
        pairs(&one, &other)
    };
    let split_reads = row.count("Alt Split Dedup");
    let spanning_pairs = row.count("Alt Pair Dedup");
    let order = if is(row, "Fusion Directionality Known") {
        PartnerOrder::Stated
    } else {
        PartnerOrder::Unoriented
    };
    let standing = standing(row);
    if standing.passed() && row.text("Precise/Imprecise") == Some("Imprecise") {
        row.warn(
            "Imprecise: the breakpoints are those with the most evidence, not exact".to_owned(),
        );
    }
    let event_type = is_intragenic.then(|| "splice within the gene".to_owned());
    Ok(named
        .into_iter()
        .map(|(five_prime, three_prime)| {
            let fusion = Fusion {
                split_reads,
                spanning_pairs,
                event_type: event_type.clone(),
                ..Fusion::of(
                    placed(five_prime, Some(first.0.clone()), first.1),
                    placed(three_prime, Some(second.0.clone()), second.1),
                    order,
                )
            };
            row.fusion(fusion, standing.clone())
        })
        .collect())
}

fn place(row: &Row<'_>, gene: &str) -> Result<(Locus, Option<Strand>), String> {
    let column = format!("{gene} Breakpoint");
    let text = row.text(&column).unwrap_or_default();
    breakpoint(text)
        .map(|(chrom, pos, strand)| (Locus { chrom, pos }, strand))
        .ok_or_else(|| format!("{column}: found \"{}\", expected chr:pos", shown(text)))
}

/// Genes of both sides that `Intragenic Call` names, each with itself.
fn genes_within(row: &Row<'_>, one: &[Partner], other: &[Partner]) -> Vec<(Partner, Partner)> {
    row.text("Intragenic Call")
        .into_iter()
        .flat_map(|text| text.split(';'))
        .filter_map(GeneSymbol::new)
        .map(|gene| Partner::named(Some(gene)))
        .filter(|partner| one.contains(partner) && other.contains(partner))
        .map(|partner| (partner.clone(), partner))
        .collect()
}

fn is(row: &Row<'_>, column: &str) -> bool {
    row.text(column)
        .is_some_and(|text| text.eq_ignore_ascii_case("true"))
}

/// The FusionProcessor decides by `KeepFusion`; `Filter` is the word of the caller behind it.
fn standing(row: &Row<'_>) -> Standing {
    if is(row, "KeepFusion") {
        return Standing::Passed;
    }
    let mut filters: Vec<String> = row
        .text("Filter")
        .into_iter()
        .flat_map(|text| text.split(';'))
        .map(str::trim)
        .filter(|filter| !filter.is_empty() && *filter != "PASS")
        .map(str::to_owned)
        .collect();
    if filters.is_empty() {
        filters.push("not kept".to_owned());
    }
    Standing::Filtered(filters)
}
