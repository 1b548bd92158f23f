//! KB009: A name or synonym belongs to one entity only.

use crate::domain::EntityId;
use crate::kb::check::{Checked, Lint, LintManual};
use crate::kb::problem::Problem;
use crate::kb::resolve::plain;
use std::collections::BTreeMap;

/// See [`Lint::manual`].
pub struct AmbiguousName;

impl Lint for AmbiguousName {
    fn code(&self) -> &'static str {
        "KB009"
    }

    fn manual(&self) -> LintManual {
        LintManual {
            checks: "A name or synonym belongs to one entity only.",
            why: "A submitted diagnosis resolves to exactly one entity or the run stops.",
            example: r#"two entities with the synonym "MFH""#,
        }
    }

    fn check(&self, checked: &Checked<'_>, problems: &mut Vec<Problem>) {
        let mut owner: BTreeMap<String, &EntityId> = BTreeMap::new();
        for file in &checked.raw.entities {
            let id = file.value.id.get_ref();
            let name = file
                .value
                .name
                .iter()
                .map(|name| (file.value.id.span(), name));
            let synonyms = file.value.synonyms.iter().map(|s| (s.span(), s.get_ref()));
            for (span, text) in name.chain(synonyms) {
                let other = *owner.entry(plain(text)).or_insert(id);
                if other != id {
                    let message = format!("\"{text}\" is a name of \"{other}\" too");
                    problems.push(file.problem("KB009", span, message));
                }
            }
        }
    }
}
