//! What differs between two versions of the knowledge base, as its CHANGELOG words it.

use crate::kb::{Entry, EntryKind, KnowledgeBase};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// One line that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// Stands only in the new version.
    Added {
        /// The new line.
        entry: Entry,
    },
    /// Stands in both and says something else.
    Revised {
        /// The new line.
        entry: Entry,
        /// What changed: the part's name, then the old and the new text.
        parts: Vec<(String, String, String)>,
    },
    /// Stands only in the old version.
    Removed {
        /// The old line.
        entry: Entry,
    },
}

impl Change {
    /// The line it speaks of: the new one where there is one.
    pub fn entry(&self) -> &Entry {
        match self {
            Self::Added { entry } | Self::Revised { entry, .. } | Self::Removed { entry } => entry,
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self {
            Self::Added { .. } => "Added",
            Self::Revised { .. } => "Revised",
            Self::Removed { .. } => "Removed",
        };
        let entry = self.entry();
        write!(f, "- {word} {} `{}`", entry.kind, entry.id)?;
        if !entry.pattern.is_empty() {
            write!(f, ", {}", entry.pattern)?;
        }
        if !entry.subject.is_empty() {
            write!(f, ", in {}", entry.subject)?;
        }
        write!(f, " ({})", entry.says)?;
        if let Self::Revised { parts, .. } = self {
            for (part, old, new) in parts {
                write!(f, "\n    {part}: \"{old}\" -> \"{new}\"")?;
            }
        }
        Ok(())
    }
}

/// Every line that differs: added, then revised, then removed, each by kind and identifier.
pub fn diff(old: &KnowledgeBase, new: &KnowledgeBase) -> Vec<Change> {
    let by_id = |knowledge: &KnowledgeBase| -> BTreeMap<(EntryKind, String), Entry> {
        knowledge
            .entries()
            .into_iter()
            .map(|entry| ((entry.kind, entry.id.clone()), entry))
            .collect()
    };
    let (old, new) = (by_id(old), by_id(new));
    let added = new
        .iter()
        .filter(|(key, _)| !old.contains_key(*key))
        .map(|(_, entry)| Change::Added {
            entry: entry.clone(),
        });
    let revised = new.iter().filter_map(|(key, entry)| {
        let parts = revised_parts(old.get(key)?, entry);
        (!parts.is_empty()).then(|| Change::Revised {
            entry: entry.clone(),
            parts,
        })
    });
    let removed = old
        .iter()
        .filter(|(key, _)| !new.contains_key(*key))
        .map(|(_, entry)| Change::Removed {
            entry: entry.clone(),
        });
    added.chain(revised).chain(removed).collect()
}

fn revised_parts(old: &Entry, new: &Entry) -> Vec<(String, String, String)> {
    let parts = |entry: &Entry| -> BTreeMap<String, String> {
        let own = [
            ("subject", entry.subject.clone()),
            ("pattern", entry.pattern.clone()),
            ("says", entry.says.clone()),
            ("provisional", entry.provisional.to_string()),
            ("sources", entry.sources.join(", ")),
        ];
        let details = entry
            .details
            .iter()
            .map(|(name, text)| (*name, text.clone()));
        own.into_iter()
            .chain(details)
            .map(|(name, text)| (name.to_owned(), text))
            .collect()
    };
    let (old, new) = (parts(old), parts(new));
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort();
    names.dedup();
    let text = |parts: &BTreeMap<String, String>, name: &String| {
        parts.get(name).cloned().unwrap_or_default()
    };
    names
        .into_iter()
        .map(|name| (name.clone(), text(&old, name), text(&new, name)))
        .filter(|(_, old, new)| old != new)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn added_revised_and_removed_lines_are_told() {
        let old = KnowledgeBase::embedded().unwrap();
        assert!(diff(&old, &old).is_empty());
        let mut new = old.clone();
        new.germline.clear();
        let first = new.diagnostic.first_mut().unwrap();
        Arc::make_mut(first).note = Some("Another note.".to_owned());
        let id = first.id.clone();
        let changes = diff(&old, &new);
        let removed = changes
            .iter()
            .filter(|c| matches!(c, Change::Removed { .. }));
        assert_eq!(removed.count(), old.germline.len());
        let revised: Vec<&Change> = changes
            .iter()
            .filter(|change| matches!(change, Change::Revised { .. }))
            .collect();
        assert_eq!(revised.len(), 1);
        assert_eq!(revised[0].entry().id, id.0);
        assert!(revised[0].to_string().contains("Another note."));
        let back = diff(&new, &old);
        let added = back.iter().filter(|c| matches!(c, Change::Added { .. }));
        assert_eq!(added.count(), old.germline.len());
    }
}
