//! One caller's claim, and the event that several claims make up.

use crate::domain::{Alteration, TranscriptEffect};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a claim was read.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Origin {
    /// Index of the file in the report's `inputs`, from 0.
    pub input: usize,
    /// Line in the file (record number for BCF, table name's line for declared facts), from 1.
    pub line: u64,
    /// The caller's name as `sarcolens formats` lists it.
    pub caller: String,
}

/// What the file itself says of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Passed the caller's filters, or the caller has none.
    Passed,
    /// Failed the filters named.
    Filtered(Vec<String>),
    /// Written to a list of discarded candidates, for the reasons named.
    Discarded(Vec<String>),
    /// Set aside because it belongs to another sample of a table with several.
    OtherSample(String),
}

impl Standing {
    /// Whether the record passed.
    pub fn passed(&self) -> bool {
        match self {
            Self::Passed => true,
            Self::Filtered(_) | Self::Discarded(_) | Self::OtherSample(_) => false,
        }
    }

    /// The rule that set the record aside, in words. `None` where it passed.
    pub fn rule(&self) -> Option<String> {
        match self {
            Self::Passed => None,
            Self::Filtered(filters) => Some(format!("FILTER: {}", filters.join(";"))),
            Self::Discarded(filters) => Some(format!("discarded: {}", filters.join(","))),
            Self::OtherSample(_) => Some("other-sample".to_owned()),
        }
    }
}

/// One caller's claim from one record, in our words.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Where it was read.
    pub origin: Origin,
    /// What is claimed. The gene of a small variant is chosen later, from `effects`.
    pub claim: Alteration,
    /// For a small variant: what the file's annotation says, a row per transcript.
    pub effects: Vec<TranscriptEffect>,
    /// What the file says of the record.
    pub standing: Standing,
}

/// One event with every claim that saw it.
#[derive(Clone, Debug, PartialEq)]
pub struct Observed {
    /// The event, told by its best record.
    pub alteration: Alteration,
    /// Every claim, in the order of input and line.
    pub calls: Vec<Call>,
}

impl Observed {
    /// Whether at least one record of the event passed its caller's filters.
    pub fn passed(&self) -> bool {
        self.calls.iter().any(|call| call.standing.passed())
    }

    /// Where the event was read, sorted, each record once.
    pub fn sources(&self) -> Vec<Origin> {
        let mut sources: Vec<Origin> = self.calls.iter().map(|call| call.origin.clone()).collect();
        sources.sort();
        sources.dedup();
        sources
    }
}
