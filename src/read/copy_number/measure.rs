//! Numbers and names that a row of copy numbers cannot do without, and the claim it makes.
//!
//! A row without its number is rejected: a copy number without a measure would count as neutral.

use crate::domain::{Alteration, Call, CopyNumber, CopyNumberCall, GeneSymbol};
use crate::read::table::{Row, shown};

/// The gene that a row tells of.
///
/// # Errors
/// In words where it names none.
pub(super) fn gene(row: &Row<'_>, column: &str) -> Result<GeneSymbol, String> {
    row.gene(column)
        .ok_or_else(|| format!("{column}: empty, expected a gene"))
}

/// A number that the row cannot do without.
///
/// # Errors
/// In words where it is none.
pub(super) fn number(row: &Row<'_>, column: &str) -> Result<f64, String> {
    let text = row.text(column).unwrap_or_default();
    text.parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
        .ok_or_else(|| format!("{column}: found \"{}\", expected a number", shown(text)))
}

/// Copies that the row cannot do without.
///
/// # Errors
/// In words where it is no number from 0.
pub(super) fn copies(row: &Row<'_>, column: &str) -> Result<f64, String> {
    let copies = number(row, column)?;
    if copies < 0.0 {
        return Err(format!("{column}: found {copies}, expected copies from 0"));
    }
    Ok(copies)
}

/// What else a row tells, where it tells it: copies of the rarer allele.
pub(super) fn minor(row: &mut Row<'_>, column: &str) -> Option<f64> {
    row.number(column).filter(|copies| *copies >= 0.0)
}

/// The copy number where the file's own call tells the direction of a change and not its height: an
/// amplification or a loss of every copy by its number stays one.
pub(super) fn directed(
    copy_number: CopyNumber,
    direction: CopyNumberCall,
    words: &str,
) -> CopyNumber {
    use CopyNumberCall::{Amplification, Deletion, Gain, Loss};
    let judged = copy_number.clone().judged();
    let same_way = matches!(
        (direction, judged.call),
        (Gain, Amplification) | (Loss, Deletion)
    );
    if same_way {
        judged
    } else {
        copy_number.stated(direction, words)
    }
}

/// The one claim of a row.
pub(super) fn claim(row: &Row<'_>, copy_number: CopyNumber) -> Vec<Call> {
    vec![row.call(Alteration::CopyNumber(copy_number))]
}
