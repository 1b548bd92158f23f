//! Calls as whole numbers from -2 to 2 or as words, the way GISTIC, cBioPortal and OncoKB write
//! them.

use crate::domain::{CopyNumber, CopyNumberCall, GeneSymbol};
use crate::read::table::shown;

/// The copy number that a level states.
///
/// # Errors
/// In words where it is none of the levels.
pub(super) fn stated(column: &str, gene: GeneSymbol, level: &str) -> Result<CopyNumber, String> {
    let (call, meaning) = called(level).ok_or_else(|| {
        format!(
            "{column}: found \"{}\", expected a whole number from -2 to 2, or Amplification, Gain, \
             Diploid, Loss or Deletion",
            shown(level)
        )
    })?;
    let copy_number = CopyNumber {
        gene: Some(gene),
        ..CopyNumber::default()
    };
    Ok(copy_number.stated(call, &format!("{level}, {meaning}")))
}

/// What a level amounts to and means. Sources: cBioPortal's file formats; -1.5 and the words from
/// OncoKB's annotator.
pub(super) fn called(level: &str) -> Option<(CopyNumberCall, &'static str)> {
    use CopyNumberCall::{Amplification, Deletion, Gain, Loss, Neutral};
    let level = level.to_ascii_lowercase();
    Some(match level.strip_suffix(".0").unwrap_or(&level) {
        "2" | "+2" | "amplification" => (Amplification, "a high-level amplification"),
        "1" | "+1" | "gain" => (Gain, "a low-level gain, not reportable by itself"),
        "0" | "-0" | "diploid" | "neutral" => (Neutral, "as many copies as expected"),
        "-1" | "loss" => (Loss, "a loss of one copy, not reportable by itself"),
        "-1.5" => (Deletion, "a deep loss that OncoKB counts as a deletion"),
        "-2" | "deletion" => (Deletion, "a deep loss, possibly of every copy"),
        _ => return None,
    })
}
