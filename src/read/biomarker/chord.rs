//! CHORD, deficiency of homologous recombination (`.chord.prediction.tsv`).
//!
//! | CHORD | ours |
//! |---|---|
//! | `sample` | the sample of the row |
//! | `p_hrd` | HRD: a probability, 0 to 1 |
//! | `hr_status` | in the unit; `cannot_be_determined`: set aside, with `remarks_hr_status` |
//!
//! `cannot_be_determined` (fewer than 50 indels, or unstable microsatellites) leaves a number that
//! means nothing. Not read: `p_BRCA1`, `p_BRCA2`, `hrd_type`.

use super::{NO_ORDER, NO_READS, measured, set_aside};
use crate::domain::{Biomarker, Call, Detects, Measure};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// The prediction.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "chord",
    manual: Manual {
        title: "CHORD .chord.prediction.tsv, homologous recombination",
        versions: "by their headers",
        written_from: WrittenFrom::Files,
        recognised_by: "p_BRCA1, p_BRCA2, p_hrd, hr_status",
        columns: &[
            ("sample", "the sample of the row"),
            ("p_hrd", "HRD, a probability"),
            ("hr_status", "in the unit, or why it is set aside"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::Biomarker],
    header: &["p_BRCA1", "p_BRCA2", "p_hrd", "hr_status"],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let status = row.text("hr_status").unwrap_or_default().to_owned();
    let is_told = match status.as_str() {
        "HR_deficient" | "HR_proficient" => true,
        "cannot_be_determined" => false,
        other => {
            return Err(format!(
                "hr_status: found \"{}\", expected HR_deficient, HR_proficient or \
                 cannot_be_determined",
                shown(other)
            ));
        }
    };
    let Some(probability) = row.fraction("p_hrd") else {
        return Err("p_hrd: expected a probability from 0 to 1".to_owned());
    };
    let unit = format!(" (CHORD probability, {status})");
    let biomarker = Biomarker::number(Measure::Hrd, probability.get(), &unit);
    let mut calls = vec![measured(row, biomarker)];
    if !is_told {
        let why = match row.text("remarks_hr_status") {
            Some(remark) => format!("{status}: {remark}"),
            None => status,
        };
        set_aside(&mut calls, &[why]);
    }
    Ok(calls)
}
