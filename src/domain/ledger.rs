//! What became of every record that was read.

use crate::domain::Origin;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where one record ended. A record with several claims (a multi-allelic line) ends in the first
/// of these that one of them reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// Part of a finding.
    InFinding,
    /// In a known gene, not interpreted.
    Uninterpreted,
    /// Set aside by a named filter.
    Filtered,
    /// Could not be read.
    Rejected,
    /// Touches no gene the knowledge base knows.
    Outside,
}

/// Records of one input: `read` is the sum of the other five.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ledger {
    /// Data records in the file.
    pub read: u64,
    /// In findings.
    pub in_findings: u64,
    /// Listed as not interpreted.
    pub uninterpreted: u64,
    /// Listed as filtered.
    pub filtered: u64,
    /// Could not be read.
    pub rejected: u64,
    /// Outside every known gene: counted, not listed.
    pub outside: u64,
}

impl Ledger {
    /// Counts one record that ended as `fate`; `read` is counted apart, when it is read.
    pub fn count(&mut self, fate: Fate) {
        match fate {
            Fate::InFinding => self.in_findings += 1,
            Fate::Uninterpreted => self.uninterpreted += 1,
            Fate::Filtered => self.filtered += 1,
            Fate::Rejected => self.rejected += 1,
            Fate::Outside => self.outside += 1,
        }
    }

    /// Whether every record read has ended somewhere.
    pub fn balances(&self) -> bool {
        let sum = [
            self.in_findings,
            self.uninterpreted,
            self.filtered,
            self.rejected,
            self.outside,
        ]
        .into_iter()
        .try_fold(0_u64, u64::checked_add);
        sum == Some(self.read)
    }
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Rejected {
    /// Index of the file in `inputs`, from 0.
    pub input: usize,
    /// Line (record number for BCF), from 1.
    pub line: u64,
    /// Why: what was found, what would be accepted.
    pub reason: String,
}

/// Something odd that did not cost a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Warning {
    /// Index of the file in `inputs`, from 0. `None`: the case as a whole.
    pub input: Option<usize>,
    /// Line, from 1. `None`: the file as a whole.
    pub line: Option<u64>,
    /// What was found and what was done about it.
    pub message: String,
}

impl Warning {
    /// A warning about the record at `origin`.
    pub fn at(origin: &Origin, message: impl Into<String>) -> Self {
        Self {
            input: Some(origin.input),
            line: Some(origin.line),
            message: message.into(),
        }
    }
}
