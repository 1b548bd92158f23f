//! STAR-SEQR 0.6, `*_STAR-SEQR_candidates.txt` and `*_STAR-SEQR_breakpoints.txt`.
//!
//! | STAR-SEQR | ours |
//! |---|---|
//! | `LEFT_SYMBOL`, `RIGHT_SYMBOL` | 5' and 3' partner |
//! | `BRKPT_LEFT`, `BRKPT_RIGHT` | `chr:pos:strand`, from 0 |
//! | `NREAD_JXNLEFT` + `NREAD_JXNRIGHT` | `split_reads` |
//! | `NREAD_SPANS` | `spanning_pairs` |
//! | `FUSION_CLASS` | `event_type` |
//! | `SPLICE_TYPE` | `site` of both partners |
//! | `DISPOSITION` | filtered, for the reasons named, unless `PASS` |
//!
//! The breakpoints table holds the rows that passed. Not read: annotation per transcript, assembly,
//! primers, homology scores, expression. Manual: the tool's readme, "Outputs".

use super::zero_based::one_based;
use crate::domain::{
    Call, Chromosome, Detects, Fusion, Locus, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// STAR-SEQR's tables.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "star-seqr",
    manual: Manual {
        title: "STAR-SEQR candidates and breakpoints",
        versions: "0.6",
        written_from: WrittenFrom::Files,
        recognised_by: "NAME, NREAD_SPANS, NREAD_JXNLEFT, NREAD_JXNRIGHT, BRKPT_LEFT, LEFT_SYMBOL",
        columns: &[
            ("LEFT_SYMBOL / RIGHT_SYMBOL", "5' and 3' partner"),
            ("BRKPT_LEFT / BRKPT_RIGHT", "chr:pos:strand, from 0"),
            ("NREAD_JXNLEFT + NREAD_JXNRIGHT", "split_reads"),
            ("NREAD_SPANS", "spanning_pairs"),
            ("FUSION_CLASS", "as named"),
            ("SPLICE_TYPE", "site"),
            ("DISPOSITION", "filtered unless PASS"),
        ],
        support: "JXNLEFT and JXNRIGHT cross the junction, anchored on one side; SPANS lie on either side",
        order: "LEFT is 5', RIGHT is 3', by the strands of the genes; stated",
    },
    detects: &[Detects::Fusion],
    header: &[
        "NREAD_SPANS",
        "NREAD_JXNLEFT",
        "NREAD_JXNRIGHT",
        "BRKPT_LEFT",
        "BRKPT_RIGHT",
        "LEFT_SYMBOL",
        "RIGHT_SYMBOL",
    ],
    also: by_header,
    genes: &["LEFT_SYMBOL", "RIGHT_SYMBOL"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let five_prime = partner(row, "LEFT")?;
    let three_prime = partner(row, "RIGHT")?;
    let anchored = (row.count("NREAD_JXNLEFT"), row.count("NREAD_JXNRIGHT"));
    let fusion = Fusion {
        split_reads: match anchored {
            (None, None) => None,
            (left, right) => Some(
                left.unwrap_or_default()
                    .saturating_add(right.unwrap_or_default()),
            ),
        },
        spanning_pairs: row.count("NREAD_SPANS"),
        event_type: row.text("FUSION_CLASS").map(str::to_owned),
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    };
    let standing = match row.text("DISPOSITION") {
        None | Some("PASS") => Standing::Passed,
        Some(reasons) => Standing::Filtered(reasons.split(',').map(str::to_owned).collect()),
    };
    Ok(vec![row.fusion(fusion, standing)])
}

fn partner(row: &Row<'_>, side: &str) -> Result<Partner, String> {
    let column = format!("BRKPT_{side}");
    let written = row.text(&column).unwrap_or_default();
    let (locus, strand) = place(written).ok_or_else(|| {
        format!(
            "{column}: found \"{}\", expected chr:pos:strand",
            shown(written)
        )
    })?;
    Ok(Partner {
        site: row.text("SPLICE_TYPE").map(str::to_owned),
        ..Partner::at(row.gene(&format!("{side}_SYMBOL")), locus, Some(strand))
    })
}

/// `chr:pos:strand`, counted from 0.
fn place(text: &str) -> Option<(Locus, Strand)> {
    let (rest, strand) = text.rsplit_once(':')?;
    let (chrom, pos) = rest.rsplit_once(':')?;
    let locus = Locus {
        chrom: Chromosome::new(chrom),
        pos: one_based(pos)?,
    };
    let strand = Strand::new(strand)?;
    (!chrom.is_empty()).then_some((locus, strand))
}
