//! PURPLE, the fit (`.purple.purity.tsv`), 2.x to 4.x.
//!
//! | PURPLE | ours |
//! |---|---|
//! | `purity` | tumour content |
//! | `ploidy` | ploidy |
//! | `tmbPerMb` | TMB; none where `tmbStatus` is `UNKNOWN` |
//! | `msStatus` | `MSS` stable, `MSI` high, `UNKNOWN` not evaluable; early versions have none |
//! | `status` or `fitMethod`, `qcStatus` | `NO_TUMOR` and `FAIL_…`: set aside; `WARN_…`: told |
//!
//! Not read: ranges of the fit, `tml`, `wholeGenomeDuplication` (the ploidy tells of it),
//! structural variants.

use super::{NO_ORDER, NO_READS, measured, quality, set_aside};
use crate::domain::{Biomarker, Call, Detects, Measure, MsiState};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// The one row.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "purple-purity",
    manual: Manual {
        title: "PURPLE .purple.purity.tsv, tumour content, ploidy, TMB, MSI",
        versions: "2.x, 4.x",
        written_from: WrittenFrom::Files,
        recognised_by: "purity, normFactor, ploidy, polyclonalProportion",
        columns: &[
            ("purity", "tumour content"),
            ("ploidy", "ploidy"),
            ("tmbPerMb, tmbStatus", "TMB; none where UNKNOWN"),
            ("msStatus", "state of the microsatellites"),
            ("status, fitMethod, qcStatus", "why the row is set aside"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::Biomarker],
    header: &["purity", "normFactor", "ploidy", "polyclonalProportion"],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let purity = row.fraction("purity").map(|purity| purity.get());
    let ploidy = row.number("ploidy").filter(|ploidy| *ploidy > 0.0);
    let has_burden = row.text("tmbStatus") != Some("UNKNOWN");
    let burden = row
        .number("tmbPerMb")
        .filter(|burden| has_burden && *burden >= 0.0);
    let state = if row.has("msStatus") {
        Some(msi(row))
    } else {
        None
    };
    let numbers = [
        (Measure::Purity, purity, ""),
        (Measure::Ploidy, ploidy, ""),
        (Measure::Tmb, burden, "/Mb"),
    ];
    let mut calls: Vec<Call> = numbers
        .into_iter()
        .filter_map(|(measure, value, unit)| Some(Biomarker::number(measure, value?, unit)))
        .chain(state.map(Biomarker::msi))
        .map(|biomarker| measured(row, biomarker))
        .collect();
    let mut reasons = Vec::new();
    for column in ["status", "fitMethod", "qcStatus"] {
        let (fails, warns) = quality(row.text(column).unwrap_or_default());
        for word in fails.iter().chain(&warns) {
            row.warn(format!("{column}: PURPLE says {word}"));
        }
        reasons.extend(fails);
    }
    set_aside(&mut calls, &reasons);
    Ok(calls)
}

fn msi(row: &mut Row<'_>) -> MsiState {
    match row.text("msStatus").map(str::to_owned).as_deref() {
        Some("MSS") => MsiState::Stable,
        Some("MSI") => MsiState::High,
        None | Some("UNKNOWN") => MsiState::NotEvaluable,
        Some(other) => {
            row.not_understood("msStatus", other);
            MsiState::NotEvaluable
        }
    }
}
