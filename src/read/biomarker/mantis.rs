//! MANTIS, instability of microsatellites (the status file).
//!
//! | MANTIS | ours |
//! |---|---|
//! | row `Step-Wise Difference (DIF)` | the state of the microsatellites |
//! | `Value`, `Threshold`, `Status` | `Stable` below the threshold, `Unstable` from it; `NA` is not evaluable |
//!
//! The authors recommend this metric for the state; the rows of the other two (EUC, COS) make no
//! claim, and are told where they say another thing. Cells may be padded with spaces; lines that
//! begin with `#` behind the header are remarks.

use super::{NO_ORDER, NO_READS, measured};
use crate::domain::{Biomarker, Call, Detects, MsiState};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Table, header_with, shown};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

const METRIC: &str = "Average Metric Value (Abbr)";

const HEADER: &[&str] = &[METRIC, "Value", "Threshold", "Status"];

/// The status file.
pub(super) static CALLER: Mantis = Mantis;

#[derive(Clone, Copy)]
pub(super) struct Mantis;

impl Caller for Mantis {
    fn name(&self) -> &'static str {
        "mantis"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "MANTIS, instability of microsatellites",
            versions: "1.0.x",
            written_from: WrittenFrom::Files,
            recognised_by: "Average Metric Value (Abbr), Value, Threshold, Status",
            columns: &[
                ("Step-Wise Difference (DIF)", "the row that decides"),
                ("Value, Threshold, Status", "state of the microsatellites"),
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
        Table::open(stream, self.name(), *self, options)
    }
}

impl RowReader for Mantis {
    fn needed(&self) -> &'static [&'static str] {
        HEADER
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn is_record(&self, line: &str) -> bool {
        !line.starts_with('#')
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let metric = row.text(METRIC).unwrap_or_default().to_owned();
        let state = state(row)?;
        if metric.contains("(DIF)") {
            return Ok(vec![measured(row, Biomarker::msi(state))]);
        }
        if !["(EUC)", "(COS)"]
            .iter()
            .any(|known| metric.contains(known))
        {
            return Err(format!(
                "{METRIC}: found \"{}\", expected one with (DIF), (EUC) or (COS)",
                shown(&metric)
            ));
        }
        if state == MsiState::High {
            row.warn(format!(
                "{metric}: unstable by this metric; the step-wise difference decides"
            ));
        }
        Ok(Vec::new())
    }
}

/// The state by the row's own word, which its numbers must bear out.
fn state(row: &mut Row<'_>) -> Result<MsiState, String> {
    let word = row.text("Status").unwrap_or_default().to_owned();
    let state = match word.to_ascii_lowercase().as_str() {
        "stable" => MsiState::Stable,
        "unstable" => MsiState::High,
        "" => return Ok(MsiState::NotEvaluable),
        _ => {
            return Err(format!(
                "Status: found \"{}\", expected Stable or Unstable",
                shown(&word)
            ));
        }
    };
    let (Some(value), Some(threshold)) = (row.number("Value"), row.number("Threshold")) else {
        return Ok(MsiState::NotEvaluable);
    };
    if (value >= threshold) != (state == MsiState::High) {
        return Err(format!(
            "Status: is {word}, though the value is {value} at a threshold of {threshold}"
        ));
    }
    Ok(state)
}
