//! `[TMB]`, `[MSI]` and `[GIS]`.
//!
//! The file states no state of the microsatellites. At 20 % and more unstable sites they count as
//! highly unstable, the cut-off in common use for this assay; Illumina asks for 40 usable sites, and
//! fewer count as not evaluable. ctDNA files give another score (`SUM_JSD`) without a cut-off, which
//! claims nothing.

use super::kind::Kind;
use super::sections::{Document, Section};
use crate::domain::{Alteration, Biomarker, Call, Fraction, Measure, MsiState, Warning};
use crate::read::table::{Row, shown};

/// Per cent of unstable sites from which on the microsatellites count as highly unstable.
const UNSTABLE_PER_CENT: f64 = 20.0;

/// Usable sites that are needed.
const USABLE_SITES: u32 = 40;

/// The measure of one line.
pub(super) fn calls(row: &mut Row<'_>, section: &Section) -> Result<Vec<Call>, String> {
    let key = row.text("Key").unwrap_or_default().to_owned();
    let text = row.text("Value").unwrap_or_default().to_owned();
    let number: f64 = text
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite() && *number >= 0.0)
        .ok_or_else(|| format!("{key}: found \"{}\", expected a number", shown(&text)))?;
    let claim = match key.as_str() {
        "Total TMB" => Biomarker::number(Measure::Tmb, number, "/Mb"),
        "Percent Unstable MSI Sites" => Biomarker::msi(msi(row, number, section)?),
        "Genomic Instability Score" => {
            Biomarker::number(Measure::Hrd, number, " (Genomic Instability Score)")
        }
        "Tumor Fraction" => {
            if Fraction::new(number).is_none() {
                return Err(format!("{key}: found {number}, expected 0 to 1"));
            }
            Biomarker::number(Measure::Purity, number, "")
        }
        "Ploidy" => Biomarker::number(Measure::Ploidy, number, ""),
        _ => return Err(format!("{key}: is no measure that is known")),
    };
    Ok(vec![row.call(Alteration::Biomarker(claim))])
}

fn msi(row: &mut Row<'_>, per_cent: f64, section: &Section) -> Result<MsiState, String> {
    if per_cent > 100.0 {
        return Err(format!(
            "Percent Unstable MSI Sites: found {per_cent}, expected 0 to 100"
        ));
    }
    let stated = section.value("Usable MSI Sites");
    let Some(usable) = stated.and_then(|text| text.parse::<u32>().ok()) else {
        row.warn(format!(
            "Usable MSI Sites: found \"{}\", expected a whole number; the microsatellites count as \
             not evaluable",
            shown(stated.unwrap_or_default())
        ));
        return Ok(MsiState::NotEvaluable);
    };
    Ok(if usable < USABLE_SITES {
        row.warn(format!(
            "Usable MSI Sites: found {usable}, {USABLE_SITES} are needed; the microsatellites count \
             as not evaluable"
        ));
        MsiState::NotEvaluable
    } else if per_cent >= UNSTABLE_PER_CENT {
        MsiState::High
    } else {
        MsiState::Stable
    })
}

/// Whether burden or microsatellites were measured.
pub(super) fn is_measured(document: &Document) -> bool {
    [Kind::Tmb, Kind::Msi]
        .into_iter()
        .flat_map(|kind| document.of(kind))
        .any(|section| section.rows > 0)
}

/// Sections that are there and give no number.
pub(super) fn not_measured(document: &Document, input: usize) -> Vec<Warning> {
    [Kind::Tmb, Kind::Msi, Kind::Gis]
        .into_iter()
        .flat_map(|kind| document.of(kind))
        .filter(|section| section.rows == 0)
        .map(|section| {
            let other = if section.value("SUM_JSD").is_some() {
                "only SUM_JSD is given, for which no cut-off is known"
            } else {
                "no number is given"
            };
            Warning {
                input: Some(input),
                line: Some(section.line),
                message: format!("[{}]: {other}; nothing is claimed", section.name),
            }
        })
        .collect()
}
