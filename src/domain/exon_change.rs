//! A stretch inside one gene that is lost, doubled or turned round.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What happened to the stretch.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ExonChangeKind {
    /// It is lost.
    Deletion,
    /// It is turned round.
    Inversion,
    /// The two ends do not tell.
    Unclear,
}

impl fmt::Display for ExonChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Deletion => "deletion",
            Self::Inversion => "inversion",
            Self::Unclear => "rearrangement",
        })
    }
}

/// A change inside one gene, told by two joined places of it. A doubled stretch is a
/// [`TandemDuplication`](crate::domain::TandemDuplication).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExonChange {
    /// What happened.
    pub kind: ExonChangeKind,
    /// First exon changed, from 1. `None` where the file names no exons.
    pub first_exon: Option<u32>,
    /// Last exon changed, from 1. `None` likewise.
    pub last_exon: Option<u32>,
}

impl fmt::Display for ExonChange {
    /// `exons 2-7 deletion`, `exon 14 deletion`, `intragenic deletion`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first_exon, self.last_exon) {
            (Some(first), Some(last)) if first == last => write!(f, "exon {first} {}", self.kind),
            (Some(first), Some(last)) => write!(f, "exons {first}-{last} {}", self.kind),
            (Some(_) | None, _) => write!(f, "intragenic {}", self.kind),
        }
    }
}
