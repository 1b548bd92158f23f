//! SQUID: `…_sv.txt` with the genes that `AnnotateSQUIDOutput.py` adds (`squid`), and without
//! (`squid-sv`), version 1.5.
//!
//! | SQUID | ours |
//! |---|---|
//! | `FusedGenes` (`A:B`, several with commas) | 5' and 3' partner, one claim for each pair |
//! | `chrom1`, `start1`, `end1`, `strand1` and likewise 2 | breakpoints: 0-based segments; `end` where the strand is `+`, `start` + 1 where it is `-` |
//! | `score` | `spanning_pairs`: fragments that join the segments, by a pair or a split read, not told apart |
//! | `Type` | `event_type` |
//!
//! The two segments stand in the order of the genome, not in that of the genes, and nothing in the
//! row says which is whose. Where one of the genes is known to lie at one of them alone, both are
//! assigned; otherwise the breakpoints are left out and told. The strand of the 5' gene is that of
//! its segment, the 3' gene's is the other one. A row without genes (`.`, or a file that was not
//! annotated) claims that two places are joined: a rearrangement, to which known genes are added by
//! place. Such a file tells nothing of what is absent. Not read: concordant fragments. Manual: the
//! tool's README and `AnnotateSQUIDOutput.py`.

use crate::domain::{
    Alteration, Call, Detects, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Rearrangement,
    Standing, Strand,
};
use crate::read::Symbols;
use crate::read::table::{Row, TableCaller, shown};
use crate::read::{Manual, WrittenFrom};

/// SQUID's annotated table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "squid",
    manual: MANUAL,
    detects: &[Detects::Fusion],
    header: &[
        "chrom1",
        "start1",
        "end1",
        "chrom2",
        "start2",
        "end2",
        "score",
        "strand1",
        "strand2",
        "FusedGenes",
    ],
    also: |columns| columns.has("Type"),
    genes: &[],
    least_cells: None,
    calls,
};

/// SQUID's own table.
pub(super) static WITHOUT_GENES: TableCaller = TableCaller {
    name: "squid-sv",
    manual: Manual {
        title: "SQUID _sv.txt as it writes it, without genes",
        recognised_by: "chrom1, start1, end1, chrom2, score, strand1, num_concordantfrag_bp1; no \
                        FusedGenes",
        order: "two joined places have no 5' to 3' order",
        ..MANUAL
    },
    detects: &[],
    header: &[
        "chrom1", "start1", "end1", "chrom2", "start2", "end2", "score", "strand1", "strand2",
    ],
    also: |columns| columns.has("num_concordantfrag_bp1") && !columns.has("FusedGenes"),
    ..CALLER
};

const MANUAL: Manual = Manual {
    title: "SQUID _sv.txt annotated with genes (AnnotateSQUIDOutput.py)",
    versions: "1.x, by their headers",
    written_from: WrittenFrom::Files,
    recognised_by: "chrom1, start1, end1, chrom2, score, strand1, Type, FusedGenes",
    columns: &[
        ("FusedGenes", "5' and 3' partner"),
        (
            "chrom1, start1, end1, strand1 / …2",
            "breakpoints, 0-based segments made 1-based",
        ),
        ("score", "spanning_pairs"),
        ("Type", "event type"),
    ],
    support: "score counts fragments that join the two segments, split or in pairs",
    order: "FusedGenes gives 5':3', stated; derived from strands",
};

/// One end of a segment pair.
#[derive(Clone)]
struct End {
    locus: Locus,
    strand: Strand,
}

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let ends = [end(row, "1")?, end(row, "2")?];
    let spanning_pairs = row.count("score");
    let event_type = row.text("Type").map(str::to_owned);
    let Some(fused) = row.text("FusedGenes").map(str::to_owned) else {
        return Ok(vec![joined(row, &ends, spanning_pairs, event_type)]);
    };
    let mut calls = Vec::new();
    for pair in fused.split(',') {
        let (five, three) = genes(pair)?;
        let (five_prime, three_prime) = match assigned(&five, &three, &ends, row.symbols) {
            Some([first, second]) => {
                let strand = match second.strand {
                    Strand::Plus => Strand::Minus,
                    Strand::Minus => Strand::Plus,
                };
                (
                    Partner::at(Some(five), first.locus.clone(), Some(first.strand)),
                    Partner::at(Some(three), second.locus.clone(), Some(strand)),
                )
            }
            None => {
                let [first, second] = &ends;
                row.warn(format!(
                    "{five}:{three}: the row does not say which of {} and {} lies in which gene; \
                     breakpoints left out",
                    first.locus, second.locus
                ));
                (Partner::named(Some(five)), Partner::named(Some(three)))
            }
        };
        let fusion = Fusion {
            spanning_pairs,
            event_type: event_type.clone(),
            ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
        };
        calls.push(row.fusion(fusion, Standing::Passed));
    }
    Ok(calls)
}

/// The claim of a row without genes.
fn joined(
    row: &Row<'_>,
    [first, second]: &[End; 2],
    spanning_pairs: Option<u32>,
    event_type: Option<String>,
) -> Call {
    row.call(Alteration::Rearrangement(Rearrangement {
        first: Some(first.locus.clone()),
        second: Some(second.locus.clone()),
        event_type: event_type.unwrap_or_else(|| "transcriptomic structural variant".to_owned()),
        spanning_pairs,
        callers: vec![row.origin.caller.clone()],
        ..Rearrangement::default()
    }))
}

/// The breakpoint of a segment, 1-based.
fn end(row: &Row<'_>, side: &str) -> Result<End, String> {
    let column = |name: &str| format!("{name}{side}");
    let chrom = row.chrom(&column("chrom"))?;
    let sign = row.text(&column("strand")).unwrap_or_default();
    let strand = Strand::new(sign)
        .ok_or_else(|| format!("strand{side}: found \"{}\", expected + or -", shown(sign)))?;
    let pos = match strand {
        Strand::Plus => row.position(&column("end"))?,
        Strand::Minus => {
            let text = row.text(&column("start")).unwrap_or_default();
            let start: Option<u64> = text.parse().ok();
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            start
                .filter(|_| digits)
                .and_then(|start| start.checked_add(1))
                .ok_or_else(|| {
                    format!(
                        "start{side}: found \"{}\", expected a position from 0",
                        shown(text)
                    )
                })?
        }
    };
    Ok(End {
        locus: Locus { chrom, pos },
        strand,
    })
}

fn genes(pair: &str) -> Result<(GeneSymbol, GeneSymbol), String> {
    let (five, three) = pair.split_once(':').unwrap_or((pair, ""));
    GeneSymbol::new(five)
        .zip(GeneSymbol::new(three))
        .ok_or_else(|| format!("FusedGenes: found \"{}\", expected A:B", shown(pair)))
}

/// The ends of the 5' and of the 3' gene, if where known genes lie leaves one way alone.
fn assigned<'a>(
    five: &GeneSymbol,
    three: &GeneSymbol,
    [first, second]: &'a [End; 2],
    symbols: &Symbols,
) -> Option<[&'a End; 2]> {
    let may = |gene, end: &End| symbols.lies_at(gene, &end.locus) != Some(false);
    let as_written = may(five, first) && may(three, second);
    let exchanged = may(five, second) && may(three, first);
    match (as_written, exchanged) {
        (true, false) => Some([first, second]),
        (false, true) => Some([second, first]),
        (true, true) | (false, false) => None,
    }
}
