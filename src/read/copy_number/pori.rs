//! PORI (IPR), copy variants of a report's input.
//!
//! | IPR | ours |
//! |---|---|
//! | `gene` | the gene |
//! | `kbCategory`, else `cnvState` | the call, in the file's words |
//! | `chromosomeBand` with `start` and `end` | the segment it lies on, 1-based |
//! | `log2cna` | log2 ratio |
//!
//! `cnvState` is for display: it counts only where `kbCategory` is empty, as it is for a neutral
//! gene. Not read: `copyChange`, `ploidyCorrCpChange` (copies against the ploidy, which is not
//! told), `lohState`, `cna`.

use super::measure::{claim, gene};
use super::segment::{Counts, chromosome, region};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, Chromosome, CopyNumber, CopyNumberCall, Detects, Region};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, RowReader, Table, header_with, shown};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

const HEADER: &[&str] = &["gene", "kbCategory", "cnvState"];

/// Columns that are read where they are there.
const OTHERS: &[&str] = &["chromosomeBand", "start", "end", "log2cna"];

/// The copy variants.
pub(super) static CALLER: Pori = Pori;

pub(super) struct Pori;

impl Caller for Pori {
    fn name(&self) -> &'static str {
        "pori-copy"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "PORI (IPR) copy variants",
            versions: "by their headers",
            written_from: WrittenFrom::Examples,
            recognised_by: "gene, kbCategory, cnvState",
            columns: &[
                ("gene", "the gene"),
                ("kbCategory, else cnvState", "the call"),
                ("chromosomeBand, start, end", "its segment, 1-based"),
                ("log2cna", "log2 ratio"),
            ],
            support: NO_READS,
            order: NO_ORDER,
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::CopyNumber]
    }

    fn tokens(&self) -> &'static [&'static str] {
        HEADER
    }

    fn recognises(&self, head: &Head) -> bool {
        header_with(head, HEADER).is_some()
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), Reader { least: None }, options)
    }
}

/// Rows leave out empty last cells; none may lack a cell that is read.
struct Reader {
    least: Option<usize>,
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        HEADER
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &["gene"]
    }

    fn least_cells(&self) -> Option<usize> {
        self.least
    }

    fn header(&mut self, columns: &Columns, _: &ReadOptions) -> Result<(), String> {
        let read = HEADER.iter().chain(OTHERS);
        let last = read.filter_map(|column| columns.at(column)).max();
        self.least = last.map(|last| last + 1);
        Ok(())
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        calls(row)
    }
}

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let word = row
        .text_of(&["kbCategory", "cnvState"])
        .unwrap_or_default()
        .to_owned();
    let call = called(&word).ok_or_else(|| {
        format!(
            "kbCategory, cnvState: found \"{}\", expected amplification, copy gain, neutral, copy \
             loss or deep deletion",
            shown(&word)
        )
    })?;
    let copy_number = CopyNumber {
        gene: Some(gene(row, "gene")?),
        region: segment(row),
        log2_ratio: row.number("log2cna"),
        ..CopyNumber::default()
    };
    Ok(claim(row, copy_number.stated(call, &word)))
}

/// The segment, where the row tells it whole.
fn segment(row: &Row<'_>) -> Option<Region> {
    let (chrom, _) = row.text("chromosomeBand")?.split_once(':')?;
    let place = region(row, ["chromosomeBand", "start", "end"], Counts::FromOne).ok()?;
    Some(Region {
        chrom: chromosome(Chromosome::new(chrom)),
        ..place
    })
}

/// Words of GraphKB's categories and of IPR's display.
fn called(word: &str) -> Option<CopyNumberCall> {
    match word.to_ascii_lowercase().as_str() {
        "amplification" => Some(CopyNumberCall::Amplification),
        "copy gain" | "gain" | "low level copy gain" => Some(CopyNumberCall::Gain),
        "neutral" => Some(CopyNumberCall::Neutral),
        "copy loss" | "loss" | "shallow deletion" => Some(CopyNumberCall::Loss),
        "deep deletion" => Some(CopyNumberCall::Deletion),
        _ => None,
    }
}
