//! One caller's claim, and the event that several claims make up.

use crate::domain::{Alteration, Frame, TranscriptEffect};
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

/// What is kept of a claim once its event is told by the best of them: a claim in full is ten times
/// the size.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Where it was read.
    pub origin: Origin,
    /// As in [`Call`]; empty once the effect that is told was chosen.
    pub effects: Vec<TranscriptEffect>,
    /// What the file says of the record.
    pub standing: Standing,
    /// For a fusion: what was told of its frame.
    pub frame: Option<FrameTold>,
}

/// What one record of a fusion says of the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameTold {
    /// The fusion as the record names it.
    pub label: String,
    /// The caller's frame.
    pub caller: Frame,
    /// What the breakpoints of this record say. [`Frame::Unknown`] where that rests on splicing that
    /// nobody saw.
    pub breakpoints: Frame,
}

impl Call {
    /// The claim, and what is kept beside the event it becomes part of.
    pub fn split(self) -> (Alteration, Seen) {
        let frame = match &self.claim {
            Alteration::Fusion(fusion) => Some(FrameTold {
                label: fusion.label(),
                caller: fusion.frame,
                breakpoints: fusion
                    .predicted
                    .as_ref()
                    .filter(|predicted| !predicted.assumes_splicing)
                    .map_or(Frame::Unknown, |predicted| predicted.frame),
            }),
            Alteration::SmallVariant(_)
            | Alteration::CopyNumber(_)
            | Alteration::Rearrangement(_)
            | Alteration::TandemDuplication(_)
            | Alteration::Biomarker(_) => None,
        };
        let seen = Seen {
            origin: self.origin,
            effects: self.effects,
            standing: self.standing,
            frame,
        };
        (self.claim, seen)
    }
}

/// One event with every claim that saw it.
#[derive(Clone, Debug, PartialEq)]
pub struct Observed {
    /// The event, told by its best record.
    pub alteration: Alteration,
    /// Every claim, in the order of input and line.
    pub calls: Vec<Seen>,
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
