//! Control-FREEC: altered segments (`_CNVs`, and `_CNVs.p.value.txt` of its
//! `assess_significance.R`), and windows (`_ratio.txt`), which are refused. From its script and
//! memory; no file was seen.
//!
//! | Control-FREEC | ours |
//! |---|---|
//! | column 1 to 3 (`chr`, `start`, `end`) | the stretch; starts are multiples of the window, so counted from 0 |
//! | column 4 (`copy number`) | copies; -1 is no data |
//! | column 5 (`status`: `gain`, `loss`, `normal`, `neutral`) | the direction of the change |
//! | column 8 (`somatic/germline`) | `germline`: set aside |
//!
//! `_CNVs` has no header and 5, 7 or 9 columns. `status` is against the ploidy that the tool was
//! given or chose, which the file does not tell; an amplification or a loss of every copy by its
//! number stays one. Not read: genotype, its uncertainty, p-values.

use super::bins::Bins;
use super::measure::{claim, copies, directed, number};
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, CopyNumberCall, Detects, Standing};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Table, TableCaller, by_header, shown};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

const COLUMNS: &[&str] = &[
    "chr",
    "start",
    "end",
    "copy number",
    "status",
    "genotype",
    "uncertainty",
    "somatic/germline",
    "percentage of germline",
];

/// Altered segments without a header.
pub(super) static CALLER: Headerless = Headerless;

/// The same with p-values and a header.
pub(super) static TESTED: TableCaller = TableCaller {
    name: "freec-p-value",
    manual: Manual {
        title: "Control-FREEC _CNVs.p.value.txt, altered segments",
        recognised_by: "chr, start, end, copy number, status, WilcoxonRankSumTestPvalue",
        ..MANUAL
    },
    detects: &[Detects::CopyNumber],
    header: &[
        "chr",
        "start",
        "end",
        "copy number",
        "status",
        "WilcoxonRankSumTestPvalue",
    ],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls,
};

/// Windows, which are no calls.
pub(super) static WINDOWS: Bins = Bins {
    name: "freec-windows",
    manual: Manual {
        title: "Control-FREEC _ratio.txt: recognised and refused",
        recognised_by: "Chromosome, Start, Ratio, MedianRatio, CopyNumber",
        ..MANUAL
    },
    header: &["Chromosome", "Start", "Ratio", "MedianRatio", "CopyNumber"],
    also: by_header,
    refusal: "the file holds Control-FREEC's ratios by window, which are no calls; give the segments \
              (_CNVs, or _CNVs.p.value.txt)",
};

const MANUAL: Manual = Manual {
    title: "Control-FREEC _CNVs, altered segments",
    versions: "none seen",
    written_from: WrittenFrom::Documentation,
    recognised_by: "no header: chromosome, start, end, copies, and gain, loss, normal or neutral",
    columns: &[
        ("1 to 3, or chr, start, end", "the stretch; start from 0"),
        ("4, or copy number", "copies"),
        ("5, or status", "the direction of the change"),
        ("8, or somatic/germline", "germline: set aside"),
    ],
    support: NO_READS,
    order: NO_ORDER,
};

/// The table without a header.
#[derive(Clone, Copy)]
pub(super) struct Headerless;

impl Caller for Headerless {
    fn name(&self) -> &'static str {
        "freec"
    }

    fn manual(&self) -> Manual {
        MANUAL
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::CopyNumber]
    }

    fn recognises(&self, head: &Head) -> bool {
        head.lines()
            .find(|line| !line.trim().is_empty())
            .is_some_and(|line| is_segment(&line))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), *self, options)
    }
}

impl RowReader for Headerless {
    fn needed(&self) -> &'static [&'static str] {
        &[]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        calls(row)
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        Some(COLUMNS)
    }

    fn least_cells(&self) -> Option<usize> {
        Some(5)
    }
}

fn is_segment(line: &str) -> bool {
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let is_whole = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    match cells.as_slice() {
        [_, start, end, copies, status, ..] => {
            [start, end, copies].into_iter().all(|cell| is_whole(cell))
                && direction(status).is_some()
        }
        _ => false,
    }
}

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let region = region(row, ["chr", "start", "end"], Counts::FromZero)?;
    if number(row, "copy number")? == -1.0 {
        row.warn("copy number: -1 is no data; nothing is claimed of the segment".to_owned());
        return Ok(Vec::new());
    }
    let status = row.text("status").unwrap_or_default();
    let direction = direction(status).ok_or_else(|| {
        format!(
            "status: found \"{}\", expected gain, loss, normal or neutral",
            shown(status)
        )
    })?;
    let copy_number = CopyNumber {
        copies: Some(copies(row, "copy number")?),
        ..stretch(region)
    };
    let mut calls = claim(row, directed(copy_number, direction, status));
    if row.text("somatic/germline") == Some("germline") {
        for call in &mut calls {
            call.standing = Standing::Filtered(vec!["germline".to_owned()]);
        }
    }
    Ok(calls)
}

fn direction(status: &str) -> Option<CopyNumberCall> {
    match status {
        "gain" => Some(CopyNumberCall::Gain),
        "loss" => Some(CopyNumberCall::Loss),
        "normal" | "neutral" => Some(CopyNumberCall::Neutral),
        _ => None,
    }
}
