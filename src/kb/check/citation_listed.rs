//! KB014: Every PMID stands in citations.tsv, with the same citation.

use crate::domain::Layer;
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct CitationListed;

impl Lint for CitationListed {
    fn code(&self) -> &'static str {
        "KB014"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every PMID stands in citations.tsv, with the same citation.",
            why: "A number without its title, seen somewhere, may belong to another paper.",
            example: r#"source = "PMID:1" without a line in citations.tsv"#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        checked.raw.each_source(|view, at| {
            // A laboratory's additions may cite a paper without a table of their own.
            if view.layer != Layer::Core {
                return;
            }
            for evidence in view.evidence {
                let Some(number) = evidence.source.strip_prefix("PMID:") else {
                    continue;
                };
                let Ok(pmid) = number.parse::<u64>() else {
                    continue; // KB008 tells
                };
                let message = match checked.tables.citations.get(&pmid) {
                    None => format!("PMID:{pmid} has no line in citations.tsv"),
                    Some(listed) if listed.cite != evidence.cite => format!(
                        "PMID:{pmid} is cited as \"{}\", in citations.tsv as \"{}\"",
                        evidence.cite, listed.cite
                    ),
                    Some(_) => continue,
                };
                problems.push(at(message, "KB014"));
            }
        });
    }
}
