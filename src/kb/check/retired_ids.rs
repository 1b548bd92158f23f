//! KB018: A retired id is not used again, and what replaces it exists.

use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;
use std::collections::BTreeSet;

/// See [`Lint::manual`].
pub struct RetiredIds;

impl Lint for RetiredIds {
    fn code(&self) -> &'static str {
        "KB018"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "A retired id is not used again, and what replaces it exists.",
            why: "Old reports name ids; an id leads to one text for ever.",
            example: r#"an assertion whose id stands in retired.tsv"#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        let retired = &checked.tables.retired;
        let mut used = BTreeSet::new();
        checked.raw.each_assertion(|view, _, at| {
            used.insert(view.id.get_ref().as_str());
            if retired.contains_key(view.id.get_ref()) {
                let message = format!("id \"{}\" is retired", view.id.get_ref());
                problems.push(at(view.id.span(), message, "KB018"));
            }
        });
        for file in &checked.raw.entities {
            let id = file.value.id.get_ref().as_str();
            used.insert(id);
            if retired.contains_key(id) {
                let message = format!("id \"{id}\" is retired");
                problems.push(file.problem("KB018", file.value.id.span(), message));
            }
        }
        for (id, row) in retired {
            let Some(replacement) = &row.replaced_by else {
                continue;
            };
            if !used.contains(replacement.as_str()) && !retired.contains_key(replacement) {
                problems.push(Problem {
                    path: "retired.tsv".to_owned(),
                    line: row.line,
                    column: 1,
                    code: "KB018",
                    message: format!("\"{id}\" is replaced by \"{replacement}\", which is unknown"),
                });
            }
        }
    }
}
