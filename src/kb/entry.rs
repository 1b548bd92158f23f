//! Every line of the knowledge base in one shape, for listing, searching, comparing and export.

mod of;

pub(crate) use of::{event as event_text, percent};

use crate::kb::KnowledgeBase;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// A tumour type.
    Entity,
    /// Speaks for or against an entity.
    Diagnostic,
    /// Most cases of an entity carry it.
    Expected,
    /// Goes with the course.
    Prognostic,
    /// A test by another method.
    Orthogonal,
    /// Association with agents, for a board.
    Therapeutic,
    /// Raises the question of inheritance.
    Germline,
    /// Seen without meaning a driver.
    Artefact,
    /// Looks like an artefact and is a driver.
    Exception,
    /// Two drivers not expected together.
    Exclusive,
    /// A gene.
    Gene,
    /// A paper.
    Citation,
}

impl EntryKind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 12] = [
        Self::Entity,
        Self::Diagnostic,
        Self::Expected,
        Self::Prognostic,
        Self::Orthogonal,
        Self::Therapeutic,
        Self::Germline,
        Self::Artefact,
        Self::Exception,
        Self::Exclusive,
        Self::Gene,
        Self::Citation,
    ];

    /// Whether a line of this kind asserts something that needs a source.
    pub fn is_assertion(self) -> bool {
        match self {
            Self::Entity | Self::Gene | Self::Citation => false,
            Self::Diagnostic
            | Self::Expected
            | Self::Prognostic
            | Self::Orthogonal
            | Self::Therapeutic
            | Self::Germline
            | Self::Artefact
            | Self::Exception
            | Self::Exclusive => true,
        }
    }
}

impl fmt::Display for EntryKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Entity => "entity",
            Self::Diagnostic => "diagnostic",
            Self::Expected => "expected",
            Self::Prognostic => "prognostic",
            Self::Orthogonal => "orthogonal",
            Self::Therapeutic => "therapeutic",
            Self::Germline => "germline",
            Self::Artefact => "artefact",
            Self::Exception => "exception",
            Self::Exclusive => "exclusive",
            Self::Gene => "gene",
            Self::Citation => "citation",
        })
    }
}

impl FromStr for EntryKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let singular = match text {
            "entities" => "entity",
            "genes" => "gene",
            other => other.strip_suffix('s').unwrap_or(other),
        };
        Self::ALL
            .into_iter()
            .find(|kind| kind.to_string() == singular)
            .ok_or_else(|| {
                let known: Vec<String> = Self::ALL.iter().map(Self::to_string).collect();
                format!("`{text}` is none of {}", known.join(", "))
            })
    }
}

/// One line of the knowledge base.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Identifier: an entity's or assertion's id, a gene's symbol, `PMID:1`.
    pub id: String,
    /// What it speaks of: the entity's name, the tumours of an association, the gene.
    pub subject: String,
    /// What is looked for, in the language of patterns; empty where nothing is.
    pub pattern: String,
    /// What it says, in short.
    pub says: String,
    /// Whether its support could not be verified yet.
    pub provisional: bool,
    /// Identifiers of its sources.
    pub sources: Vec<String>,
    /// Everything else by name, so that two versions can be compared.
    pub details: BTreeMap<&'static str, String>,
}

impl Entry {
    /// Whether every one of `words` (lower case) stands somewhere in the line.
    pub fn holds(&self, words: &[String]) -> bool {
        let mut text = format!(
            "{} {} {} {} {}",
            self.id,
            self.subject,
            self.pattern,
            self.says,
            self.sources.join(" ")
        );
        for detail in self.details.values() {
            text.push(' ');
            text.push_str(detail);
        }
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    }
}

impl KnowledgeBase {
    /// Every line, by kind and identifier.
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = of::all(self);
        entries.sort_by(|one, other| (one.kind, &one.id).cmp(&(other.kind, &other.id)));
        entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_named_in_singular_and_plural() {
        for kind in EntryKind::ALL {
            assert_eq!(kind.to_string().parse::<EntryKind>().unwrap(), kind);
        }
        assert_eq!("entities".parse::<EntryKind>().unwrap(), EntryKind::Entity);
        assert_eq!(
            "artefacts".parse::<EntryKind>().unwrap(),
            EntryKind::Artefact
        );
        assert!("drugs".parse::<EntryKind>().is_err());
    }

    #[test]
    fn every_assertion_is_an_entry_and_ids_are_unique() {
        let knowledge = KnowledgeBase::embedded().unwrap();
        let entries = knowledge.entries();
        let mut ids: Vec<(EntryKind, &str)> =
            entries.iter().map(|e| (e.kind, e.id.as_str())).collect();
        let before = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), before);
        let of = |kind| entries.iter().filter(|entry| entry.kind == kind).count();
        assert_eq!(of(EntryKind::Diagnostic), knowledge.diagnostic.len());
        assert_eq!(of(EntryKind::Therapeutic), knowledge.therapeutic.len());
        assert_eq!(of(EntryKind::Entity), knowledge.entities.len());
    }
}
