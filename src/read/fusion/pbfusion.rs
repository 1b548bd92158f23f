//! pbfusion 0.2 to 0.5 (long reads), `*.breakpoints.groups.bed`.
//!
//! | pbfusion | ours |
//! |---|---|
//! | `GN=A,B` in `info` | 5' and 3' partner, in the order of the reads; `N/A` is no gene |
//! | `#chr1`, `start1`, `strand1`, `chr2`, `start2`, `strand2` | breakpoints, from 0 |
//! | `RC=` in `info` | `split_reads` |
//! | `score` LOW, MEDIUM, HIGH | `confidence` |
//! | `CL=` in `info` | `event_type`; no filter: true fusions are `PotentialTransSplicing` |
//! | `##VERSION=` | the caller's version |
//!
//! Where `GN` names more than two genes it is not told which of them lie at the two breakpoints:
//! every pair is claimed in the order of the reads (neighbours alone from five genes on), without an
//! order. Not read: identifiers, qualities, further breakpoints, reads.

use super::own_table::OwnTable;
use super::zero_based::position;
use crate::domain::{
    Call, Confidence, Detects, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::table::{Row, RowReader, header_with, shown};
use crate::read::{FileFacts, Manual, WrittenFrom};

const HEADER: &[&str] = &[
    "#chr1", "start1", "end1", "chr2", "start2", "end2", "score", "strand1", "strand2", "info",
];

/// Genes up to which every pair of them is claimed.
const FEW: usize = 4;

/// pbfusion's clustered breakpoints.
pub(super) static CALLER: OwnTable<Reader> = OwnTable {
    name: "pbfusion",
    manual: Manual {
        title: "pbfusion breakpoints.groups.bed",
        versions: "0.4.0; 0.2 to 0.5 by its documentation",
        written_from: WrittenFrom::Files,
        recognised_by: "#chr1, start1, end1, chr2, start2, end2, id, score, strand1, strand2, info, extra",
        columns: &[
            ("info GN=", "5' and 3' partner"),
            ("chr1, start1, strand1", "5' breakpoint, from 0"),
            ("chr2, start2, strand2", "3' breakpoint, from 0"),
            ("info RC=", "split_reads"),
            ("score", "confidence"),
            ("info CL=", "event type"),
            ("##VERSION=", "the caller's version"),
        ],
        support: "RC long reads cross the junction",
        order: "the order of the genes in the reads, stated; not where more than two are named",
    },
    detects: &[Detects::Fusion],
    header: HEADER,
    recognises: |head| {
        header_with(head, HEADER).is_some_and(|columns| columns.has_all(&["id", "extra"]))
    },
    reader: || Reader,
};

pub(super) struct Reader;

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        HEADER
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn comment(&mut self, line: &str, facts: &mut FileFacts) {
        if let Some(version) = line.strip_prefix("##VERSION=") {
            facts.caller_version = Some(format!("pbfusion {}", version.trim()));
        }
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let names = value(row, "GN=").ok_or("info: lacks GN=, the genes")?;
        let five_prime = partner(row, "1")?;
        let three_prime = partner(row, "2")?;
        let reads = value(row, "RC=").unwrap_or_default();
        let split_reads = reads.parse().ok();
        if split_reads.is_none() {
            row.warn(format!(
                "info: RC=\"{}\", expected a whole number; left out",
                shown(&reads)
            ));
        }
        let genes: Vec<Option<GeneSymbol>> = names.split(',').map(GeneSymbol::new).collect();
        if genes.len() != 2 {
            row.warn(format!(
                "info: GN names {} genes, which of them lie at the breakpoints is not told; no order is \
                 claimed",
                genes.len()
            ));
        }
        let fusion = Fusion {
            split_reads,
            confidence: confidence(row),
            event_type: value(row, "CL="),
            ..Fusion::of(five_prime, three_prime, order(&genes))
        };
        Ok(pairs(&genes)
            .into_iter()
            .map(|(five, three)| {
                let mut one = fusion.clone();
                one.five_prime.gene = five;
                one.three_prime.gene = three;
                row.fusion(one, Standing::Passed)
            })
            .collect())
    }
}

type Gene = Option<GeneSymbol>;

fn order(genes: &[Gene]) -> PartnerOrder {
    if genes.len() == 2 {
        PartnerOrder::Stated
    } else {
        PartnerOrder::Unoriented
    }
}

/// The pairs that the genes of one row may be.
fn pairs(genes: &[Gene]) -> Vec<(Gene, Gene)> {
    if let [one] = genes {
        return vec![(one.clone(), None)];
    }
    let reach = if genes.len() > FEW { 1 } else { FEW };
    genes
        .iter()
        .enumerate()
        .flat_map(|(at, five)| {
            genes
                .iter()
                .skip(at + 1)
                .take(reach)
                .map(|three| (five.clone(), three.clone()))
        })
        .collect()
}

/// What stands behind `key` in the info column.
fn value(row: &Row<'_>, key: &str) -> Option<String> {
    let info = row.text("info")?;
    info.split(';')
        .find_map(|entry| entry.strip_prefix(key))
        .map(str::to_owned)
}

fn partner(row: &Row<'_>, number: &str) -> Result<Partner, String> {
    let locus = Locus {
        chrom: row.chrom(&format!("chr{number}"))?,
        pos: position(row, &format!("start{number}"))?,
    };
    let strand = row.text(&format!("strand{number}")).and_then(Strand::new);
    Ok(Partner::at(None, locus, strand))
}

fn confidence(row: &mut Row<'_>) -> Option<Confidence> {
    match row.text("score")?.to_owned().as_str() {
        "LOW" => Some(Confidence::Low),
        "MEDIUM" => Some(Confidence::Medium),
        "HIGH" => Some(Confidence::High),
        other => {
            row.not_understood("score", other);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_few_genes_and_neighbours_of_many() {
        let read = |names: &str| {
            let genes: Vec<Gene> = names.split(',').map(GeneSymbol::new).collect();
            let name = |gene: Gene| gene.map_or_else(|| "?".to_owned(), |gene| gene.to_string());
            pairs(&genes)
                .into_iter()
                .map(|(five, three)| name(five) + &name(three))
                .collect::<Vec<_>>()
        };
        assert_eq!(read("A,B"), ["AB"]);
        assert_eq!(read("A"), ["A?"]);
        assert_eq!(read("A,N/A"), ["A?"]);
        assert_eq!(read("A,B,C"), ["AB", "AC", "BC"]);
        assert_eq!(read("A,B,C,D,E"), ["AB", "BC", "CD", "DE"]);
    }
}
