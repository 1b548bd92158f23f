//! What the report says of one event.

use crate::domain::{
    Alteration, AssertionId, Behaviour, DiagnosticPredicate, EntityId, EntityRelation, Evidence,
    GeneSymbol, Layer, MatchDegree, Oncogenicity, Origin, Outcome, Reasons, ReviewReason, Strength,
    TherapeuticAssociation,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The words that stand inside every finding's own text until an expert has signed.
pub const AWAITS_REVIEW: &str = "awaits expert sarcoma review";

/// What is to be done about a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum Disposition {
    /// An expert has to look, for these reasons. The default.
    ExpertReview(Reasons),
    /// Fits the declared and confirmed diagnosis; earned, see `interpret`.
    ConsistentWithDiagnosis,
    /// Known to the knowledge base, without implication for the submitted entity.
    NoKnownImplication,
}

impl Disposition {
    /// Its name in the report.
    pub fn kind(&self) -> DispositionKind {
        match self {
            Self::ExpertReview(_) => DispositionKind::ExpertReview,
            Self::ConsistentWithDiagnosis => DispositionKind::ConsistentWithDiagnosis,
            Self::NoKnownImplication => DispositionKind::NoKnownImplication,
        }
    }
}

/// Name of a disposition in the report.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "see `Disposition`")]
pub enum DispositionKind {
    ExpertReview,
    ConsistentWithDiagnosis,
    NoKnownImplication,
}

/// One finding of the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// `F1`, `F2` … in the report's order.
    pub id: String,
    /// What was seen, with its kind.
    #[serde(flatten)]
    pub alteration: Alteration,
    /// The name people say.
    pub label: String,
    /// The finding in a sentence, with the words that it awaits expert review.
    pub text: String,
    /// Genes touched, 5' first.
    pub genes: Vec<GeneSymbol>,
    /// What is to be done.
    pub disposition: DispositionKind,
    /// The closest match.
    pub match_degree: MatchDegree,
    /// Links to entities.
    pub diagnostic: Vec<DiagnosticLine>,
    /// Associations with agents, listed for a board; empty where held.
    pub therapeutic: Vec<TherapeuticAssociation>,
    /// Associations with the course; never therapeutic.
    pub prognostic: Vec<PrognosticLine>,
    /// Questions of inheritance.
    pub germline: Vec<GermlineLine>,
    /// Whether a small variant drives a tumour, apart from what it means for a patient. `None` for
    /// other kinds, and where the gene is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oncogenicity: Option<Oncogenicity>,
    /// Why an expert should look.
    pub reasons: Vec<ReviewReason>,
    /// Always [`AWAITS_REVIEW`] in a draft.
    pub review_status: String,
    /// Every record that saw the event.
    pub sources: Vec<Origin>,
    /// Callers whose file was given, that tell of such events, and that say nothing of this one;
    /// sorted.
    #[serde(default)]
    pub silent_callers: Vec<String>,
}

/// A link between a finding and an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiagnosticLine {
    /// The assertion.
    pub assertion: AssertionId,
    /// The entity.
    pub entity: EntityId,
    /// Its WHO name.
    pub name: String,
    /// Its behaviour.
    pub behaviour: Behaviour,
    /// Supports or excludes.
    pub predicate: DiagnosticPredicate,
    /// How strong the link is.
    pub strength: Strength,
    /// How the entity relates to the submitted one.
    pub entity_relation: EntityRelation,
    /// How closely the pattern was met.
    pub match_degree: MatchDegree,
    /// The pattern that was met.
    pub pattern: String,
    /// The alteration is shared by unrelated tumours and sets this one apart from none.
    #[serde(default)]
    pub unspecific: bool,
    /// A note from the knowledge base.
    pub note: Option<String>,
    /// Sources.
    pub evidence: Vec<Evidence>,
    /// Its support could not be verified yet.
    pub provisional: bool,
    /// Layer of knowledge.
    pub layer: Layer,
}

/// A link between a finding and the course of a disease.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PrognosticLine {
    /// The assertion.
    pub assertion: AssertionId,
    /// The entity.
    pub entity: EntityId,
    /// Its WHO name.
    pub name: String,
    /// Better or worse.
    pub outcome: Outcome,
    /// In a sentence.
    pub statement: String,
    /// How the entity relates to the submitted one.
    pub entity_relation: EntityRelation,
    /// Sources.
    pub evidence: Vec<Evidence>,
}

/// A question of inheritance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GermlineLine {
    /// The prompt.
    pub assertion: AssertionId,
    /// In a sentence.
    pub statement: String,
    /// Sources.
    pub evidence: Vec<Evidence>,
}
