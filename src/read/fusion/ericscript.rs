//! EricScript, `….results.filtered.tsv` and `….results.total.tsv`, version 0.5.
//!
//! | EricScript | ours |
//! |---|---|
//! | `GeneName1`, `GeneName2`, else `EnsemblGene1`, `EnsemblGene2` | 5' and 3' partner |
//! | `chr1`, `Breakpoint1`, `strand1` and likewise 2 | breakpoints, 1-based; strands of the genes |
//! | `spanningreads` | `split_reads` |
//! | `crossingreads` | `spanning_pairs` |
//! | `fusiontype` | `event_type` |
//! | `EricScore`, `Blacklist` and both counts | whether it passed |
//!
//! The total table holds every candidate. The filtered one holds those with a score above 0.5, no
//! entry in `Blacklist` (a column that only the total table has) and not one spanning read beside ten
//! or more crossing ones; rows that fail this were thrown out by the caller. `Breakpoint` may be text,
//! `Unable to predict breakpoint position`, or 0 in a recalculated table: the pair is kept without
//! it. The score is no grade of ours. Not read: homology, expression, sequences. Manual: the tool's
//! README and source, `MakeResults.R`, `CalcBreakpointPositions.R` (gene 1 is the 5' gene).

use crate::domain::{Call, Detects, Fusion, Partner, PartnerOrder, Standing, Strand};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// EricScript's tables.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "ericscript",
    manual: Manual {
        title: "EricScript results.filtered.tsv and results.total.tsv",
        versions: "0.5",
        written_from: WrittenFrom::Files,
        recognised_by: "GeneName1, GeneName2, Breakpoint1, crossingreads, spanningreads, EricScore",
        columns: &[
            ("GeneName1 / GeneName2", "5' and 3' partner"),
            (
                "chr1, Breakpoint1 / chr2, Breakpoint2",
                "breakpoints, 1-based",
            ),
            ("strand1 / strand2", "strand of the gene"),
            ("spanningreads", "split_reads"),
            ("crossingreads", "spanning_pairs"),
            ("fusiontype", "event type"),
            ("EricScore, Blacklist", "passed or not"),
        ],
        support: "spanningreads cross the junction; crossingreads lie on either side",
        order: "gene 1 is 5', gene 2 is 3', stated",
    },
    detects: &[Detects::Fusion],
    header: &[
        "GeneName1",
        "GeneName2",
        "chr1",
        "Breakpoint1",
        "chr2",
        "Breakpoint2",
        "crossingreads",
        "spanningreads",
        "EricScore",
    ],
    also: by_header,
    genes: &["GeneName1", "GeneName2"],
    least_cells: None,
    calls,
};

/// Scores above this pass.
const LEAST_SCORE: f64 = 0.5;

/// What stands in place of a breakpoint that it did not find.
const NOT_FOUND: &[&str] = &["Unable to predict breakpoint position", "0"];

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let five_prime = partner(row, "1")?;
    let three_prime = partner(row, "2")?;
    let fusion = Fusion {
        split_reads: row.count("spanningreads"),
        spanning_pairs: row.count("crossingreads"),
        event_type: row.text("fusiontype").map(str::to_owned),
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    };
    let standing = standing(row, &fusion);
    Ok(vec![row.fusion(fusion, standing)])
}

fn partner(row: &mut Row<'_>, side: &str) -> Result<Partner, String> {
    let gene = row
        .gene(&format!("GeneName{side}"))
        .or_else(|| row.gene(&format!("EnsemblGene{side}")));
    let strand = row.text(&format!("strand{side}")).and_then(Strand::new);
    let (chrom, place) = (format!("chr{side}"), format!("Breakpoint{side}"));
    let text = row.text(&place).unwrap_or_default().to_owned();
    if NOT_FOUND.contains(&text.as_str()) {
        row.warn(format!(
            "{place}: \"{}\"; the pair is kept without this breakpoint",
            shown(&text)
        ));
        return Ok(Partner {
            gene,
            chrom: row.chrom(&chrom).ok(),
            strand,
            ..Partner::default()
        });
    }
    Ok(Partner::at(gene, row.locus(&chrom, &place)?, strand))
}

/// By the rules with which the caller makes its filtered table.
fn standing(row: &mut Row<'_>, fusion: &Fusion) -> Standing {
    let mut filters = Vec::new();
    if row
        .number("EricScore")
        .is_some_and(|score| score <= LEAST_SCORE)
    {
        filters.push("EricScore".to_owned());
    }
    if row.text("Blacklist").is_some() {
        filters.push("Blacklist".to_owned());
    }
    if fusion.split_reads == Some(1) && fusion.spanning_pairs.is_some_and(|pairs| pairs >= 10) {
        filters.push("spanningreads".to_owned());
    }
    if filters.is_empty() {
        Standing::Passed
    } else {
        Standing::Filtered(filters)
    }
}
