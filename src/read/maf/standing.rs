//! Whether a row stands: its caller's filters, and what was found out about it since.
//!
//! A germline variant is not one that the tumour made; it is set aside by its name and listed.

use super::counts::Counts;
use crate::domain::Standing;
use crate::read::table::Row;

/// `Mutation_Status`: a somatic variant, or nobody knows.
const SOMATIC: &[&str] = &["somatic", "unknown"];

/// `Mutation_Status`: none of the tumour's own variants.
const NOT_SOMATIC: &[&str] = &[
    "germline",
    "loh",
    "none",
    "wildtype",
    "post-transcriptional modification",
];

/// The names in the FILTER column, `PASS` included.
pub(super) fn filters(row: &Row<'_>) -> Vec<String> {
    row.text("FILTER")
        .into_iter()
        .flat_map(|text| text.split([';', ',']))
        .map(str::trim)
        .filter(|filter| !matches!(*filter, "" | "."))
        .map(str::to_owned)
        .collect()
}

/// Whether the row stands. A word of the status columns that is not known is told.
pub(super) fn standing(row: &mut Row<'_>, filters: Vec<String>, reads: &Counts) -> Standing {
    let mut failed = filters;
    failed.retain(|filter| filter != "PASS");
    failed.extend(mutation_status(row));
    failed.extend(validation_status(row));
    if reads.alternate == Some(0) {
        failed.push("no read with this allele in the tumour".to_owned());
    }
    if failed.is_empty() {
        Standing::Passed
    } else {
        Standing::Filtered(failed)
    }
}

fn mutation_status(row: &mut Row<'_>) -> Option<String> {
    let status = row.text("Mutation_Status")?.to_owned();
    let plain = status.to_ascii_lowercase();
    if SOMATIC.contains(&plain.as_str()) {
        return None;
    }
    if NOT_SOMATIC.contains(&plain.as_str()) {
        row.warn(format!(
            "Mutation_Status: {status}; set aside as no somatic variant"
        ));
        return Some(format!("Mutation_Status: {status}"));
    }
    row.not_understood("Mutation_Status", &status);
    None
}

fn validation_status(row: &Row<'_>) -> Option<String> {
    let status = row.text("Validation_Status")?;
    let is_wrong = ["invalid", "wildtype"].contains(&status.to_ascii_lowercase().as_str());
    is_wrong.then(|| format!("Validation_Status: {status}"))
}
