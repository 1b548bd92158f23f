//! KB011: Every pattern is of the language that knowledgebase/README.md gives.

use crate::domain::Pattern;
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct PatternText;

impl Lint for PatternText {
    fn code(&self) -> &'static str {
        "KB011"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every pattern is of the language that knowledgebase/README.md gives.",
            why: "A pattern that is not understood would never match.",
            example: r#"pattern = "mutation KIT""#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        checked.raw.each_assertion(|view, _, at| {
            for text in &view.patterns {
                if let Err(message) = text.get_ref().parse::<Pattern>() {
                    problems.push(at(text.span(), message, "KB011"));
                }
            }
        });
    }
}
