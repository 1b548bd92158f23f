//! An assertion met by an observation.

use crate::domain::{
    AssertionId, DiagnosticAssertion, EntityId, ExpectedAlteration, GermlinePrompt, Pattern,
    PrognosticAssertion, Strength, TherapeuticAssertion,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// How closely an observation meets a pattern; closest first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum MatchDegree {
    /// In full: this change, this residue, this exon, this copy-number call.
    Exact,
    /// Both partners of a fusion in the known order.
    Pair,
    /// One partner of a fusion in its known place; the other is not known with it.
    OnePartner,
    /// The gene alone.
    Gene,
}

impl fmt::Display for MatchDegree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exact => "exact",
            Self::Pair => "pair",
            Self::OnePartner => "one partner",
            Self::Gene => "gene only",
        })
    }
}

impl MatchDegree {
    /// Whether the known alteration itself was met, not something like it.
    pub fn is_full(self) -> bool {
        match self {
            Self::Exact | Self::Pair => true,
            Self::OnePartner | Self::Gene => false,
        }
    }
}

/// How an assertion's entity relates to the submitted one.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum EntityRelation {
    /// The same entity.
    Same,
    /// The submitted entity is a kind of the assertion's.
    Narrower,
    /// The assertion's entity is a kind of the submitted one.
    Broader,
    /// Another entity.
    Different,
    /// The assertion excludes the submitted entity.
    Excluded,
    /// No histotype was submitted.
    Undeclared,
}

impl fmt::Display for EntityRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Same => "same entity as submitted",
            Self::Narrower => "submitted entity is a kind of it",
            Self::Broader => "a kind of the submitted entity",
            Self::Different => "another entity than submitted",
            Self::Excluded => "excludes the submitted entity",
            Self::Undeclared => "no histotype submitted",
        })
    }
}

impl EntityRelation {
    /// Whether what holds for the assertion's entity holds for the submitted one.
    pub fn applies(self) -> bool {
        match self {
            Self::Same | Self::Narrower => true,
            Self::Broader | Self::Different | Self::Excluded | Self::Undeclared => false,
        }
    }
}

/// The assertion that was met.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "each holds the type of its name")]
pub enum Asserted {
    Diagnostic(Arc<DiagnosticAssertion>),
    Expected(Arc<ExpectedAlteration>),
    Prognostic(Arc<PrognosticAssertion>),
    Therapeutic(Arc<TherapeuticAssertion>),
    Germline(Arc<GermlinePrompt>),
}

/// An assertion met by an observation, how closely, and in which tumours it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The assertion.
    pub asserted: Asserted,
    /// How closely.
    pub degree: MatchDegree,
    /// How its entity relates to the submitted one.
    pub relation: EntityRelation,
    /// The fusion was seen only in the reverse order of the pattern.
    pub reciprocal_only: bool,
}

impl Match {
    /// The assertion's identifier.
    pub fn id(&self) -> &AssertionId {
        match &self.asserted {
            Asserted::Diagnostic(assertion) => &assertion.id,
            Asserted::Expected(expected) => &expected.id,
            Asserted::Prognostic(assertion) => &assertion.id,
            Asserted::Therapeutic(assertion) => &assertion.id,
            Asserted::Germline(prompt) => &prompt.id,
        }
    }

    /// The diagnostic assertion, where it is one.
    pub fn diagnostic(&self) -> Option<&DiagnosticAssertion> {
        match &self.asserted {
            Asserted::Diagnostic(assertion) => Some(assertion),
            Asserted::Expected(_)
            | Asserted::Prognostic(_)
            | Asserted::Therapeutic(_)
            | Asserted::Germline(_) => None,
        }
    }

    /// The therapeutic assertion, where it is one.
    pub fn therapeutic(&self) -> Option<&TherapeuticAssertion> {
        match &self.asserted {
            Asserted::Therapeutic(assertion) => Some(assertion),
            Asserted::Diagnostic(_)
            | Asserted::Expected(_)
            | Asserted::Prognostic(_)
            | Asserted::Germline(_) => None,
        }
    }

    /// Whether it is a link that sets no tumour apart: a small variant or copy-number change that
    /// unrelated tumours share (TP53, CDKN2A), in another entity than the submitted one. Fusions
    /// that several entities share are not meant: each of them belongs in a differential
    /// (requirement R18).
    pub fn is_unspecific(&self) -> bool {
        let is_elsewhere = match self.relation {
            EntityRelation::Different | EntityRelation::Excluded | EntityRelation::Undeclared => {
                true
            }
            EntityRelation::Same | EntityRelation::Narrower | EntityRelation::Broader => false,
        };
        self.diagnostic().is_some_and(|assertion| {
            let is_second_hit = match &assertion.pattern {
                Pattern::Variant { .. }
                | Pattern::CopyNumber { .. }
                | Pattern::AtLeast { .. }
                | Pattern::MsiHigh => true,
                Pattern::Fusion { .. }
                | Pattern::Rearrangement { .. }
                | Pattern::Duplication { .. } => false,
            };
            is_elsewhere
                && is_second_hit
                && assertion.shared
                && assertion.strength != Strength::Defining
        })
    }

    /// The entity of a diagnostic assertion.
    pub fn entity(&self) -> Option<&EntityId> {
        self.diagnostic().map(|assertion| &assertion.entity)
    }
}
