//! Review rules: one file per rule, one row in [`RULES`]. A rule sees the whole case with its
//! unreviewed findings and raises reasons; no rule sees another's.

mod dx_none;
mod dx_supports;
mod fus_oof;
mod tx_board;
mod tx_held_dx;

use crate::domain::{
    ANY_SARCOMA, ANY_SOLID_TUMOUR, AssertionId, EntityContext, EntityRelation, Overall,
    OverallState, ReasonCode, ReviewReason, Severity,
};
use crate::interpret::therapy::Gate;
use crate::interpret::{Diagnosis, Item, Subject};

/// Every rule, in the order of the codes.
pub static RULES: &[&dyn Rule] = &[
    &dx_none::DxNone,
    &dx_supports::DxSupports,
    &fus_oof::FusOof,
    &tx_board::TxBoard,
    &tx_held_dx::TxHeldDx,
];

/// What every rule sees.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The case, the assay, the knowledge.
    pub subject: Subject<'a>,
    /// Findings before any reason is applied.
    pub items: &'a [Item],
    /// Their relation to the submitted diagnosis.
    pub diagnosis: &'a Diagnosis,
}

/// One rule.
pub trait Rule: Sync {
    /// The code it raises.
    fn code(&self) -> ReasonCode;

    /// What `sarcolens explain CODE` prints.
    fn manual(&self) -> RuleManual;

    /// The reasons it raises in this case. A pure function.
    fn raise(&self, view: &View<'_>) -> Vec<Raised>;
}

/// What is known of a rule.
#[derive(Clone, Copy, Debug)]
pub struct RuleManual {
    /// What it checks.
    pub checks: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// An example that raises it.
    pub example: &'static str,
    /// Where it comes from.
    pub source: &'static str,
}

/// What a reason is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The whole case.
    Case,
    /// The finding at this index.
    Finding(usize),
    /// One association with agents.
    Line {
        /// The finding it belongs to. `None`: it rests on the diagnosis alone.
        finding: Option<usize>,
        /// The assertion.
        assertion: AssertionId,
    },
}

/// One reason raised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Raised {
    /// The reason.
    pub reason: ReviewReason,
    /// What it is about.
    pub target: Target,
}

impl Raised {
    /// A reason about the whole case.
    pub fn case(code: ReasonCode, message: impl Into<String>) -> Self {
        Self {
            reason: ReviewReason::new(code, message),
            target: Target::Case,
        }
    }

    /// A reason about the finding at `index`.
    pub fn finding(
        view: &View<'_>,
        index: usize,
        code: ReasonCode,
        message: impl Into<String>,
    ) -> Self {
        let mut reason = ReviewReason::new(code, message);
        reason.finding = view.items.get(index).map(|item| item.id.clone());
        Self {
            reason,
            target: Target::Finding(index),
        }
    }

    /// A reason about one association with agents.
    pub fn line(
        view: &View<'_>,
        line: &LineView<'_>,
        code: ReasonCode,
        message: impl Into<String>,
    ) -> Self {
        let mut reason = ReviewReason::new(code, message);
        reason.finding = line
            .finding
            .and_then(|index| view.items.get(index))
            .map(|item| item.id.clone());
        Self {
            reason,
            target: Target::Line {
                finding: line.finding,
                assertion: line.assertion.id.clone(),
            },
        }
    }
}

/// One association that a rule may speak of, listed or not.
#[derive(Clone, Copy, Debug)]
pub struct LineView<'a> {
    /// The finding it belongs to. `None`: it rests on the diagnosis alone.
    pub finding: Option<usize>,
    /// The assertion.
    pub assertion: &'a crate::domain::TherapeuticAssertion,
    /// How its tumours relate to the submitted entity.
    pub relation: EntityRelation,
}

impl<'a> View<'a> {
    /// Every item with its index.
    pub fn indexed(&self) -> impl Iterator<Item = (usize, &'a Item)> + use<'a> {
        self.items.iter().enumerate()
    }

    /// Every association that may be listed: those of findings, then those by diagnosis. None
    /// while no histotype is submitted.
    pub fn lines(&self) -> Vec<LineView<'_>> {
        if self.subject.histotype().is_none() {
            return Vec::new();
        }
        let of_findings = self.indexed().flat_map(|(index, item)| {
            item.therapeutic()
                .filter(|(matched, _)| matched.relation != EntityRelation::Excluded)
                .map(move |(matched, assertion)| LineView {
                    finding: Some(index),
                    assertion,
                    relation: matched.relation,
                })
        });
        let by_diagnosis =
            crate::interpret::therapy::by_diagnosis(self).map(|(assertion, relation)| LineView {
                finding: None,
                assertion,
                relation,
            });
        of_findings.chain(by_diagnosis).collect()
    }

    /// How the tumours of an association that rests on the diagnosis relate to the submitted one.
    pub fn context_relation(&self, context: &EntityContext) -> EntityRelation {
        let Some(histotype) = self.subject.histotype() else {
            return EntityRelation::Undeclared;
        };
        let knowledge = self.subject.knowledge;
        let relation = |entity| knowledge.relation(Some(histotype), entity);
        if context
            .except()
            .iter()
            .any(|entity| relation(entity).applies())
        {
            return EntityRelation::Excluded;
        }
        context
            .entities()
            .iter()
            .map(|entity| match entity.as_str() {
                ANY_SOLID_TUMOUR => EntityRelation::Narrower,
                ANY_SARCOMA if histotype.sarcoma => EntityRelation::Narrower,
                _ => relation(entity),
            })
            .min()
            .unwrap_or(EntityRelation::Different)
    }

    /// Names of entities, joined for a sentence.
    pub fn names<'e>(
        &self,
        entities: impl IntoIterator<Item = &'e crate::domain::EntityId>,
    ) -> String {
        let mut names: Vec<String> = entities
            .into_iter()
            .map(|entity| self.subject.knowledge.entity_name(entity))
            .collect();
        names.sort();
        names.dedup();
        names.join(", ")
    }
}

/// Every reason that every rule raises, heaviest first.
pub(crate) fn raise_all(view: &View<'_>) -> Vec<Raised> {
    let mut raised: Vec<Raised> = RULES.iter().flat_map(|rule| rule.raise(view)).collect();
    raised.sort();
    raised.dedup();
    raised
}

/// Leaves out what was raised for associations that are not listed: a withheld line must not show
/// through its reasons.
pub(crate) fn without_withheld(raised: Vec<Raised>, gate: &Gate) -> Vec<Raised> {
    raised
        .into_iter()
        .filter(|raised| match &raised.target {
            Target::Line { finding, .. } => gate.lists(*finding),
            Target::Case | Target::Finding(_) => true,
        })
        .collect()
}

/// The report's list: every reason once, hold first, then review, then note.
pub(crate) fn report_reasons(raised: &[Raised]) -> Vec<ReviewReason> {
    let mut reasons: Vec<ReviewReason> =
        raised.iter().map(|raised| raised.reason.clone()).collect();
    reasons.sort();
    reasons.dedup();
    reasons
}

/// Review is required unless nothing weighs more than a note (requirement R35). That a draft is
/// not signed is true of every draft and decides nothing.
pub(crate) fn overall(reasons: &[ReviewReason]) -> Overall {
    let mut codes: Vec<ReasonCode> = reasons
        .iter()
        .filter(|reason| reason.severity != Severity::Note)
        .map(|reason| reason.code)
        .collect();
    codes.dedup();
    let decides = codes.iter().any(|code| *code != ReasonCode::ProcUnsigned);
    Overall {
        state: if decides {
            OverallState::ReviewRequired
        } else {
            OverallState::RoutineMdtReview
        },
        reasons: codes,
    }
}

/// The rule that raises `code`.
pub fn rule_of(code: ReasonCode) -> Option<&'static dyn Rule> {
    RULES.iter().copied().find(|rule| rule.code() == code)
}
