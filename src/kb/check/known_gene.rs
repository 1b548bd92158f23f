//! KB006: Every gene in a pattern is a current HGNC symbol.

use crate::domain::{GeneSymbol, Pattern};
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;
use crate::kb::symbols::Resolved;

/// See [`Lint::manual`].
pub struct KnownGene;

impl Lint for KnownGene {
    fn code(&self) -> &'static str {
        "KB006"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every gene in a pattern is a current HGNC symbol.",
            why: "Files are read into current symbols, so an older one would never match.",
            example: r#"pattern = "fusion PAX3::FKHR""#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        checked.raw.each_assertion(|view, _, at| {
            for text in &view.patterns {
                let Ok(pattern) = text.get_ref().parse::<Pattern>() else {
                    continue; // KB011 tells
                };
                for gene in pattern.genes() {
                    let problem = match checked.symbols.resolve(gene) {
                        Resolved::Current => continue,
                        Resolved::Renamed(current) => format!("\"{gene}\" is now {current}"),
                        Resolved::Ambiguous(genes) => {
                            let names: Vec<&str> = genes.iter().map(GeneSymbol::as_str).collect();
                            format!("\"{gene}\" may be {}", names.join(" or "))
                        }
                        Resolved::Unknown if checked.genes.knows(gene) => continue,
                        Resolved::Unknown => format!("\"{gene}\" is no HGNC symbol"),
                    };
                    problems.push(at(text.span(), problem, "KB006"));
                }
            }
        });
    }
}
