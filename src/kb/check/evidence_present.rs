//! KB007: Every assertion has at least one source, each with its text and what it showed.

use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct EvidencePresent;

impl Lint for EvidencePresent {
    fn code(&self) -> &'static str {
        "KB007"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every assertion has at least one source, each with its text and what it showed.",
            why: "A line without a source cannot be checked by the expert who reads it.",
            example: "evidence = []",
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        checked.raw.each_assertion(|view, _, at| {
            if view.evidence.is_empty() {
                let message = format!("\"{}\" names no source", view.id.get_ref());
                problems.push(at(view.id.span(), message, "KB007"));
            }
            for evidence in view.evidence {
                let blank = [&evidence.source, &evidence.cite, &evidence.shows]
                    .iter()
                    .any(|text| text.trim().is_empty());
                if blank {
                    let message = format!(
                        "a source of \"{}\" lacks `source`, `cite` or `shows`",
                        view.id.get_ref()
                    );
                    problems.push(at(view.id.span(), message, "KB007"));
                }
            }
        });
    }
}
