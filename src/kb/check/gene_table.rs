//! KB017: Every gene that a pattern names stands in genes.tsv.

use crate::domain::{Layer, Pattern};
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;

/// See [`Lint::manual`].
pub struct GeneTable;

impl Lint for GeneTable {
    fn code(&self) -> &'static str {
        "KB017"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every gene that a pattern names stands in genes.tsv.",
            why: "Records of a gene the program does not know are counted and not listed.",
            example: r#"pattern = "fusion A::B" with a gene that genes.tsv lacks"#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        checked.raw.each_assertion(|view, _, at| {
            if view.layer != Layer::Core {
                return; // Overlays may bring genes of their own.
            }
            for text in &view.patterns {
                let Ok(pattern) = text.get_ref().parse::<Pattern>() else {
                    continue; // KB011 tells
                };
                for gene in pattern.genes() {
                    if checked.genes.get(gene).is_none() {
                        let message = format!("gene \"{gene}\" has no line in genes.tsv");
                        problems.push(at(text.span(), message, "KB017"));
                    }
                }
            }
        });
    }
}
