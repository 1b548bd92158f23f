//! KB001: Every file is TOML of the shape that knowledgebase/README.md gives, without unknown keys.

use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct Syntax;

impl Lint for Syntax {
    fn code(&self) -> &'static str {
        "KB001"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every file is TOML of the shape that knowledgebase/README.md gives, without unknown keys.",
            why: "A mistyped key would otherwise be passed over, and with it what the curator meant. A therapeutic assertion without `entities` stops here.",
            example: r#"strenght = "defining""#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        // Found while the files are read, before any lint can run on them.
        let _ = (checked, problems);
    }
}
