//! KB002: The id in a file equals the file name.

use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct FileId;

impl Lint for FileId {
    fn code(&self) -> &'static str {
        "KB002"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "The id in a file equals the file name.",
            why: "A finding names its assertion by id; a reader must be able to open that file.",
            example: r#"entities/ewing-sarcoma.toml with id = "ewings""#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        let mut compare = |id: &str, stem: &str, problem: &dyn Fn(String) -> Problem| {
            if id != stem {
                problems.push(problem(format!("id \"{id}\" in a file named \"{stem}\"")));
            }
        };
        for file in &checked.raw.entities {
            compare(file.value.id.get_ref().as_str(), &file.stem, &|message| {
                file.problem("KB002", file.value.id.span(), message)
            });
        }
        for file in &checked.raw.targets {
            compare(file.value.id.get_ref(), &file.stem, &|message| {
                file.problem("KB002", file.value.id.span(), message)
            });
        }
        for file in &checked.raw.germline {
            compare(file.value.id.get_ref(), &file.stem, &|message| {
                file.problem("KB002", file.value.id.span(), message)
            });
        }
    }
}
