//! Sigs of hmftools, allocation of mutations to signatures (`.sig.allocation.tsv`): a row a
//! signature. From its documentation; no file was seen.
//!
//! | Sigs | ours |
//! |---|---|
//! | `signature` | the name; `Sig7` and `SBS7a` to `SBS7d` are of ultraviolet light |
//! | `percent` | the share, 0 to 1 whatever its name says |
//! | `allocation` | not read: mutations |
//!
//! The share of ultraviolet light is the sum over its rows, told at the first of them; the file has
//! a row for each of some tens of signatures, so its beginning holds them all. `MISALLOC`,
//! `UNALLOC` and `EXCESS` are no signatures and make no claim, nor does a share of 0.

use super::{NO_ORDER, NO_READS, is_ultraviolet, measured, named};
use crate::domain::{Biomarker, Call, Detects, Fraction, Measure};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, RowReader, Table, header_with};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

const HEADER: &[&str] = &["signature", "allocation", "percent"];

/// Rows that count what no signature explains.
const NO_SIGNATURES: &[&str] = &["MISALLOC", "UNALLOC", "EXCESS"];

/// The allocation.
pub(super) static CALLER: Sigs = Sigs;

pub(super) struct Sigs;

impl Caller for Sigs {
    fn name(&self) -> &'static str {
        "sigs"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "hmftools Sigs .sig.allocation.tsv, signatures of single base substitutions",
            versions: "none seen",
            written_from: WrittenFrom::Documentation,
            recognised_by: "signature, allocation, percent",
            columns: &[
                ("signature", "the name; Sig7 and SBS7a to SBS7d: UV"),
                ("percent", "the share, 0 to 1"),
            ],
            support: NO_READS,
            order: NO_ORDER,
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Biomarker]
    }

    fn tokens(&self) -> &'static [&'static str] {
        HEADER
    }

    fn recognises(&self, head: &Head) -> bool {
        header_with(head, HEADER).is_some()
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        let light = light(stream.head());
        Table::open(stream, self.name(), Reader(light), options)
    }
}

/// Names and shares of the signatures of ultraviolet light, in the file's order.
fn light(head: &Head) -> Vec<(String, f64)> {
    let mut lines = head
        .lines()
        .skip_while(|line| !Columns::new(line).0.has_all(HEADER));
    let Some(columns) = lines.next().map(|line| Columns::new(&line).0) else {
        return Vec::new();
    };
    lines
        .filter_map(|line| {
            let cells = columns.separator.cells(&line);
            let cell = |column| cells.get(columns.at(column)?).map(|cell| cell.trim());
            let name = cell("signature").filter(|name| is_ultraviolet(name))?;
            let share = cell("percent")?.parse().ok().and_then(Fraction::new)?;
            Some((name.to_owned(), share.get()))
        })
        .collect()
}

struct Reader(Vec<(String, f64)>);

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        HEADER
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let name = row.text("signature").unwrap_or_default().to_owned();
        if name.is_empty() {
            return Err("signature: empty, expected a name".to_owned());
        }
        let Some(share) = row.fraction("percent") else {
            return Err("percent: expected a share from 0 to 1".to_owned());
        };
        let is_first = self.0.first().is_some_and(|(first, _)| *first == name);
        let biomarker = if is_first {
            let sum: f64 = self.0.iter().map(|(_, share)| share).sum();
            Some(Biomarker::number(Measure::UvSignature, sum.min(1.0), ""))
        } else if is_ultraviolet(&name)
            || NO_SIGNATURES.contains(&name.as_str())
            || share.get() == 0.0
        {
            None
        } else {
            Some(named(Measure::Signature, &name, share.get(), ""))
        };
        Ok(biomarker
            .into_iter()
            .map(|biomarker| measured(row, biomarker))
            .collect())
    }
}
