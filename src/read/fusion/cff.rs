//! Common fusion format (CFF) of MetaFusion and forte: one line a call of any caller, no header.
//!
//! | column | ours |
//! |---|---|
//! | 1 to 3, 4 to 6 | chromosome, 1-based position and strand of either side |
//! | 7 | frame (`in-frame`), or `RNA`, `DNA`: no frame |
//! | 8, 9 | sample; `Normal` is filtered |
//! | 11 | the caller, under its own name |
//! | 12, 13 | `split_reads`, `spanning_pairs`; `-1` is unknown |
//! | 14, 16 | genes; `A(835),B(3370)` is a place between genes |
//! | 15, 17 | site |
//!
//! The order is that of the caller: stated for callers that state one, none for others. Column 10
//! (a label of the batch, such as a disease) is never read as a diagnosis; further columns, which
//! MetaFusion's own steps add, are not read.

use super::partners::{caller, frame, pairs, partners, placed};
use crate::domain::{Call, Detects, Frame, Fusion, Locus, Partner, PartnerOrder, Standing, Strand};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Table};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

/// Cells of a row that every version writes.
const CELLS: usize = 17;

/// Names of the columns; the nameless ones are those that later steps add.
#[rustfmt::skip]
const COLUMNS: &[&str] = &[
    "chr1", "pos1", "strand1", "chr2", "pos2", "strand2", "frame", "sample", "sample_type",
    "disease", "caller", "split", "span", "gene1", "area1", "gene2", "area2", "", "", "", "",
    "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "",
];

/// Callers that state which gene is 5'.
const ORDERED: &[&str] = &["arriba", "fusioncatcher", "star-fusion", "star-seqr"];

/// CFF tables.
pub(super) static CALLER: Cff = Cff;

/// CFF.
#[derive(Clone, Copy)]
pub(super) struct Cff;

impl Caller for Cff {
    fn name(&self) -> &'static str {
        "cff"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "Common fusion format (CFF) of MetaFusion and forte",
            versions: "17 columns or more",
            written_from: WrittenFrom::Files,
            recognised_by: "no header; two places with strands, Tumor or Normal, two counts",
            columns: &[
                ("1-3, 4-6", "breakpoints with strand, 1-based"),
                ("7", "frame"),
                ("8, 9", "sample; Normal is filtered"),
                ("11", "caller"),
                ("12", "split_reads"),
                ("13", "spanning_pairs"),
                ("14, 16", "partners"),
                ("15, 17", "site"),
            ],
            support: "as the caller counted; -1 is unknown",
            order: "that of the caller, for Arriba, FusionCatcher, STAR-Fusion and STAR-SEQR; none \
                    for others",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn recognises(&self, head: &Head) -> bool {
        head.lines()
            .find(|line| self.is_record(line) && !line.trim().is_empty())
            .is_some_and(|line| is_row(&line))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), *self, options)
    }
}

fn is_row(line: &str) -> bool {
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let is = |at: usize, holds: fn(&str) -> bool| cells.get(at).is_some_and(|cell| holds(cell));
    let number: fn(&str) -> bool = |cell| cell.parse::<i64>().is_ok();
    let strand: fn(&str) -> bool = |cell| matches!(cell, "+" | "-" | "." | "NA");
    cells.len() >= CELLS
        && [1, 4, 11, 12].iter().all(|at| is(*at, number))
        && [2, 5].iter().all(|at| is(*at, strand))
        && is(8, |cell| {
            matches!(
                cell.to_ascii_lowercase().as_str(),
                "tumor" | "normal" | "na"
            )
        })
}

impl RowReader for Cff {
    fn needed(&self) -> &'static [&'static str] {
        &[]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &["gene1", "gene2"]
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        Some(COLUMNS)
    }

    fn least_cells(&self) -> Option<usize> {
        Some(CELLS)
    }

    fn is_record(&self, line: &str) -> bool {
        !line.starts_with('#')
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let five_prime = side(row, "1")?;
        let three_prime = side(row, "2")?;
        let name = row.text("caller").map(caller);
        if let Some(name) = &name {
            row.origin.caller.clone_from(name);
        }
        let order = if name.is_some_and(|name| ORDERED.contains(&name.as_str())) {
            PartnerOrder::Stated
        } else {
            PartnerOrder::Unoriented
        };
        let frame = frame_of(row);
        let split_reads = count(row, "split");
        let spanning_pairs = count(row, "span");
        let standing = match row.text("sample_type") {
            Some(kind) if kind.eq_ignore_ascii_case("normal") => {
                Standing::Filtered(vec!["sample type Normal".to_owned()])
            }
            Some(_) | None => Standing::Passed,
        };
        let fusions = pairs(&five_prime, &three_prime);
        Ok(fusions
            .into_iter()
            .map(|(five_prime, three_prime)| {
                let fusion = Fusion {
                    frame,
                    split_reads,
                    spanning_pairs,
                    ..Fusion::of(five_prime, three_prime, order)
                };
                row.fusion(fusion, standing.clone())
            })
            .collect())
    }
}

fn side(row: &Row<'_>, side: &str) -> Result<Vec<Partner>, String> {
    let name = |column: &str| format!("{column}{side}");
    let locus: Locus = row.locus(&name("chr"), &name("pos"))?;
    let strand = row.text(&name("strand")).and_then(Strand::new);
    let site = row.text(&name("area")).map(str::to_owned);
    Ok(partners(row.text(&name("gene")))
        .into_iter()
        .map(|partner| Partner {
            site: site.clone(),
            ..placed(partner, Some(locus.clone()), strand)
        })
        .collect())
}

fn frame_of(row: &mut Row<'_>) -> Frame {
    match row.text("frame").map(str::to_owned) {
        None => Frame::Unknown,
        Some(kind) if matches!(kind.as_str(), "RNA" | "DNA") => Frame::Unknown,
        Some(word) => frame(&word).unwrap_or_else(|| {
            row.not_understood("frame", &word);
            Frame::Unknown
        }),
    }
}

fn count(row: &mut Row<'_>, column: &str) -> Option<u32> {
    if row.text(column) == Some("-1") {
        return None;
    }
    row.count(column)
}
