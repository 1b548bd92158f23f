//! KB016: Every example meets its assertion in full, and no near miss does.

use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct ExamplesHold;

impl Lint for ExamplesHold {
    fn code(&self) -> &'static str {
        "KB016"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every example meets its assertion in full, and no near miss does.",
            why: "This is what the report will do with such a finding.",
            example: r#"pattern = "variant KIT exon 11" with examples = ["KIT p.K642E exon 13"]"#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        // Examples are run by `matching::examples`, which stands above the knowledge base.
        let _ = (checked, problems);
    }
}
