//! Measures of the whole sample: one file for each tool, one row in [`CALLERS`].

mod chord;
mod mantis;
mod msisensor;
mod purple_purity;
mod purple_qc;
mod scarhrd_scores;
mod signatures;
mod sigs;

use crate::domain::{Alteration, Biomarker, Call, Measure, Standing};
use crate::read::Caller;
use crate::read::table::Row;

/// What a manual says of reads where the sample is measured.
const NO_READS: &str = "none: the sample is measured, no reads are told";

/// What a manual says of an order where the sample is measured.
const NO_ORDER: &str = "none: the sample is measured";

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[
    &chord::CALLER,
    &mantis::CALLER,
    &msisensor::CALLER,
    &purple_purity::CALLER,
    &purple_qc::CALLER,
    &scarhrd_scores::CALLER,
    &signatures::CALLER,
    &sigs::CALLER,
];

/// A call of one measure.
fn measured(row: &Row<'_>, biomarker: Biomarker) -> Call {
    row.call(Alteration::Biomarker(biomarker))
}

/// One of several measures of a kind.
fn named(measure: Measure, name: &str, value: f64, unit: &str) -> Biomarker {
    Biomarker {
        name: Some(name.to_owned()),
        ..Biomarker::number(measure, value, unit)
    }
}

/// Statements of PURPLE's quality control: those with which it failed, and those it warns with.
fn quality(words: &str) -> (Vec<String>, Vec<String>) {
    words
        .split([',', ';'])
        .map(|word| word.trim().to_owned())
        .filter(|word| !matches!(word.as_str(), "" | "PASS" | "NORMAL"))
        .partition(|word| word.starts_with("FAIL") || word == "NO_TUMOR")
}

/// Sets calls aside for the reasons named, if there are any.
fn set_aside(calls: &mut [Call], reasons: &[String]) {
    if !reasons.is_empty() {
        for call in calls {
            call.standing = Standing::Filtered(reasons.to_vec());
        }
    }
}

/// Whether that is a signature of ultraviolet light: `SBS7`, `SBS7a` to `SBS7d`, and of the older
/// catalogue `Sig7` and `Signature.7`. Source: COSMIC's catalogue of signatures.
fn is_ultraviolet(signature: &str) -> bool {
    let name = signature.to_ascii_lowercase();
    let number = ["sbs", "signature", "sig"]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .map(|rest| rest.trim_start_matches(['.', '_', ' ']));
    matches!(number, Some("7" | "7a" | "7b" | "7c" | "7d"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_of_light() {
        for name in ["SBS7a", "SBS7d", "SBS7", "Sig7", "Signature.7"] {
            assert!(is_ultraviolet(name), "{name}");
        }
        for name in ["SBS17a", "SBS77", "SBS70", "Sig17", "SBS38", "DBS7", "7"] {
            assert!(!is_ultraviolet(name), "{name}");
        }
    }

    #[test]
    fn what_quality_control_says() {
        let (fails, warns) = quality("WARN_LOW_PURITY,FAIL_NO_TUMOR");
        assert_eq!(fails, ["FAIL_NO_TUMOR"]);
        assert_eq!(warns, ["WARN_LOW_PURITY"]);
        assert_eq!(quality("PASS"), (Vec::new(), Vec::new()));
    }
}
