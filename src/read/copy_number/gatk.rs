//! GATK 4, segments: called (`.called.seg` of CallCopyRatioSegments) and modelled
//! (`.modelFinal.seg` of ModelSegments).
//!
//! | GATK | ours |
//! |---|---|
//! | `@RG` with `SM` | the sample of the file |
//! | `@SQ` with `LN` | the assembly, by the lengths |
//! | `CONTIG`, `START`, `END` | the stretch, 1-based |
//! | `MEAN_LOG2_COPY_RATIO`, or `LOG2_COPY_RATIO_POSTERIOR_50` | log2 ratio |
//! | `CALL` | `+`, `-` or `0`: the direction of the change |
//!
//! `CALL` tells no height: an amplification or a loss of every copy by its ratio stays one. A `0`
//! over such a ratio is told and stays neutral. Not read: numbers of points, minor-allele
//! fractions, the other posteriors.

use super::measure::{claim, directed, number};
use super::sam_header::SamHeader;
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, CopyNumberCall, Detects};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, RowReader, Table, TableCaller, by_header, shown};
use crate::read::{Caller, FileFacts, Manual, ReadError, ReadOptions, Records, WrittenFrom};

const PLACE: [&str; 3] = ["CONTIG", "START", "END"];

/// Called segments.
pub(super) static CALLED: Gatk = Gatk(TableCaller {
    name: "gatk-called-segments",
    manual: Manual {
        title: "GATK .called.seg, called segments",
        versions: "4.x",
        written_from: WrittenFrom::Files,
        recognised_by: "CONTIG, START, END, MEAN_LOG2_COPY_RATIO, CALL",
        columns: &[
            ("@RG SM", "the sample of the file"),
            ("@SQ LN", "the assembly"),
            ("CONTIG, START, END", "the stretch, 1-based"),
            ("MEAN_LOG2_COPY_RATIO", "log2 ratio"),
            ("CALL", "the direction of the change"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &["CONTIG", "START", "END", "MEAN_LOG2_COPY_RATIO", "CALL"],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls: called,
});

/// Modelled segments.
pub(super) static MODELLED: Gatk = Gatk(TableCaller {
    name: "gatk-modelled-segments",
    manual: Manual {
        title: "GATK .modelFinal.seg, modelled segments",
        recognised_by: "CONTIG, START, END, LOG2_COPY_RATIO_POSTERIOR_50",
        columns: &[
            ("@RG SM", "the sample of the file"),
            ("@SQ LN", "the assembly"),
            ("CONTIG, START, END", "the stretch, 1-based"),
            ("LOG2_COPY_RATIO_POSTERIOR_50", "log2 ratio"),
        ],
        ..CALLED.0.manual
    },
    header: &["CONTIG", "START", "END", "LOG2_COPY_RATIO_POSTERIOR_50"],
    calls: modelled,
    ..CALLED.0
});

/// One of the tables behind a SAM header.
pub(super) struct Gatk(TableCaller);

impl Caller for Gatk {
    fn name(&self) -> &'static str {
        self.0.name
    }

    fn manual(&self) -> Manual {
        self.0.manual
    }

    fn detects(&self) -> &'static [Detects] {
        self.0.detects
    }

    fn tokens(&self) -> &'static [&'static str] {
        self.0.header
    }

    fn recognises(&self, head: &Head) -> bool {
        self.0.recognises(head)
            // The lengths of very many contigs may fill the beginning of the file.
            || head.lines().any(|line| line.starts_with("@SQ\t"))
                && head
                    .lines()
                    .any(|line| Columns::new(&line).0.has_all(self.0.header))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        let reader = Reader {
            table: self.0,
            sam: SamHeader::default(),
        };
        Table::open(stream, self.0.name, reader, options)
    }
}

struct Reader {
    table: TableCaller,
    sam: SamHeader,
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        self.table.header
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn comment(&mut self, line: &str, _: &mut FileFacts) {
        self.sam.take(line);
    }

    fn header(&mut self, _: &Columns, options: &ReadOptions) -> Result<(), String> {
        match (&self.sam.sample, options.wanted_sample()) {
            (Some(found), Some(wanted)) if found != wanted => Err(format!(
                "the header names the sample \"{}\", not \"{}\"; `--tumor-sample NAME` states that \
                 it is the tumour's",
                shown(found),
                shown(wanted)
            )),
            _ => Ok(()),
        }
    }

    fn tell(&self, facts: &mut FileFacts) {
        facts.sample = self.sam.sample.clone();
        let assembly = self.sam.assembly();
        facts.assembly = assembly.map(|found| (found, "contig lengths".to_owned()));
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        (self.table.calls)(row)
    }
}

fn measured(row: &Row<'_>, ratio: &str) -> Result<CopyNumber, String> {
    Ok(CopyNumber {
        log2_ratio: Some(number(row, ratio)?),
        ..stretch(region(row, PLACE, Counts::FromOne)?)
    })
}

fn modelled(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let copy_number = measured(row, "LOG2_COPY_RATIO_POSTERIOR_50")?;
    Ok(claim(row, copy_number.judged()))
}

fn called(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let copy_number = measured(row, "MEAN_LOG2_COPY_RATIO")?;
    let word = row.text("CALL").unwrap_or_default().to_owned();
    let direction = match word.as_str() {
        "+" => CopyNumberCall::Gain,
        "-" => CopyNumberCall::Loss,
        "0" => CopyNumberCall::Neutral,
        _ => {
            return Err(format!(
                "CALL: found \"{}\", expected +, - or 0",
                shown(&word)
            ));
        }
    };
    let by_ratio = match copy_number.clone().judged().call {
        CopyNumberCall::Amplification => Some("an amplification"),
        CopyNumberCall::Deletion => Some("a deletion"),
        CopyNumberCall::Gain | CopyNumberCall::Neutral | CopyNumberCall::Loss => None,
    };
    if let Some(by_ratio) = by_ratio.filter(|_| direction == CopyNumberCall::Neutral) {
        row.warn(format!(
            "CALL: is 0, though the ratio by itself would be that of {by_ratio}"
        ));
    }
    Ok(claim(
        row,
        directed(copy_number, direction, &format!("CALL {word}")),
    ))
}
