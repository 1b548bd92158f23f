//! KB004: Every entity has a name and a behaviour, every parent exists, and parents form a tree.

use crate::domain::EntityId;
use crate::kb::at::At;
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;
use std::collections::BTreeMap;

/// See [`Lint::manual`].
pub struct ParentTree;

impl Lint for ParentTree {
    fn code(&self) -> &'static str {
        "KB004"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "Every entity has a name and a behaviour, every parent exists, and parents form a tree.",
            why: "How evidence in one entity relates to a submitted one is read off the tree.",
            example: r#"parent = "sarcoma" where no such file exists"#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        let parents: BTreeMap<&EntityId, Option<&EntityId>> = checked
            .raw
            .entities
            .iter()
            .filter(|file| !file.value.extends)
            .map(|file| {
                let parent = file.value.parent.as_ref().map(At::get_ref);
                (file.value.id.get_ref(), parent)
            })
            .collect();
        for file in checked
            .raw
            .entities
            .iter()
            .filter(|file| !file.value.extends)
        {
            let mut complain = |span, message| problems.push(file.problem("KB004", span, message));
            if file.value.name.is_none() || file.value.behaviour.is_none() {
                let message = "an entity needs `name` and `behaviour`".to_owned();
                complain(file.value.id.span(), message);
            }
            let Some(parent) = &file.value.parent else {
                continue;
            };
            if !parents.contains_key(parent.get_ref()) {
                let message = format!("parent \"{}\" does not exist", parent.get_ref());
                complain(parent.span(), message);
            }
            let mut seen = vec![file.value.id.get_ref()];
            let mut next = Some(parent.get_ref());
            while let Some(ancestor) = next {
                if seen.contains(&ancestor) {
                    let message = format!("\"{ancestor}\" is its own ancestor");
                    complain(parent.span(), message);
                    break;
                }
                seen.push(ancestor);
                next = parents.get(ancestor).copied().flatten();
            }
        }
    }
}
