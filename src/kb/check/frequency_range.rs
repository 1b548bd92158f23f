//! KB013: A frequency is a share from 0 to 1.

use crate::domain::Fraction;
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct FrequencyRange;

impl Lint for FrequencyRange {
    fn code(&self) -> &'static str {
        "KB013"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "A frequency is a share from 0 to 1.",
            why: "A figure in per cent would be read as certainty.",
            example: "frequency = 85",
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        checked.raw.each_assertion(|view, _, at| {
            if let Some(frequency) = view.frequency.filter(|f| Fraction::new(*f).is_none()) {
                let message = format!("frequency {frequency}, expected a share from 0 to 1");
                problems.push(at(view.id.span(), message, "KB013"));
            }
        });
    }
}
