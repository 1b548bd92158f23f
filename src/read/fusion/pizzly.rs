//! pizzly, the gene table that its `flatten_json.py` writes, version 0.37.
//!
//! | pizzly | ours |
//! |---|---|
//! | `geneA.name`, `geneB.name`, else `geneA.id`, `geneB.id` | 5' and 3' partner |
//! | `splitcount` | `split_reads` |
//! | `paircount` | `spanning_pairs` |
//! | `transcripts.list` | order, see below |
//!
//! It works on transcripts: there is no breakpoint in the genome. Each entry of `transcripts.list`
//! (`T1_0:812_T2_724:2412`) begins with the piece of a transcript of gene A from its first base, so
//! gene A is 5'. A table whose list does not begin so, or has a transcript on both sides, claims no
//! order. Not read: the transcripts, which are many and without rank. Manual: the tool's README and
//! source, `FilterFusions.hpp`.

use crate::domain::{Call, Detects, Fusion, Partner, PartnerOrder, Standing};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};
use std::collections::BTreeSet;

/// pizzly's gene table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "pizzly",
    manual: Manual {
        title: "pizzly gene table (flatten_json.py)",
        versions: "0.37",
        written_from: WrittenFrom::Files,
        recognised_by: "geneA.name, geneB.name, paircount, splitcount, transcripts.list",
        columns: &[
            ("geneA.name / geneB.name", "5' and 3' partner"),
            ("splitcount", "split_reads"),
            ("paircount", "spanning_pairs"),
            ("transcripts.list", "whether gene A is 5'"),
        ],
        support: "splitcount cross the junction; paircount lie on either side",
        order: "gene A is 5', stated where the list of transcripts shows it",
    },
    detects: &[Detects::Fusion],
    header: &[
        "geneA.name",
        "geneA.id",
        "geneB.name",
        "geneB.id",
        "paircount",
        "splitcount",
        "transcripts.list",
    ],
    also: by_header,
    genes: &["geneA.name", "geneB.name"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let partner = |name, id| Partner::named(row.gene(name).or_else(|| row.gene(id)));
    let (five_prime, three_prime) = (
        partner("geneA.name", "geneA.id"),
        partner("geneB.name", "geneB.id"),
    );
    if five_prime.gene.is_none() && three_prime.gene.is_none() {
        return Err("geneA.name, geneB.name: both are empty, expected genes".to_owned());
    }
    let order = match row.text("transcripts.list") {
        Some(list) if begins_with_gene_a(list) => PartnerOrder::Stated,
        Some(_) | None => PartnerOrder::Unoriented,
    };
    let fusion = Fusion {
        split_reads: row.count("splitcount"),
        spanning_pairs: row.count("paircount"),
        ..Fusion::of(five_prime, three_prime, order)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

/// Whether every entry joins a piece that starts at a transcript's first base to one that does not
/// start before it, and no transcript stands on both sides.
fn begins_with_gene_a(list: &str) -> bool {
    let mut sides: [BTreeSet<&str>; 2] = Default::default();
    for entry in list.split(';') {
        let Some((first, second)) = sides_of(entry) else {
            return false;
        };
        let [firsts, seconds] = &mut sides;
        firsts.insert(first);
        seconds.insert(second);
    }
    let [firsts, seconds] = &sides;
    firsts.is_disjoint(seconds)
}

/// The two transcripts of `T1_0:812_T2_724:2412`; their names may hold underscores.
fn sides_of(entry: &str) -> Option<(&str, &str)> {
    let (first, rest) = entry.split_once("_0:")?;
    let (_, rest) = rest.split_once('_')?;
    let (second, range) = rest.rsplit_once('_')?;
    range.contains(':').then_some((first, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_shows_which_gene_comes_first() {
        assert!(begins_with_gene_a("T1.1_0:812_T2.3_724:2412"));
        assert!(begins_with_gene_a("NM_1_0:8_NM_2_7:9;NM_3_0:8_NM_2_7:9"));
        for list in [
            "",
            "T1_5:812_T2_724:2412",
            "A_0:8_B_7:9;B_0:8_A_7:9",
            "A_0:8",
        ] {
            assert!(!begins_with_gene_a(list), "{list}");
        }
    }
}
