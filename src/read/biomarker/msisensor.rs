//! MSIsensor, MSIsensor-pro and MSIsensor2, instability of microsatellites (the score file). From
//! their documentation; no file was seen.
//!
//! | MSIsensor | ours |
//! |---|---|
//! | `%` | the state of the microsatellites, by the table below |
//! | `Total_Number_of_Sites` | 0: not evaluable |
//!
//! | per cent of sites | ours |
//! |---|---|
//! | below 3 | stable |
//! | 3 to below 20 | not evaluable, with a warning that tells the number |
//! | from 20 | high |
//!
//! The three programs write the same columns and have thresholds of their own, and the file does
//! not say which wrote it: MSIsensor's is 10 per cent on a large panel, with 3 to 10 slightly
//! raised and mostly stable (Middha 2017, PMID 30211344), MSIsensor2's is 20 (its README). What all
//! of them agree on is read; a laboratory that knows its own threshold states the result in the
//! case file.

use super::{NO_ORDER, NO_READS, measured};
use crate::domain::{Biomarker, Call, Detects, MsiState};
use crate::read::table::{Row, TableCaller};
use crate::read::{Manual, WrittenFrom};

/// Below this share of unstable sites, in per cent, all programs call a sample stable.
const STABLE_BELOW: f64 = 3.0;

/// From this share on all call it unstable.
const HIGH_FROM: f64 = 20.0;

/// The score file.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "msisensor",
    manual: Manual {
        title: "MSIsensor, MSIsensor-pro, MSIsensor2, instability of microsatellites",
        versions: "none seen",
        written_from: WrittenFrom::Documentation,
        recognised_by: "Total_Number_of_Sites, Number_of_Somatic_Sites or \
                        Number_of_Unstable_Sites, %",
        columns: &[
            (
                "%",
                "below 3 stable, from 20 high; between not evaluable, as thresholds differ",
            ),
            ("Total_Number_of_Sites", "0: not evaluable"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::Biomarker],
    header: &["Total_Number_of_Sites", "%"],
    also: |columns| {
        columns.has("Number_of_Somatic_Sites") || columns.has("Number_of_Unstable_Sites")
    },
    genes: &[],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let sites = row.count("Total_Number_of_Sites").unwrap_or(0);
    let share = row.number("%");
    if share.is_some_and(|share| !(0.0..=100.0).contains(&share)) {
        return Err("%: expected a number from 0 to 100".to_owned());
    }
    let state = match share.filter(|_| sites > 0) {
        None => {
            row.warn("no site could be compared; not evaluable".to_owned());
            MsiState::NotEvaluable
        }
        Some(share) if share < STABLE_BELOW => MsiState::Stable,
        Some(share) if share >= HIGH_FROM => MsiState::High,
        Some(share) => {
            row.warn(format!(
                "{share} % of the sites are unstable; the programs that write such a file have \
                 thresholds from {STABLE_BELOW} to {HIGH_FROM} %, so the state is left open; the \
                 case file can state it"
            ));
            MsiState::NotEvaluable
        }
    };
    Ok(vec![measured(row, Biomarker::msi(state))])
}
