//! LongGF 0.1 (long reads): its log, or the lines that start with `SumGF` or `GF` taken out of it.
//!
//! | LongGF | ours |
//! |---|---|
//! | `SumGF<TAB>A:B N chr:pos chr:pos` | the two genes, `split_reads`, breakpoints |
//! | `GF<TAB>A:B N N supporting reads=… … … chr:pos … chr:pos …` | the same |
//!
//! The log says each candidate twice: `GF` in full, then its reads, then `SumGF`. Both are read and
//! are one event. The genes stand in an order of the tool's own (`ALK:NPM1` for NPM1::ALK), so none
//! is claimed. A breakpoint is the mean over the reads of the starts (from 0) or ends of their
//! alignments, cut to a whole number, so it may lie some bases off. A log without such a line says
//! that nothing was found. Not read: positions of the single reads, every other line.

use super::breakpoint::breakpoint;
use super::own_table::OwnTable;
use crate::domain::{Call, Detects, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Standing};
use crate::read::stream::Head;
use crate::read::table::{Row, RowReader, shown};
use crate::read::{Manual, WrittenFrom};

/// LongGF's log.
pub(super) static CALLER: OwnTable<Reader> = OwnTable {
    name: "longgf",
    manual: Manual {
        title: "LongGF log, or its SumGF or GF lines",
        versions: "0.1.1, 0.1.2",
        written_from: WrittenFrom::Files,
        recognised_by: "lines that start with SumGF or GF and a tab, or with `Handle =` and a count of \
                        multi_map_reads",
        columns: &[
            ("A:B", "the two genes"),
            ("N", "split_reads"),
            ("chr:pos chr:pos", "breakpoints; may be some bases off"),
        ],
        support: "N long reads cross the junction",
        order: "none: the tool lists two genes in an order of its own",
    },
    detects: &[Detects::Fusion],
    header: &[],
    recognises,
    reader: || Reader,
};

pub(super) struct Reader;

fn is_claim(line: &str) -> bool {
    line.starts_with("SumGF\t") || line.starts_with("GF\t")
}

fn recognises(head: &Head) -> bool {
    head.lines().any(|line| {
        let progress = line.starts_with("Handle =") && line.contains("multi_map_reads.size=");
        let claim = is_claim(&line)
            && line.split_once('\t').is_some_and(|(_, rest)| {
                rest.split(' ')
                    .next()
                    .is_some_and(|pair| pair.contains(':'))
            });
        progress || claim
    })
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        &["line", "candidate"]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        Some(&["line", "candidate"])
    }

    fn is_record(&self, line: &str) -> bool {
        is_claim(line)
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let in_full = row.text("line") == Some("GF");
        let text = row.text("candidate").unwrap_or_default();
        let claim = candidate(text, in_full).ok_or_else(|| {
            format!(
                "found \"{}\", expected A:B, a number of reads and two breakpoints",
                shown(text)
            )
        })?;
        let [one, other] = claim.partners;
        let fusion = Fusion {
            split_reads: Some(claim.reads),
            ..Fusion::of(one, other, PartnerOrder::Unoriented)
        };
        Ok(vec![row.fusion(fusion, Standing::Passed)])
    }
}

struct Candidate {
    partners: [Partner; 2],
    reads: u32,
}

/// What stands behind the tab of a line, the two kinds apart in where the breakpoints stand.
fn candidate(text: &str, in_full: bool) -> Option<Candidate> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (first, second) = if in_full { (7, 9) } else { (2, 3) };
    let (one, other) = words.first()?.split_once(':')?;
    let partner = |gene: &str, at: usize| {
        let (chrom, pos, _) = breakpoint(words.get(at)?)?;
        Some(Partner::at(
            Some(GeneSymbol::new(gene)?),
            Locus { chrom, pos },
            None,
        ))
    };
    Some(Candidate {
        partners: [partner(one, first)?, partner(other, second)?],
        reads: words.get(1)?.parse().ok()?,
    })
}
