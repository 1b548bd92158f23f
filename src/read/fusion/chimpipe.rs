//! ChimPipe 0.9, `chimericJunctions_*.txt` and `chimericJunctions_filtered_*.txt`.
//!
//! | ChimPipe | ours |
//! |---|---|
//! | `gnNamesA`, `gnNamesB` (`A,B`: several at the place) | 5' and 3' partner, a claim for each pair |
//! | `juncCoord` | `chr_pos_strand:chr_pos_strand`, 1-based, donor first |
//! | `nbSpanningReads` | `split_reads` |
//! | `nbConsistentPE` | `spanning_pairs` |
//! | `type` | `event_type` |
//! | `filtered`, `reason` | `1`: filtered, for the reasons named |
//!
//! Where a gene has no name (`na`) its identifier in `gnIdsA`, `gnIdsB` stands. Not read: shares of
//! staggered and multimapped reads, similarity, splice sites, reads. Manual: the tool's
//! documentation, "Final and filtered chimeric junction files".

use super::gene_lists::{each_pair, listed};
use crate::domain::{
    Call, Chromosome, Detects, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// ChimPipe's table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "chimpipe",
    manual: Manual {
        title: "ChimPipe chimericJunctions and chimericJunctions_filtered",
        versions: "0.9",
        written_from: WrittenFrom::Files,
        recognised_by: "juncCoord, type, filtered, reason, nbSpanningReads, nbConsistentPE, gnNamesA",
        columns: &[
            ("gnNamesA / gnNamesB", "5' and 3' partner; several by comma"),
            ("juncCoord", "chr_pos_strand:chr_pos_strand, 1-based"),
            ("nbSpanningReads", "split_reads"),
            ("nbConsistentPE", "spanning_pairs"),
            ("type", "as named"),
            ("filtered, reason", "filtered for the reasons named"),
        ],
        support: "nbSpanningReads cross the junction; nbConsistentPE lie on either side",
        order: "A has the donor, B the acceptor of the splice, so A is 5'; stated",
    },
    detects: &[Detects::Fusion],
    header: &[
        "juncCoord",
        "filtered",
        "reason",
        "nbSpanningReads",
        "nbConsistentPE",
        "gnNamesA",
        "gnNamesB",
    ],
    also: by_header,
    genes: &["gnNamesA", "gnNamesB"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let written = row.text("juncCoord").unwrap_or_default();
    let (donor, acceptor) = written
        .split_once(':')
        .and_then(|(donor, acceptor)| Some((site(donor)?, site(acceptor)?)))
        .ok_or_else(|| {
            format!(
                "juncCoord: found \"{}\", expected chr_pos_strand:chr_pos_strand",
                shown(written)
            )
        })?;
    let fusion = Fusion {
        split_reads: row.count("nbSpanningReads"),
        spanning_pairs: row.count("nbConsistentPE"),
        event_type: row.text("type").map(str::to_owned),
        ..Fusion::of(donor, acceptor, PartnerOrder::Stated)
    };
    let standing = standing(row);
    let genes = (
        genes(row, "gnNamesA", "gnIdsA"),
        genes(row, "gnNamesB", "gnIdsB"),
    );
    each_pair(row, &fusion, (&genes.0, &genes.1), &standing)
}

/// `chr_pos_strand`; a chromosome's name may hold `_`.
fn site(text: &str) -> Option<Partner> {
    let (rest, strand) = text.rsplit_once('_')?;
    let (chrom, pos) = rest.rsplit_once('_')?;
    let digits = !pos.is_empty() && pos.bytes().all(|byte| byte.is_ascii_digit());
    let pos: u64 = pos.parse().ok().filter(|pos| digits && *pos > 0)?;
    let locus = Locus {
        chrom: Chromosome::new(chrom),
        pos,
    };
    (!chrom.is_empty()).then(|| Partner::at(None, locus, Strand::new(strand)))
}

fn genes(row: &Row<'_>, names: &str, identifiers: &str) -> Vec<Option<GeneSymbol>> {
    let stated = |column: &str| row.text(column).filter(|text| *text != "na");
    listed(stated(names).or_else(|| stated(identifiers)), ',')
}

fn standing(row: &mut Row<'_>) -> Standing {
    match row.text("filtered").map(str::to_owned).as_deref() {
        Some("1") => {
            let reasons: Vec<String> = row
                .text("reason")
                .unwrap_or_default()
                .split(',')
                .filter(|reason| !reason.is_empty() && *reason != "na")
                .map(str::to_owned)
                .collect();
            Standing::Filtered(if reasons.is_empty() {
                vec!["filtered".to_owned()]
            } else {
                reasons
            })
        }
        Some("0") | None => Standing::Passed,
        Some(other) => {
            row.not_understood("filtered", other);
            Standing::Passed
        }
    }
}
