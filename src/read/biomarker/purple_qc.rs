//! PURPLE, quality control (`.purple.qc`), 2.x to 4.x: a key and a value a line, no header.
//!
//! | PURPLE | ours |
//! |---|---|
//! | `QCStatus` | `FAIL_…`: what the file measures is set aside; `WARN_…`: told |
//! | `Purity` | tumour content |
//! | `Ploidy` | ploidy, in 2.x |
//!
//! Each key is a record; the others make no claim: `Contamination`, `DeletedGenes`, numbers of
//! segments, sexes, aberrations of the germline.

use super::{NO_ORDER, NO_READS, measured, quality, set_aside};
use crate::domain::{Biomarker, Call, Detects, Measure, Warning};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, RowReader, Table};
use crate::read::{Caller, FileFacts, Manual, ReadError, ReadOptions, Records, WrittenFrom};

/// The key of the first line.
const STATUS: &str = "QCStatus";

/// The file.
pub(super) static CALLER: Qc = Qc;

pub(super) struct Qc;

impl Caller for Qc {
    fn name(&self) -> &'static str {
        "purple-qc"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "PURPLE .purple.qc, quality control",
            versions: "4.x",
            written_from: WrittenFrom::Files,
            recognised_by: "no header: QCStatus and a value in the first line",
            columns: &[
                ("QCStatus", "FAIL: set aside; WARN: told"),
                ("Purity", "tumour content"),
                ("Ploidy", "ploidy"),
            ],
            support: NO_READS,
            order: NO_ORDER,
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Biomarker]
    }

    fn recognises(&self, head: &Head) -> bool {
        head.lines()
            .find(|line| !line.trim().is_empty())
            .is_some_and(|line| status(&line).is_some())
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), Reader::default(), options)
    }
}

/// The value of the line with the status.
fn status(line: &str) -> Option<&str> {
    let (key, value) = line.split_once('\t')?;
    (key.trim() == STATUS).then(|| value.trim())
}

/// The status stands before what it is said of, so it is taken as a comment is.
#[derive(Default)]
struct Reader {
    input: usize,
    fails: Vec<String>,
    warns: Vec<String>,
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        &[]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        Some(&["key", "value"])
    }

    fn is_record(&self, line: &str) -> bool {
        status(line).is_none()
    }

    fn comment(&mut self, line: &str, _: &mut FileFacts) {
        let (fails, warns) = quality(status(line).unwrap_or_default());
        self.fails.extend(fails);
        self.warns.extend(warns);
    }

    fn header(&mut self, _: &Columns, options: &ReadOptions) -> Result<(), String> {
        self.input = options.input;
        Ok(())
    }

    fn tell(&self, facts: &mut FileFacts) {
        let words = self.fails.iter().chain(&self.warns);
        facts.warnings.extend(words.map(|word| Warning {
            input: Some(self.input),
            line: Some(1),
            message: format!("{STATUS}: PURPLE says {word}"),
        }));
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let key = row.text("key").unwrap_or_default().to_owned();
        let biomarker = match key.as_str() {
            "Purity" => row
                .fraction("value")
                .map(|purity| Biomarker::number(Measure::Purity, purity.get(), "")),
            "Ploidy" => row
                .number("value")
                .filter(|ploidy| *ploidy > 0.0)
                .map(|ploidy| Biomarker::number(Measure::Ploidy, ploidy, "")),
            _ => None,
        };
        let mut calls: Vec<Call> = biomarker
            .into_iter()
            .map(|biomarker| measured(row, biomarker))
            .collect();
        set_aside(&mut calls, &self.fails);
        Ok(calls)
    }
}
