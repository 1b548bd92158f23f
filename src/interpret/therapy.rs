//! Which associations with agents are listed for a board, and why others are withheld
//! (requirements R01, R05, R06, R08).

use crate::domain::{
    Direction, EntityRelation, ReasonCode, Reasons, RegulatoryStatus, ReviewReason, Severity,
    TherapeuticAssertion, TherapeuticAssociation, Therapy, TherapyState,
};
use crate::interpret::review::{Raised, Target, View};
use std::collections::BTreeSet;

/// What the reasons let through.
pub(crate) struct Gate {
    /// A reason about the whole case holds every line.
    case_held: bool,
    /// Findings whose own lines are held.
    held_findings: Vec<usize>,
    /// No histotype was submitted (R01).
    no_histotype: bool,
}

/// Reads off the reasons what is held.
pub(crate) fn gate(view: &View<'_>, raised: &[Raised]) -> Gate {
    let holds = || {
        raised
            .iter()
            .filter(|raised| raised.reason.severity == Severity::Hold)
    };
    // Only a hold on the evidence of one finding is that finding's alone; any other hold, whatever
    // raised it, is about the diagnosis or the sample.
    let of_evidence = |raised: &Raised| raised.reason.code == ReasonCode::TxHeldEvidence;
    Gate {
        case_held: holds().any(|raised| !of_evidence(raised)),
        held_findings: holds()
            .filter(|raised| of_evidence(raised))
            .filter_map(|raised| match raised.target {
                Target::Finding(index) => Some(index),
                Target::Case | Target::Line { .. } => None,
            })
            .collect(),
        no_histotype: view.subject.histotype().is_none(),
    }
}

impl Gate {
    fn is_held(&self) -> bool {
        self.case_held || self.no_histotype
    }

    /// Whether lines of that finding (`None`: those that rest on the diagnosis) are listed.
    pub(crate) fn lists(&self, finding: Option<usize>) -> bool {
        !self.is_held() && finding.is_none_or(|index| !self.held_findings.contains(&index))
    }

    /// The lines of one finding, resistance first (R37).
    pub(crate) fn lines_of(
        &self,
        view: &View<'_>,
        index: usize,
        raised: &[Raised],
    ) -> Vec<TherapeuticAssociation> {
        if !self.lists(Some(index)) {
            return Vec::new();
        }
        let Some(item) = view.items.get(index) else {
            return Vec::new();
        };
        let mut lines: Vec<TherapeuticAssociation> = item
            .therapeutic()
            .filter(|(matched, _)| matched.relation != EntityRelation::Excluded)
            .filter_map(|(matched, assertion)| {
                line(view, Some(index), assertion, matched.relation, raised)
            })
            .collect();
        lines.sort_by(|one, other| rank(one).cmp(&rank(other)));
        lines
    }

    /// The report's section.
    pub(crate) fn section(&self, view: &View<'_>, raised: &[Raised]) -> Therapy {
        let by_diagnosis = if self.lists(None) {
            lines_by_diagnosis(view, raised)
        } else {
            Vec::new()
        };
        let any_line = !by_diagnosis.is_empty()
            || (0..view.items.len()).any(|index| !self.lines_of(view, index, raised).is_empty());
        let (state, text) = if self.is_held() || (!any_line && !self.held_findings.is_empty()) {
            (TherapyState::Held, held_text(raised))
        } else if any_line {
            (
                TherapyState::Listed,
                "Associations for discussion by a sarcoma multidisciplinary board.".to_owned(),
            )
        } else {
            (
                TherapyState::None,
                "The knowledge base holds no association with an agent for this diagnosis and \
                 these findings."
                    .to_owned(),
            )
        };
        Therapy {
            state,
            text,
            by_diagnosis,
        }
    }
}

fn held_text(raised: &[Raised]) -> String {
    let held = [
        ReasonCode::TxHeldDx,
        ReasonCode::TxHeldQc,
        ReasonCode::TxHeldEvidence,
    ];
    let mut causes: Vec<&str> = raised
        .iter()
        .filter(|raised| held.contains(&raised.reason.code))
        .map(|raised| raised.reason.message.as_str())
        .collect();
    causes.sort_unstable();
    causes.dedup();
    if causes.is_empty() {
        return "Therapeutic associations withheld until the reasons marked hold are settled."
            .to_owned();
    }
    causes.join(" ")
}

/// Assertions that rest on the diagnosis alone, hold for the submitted histotype, and belong into a
/// report on sequencing: those whose agent a regulator approved in it, the approval withdrawn or
/// not, and what is known against such an agent. A trial of an unapproved agent in patients of one
/// diagnosis has nothing to do with what was sequenced; `kb show` tells of it.
pub(crate) fn by_diagnosis<'a>(
    view: &View<'a>,
) -> impl Iterator<Item = (&'a TherapeuticAssertion, EntityRelation)> + use<'a> {
    let view = *view;
    let here = move || {
        view.subject
            .knowledge
            .therapeutic
            .iter()
            .filter(|assertion| assertion.pattern.is_none())
            .map(move |assertion| {
                (
                    assertion.as_ref(),
                    view.context_relation(&assertion.context),
                )
            })
            .filter(|(_, relation)| relation.applies())
    };
    let approved: BTreeSet<&'a str> = here()
        .filter(|(assertion, _)| was_approved(assertion))
        .flat_map(|(assertion, _)| assertion.agents.iter().map(String::as_str))
        .collect();
    here().filter(move |(assertion, _)| {
        let speaks_against = assertion.direction != Direction::Sensitivity;
        let of_approved = assertion
            .agents
            .iter()
            .any(|agent| approved.contains(agent.as_str()));
        was_approved(assertion) || (speaks_against && of_approved)
    })
}

/// Whether a regulator approved the agents for it, whatever became of the approval.
fn was_approved(assertion: &TherapeuticAssertion) -> bool {
    assertion.regulatory.iter().any(|event| match event.status {
        RegulatoryStatus::Approved
        | RegulatoryStatus::AcceleratedApproval
        | RegulatoryStatus::Withdrawn => true,
        RegulatoryStatus::Investigational => false,
    })
}

fn lines_by_diagnosis(view: &View<'_>, raised: &[Raised]) -> Vec<TherapeuticAssociation> {
    let mut lines: Vec<TherapeuticAssociation> = by_diagnosis(view)
        .filter_map(|(assertion, relation)| line(view, None, assertion, relation, raised))
        .collect();
    lines.sort_by(|one, other| rank(one).cmp(&rank(other)));
    lines
}

/// One line with the reasons raised for it. `None` where no rule raised `TX-BOARD` for it: then
/// it cannot be listed.
fn line(
    view: &View<'_>,
    finding: Option<usize>,
    assertion: &TherapeuticAssertion,
    relation: EntityRelation,
    raised: &[Raised],
) -> Option<TherapeuticAssociation> {
    let reasons: Vec<ReviewReason> = raised
        .iter()
        .filter(|raised| match &raised.target {
            Target::Line {
                finding: target,
                assertion: id,
            } => *target == finding && *id == assertion.id,
            Target::Case | Target::Finding(_) => false,
        })
        .map(|raised| raised.reason.clone())
        .collect();
    let names = assertion
        .context
        .entities()
        .iter()
        .map(|entity| view.subject.knowledge.entity_name(entity))
        .collect();
    TherapeuticAssociation::new(assertion, names, relation, Reasons::new(reasons)?).ok()
}

fn rank(line: &TherapeuticAssociation) -> (Direction, EntityRelation, &str, &str) {
    (
        line.direction(),
        line.entity_relation(),
        line.evidence_level(),
        &line.assertion().0,
    )
}
