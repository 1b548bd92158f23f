//! What the knowledge base asserts, each line with its sources.

use crate::domain::{
    Detects, EntityId, Evidence, Fraction, Mechanism, Pattern, ReasonCode, RegulatoryEvent,
    Requirement,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Identifier of an assertion: the file's id, a dot, words joined by `-`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct AssertionId(pub String);

impl fmt::Display for AssertionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which layer of knowledge an assertion came from.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// The knowledge base.
    Core,
    /// A laboratory's additions (`--overlay`).
    Local,
}

/// How strongly an alteration is linked to an entity; stronger first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// The entity is defined by it, or it is the rule there.
    Defining,
    /// Repeatedly found, not the rule.
    Recurrent,
    /// Found in single reports.
    Reported,
}

impl fmt::Display for Strength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Defining => "defining",
            Self::Recurrent => "recurrent",
            Self::Reported => "reported",
        })
    }
}

/// Whether a fusion's reading frame bears on the assertion.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum FrameRule {
    /// A fusion protein is the mechanism: a frame is expected.
    #[default]
    Expected,
    /// A promoter swap, an enhancer event or a truncation is the mechanism.
    NotApplicable,
}

/// "This alteration supports (or speaks against) this entity."
#[derive(Clone, Debug, PartialEq)]
pub struct DiagnosticAssertion {
    /// Identifier.
    pub id: AssertionId,
    /// The entity.
    pub entity: EntityId,
    /// What to look for.
    pub pattern: Pattern,
    /// Supports or excludes.
    pub predicate: DiagnosticPredicate,
    /// How strong the link is.
    pub strength: Strength,
    /// Occurs across unrelated tumours, so that finding it elsewhere is no discordance (kinase
    /// fusions, TP53).
    pub shared: bool,
    /// Share of the entity's cases that carry it. `None` where not curated.
    pub frequency: Option<Fraction>,
    /// Whether a frame is expected.
    pub frame: FrameRule,
    /// How the alteration acts. `None` where not curated.
    pub mechanism: Option<Mechanism>,
    /// What must be kept, lost, or joined at which exon beside the pattern.
    pub requires: Vec<Requirement>,
    /// A note for the reader.
    pub note: Option<String>,
    /// Sources; never empty in a knowledge base that passes its check.
    pub evidence: Vec<Evidence>,
    /// The support could not be verified yet.
    pub provisional: bool,
    /// Layer.
    pub layer: Layer,
}

/// Whether an alteration speaks for or against an entity.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum DiagnosticPredicate {
    Supports,
    Excludes,
}

/// "Most cases of this entity carry one of these" (requirement R19).
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedAlteration {
    /// Identifier.
    pub id: AssertionId,
    /// The entity.
    pub entity: EntityId,
    /// Name in the report: `EWSR1 or FUS fusion with an ETS gene`.
    pub name: String,
    /// Any of these meets the expectation.
    pub patterns: Vec<Pattern>,
    /// Share of the entity's cases that carry one.
    pub frequency: Fraction,
    /// Kinds of result that can show it; never empty.
    pub assays: Vec<Detects>,
    /// Another test that can confirm (`FISH EWSR1 break-apart`). `None` where none is curated.
    pub confirm_by: Option<String>,
    /// What to think of when it is absent.
    pub differential: Vec<EntityId>,
    /// Sources.
    pub evidence: Vec<Evidence>,
    /// The support could not be verified yet.
    pub provisional: bool,
}

/// "This alteration goes with a better or worse course in this entity." Never therapeutic.
#[derive(Clone, Debug, PartialEq)]
pub struct PrognosticAssertion {
    /// Identifier.
    pub id: AssertionId,
    /// The entity.
    pub entity: EntityId,
    /// What to look for.
    pub pattern: Pattern,
    /// The course.
    pub outcome: Outcome,
    /// In a sentence of our own.
    pub statement: String,
    /// Sources.
    pub evidence: Vec<Evidence>,
    /// The support could not be verified yet.
    pub provisional: bool,
    /// Layer.
    pub layer: Layer,
}

/// Course of a disease.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Outcome {
    Better,
    Worse,
}

/// What an agent is associated with.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Resistance. First: it outranks sensitivity of the same gene (requirement R37).
    Resistance,
    /// Shown to be of no benefit.
    NoBenefit,
    /// Sensitivity.
    Sensitivity,
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Resistance => "resistance",
            Self::NoBenefit => "no benefit shown",
            Self::Sensitivity => "sensitivity",
        })
    }
}

/// The tumours an association was shown in. Never empty: an association without its entity
/// context cannot be constructed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "RawEntityContext")]
#[schemars(!try_from)]
pub struct EntityContext {
    /// Entities, or `any-solid-tumour`, `any-sarcoma`; at least one.
    entities: Vec<EntityId>,
    /// Entities excluded.
    except: Vec<EntityId>,
}

#[derive(Deserialize)]
struct RawEntityContext {
    entities: Vec<EntityId>,
    #[serde(default)]
    except: Vec<EntityId>,
}

/// Pseudo-entity: every solid tumour.
pub const ANY_SOLID_TUMOUR: &str = "any-solid-tumour";
/// Pseudo-entity: every sarcoma.
pub const ANY_SARCOMA: &str = "any-sarcoma";

impl EntityContext {
    /// The context of `entities` without `except`.
    ///
    /// # Errors
    /// Where `entities` is empty.
    pub fn new(entities: Vec<EntityId>, except: Vec<EntityId>) -> Result<Self, String> {
        if entities.is_empty() {
            return Err("names no entity; say in which tumours it was shown".to_owned());
        }
        Ok(Self { entities, except })
    }

    /// The entities; at least one.
    pub fn entities(&self) -> &[EntityId] {
        &self.entities
    }

    /// The entities excluded.
    pub fn except(&self) -> &[EntityId] {
        &self.except
    }

    /// Whether it holds for every solid tumour.
    pub fn is_agnostic(&self) -> bool {
        self.entities
            .iter()
            .any(|entity| entity.as_str() == ANY_SOLID_TUMOUR)
    }
}

impl TryFrom<RawEntityContext> for EntityContext {
    type Error = String;

    fn try_from(raw: RawEntityContext) -> Result<Self, String> {
        Self::new(raw.entities, raw.except)
    }
}

/// "In these tumours this alteration (or the diagnosis alone) is associated with sensitivity or
/// resistance to these agents." An association for a board, never a treatment.
#[derive(Clone, Debug, PartialEq)]
pub struct TherapeuticAssertion {
    /// Identifier.
    pub id: AssertionId,
    /// What to look for. `None`: rests on the diagnosis alone.
    pub pattern: Option<Pattern>,
    /// The tumours it was shown in.
    pub context: EntityContext,
    /// Sensitivity, resistance or no benefit.
    pub direction: Direction,
    /// Agents, international non-proprietary names in lower case.
    pub agents: Vec<String>,
    /// Evidence level and the scheme it belongs to: `AMP/ASCO/CAP A`.
    pub evidence_level: String,
    /// ESCAT tier where one is published for sarcoma.
    pub escat: Option<String>,
    /// What was shown, in a sentence of our own.
    pub statement: String,
    /// Regulatory history, oldest first.
    pub regulatory: Vec<RegulatoryEvent>,
    /// Co-alterations known to void it (review reason TX-COOCCUR).
    pub voided_by: Vec<VoidedBy>,
    /// Sources.
    pub evidence: Vec<Evidence>,
    /// The support could not be verified yet.
    pub provisional: bool,
    /// Layer.
    pub layer: Layer,
}

/// "Beside this alteration the association does not hold."
#[derive(Clone, Debug, PartialEq)]
pub struct VoidedBy {
    /// The co-alteration.
    pub pattern: Pattern,
    /// In a sentence of our own.
    pub statement: String,
    /// Sources.
    pub evidence: Vec<Evidence>,
}

/// How often a tumour finding of this kind proves to be of germline origin (requirement R23).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum YieldClass {
    /// Often.
    High,
    /// Sometimes.
    Intermediate,
    /// Seldom.
    Low,
}

impl fmt::Display for YieldClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::High => "often of germline origin",
            Self::Intermediate => "sometimes of germline origin",
            Self::Low => "seldom of germline origin",
        })
    }
}

/// "This alteration raises the question of inheritance." Never says germline.
#[derive(Clone, Debug, PartialEq)]
pub struct GermlinePrompt {
    /// Identifier.
    pub id: AssertionId,
    /// What to look for.
    pub pattern: Pattern,
    /// Entities it is asked in; empty: in all.
    pub entities: Vec<EntityId>,
    /// Only under this age in years. `None`: at any age.
    pub below_age_years: Option<f64>,
    /// The review reason it raises.
    pub code: ReasonCode,
    /// How often such a finding proves to be of germline origin. `None` where not curated.
    pub yield_class: Option<YieldClass>,
    /// In a sentence of our own.
    pub statement: String,
    /// Sources.
    pub evidence: Vec<Evidence>,
    /// The support could not be verified yet.
    pub provisional: bool,
}
