//! KB010: No sentence recommends, names a dose, or speaks of eligibility.

use crate::domain::forbidden;
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct Wording;

impl Lint for Wording {
    fn code(&self) -> &'static str {
        "KB010"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "No sentence recommends, names a dose, or speaks of eligibility.",
            why: "The report lists associations for experts; it never names a treatment (requirement R07).",
            example: r#"statement = "Patients should receive …""#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        checked.raw.each_source(|view, at| {
            let evidence = view.evidence.iter().map(|evidence| evidence.shows.as_str());
            for sentence in view.sentences.iter().copied().chain(evidence) {
                if let Some(word) = forbidden(sentence) {
                    let message = format!("\"{}\" says \"{word}\"", view.subject);
                    problems.push(at(message, "KB010"));
                }
            }
        });
    }
}
