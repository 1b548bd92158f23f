//! scarHRD, scores of genomic scars (`_HRDresults.txt`). From its code and readers of the file;
//! none was seen.
//!
//! | scarHRD | ours |
//! |---|---|
//! | the first column, without a name | the sample of the row |
//! | `HRD-sum` (or `HRD-score`) | HRD: the sum of the three |
//! | `HRD`, `Telomeric AI`, `LST` | HRD of the names LOH, TAI and LST |
//!
//! No threshold is applied: those published are for carcinoma of the ovary and breast.

use super::{NO_ORDER, NO_READS, measured, named};
use crate::domain::{Biomarker, Call, Detects, Measure};
use crate::read::table::{Row, SampledTable, TableCaller};
use crate::read::{Manual, WrittenFrom};

/// Unit of each.
const UNIT: &str = " (scarHRD)";

/// The scores.
pub(super) static CALLER: SampledTable = SampledTable {
    table: TableCaller {
        name: "scarhrd-scores",
        manual: Manual {
            title: "scarHRD _HRDresults.txt, scores of genomic scars",
            versions: "none seen",
            written_from: WrittenFrom::Documentation,
            recognised_by: "HRD, Telomeric AI, LST, HRD-sum",
            columns: &[
                ("the first, without a name", "the sample of the row"),
                ("HRD-sum, HRD-score", "HRD, the sum of the three"),
                ("HRD, Telomeric AI, LST", "HRD of the names LOH, TAI, LST"),
            ],
            support: NO_READS,
            order: NO_ORDER,
        },
        detects: &[Detects::Biomarker],
        header: &["HRD", "LST"],
        also: |columns| {
            TELOMERIC.iter().any(|column| columns.has(column))
                && SUM.iter().any(|column| columns.has(column))
        },
        genes: &[],
        least_cells: None,
        calls,
    },
    sample: "",
};

const TELOMERIC: [&str; 2] = ["Telomeric AI", "Telomeric_AI"];

const SUM: [&str; 2] = ["HRD-sum", "HRD-score"];

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let score = |columns: &[&str]| -> Result<f64, String> {
        let text = row.text_of(columns).unwrap_or_default();
        text.parse()
            .ok()
            .filter(|score: &f64| score.is_finite() && *score >= 0.0)
            .ok_or_else(|| format!("{}: expected a score from 0", columns.join(", ")))
    };
    let (sum, loh) = (score(&SUM)?, score(&["HRD"])?);
    let (tai, lst) = (score(&TELOMERIC)?, score(&["LST"])?);
    if (loh + tai + lst - sum).abs() > 0.5 {
        return Err(format!(
            "HRD-sum: found {sum}, though HRD, Telomeric AI and LST make {}",
            loh + tai + lst
        ));
    }
    let whole = Biomarker::number(Measure::Hrd, sum, " (scarHRD, sum of LOH, TAI and LST)");
    let parts = [("LOH", loh), ("TAI", tai), ("LST", lst)];
    Ok(std::iter::once(whole)
        .chain(parts.map(|(name, score)| named(Measure::Hrd, name, score, UNIT)))
        .map(|biomarker| measured(row, biomarker))
        .collect())
}
