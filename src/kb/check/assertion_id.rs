//! KB012: An assertion id is the file id, a dot, and lower-case words joined by `-`.

use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct AssertionIdPrefix;

impl Lint for AssertionIdPrefix {
    fn code(&self) -> &'static str {
        "KB012"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "An assertion id is the file id, a dot, and lower-case words joined by `-`.",
            why: "The id alone tells which file to open.",
            example: r#"id = "fli1" in ewing-sarcoma.toml"#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        checked.raw.each_assertion(|view, stem, at| {
            let rest = view
                .id
                .get_ref()
                .strip_prefix(stem)
                .and_then(|rest| rest.strip_prefix('.'));
            let words = |rest: &str| {
                !rest.is_empty()
                    && rest
                        .bytes()
                        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            };
            if !rest.is_some_and(words) {
                let message = format!(
                    "id \"{}\", expected \"{stem}.words-like-this\"",
                    view.id.get_ref()
                );
                problems.push(at(view.id.span(), message, "KB012"));
            }
        });
    }
}
