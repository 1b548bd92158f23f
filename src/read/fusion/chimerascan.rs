//! ChimeraScan 0.4, `chimeras.bedpe`.
//!
//! | ChimeraScan | ours |
//! |---|---|
//! | `genes5p`, `genes3p` (`A,B`: several at the place) | 5' and 3' partner, a claim for each pair |
//! | `chrom5p`, `start5p`, `end5p`, `strand5p` | the end at the junction: the last base kept |
//! | `chrom3p`, `start3p`, `end3p`, `strand3p` | the end at the junction: the first base kept |
//! | `spanning_frags` | `split_reads` |
//! | `total_frags` less `spanning_frags` | `spanning_pairs` |
//! | `type` | `event_type` |
//!
//! Start and end both count from 0 and both lie inside the part of the gene that is kept: `end5p`
//! 29287133 is base 29287134. Not read: score, transcripts with their parts, isoform fractions, reads.

use super::gene_lists::{each_pair, listed};
use super::zero_based::position;
use crate::domain::{Call, Detects, Fusion, Locus, Partner, PartnerOrder, Standing, Strand};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// ChimeraScan's table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "chimerascan",
    manual: Manual {
        title: "ChimeraScan chimeras.bedpe",
        versions: "0.4.5",
        written_from: WrittenFrom::Files,
        recognised_by: "#chrom5p, start5p, end5p, chrom3p, genes5p, genes3p, total_frags, \
                        spanning_frags",
        columns: &[
            ("genes5p / genes3p", "5' and 3' partner; several by comma"),
            ("chrom5p, start5p or end5p", "5' breakpoint, from 0"),
            ("chrom3p, start3p or end3p", "3' breakpoint, from 0"),
            (
                "strand5p / strand3p",
                "strand; tells which end is the breakpoint",
            ),
            ("spanning_frags", "split_reads"),
            ("total_frags - spanning_frags", "spanning_pairs"),
            ("type", "as named"),
        ],
        support: "spanning_frags cross the junction; the others of total_frags lie on either side",
        order: "5p and 3p, stated",
    },
    detects: &[Detects::Fusion],
    header: &[
        "#chrom5p",
        "start5p",
        "end5p",
        "chrom3p",
        "start3p",
        "end3p",
        "strand5p",
        "strand3p",
        "genes5p",
        "genes3p",
        "total_frags",
        "spanning_frags",
    ],
    also: by_header,
    genes: &["genes5p", "genes3p"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let five_prime = partner(row, "5p", ("end5p", "start5p"))?;
    let three_prime = partner(row, "3p", ("start3p", "end3p"))?;
    let split_reads = row.count("spanning_frags");
    let fusion = Fusion {
        split_reads,
        spanning_pairs: pairs(row, split_reads),
        event_type: row.text("type").map(str::to_owned),
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    };
    let genes = (
        listed(row.text("genes5p"), ','),
        listed(row.text("genes3p"), ','),
    );
    each_pair(row, &fusion, (&genes.0, &genes.1), &Standing::Passed)
}

/// Fragments that do not cross the junction.
fn pairs(row: &mut Row<'_>, split_reads: Option<u32>) -> Option<u32> {
    let total = row.count("total_frags")?;
    let pairs = total.checked_sub(split_reads?);
    if pairs.is_none() {
        row.warn(format!(
            "total_frags: found {total}, less than spanning_frags; the pairs are left out"
        ));
    }
    pairs
}

/// The place of one side; the column to use is the first on the plus strand, else the second.
fn partner(row: &Row<'_>, side: &str, (plus, minus): (&str, &str)) -> Result<Partner, String> {
    let column = format!("strand{side}");
    let written = row.text(&column).unwrap_or_default();
    let strand = Strand::new(written)
        .ok_or_else(|| format!("{column}: found \"{}\", expected + or -", shown(written)))?;
    let place = match strand {
        Strand::Plus => plus,
        Strand::Minus => minus,
    };
    let locus = Locus {
        chrom: row.chrom(&format!("chrom{side}"))?,
        pos: position(row, place)?,
    };
    Ok(Partner::at(None, locus, Some(strand)))
}
