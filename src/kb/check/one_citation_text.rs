//! KB008: One source has one citation text throughout, and a PMID is digits.

use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;
use std::collections::BTreeMap;

/// See [`Lint::manual`].
pub struct OneCitationText;

impl Lint for OneCitationText {
    fn code(&self) -> &'static str {
        "KB008"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "One source has one citation text throughout, and a PMID is digits.",
            why: "Two texts for one PMID mean that one of them is wrong.",
            example: r#"PMID:1 cited as two different titles"#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        checked.raw.each_source(|view, at| {
            for evidence in view.evidence {
                let known = texts
                    .entry(evidence.source.clone())
                    .or_insert_with(|| evidence.cite.clone());
                if *known != evidence.cite {
                    let message = format!(
                        "{} is cited as \"{}\" here and as \"{known}\" elsewhere",
                        evidence.source, evidence.cite
                    );
                    problems.push(at(message, "KB008"));
                }
                let digits = evidence.source.strip_prefix("PMID:");
                if digits.is_some_and(|id| id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()))
                {
                    let message = format!("\"{}\" is no PMID", evidence.source);
                    problems.push(at(message, "KB008"));
                }
            }
        });
    }
}
