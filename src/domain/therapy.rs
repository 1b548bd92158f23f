//! An association between an alteration or a diagnosis and agents, as it enters a report.

use crate::domain::{
    AssertionId, Direction, EntityContext, EntityRelation, Evidence, Layer, ReasonCode, Reasons,
    RegulatoryEvent, TherapeuticAssertion,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// State of the report's associations with therapy.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum TherapyState {
    /// The knowledge base holds none for this case.
    None,
    /// Withheld; the reasons say why.
    Held,
    /// Listed for the board.
    Listed,
}

/// State of one association that is in the report: a withheld one is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineState {
    /// Listed for the board.
    Listed,
}

/// One association, for discussion by a board.
///
/// It cannot be constructed without the tumours it was shown in ([`EntityContext`] is never
/// empty), and it cannot be rendered without its review reason: its fields are private, the only
/// constructor takes the [`Reasons`], which hold `TX-BOARD`, and reading one from JSON goes
/// through the same check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "RawAssociation")]
#[schemars(!try_from)]
pub struct TherapeuticAssociation {
    assertion: AssertionId,
    agents: Vec<String>,
    direction: Direction,
    evidence_level: String,
    escat: Option<String>,
    statement: String,
    context: EntityContext,
    entity_names: Vec<String>,
    entity_relation: EntityRelation,
    state: LineState,
    review: Vec<ReasonCode>,
    reasons: Reasons,
    regulatory: Vec<RegulatoryEvent>,
    evidence: Vec<Evidence>,
    provisional: bool,
    layer: Layer,
}

impl TherapeuticAssociation {
    /// The association `asserted` as listed under `reasons`.
    ///
    /// `entity_names` are the names of the context's entities for the reader.
    ///
    /// # Errors
    /// Where `reasons` lacks `TX-BOARD`.
    pub fn new(
        asserted: &TherapeuticAssertion,
        entity_names: Vec<String>,
        entity_relation: EntityRelation,
        reasons: Reasons,
    ) -> Result<Self, String> {
        Self::checked(Self {
            assertion: asserted.id.clone(),
            agents: asserted.agents.clone(),
            direction: asserted.direction,
            evidence_level: asserted.evidence_level.clone(),
            escat: asserted.escat.clone(),
            statement: asserted.statement.clone(),
            context: asserted.context.clone(),
            entity_names,
            entity_relation,
            state: LineState::Listed,
            review: reasons
                .as_slice()
                .iter()
                .map(|reason| reason.code)
                .collect(),
            reasons,
            regulatory: asserted.regulatory.clone(),
            evidence: asserted.evidence.clone(),
            provisional: asserted.provisional,
            layer: asserted.layer,
        })
    }

    fn checked(self) -> Result<Self, String> {
        let board = |code: &ReasonCode| *code == ReasonCode::TxBoard;
        let in_reasons = self
            .reasons
            .as_slice()
            .iter()
            .any(|reason| board(&reason.code));
        if in_reasons && self.review.iter().any(board) {
            Ok(self)
        } else {
            Err(format!(
                "association `{}` lacks its review reason {}",
                self.assertion,
                ReasonCode::TxBoard
            ))
        }
    }

    /// The assertion it rests on.
    pub fn assertion(&self) -> &AssertionId {
        &self.assertion
    }

    /// Agents, lower case.
    pub fn agents(&self) -> &[String] {
        &self.agents
    }

    /// Sensitivity, resistance or no benefit.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Evidence level with its scheme.
    pub fn evidence_level(&self) -> &str {
        &self.evidence_level
    }

    /// ESCAT tier. `None` where none is published for sarcoma.
    pub fn escat(&self) -> Option<&str> {
        self.escat.as_deref()
    }

    /// What was shown.
    pub fn statement(&self) -> &str {
        &self.statement
    }

    /// The tumours it was shown in.
    pub fn context(&self) -> &EntityContext {
        &self.context
    }

    /// Their names.
    pub fn entity_names(&self) -> &[String] {
        &self.entity_names
    }

    /// How these relate to the submitted entity.
    pub fn entity_relation(&self) -> EntityRelation {
        self.entity_relation
    }

    /// Why it awaits review; holds `TX-BOARD`.
    pub fn reasons(&self) -> &Reasons {
        &self.reasons
    }

    /// Regulatory history, oldest first.
    pub fn regulatory(&self) -> &[RegulatoryEvent] {
        &self.regulatory
    }

    /// Sources.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// Whether its support could not be verified yet.
    pub fn provisional(&self) -> bool {
        self.provisional
    }
}

#[derive(Deserialize)]
struct RawAssociation {
    assertion: AssertionId,
    agents: Vec<String>,
    direction: Direction,
    evidence_level: String,
    escat: Option<String>,
    statement: String,
    context: EntityContext,
    entity_names: Vec<String>,
    entity_relation: EntityRelation,
    state: LineState,
    review: Vec<ReasonCode>,
    reasons: Reasons,
    regulatory: Vec<RegulatoryEvent>,
    evidence: Vec<Evidence>,
    provisional: bool,
    layer: Layer,
}

impl TryFrom<RawAssociation> for TherapeuticAssociation {
    type Error = String;

    fn try_from(raw: RawAssociation) -> Result<Self, String> {
        Self {
            assertion: raw.assertion,
            agents: raw.agents,
            direction: raw.direction,
            evidence_level: raw.evidence_level,
            escat: raw.escat,
            statement: raw.statement,
            context: raw.context,
            entity_names: raw.entity_names,
            entity_relation: raw.entity_relation,
            state: raw.state,
            review: raw.review,
            reasons: raw.reasons,
            regulatory: raw.regulatory,
            evidence: raw.evidence,
            provisional: raw.provisional,
            layer: raw.layer,
        }
        .checked()
    }
}

/// The report's associations with therapy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Therapy {
    /// None, held or listed.
    pub state: TherapyState,
    /// In words: why none, why held, or that the lines are for a board.
    pub text: String,
    /// Associations that rest on the diagnosis alone. Empty unless listed.
    pub by_diagnosis: Vec<TherapeuticAssociation>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EntityId, ReviewReason};

    fn assertion() -> TherapeuticAssertion {
        TherapeuticAssertion {
            id: AssertionId("example.line".to_owned()),
            pattern: None,
            context: EntityContext::new(vec![EntityId("gist".to_owned())], Vec::new()).unwrap(),
            direction: Direction::Sensitivity,
            agents: vec!["examplinib".to_owned()],
            evidence_level: "AMP/ASCO/CAP A".to_owned(),
            escat: None,
            statement: "Shown.".to_owned(),
            regulatory: Vec::new(),
            voided_by: Vec::new(),
            evidence: Vec::new(),
            provisional: false,
            layer: Layer::Core,
        }
    }

    fn reasons(code: ReasonCode) -> Reasons {
        Reasons::one(ReviewReason::new(code, "because"))
    }

    #[test]
    fn no_context_no_association() {
        assert!(EntityContext::new(Vec::new(), Vec::new()).is_err());
    }

    #[test]
    fn no_board_reason_no_association() {
        let made = |code| {
            TherapeuticAssociation::new(
                &assertion(),
                vec!["GIST".to_owned()],
                EntityRelation::Same,
                reasons(code),
            )
        };
        assert!(made(ReasonCode::TxResist).is_err());
        let line = made(ReasonCode::TxBoard).unwrap();
        let json = serde_json::to_string(&line).unwrap();
        assert_eq!(
            serde_json::from_str::<TherapeuticAssociation>(&json).unwrap(),
            line
        );
        let stripped = json.replace("TX-BOARD", "TX-RESIST");
        assert!(serde_json::from_str::<TherapeuticAssociation>(&stripped).is_err());
        let no_context = json.replace(r#""entities":["gist"]"#, r#""entities":[]"#);
        assert_ne!(no_context, json);
        assert!(serde_json::from_str::<TherapeuticAssociation>(&no_context).is_err());
    }
}
