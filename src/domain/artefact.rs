//! What is seen without meaning a driver, and drivers that are not expected together.

use crate::domain::{AssertionId, Evidence, Pattern};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// "This fusion is seen in normal tissue, or made by the method."
#[derive(Clone, Debug, PartialEq)]
pub struct Artefact {
    /// Identifier.
    pub id: AssertionId,
    /// What to look for.
    pub pattern: Pattern,
    /// Where it comes from.
    pub kind: ArtefactKind,
    /// In a sentence of our own.
    pub statement: String,
    /// Sources.
    pub evidence: Vec<Evidence>,
}

/// Where a fusion without meaning comes from.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ArtefactKind {
    /// Transcription runs on into the neighbouring gene.
    ReadThrough,
    /// Found in tissue without a tumour.
    NormalTissue,
    /// Made in the laboratory or by the aligner.
    Technical,
}

impl fmt::Display for ArtefactKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ReadThrough => "read-through transcript",
            Self::NormalTissue => "seen in normal tissue",
            Self::Technical => "made by the method",
        })
    }
}

/// "This looks like a read-through or an artefact and is a driver all the same."
#[derive(Clone, Debug, PartialEq)]
pub struct ArtefactException {
    /// Identifier.
    pub id: AssertionId,
    /// What to look for.
    pub pattern: Pattern,
    /// In a sentence of our own.
    pub statement: String,
    /// Sources.
    pub evidence: Vec<Evidence>,
}

/// "These two are not expected in one tumour."
#[derive(Clone, Debug, PartialEq)]
pub struct ExclusivePair {
    /// Identifier.
    pub id: AssertionId,
    /// The one.
    pub one: Pattern,
    /// The other.
    pub other: Pattern,
    /// In a sentence of our own.
    pub statement: String,
    /// Sources.
    pub evidence: Vec<Evidence>,
}
