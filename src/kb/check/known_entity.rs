//! KB005: Every entity an assertion names exists.

use crate::domain::{ANY_SARCOMA, ANY_SOLID_TUMOUR, EntityContext, EntityId};
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;
use std::collections::BTreeSet;

/// See [`Lint::manual`].
pub struct KnownEntity;

impl Lint for KnownEntity {
    fn code(&self) -> &'static str {
        "KB005"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every entity an assertion names exists.",
            why: "An association with an entity nobody can submit would never be shown.",
            example: r#"entities = ["gist"] where the id is "gastrointestinal-stromal-tumour""#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        let known: BTreeSet<&EntityId> = checked
            .raw
            .entities
            .iter()
            .map(|file| file.value.id.get_ref())
            .collect();
        checked.raw.each_assertion(|view, _, at| {
            for (span, entity) in &view.entities {
                let pseudo = [ANY_SOLID_TUMOUR, ANY_SARCOMA].contains(&entity.as_str());
                if !pseudo && !known.contains(entity) {
                    let message = format!("entity \"{entity}\" does not exist");
                    problems.push(at(span.clone(), message, "KB005"));
                }
            }
        });
        for file in &checked.raw.targets {
            for row in &file.value.therapeutic {
                let context = EntityContext::new(row.entities.get_ref().clone(), Vec::new());
                if let Err(message) = context {
                    problems.push(file.problem("KB005", row.entities.span(), message));
                }
            }
        }
    }
}
