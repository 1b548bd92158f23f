//! A submitted diagnosis to exactly one entity, or the three nearest names.

use crate::domain::{Entity, EntityId};
use std::collections::BTreeMap;

/// Text for comparing names: lower case, hyphens and several spaces as one space, American
/// spellings as British ones.
pub fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let spaced: String = lower
        .chars()
        .map(|c| {
            if matches!(c, '-' | '_' | '/' | ',' | '’' | '\'') {
                ' '
            } else {
                c
            }
        })
        .collect();
    let words: Vec<String> = spaced
        .split_whitespace()
        .map(|word| {
            word.replace("tumor", "tumour")
                .replace("hemangio", "haemangio")
        })
        .collect();
    words.join(" ")
}

/// Why a text did not resolve: its nearest names, at most three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// Names of the nearest entities, nearest first.
    pub nearest: Vec<String>,
}

/// The entity that `text` names: its id, WHO name, a synonym or its OncoTree code.
///
/// A code that several entities carry resolves to the one that is an ancestor of the others;
/// where none is, the text is unresolved. Never a silent default or ancestor.
///
/// # Errors
/// With the three nearest names where no entity fits.
pub fn resolve<'a>(
    entities: &'a BTreeMap<EntityId, Entity>,
    text: &str,
) -> Result<&'a Entity, Unresolved> {
    if let Some(entity) = entities.get(text.trim()) {
        return Ok(entity);
    }
    let wanted = plain(text);
    let by_name = entities.values().find(|entity| {
        plain(&entity.name) == wanted
            || plain(entity.id.as_str()) == wanted
            || entity.synonyms.iter().any(|name| plain(name) == wanted)
    });
    if let Some(entity) = by_name {
        return Ok(entity);
    }
    let carriers: Vec<&Entity> = entities
        .values()
        .filter(|entity| {
            entity
                .codes
                .get("oncotree")
                .is_some_and(|code| code.eq_ignore_ascii_case(text.trim()))
        })
        .collect();
    let first = carriers.iter().find(|candidate| {
        carriers
            .iter()
            .all(|other| other.id == candidate.id || is_ancestor(entities, &candidate.id, other))
    });
    first.copied().ok_or_else(|| Unresolved {
        nearest: nearest(entities, &wanted),
    })
}

/// Whether `ancestor` stands above `entity` in the tree.
pub fn is_ancestor(
    entities: &BTreeMap<EntityId, Entity>,
    ancestor: &EntityId,
    entity: &Entity,
) -> bool {
    let mut next = entity.parent.as_ref();
    while let Some(parent) = next {
        if parent == ancestor {
            return true;
        }
        next = entities
            .get(parent)
            .and_then(|entity| entity.parent.as_ref());
    }
    false
}

fn nearest(entities: &BTreeMap<EntityId, Entity>, wanted: &str) -> Vec<String> {
    let mut scored: Vec<(i64, &str)> = entities
        .values()
        .map(|entity| {
            let names = std::iter::once(&entity.name).chain(&entity.synonyms);
            let best = names
                .map(|name| likeness(&plain(name), wanted))
                .fold(0.0, f64::max);
            // Whole numbers sort in one order everywhere.
            #[allow(clippy::cast_possible_truncation, reason = "0 to 1,000,000")]
            ((best * -1e6) as i64, entity.name.as_str())
        })
        .collect();
    scored.sort_unstable();
    scored
        .into_iter()
        .take(3)
        .map(|(_, name)| name.to_owned())
        .collect()
}

/// 1 for equal texts, 0 for nothing in common: edit likeness, and whether one holds the other.
fn likeness(name: &str, wanted: &str) -> f64 {
    let edits = strsim::jaro_winkler(name, wanted);
    let held = !wanted.is_empty() && (name.contains(wanted) || wanted.contains(name));
    if held { edits.max(0.9) } else { edits }
}
