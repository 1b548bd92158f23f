//! DRAGEN RNA, `*.fusion_candidates.final` with 5 columns (until 3.7) and 14 (from 3.9).
//!
//! | DRAGEN | ours |
//! |---|---|
//! | `#FusionGene` (`A--B;C`: several genes at the place) | 5' and 3' partner, a claim for each pair |
//! | `LeftBreakpoint`, `RightBreakpoint` | `chr:pos:strand`, 1-based |
//! | `NumSplitReads` + `NumSoftClippedReads` | `split_reads` |
//! | `NumPairedReads` | `spanning_pairs` |
//! | `ReadNames`, where no count stands | its names are `split_reads` |
//! | `Gene1Sense`, `Gene2Sense` | `False`: the strand is not the gene's, so the order is unsure |
//! | `Gene1Location`, `Gene2Location` | `site` |
//!
//! `*.fusion_candidates.preliminary` holds every candidate before the filters under the same header,
//! so it has to be named: `-i dragen-fusion-preliminary=PATH`. Not read: `Score` (a number of reads in
//! the old table, a probability in the new one), gene identifiers. The fusions that DRAGEN writes as
//! VCF are read as VCF.

use super::breakpoint::breakpoint;
use super::gene_lists::{each_pair, listed};
use crate::domain::{Call, Detects, Fusion, Partner, PartnerOrder, Standing};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// DRAGEN's final candidates.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "dragen-fusion",
    manual: MANUAL,
    detects: &[Detects::Fusion],
    header: &[
        "#FusionGene",
        "Score",
        "LeftBreakpoint",
        "RightBreakpoint",
        "ReadNames",
    ],
    also: by_header,
    genes: &["#FusionGene"],
    least_cells: None,
    calls: |row| calls(row, &Standing::Passed),
};

/// DRAGEN's candidates before its filters, as the user says. They say nothing of what is absent.
pub(super) static PRELIMINARY: TableCaller = TableCaller {
    name: "dragen-fusion-preliminary",
    manual: Manual {
        title: "DRAGEN RNA fusion_candidates.preliminary, every row counted as discarded",
        recognised_by: "never: only as -i dragen-fusion-preliminary=PATH",
        ..MANUAL
    },
    detects: &[],
    also: |_| false,
    calls: |row| {
        let why = "as stated for the whole file".to_owned();
        calls(row, &Standing::Discarded(vec![why]))
    },
    ..CALLER
};

const MANUAL: Manual = Manual {
    title: "DRAGEN RNA fusion_candidates.final",
    versions: "by their headers: 5 columns (3.7), 14 columns (3.9 and later)",
    written_from: WrittenFrom::Files,
    recognised_by: "#FusionGene, Score, LeftBreakpoint, RightBreakpoint, ReadNames",
    columns: &[
        (
            "#FusionGene",
            "A--B, 5' and 3' partner; several by semicolon",
        ),
        (
            "LeftBreakpoint / RightBreakpoint",
            "chr:pos:strand, 1-based",
        ),
        ("NumSplitReads + NumSoftClippedReads", "split_reads"),
        ("NumPairedReads", "spanning_pairs"),
        ("ReadNames (old)", "their number: split_reads"),
        ("Gene1Sense / Gene2Sense", "False: the order is not claimed"),
        ("Gene1Location / Gene2Location", "site"),
    ],
    support: "split and soft-clipped reads cross the junction, paired reads lie on either side; the old \
              table names the reads that support it without telling them apart, they count as split",
    order: "Left is 5', stated; not where a gene is read in antisense",
};

fn calls(row: &mut Row<'_>, standing: &Standing) -> Result<Vec<Call>, String> {
    let name = row.text("#FusionGene").unwrap_or_default();
    let (left, right) = name
        .split_once("--")
        .ok_or_else(|| format!("#FusionGene: found \"{}\", expected A--B", shown(name)))?;
    let genes = (listed(Some(left), ';'), listed(Some(right), ';'));
    let (five_prime, three_prime) = (partner(row, "Left", "1")?, partner(row, "Right", "2")?);
    let (split_reads, spanning_pairs) = support(row);
    let fusion = Fusion {
        split_reads,
        spanning_pairs,
        ..Fusion::of(five_prime, three_prime, order(row))
    };
    each_pair(row, &fusion, (&genes.0, &genes.1), standing)
}

fn partner(row: &Row<'_>, side: &str, number: &str) -> Result<Partner, String> {
    let column = format!("{side}Breakpoint");
    let place = row.text(&column);
    let (chrom, pos, strand) = place.and_then(breakpoint).ok_or_else(|| {
        format!(
            "{column}: found \"{}\", expected chr:pos:strand",
            shown(place.unwrap_or_default())
        )
    })?;
    Ok(Partner {
        chrom: Some(chrom),
        pos: Some(pos),
        strand,
        site: row
            .text(&format!("Gene{number}Location"))
            .map(|sites| one_of(sites).to_owned()),
        ..Partner::default()
    })
}

/// The word of a list that says the same of every gene, else the whole list.
fn one_of(list: &str) -> &str {
    let first = list.split(';').next().unwrap_or(list);
    if list.split(';').all(|word| word == first) {
        first
    } else {
        list
    }
}

fn order(row: &Row<'_>) -> PartnerOrder {
    let antisense = ["Gene1Sense", "Gene2Sense"].iter().any(|column| {
        row.text(column)
            .is_some_and(|list| list.split(';').any(|word| word == "False"))
    });
    if antisense {
        PartnerOrder::Unoriented
    } else {
        PartnerOrder::Stated
    }
}

fn support(row: &mut Row<'_>) -> (Option<u32>, Option<u32>) {
    if !row.has("NumSplitReads") {
        let names = row.text("ReadNames").unwrap_or_default();
        let count = names.split(';').filter(|name| !name.is_empty()).count();
        return (u32::try_from(count).ok(), None);
    }
    let split = row.count("NumSplitReads");
    let clipped = row.count("NumSoftClippedReads");
    let crossing = split.map(|split| split.saturating_add(clipped.unwrap_or_default()));
    (crossing, row.count("NumPairedReads"))
}
