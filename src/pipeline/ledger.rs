//! Where every record ended; the sums are checked before a report leaves.

use crate::domain::{Fate, Input, Origin};
use crate::interpret::Interpretation;
use crate::pipeline::Failure;
use std::collections::BTreeMap;

/// Counts the records that were kept until interpretation, by where they are listed.
///
/// # Errors
/// Where a record is listed nowhere or the sums do not add up: a mistake in this program, and no
/// report leaves.
pub(super) fn settle(
    inputs: &mut [Input],
    pending: &[Vec<u64>],
    interpretation: &Interpretation,
) -> Result<(), Failure> {
    let mut fates: BTreeMap<(usize, u64), Fate> = BTreeMap::new();
    let mut note = |sources: &[Origin], fate: Fate| {
        for source in sources {
            let known = fates.entry((source.input, source.line)).or_insert(fate);
            *known = (*known).min(fate);
        }
    };
    for finding in &interpretation.findings {
        note(&finding.sources, Fate::InFinding);
    }
    for uninterpreted in &interpretation.uninterpreted {
        note(&uninterpreted.sources, Fate::Uninterpreted);
    }
    for filtered in &interpretation.filtered {
        note(&filtered.sources, Fate::Filtered);
    }
    for (index, (input, lines)) in inputs.iter_mut().zip(pending).enumerate() {
        for line in lines {
            let fate = fates.get(&(index, *line)).ok_or_else(|| {
                Failure::Internal(format!("{}:{line}: the record was lost", input.path))
            })?;
            input.records.count(*fate);
        }
        if !input.records.balances() {
            return Err(Failure::Internal(format!(
                "{}: the records do not add up: {:?}",
                input.path, input.records
            )));
        }
    }
    Ok(())
}
