//! Observations into findings, what stays uninterpreted, what a filter set aside.

use crate::domain::{
    AWAITS_REVIEW, Alteration, Asserted, DiagnosisStatus, DiagnosticLine, DiagnosticPredicate,
    Disposition, Filtered, Finding, GeneSymbol, GermlineLine, Match, MatchDegree, Observed,
    PrognosticLine, ReasonCode, Reasons, ReviewReason, Severity, Strength, Uninterpreted,
};
use crate::interpret::Matched;
use crate::interpret::concern::{self, Concern};
use crate::interpret::review::{Raised, Target, View};
use crate::interpret::sentence;
use crate::interpret::therapy::Gate;

/// A finding before any reason is applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// `F1`, `F2` …
    pub id: String,
    /// The observation.
    pub observed: Observed,
    /// Assertions it meets, closest first; never empty.
    pub matches: Vec<Match>,
}

impl Item {
    /// The name people say.
    pub fn label(&self) -> String {
        self.observed.alteration.label()
    }

    /// Diagnostic matches with their assertion.
    pub fn diagnostic(
        &self,
    ) -> impl Iterator<Item = (&Match, &crate::domain::DiagnosticAssertion)> + Clone {
        self.matches
            .iter()
            .filter_map(|matched| Some((matched, matched.diagnostic()?)))
    }

    /// Entities it supports, the known alteration met in full.
    pub fn links(
        &self,
    ) -> impl Iterator<Item = (&Match, &crate::domain::DiagnosticAssertion)> + Clone {
        self.diagnostic().filter(|(matched, assertion)| {
            matched.degree.is_full() && assertion.predicate == DiagnosticPredicate::Supports
        })
    }

    /// Therapeutic matches with their assertion.
    pub fn therapeutic(
        &self,
    ) -> impl Iterator<Item = (&Match, &crate::domain::TherapeuticAssertion)> + Clone {
        self.matches
            .iter()
            .filter_map(|matched| Some((matched, matched.therapeutic()?)))
    }

    /// Why this is weak evidence for that match.
    pub fn concerns(&self, matched: &Match) -> Vec<Concern> {
        concern::of_match(&self.observed, matched)
    }

    /// Whether the known alteration was met in full, on good evidence.
    pub fn is_adequate(&self, matched: &Match) -> bool {
        self.concerns(matched).is_empty()
    }

    /// The closest match.
    pub fn degree(&self) -> MatchDegree {
        self.matches
            .iter()
            .map(|matched| matched.degree)
            .min()
            .unwrap_or(MatchDegree::Gene)
    }
}

/// Observations sorted out.
#[derive(Debug)]
pub(crate) struct SortedOut {
    pub(crate) items: Vec<Item>,
    pub(crate) uninterpreted: Vec<Uninterpreted>,
    pub(crate) filtered: Vec<Filtered>,
    /// Small variants whose effect no annotation tells.
    pub(crate) unannotated: Vec<Unannotated>,
}

/// A small variant in a known gene that carries no annotation: it may be a hotspot, and it cannot
/// be told. Listed as not interpreted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unannotated {
    /// The known gene at its place. `None`: the assembly is not known, so it lies in one of the
    /// genes that are there on either.
    pub gene: Option<GeneSymbol>,
    /// The name people say.
    pub label: String,
}

/// A record that its caller set aside becomes a finding only where the known alteration itself
/// was met (a hotspot that failed a filter, a defining fusion among discarded candidates); then it
/// is marked and never supports a diagnosis.
pub(crate) fn sort_out(matched: Vec<Matched>) -> SortedOut {
    let mut sorted = SortedOut {
        items: Vec::new(),
        uninterpreted: Vec::new(),
        filtered: Vec::new(),
        unannotated: Vec::new(),
    };
    for Matched { observed, matches } in matched {
        let met_in_full = matches.iter().any(|matched| matched.degree.is_full());
        let unannotated = unannotated(&observed);
        let is_finding = !matches.is_empty()
            && (observed.passed() || met_in_full)
            && (unannotated.is_none() || met_in_full);
        if is_finding {
            sorted.items.push(Item {
                id: String::new(),
                observed,
                matches,
            });
            continue;
        }
        let (label, sources) = (observed.alteration.label(), observed.sources());
        match set_aside(&observed) {
            Some(rule) => sorted.filtered.push(Filtered {
                alteration: observed.alteration,
                label,
                rule,
                sources,
            }),
            None => {
                sorted.unannotated.extend(unannotated);
                sorted.uninterpreted.push(Uninterpreted {
                    alteration: observed.alteration,
                    label,
                    sources,
                });
            }
        }
    }
    sorted.items.sort_by_key(order);
    for (index, item) in sorted.items.iter_mut().enumerate() {
        item.id = format!("F{}", index + 1);
    }
    sorted
        .uninterpreted
        .sort_by(|one, other| (&one.label, &one.sources).cmp(&(&other.label, &other.sources)));
    sorted
        .filtered
        .sort_by(|one, other| (&one.label, &one.sources).cmp(&(&other.label, &other.sources)));
    sorted
}

/// A small variant whose consequence no annotation tells.
fn unannotated(observed: &Observed) -> Option<Unannotated> {
    match &observed.alteration {
        Alteration::SmallVariant(variant) => {
            let is_told = !variant.consequence.is_empty() || variant.hgvs_p.is_some();
            (!is_told).then(|| Unannotated {
                gene: variant.gene.clone(),
                label: variant.label(),
            })
        }
        Alteration::Fusion(_)
        | Alteration::CopyNumber(_)
        | Alteration::Rearrangement(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => None,
    }
}

/// Strongest links first; the file's order last, so that any input order gives the same report.
fn order(item: &Item) -> impl Ord + use<> {
    let strongest = item
        .diagnostic()
        .map(|(matched, assertion)| {
            (
                !matched.degree.is_full(),
                assertion.strength,
                matched.relation,
            )
        })
        .min();
    (
        !item.observed.passed(),
        item.degree(),
        strongest.is_none(),
        strongest,
        item.label(),
        item.observed.sources(),
    )
}

/// The rule that sets an observation aside. `None`: none does.
fn set_aside(observed: &Observed) -> Option<String> {
    if !observed.passed() {
        let mut rules: Vec<String> = observed
            .calls
            .iter()
            .filter_map(|call| call.standing.rule())
            .collect();
        rules.sort();
        rules.dedup();
        return Some(rules.join("; "));
    }
    match &observed.alteration {
        Alteration::SmallVariant(variant) => {
            let silent = !variant.consequence.is_empty()
                && !crate::domain::changes_protein(&variant.consequence);
            silent.then(|| "no-protein-effect".to_owned())
        }
        Alteration::CopyNumber(copy_number) => match copy_number.call {
            crate::domain::CopyNumberCall::Neutral => Some("copy-number-neutral".to_owned()),
            crate::domain::CopyNumberCall::Amplification
            | crate::domain::CopyNumberCall::Gain
            | crate::domain::CopyNumberCall::Loss
            | crate::domain::CopyNumberCall::Deletion => None,
        },
        Alteration::Biomarker(_) => Some("below-every-threshold".to_owned()),
        Alteration::Fusion(_) | Alteration::Rearrangement(_) | Alteration::TandemDuplication(_) => {
            None
        }
    }
}

/// The report's findings, with the reasons raised for them.
pub(crate) fn build(view: &View<'_>, raised: &[Raised], gate: &Gate) -> Vec<Finding> {
    view.items
        .iter()
        .enumerate()
        .map(|(index, item)| finding(view, index, item, raised, gate))
        .collect()
}

fn finding(view: &View<'_>, index: usize, item: &Item, raised: &[Raised], gate: &Gate) -> Finding {
    let mut reasons: Vec<ReviewReason> = raised
        .iter()
        .filter(|raised| match &raised.target {
            Target::Finding(target) => *target == index,
            Target::Line { finding, .. } => *finding == Some(index),
            Target::Case => false,
        })
        .map(|raised| raised.reason.clone())
        .collect();
    let disposition = disposition(view, item, reasons.clone());
    if let Disposition::ExpertReview(all) = &disposition {
        reasons = all.as_slice().to_vec();
    }
    reasons.sort();
    reasons.dedup();
    let kind = disposition.kind();
    Finding {
        id: item.id.clone(),
        label: item.label(),
        text: sentence::of_finding(view, item, kind),
        genes: item
            .observed
            .alteration
            .genes()
            .into_iter()
            .cloned()
            .collect(),
        disposition: kind,
        match_degree: item.degree(),
        diagnostic: diagnostic_lines(view, item),
        therapeutic: gate.lines_of(view, index, raised),
        prognostic: prognostic_lines(view, item),
        germline: germline_lines(item),
        reasons,
        review_status: AWAITS_REVIEW.to_owned(),
        sources: item.observed.sources(),
        alteration: item.observed.alteration.clone(),
    }
}

/// Review is the default. Consistency is earned: a declared and confirmed histotype, a full match
/// on good evidence whose entity is the submitted one or broader, and no objection by any rule.
fn disposition(view: &View<'_>, item: &Item, reasons: Vec<ReviewReason>) -> Disposition {
    let objected = reasons
        .iter()
        .any(|reason| reason.severity != Severity::Note);
    let confirmed = view.subject.case.diagnosis.status == DiagnosisStatus::Confirmed;
    let fits = item.diagnostic().any(|(matched, assertion)| {
        matched.relation.applies()
            && item.is_adequate(matched)
            && assertion.strength != Strength::Reported
    });
    if !objected && confirmed && fits {
        return Disposition::ConsistentWithDiagnosis;
    }
    let applies = item
        .matches
        .iter()
        .any(|matched| matched.relation.applies());
    if !objected && !applies && view.subject.histotype().is_some() {
        return Disposition::NoKnownImplication;
    }
    let fallback = ReviewReason::new(ReasonCode::ProcUnsigned, "Draft: not reviewed.");
    let reasons = Reasons::new(reasons).unwrap_or_else(|| Reasons::one(fallback));
    Disposition::ExpertReview(reasons)
}

fn diagnostic_lines(view: &View<'_>, item: &Item) -> Vec<DiagnosticLine> {
    let knowledge = view.subject.knowledge;
    let mut lines: Vec<DiagnosticLine> = item
        .diagnostic()
        .filter_map(|(matched, assertion)| {
            let entity = knowledge.entities.get(&assertion.entity)?;
            Some(DiagnosticLine {
                assertion: assertion.id.clone(),
                entity: entity.id.clone(),
                name: entity.name.clone(),
                behaviour: entity.behaviour,
                predicate: assertion.predicate,
                strength: assertion.strength,
                entity_relation: matched.relation,
                match_degree: matched.degree,
                pattern: assertion.pattern.to_string(),
                note: assertion.note.clone(),
                evidence: assertion.evidence.clone(),
                provisional: assertion.provisional,
                layer: assertion.layer,
            })
        })
        .collect();
    lines.sort_by(|one, other| {
        (
            one.match_degree,
            one.strength,
            one.entity_relation,
            &one.assertion,
        )
            .cmp(&(
                other.match_degree,
                other.strength,
                other.entity_relation,
                &other.assertion,
            ))
    });
    lines
}

fn prognostic_lines(view: &View<'_>, item: &Item) -> Vec<PrognosticLine> {
    item.matches
        .iter()
        .filter(|matched| matched.relation.applies())
        .filter_map(|matched| match &matched.asserted {
            Asserted::Prognostic(assertion) => Some(PrognosticLine {
                assertion: assertion.id.clone(),
                entity: assertion.entity.clone(),
                name: view.subject.knowledge.entity_name(&assertion.entity),
                outcome: assertion.outcome,
                statement: assertion.statement.clone(),
                entity_relation: matched.relation,
                evidence: assertion.evidence.clone(),
            }),
            Asserted::Diagnostic(_)
            | Asserted::Expected(_)
            | Asserted::Therapeutic(_)
            | Asserted::Germline(_) => None,
        })
        .collect()
}

fn germline_lines(item: &Item) -> Vec<GermlineLine> {
    item.matches
        .iter()
        .filter(|matched| matched.relation.applies())
        .filter_map(|matched| match &matched.asserted {
            Asserted::Germline(prompt) => Some(GermlineLine {
                assertion: prompt.id.clone(),
                statement: prompt.statement.clone(),
                evidence: prompt.evidence.clone(),
            }),
            Asserted::Diagnostic(_)
            | Asserted::Expected(_)
            | Asserted::Prognostic(_)
            | Asserted::Therapeutic(_) => None,
        })
        .collect()
}
