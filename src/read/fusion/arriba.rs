//! Arriba, `fusions.tsv` and `fusions.discarded.tsv`, versions 1.x (24 columns) and 2.x (29 or 30).
//!
//! | Arriba | ours |
//! |---|---|
//! | `#gene1`, `gene2` | 5' and 3' partner; `A(835),B(3370)` is a place between genes, so no partner |
//! | `strand1(gene/fusion)`, `strand2(…)` | strand in the fusion; `/.`: the order is a guess |
//! | `breakpoint1`, `breakpoint2` | `chr:pos`, 1-based |
//! | `split_reads1` + `split_reads2` | `split_reads` |
//! | `discordant_mates` | `spanning_pairs` |
//! | `confidence` | `confidence` |
//! | `reading_frame` | `frame`; `stop-codon` is out of frame, `.` unknown |
//! | `retained_protein_domains` | `domains.kept`, 5' gene first |
//! | `transcript_id1`, `transcript_id2`, `site1`, `site2`, `type` | as named |
//! | `filters` | counts of reads removed; a filter without a count removed the whole event |
//!
//! Not read: coverage, closest genomic breakpoints,
//! sequences, read names. Manual: the tool's documentation, "Output files".

use super::breakpoint::breakpoint;
use crate::domain::{
    Call, Confidence, Detects, Domains, Frame, Fusion, GeneSymbol, Partner, PartnerOrder, Standing,
    Strand,
};
use crate::read::table::{Row, TableCaller, shown};
use crate::read::{Manual, WrittenFrom};

/// Arriba's tables; a discarded row is told by its own mark.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "arriba",
    manual: MANUAL,
    detects: &[Detects::Fusion],
    header: &[
        "#gene1",
        "gene2",
        "strand1(gene/fusion)",
        "strand2(gene/fusion)",
        "breakpoint1",
        "breakpoint2",
    ],
    also: |columns| columns.has_all(&["split_reads1", "discordant_mates"]),
    genes: &["gene1", "gene2"],
    least_cells: None,
    calls: |row| calls(row, false),
};

/// A table whose every row was discarded, as the user says. Discarded candidates say nothing of what
/// is absent.
pub(super) static DISCARDED: TableCaller = TableCaller {
    name: "arriba-discarded",
    manual: Manual {
        title: "Arriba fusions.discarded.tsv, every row counted as discarded",
        recognised_by: "never: only as -i arriba-discarded=PATH",
        ..MANUAL
    },
    detects: &[],
    also: |_| false,
    calls: |row| calls(row, true),
    ..CALLER
};

const MANUAL: Manual = Manual {
    title: "Arriba fusions.tsv and fusions.discarded.tsv",
    versions: "1.x (24 columns), 2.x (29 or 30 columns)",
    written_from: WrittenFrom::Files,
    recognised_by: "#gene1, gene2, strand1(gene/fusion), breakpoint1, split_reads1",
    columns: &[
        ("#gene1 / gene2", "5' and 3' partner"),
        ("strand1(gene/fusion)", "strand in the fusion"),
        ("breakpoint1 / breakpoint2", "chr:pos, 1-based"),
        ("split_reads1 + split_reads2", "split_reads"),
        ("discordant_mates", "spanning_pairs"),
        ("confidence", "confidence"),
        ("reading_frame", "frame"),
        ("retained_protein_domains", "domains kept"),
        ("transcript_id1 / transcript_id2", "transcript"),
        ("type, site1, site2", "as named"),
        ("filters", "a filter without a count: the row was discarded"),
    ],
    support: "split_reads1 + split_reads2 cross the junction; discordant_mates lie on either side",
    order: "gene1 is 5', derived from strands; a strand ending in /. makes it a guess",
};

fn calls(row: &mut Row<'_>, all_discarded: bool) -> Result<Vec<Call>, String> {
    let five_prime = partner(row, "1")?;
    let three_prime = partner(row, "2")?;
    let split_reads = sum(row.count("split_reads1"), row.count("split_reads2"));
    let spanning_pairs = row.count("discordant_mates");
    let frame = frame(row);
    let event_type = row.text("type").map(str::to_owned);
    let fusion = Fusion {
        frame,
        split_reads,
        spanning_pairs,
        confidence: confidence(row),
        event_type,
        domains: Domains {
            kept: domains(row),
            lost: Vec::new(),
        },
        ..Fusion::of(five_prime, three_prime, order(row))
    };
    Ok(vec![row.fusion(fusion, standing(row, all_discarded))])
}

/// A filter without a count in brackets removed the whole event.
fn standing(row: &Row<'_>, all_discarded: bool) -> Standing {
    let filters: Vec<String> = row
        .text("filters")
        .into_iter()
        .flat_map(|text| text.split(','))
        .map(str::trim)
        .filter(|filter| !filter.is_empty() && !filter.contains('('))
        .map(str::to_owned)
        .collect();
    if !filters.is_empty() {
        Standing::Discarded(filters)
    } else if all_discarded {
        Standing::Discarded(vec!["as stated for the whole file".to_owned()])
    } else {
        Standing::Passed
    }
}

fn partner(row: &mut Row<'_>, side: &str) -> Result<Partner, String> {
    let written = row.text(&format!("gene{side}")).map(str::to_owned);
    let column = format!("breakpoint{side}");
    let place = row.text(&column).map(str::to_owned);
    let (chrom, pos, _) = place.as_deref().and_then(breakpoint).ok_or_else(|| {
        format!(
            "{column}: found \"{}\", expected chr:pos",
            shown(place.as_deref().unwrap_or_default())
        )
    })?;
    // `A(835),B(3370)`: between two genes, with the distance to each.
    let between = written.as_deref().is_some_and(|text| text.contains('('));
    let (gene, near) = if between {
        let near = written
            .as_deref()
            .unwrap_or_default()
            .split(',')
            .filter_map(|part| GeneSymbol::new(part.split('(').next().unwrap_or_default()))
            .collect();
        (None, near)
    } else {
        (written.as_deref().and_then(GeneSymbol::new), Vec::new())
    };
    let strands = row.text(&format!("strand{side}(gene/fusion)"));
    let strand = strands
        .and_then(|text| text.rsplit('/').next())
        .and_then(Strand::new);
    Ok(Partner {
        gene,
        written_as: None,
        transcript: row.text(&format!("transcript_id{side}")).map(str::to_owned),
        exon: None,
        chrom: Some(chrom),
        pos: Some(pos),
        strand,
        site: row.text(&format!("site{side}")).map(str::to_owned),
        near,
    })
}

fn order(row: &Row<'_>) -> PartnerOrder {
    let guessed = ["strand1(gene/fusion)", "strand2(gene/fusion)"]
        .iter()
        .any(|column| row.text(column).is_none_or(|text| text.ends_with("/.")));
    if guessed {
        PartnerOrder::Unoriented
    } else {
        PartnerOrder::Stated
    }
}

fn frame(row: &mut Row<'_>) -> Frame {
    match row.text("reading_frame") {
        Some("in-frame") => Frame::InFrame,
        Some("out-of-frame" | "stop-codon") => Frame::OutOfFrame,
        None => Frame::Unknown,
        Some(other) => {
            let message = format!("reading_frame: \"{}\" is not understood", shown(other));
            row.warn(message);
            Frame::Unknown
        }
    }
}

fn confidence(row: &mut Row<'_>) -> Option<Confidence> {
    match row.text("confidence")? {
        "low" => Some(Confidence::Low),
        "medium" => Some(Confidence::Medium),
        "high" => Some(Confidence::High),
        other => {
            let message = format!("confidence: \"{}\" is not understood", shown(other));
            row.warn(message);
            None
        }
    }
}

/// `a(100%),b(50%)|c(20%)`: `|` stands between the 5' and the 3' gene.
fn domains(row: &Row<'_>) -> Vec<String> {
    row.text("retained_protein_domains")
        .into_iter()
        .flat_map(|text| text.split(['|', ',']))
        .filter(|domain| !domain.is_empty() && *domain != ".")
        .map(|domain| domain.replace('_', " "))
        .collect()
}

fn sum(one: Option<u32>, other: Option<u32>) -> Option<u32> {
    match (one, other) {
        (None, None) => None,
        (one, other) => Some(
            one.unwrap_or_default()
                .saturating_add(other.unwrap_or_default()),
        ),
    }
}
