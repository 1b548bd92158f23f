//! KB015: Every diagnostic and therapeutic assertion has an example that must meet it and a near miss that must not.

use crate::domain::Layer;
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct ExamplesPresent;

impl Lint for ExamplesPresent {
    fn code(&self) -> &'static str {
        "KB015"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every diagnostic and therapeutic assertion has an example that must meet it and a near miss that must not.",
            why: "A pattern that matches too much or nothing looks right on the page; an example that is run shows it.",
            example: r#"examples = [] or no near_misses"#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        checked.raw.each_assertion(|view, _, at| {
            // A laboratory's additions may do without.
            let (Some(examples), Layer::Core) = (view.examples, view.layer) else {
                return;
            };
            for (name, list) in [("examples", examples.meet), ("near_misses", examples.miss)] {
                if list.is_empty() {
                    let message = format!("\"{}\" has no `{name}`", view.id.get_ref());
                    problems.push(at(view.id.span(), message, "KB015"));
                }
            }
        });
    }
}
