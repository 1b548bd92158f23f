//! KB003: No two entities and no two assertions share an id, overlays included.

use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;
use std::collections::BTreeSet;

/// See [`Lint::manual`].
pub struct UniqueIds;

impl Lint for UniqueIds {
    fn code(&self) -> &'static str {
        "KB003"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "No two entities and no two assertions share an id, overlays included.",
            why: "An id leads to one text. An overlay adds; it may not silently replace.",
            example: "an overlay file for an entity that exists, without `extends = true`",
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        let mut assertions = BTreeSet::new();
        checked.raw.each_assertion(|view, _, at| {
            if !assertions.insert(view.id.get_ref().clone()) {
                let message = format!("assertion id \"{}\" is used twice", view.id.get_ref());
                problems.push(at(view.id.span(), message, "KB003"));
            }
        });
        let mut entities = BTreeSet::new();
        for file in checked
            .raw
            .entities
            .iter()
            .filter(|file| !file.value.extends)
        {
            let id = file.value.id.get_ref();
            if !entities.insert(id.clone()) {
                let message =
                    format!("entity \"{id}\" is written twice; `extends = true` adds to an entity");
                problems.push(file.problem("KB003", file.value.id.span(), message));
            }
        }
        for file in checked
            .raw
            .entities
            .iter()
            .filter(|file| file.value.extends)
        {
            let id = file.value.id.get_ref();
            if !entities.contains(id) {
                let message = format!("extends entity \"{id}\", which does not exist");
                problems.push(file.problem("KB003", file.value.id.span(), message));
            }
        }
    }
}
