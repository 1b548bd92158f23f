//! KB019: Every `requires` line is of the language that knowledgebase/README.md gives.

use crate::domain::Requirement;
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct RequirementText;

impl Lint for RequirementText {
    fn code(&self) -> &'static str {
        "KB019"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every `requires` line is of the language that knowledgebase/README.md gives.",
            why: "A requirement that is not understood would never be told.",
            example: r#"requires = ["has NTRK3 kinase"]"#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        checked.raw.each_assertion(|view, _, at| {
            for text in view.requires {
                if let Err(message) = text.get_ref().parse::<Requirement>() {
                    problems.push(at(text.span(), message, "KB019"));
                }
            }
        });
    }
}
