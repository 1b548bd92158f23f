//! Findings as the report has them, with the reasons raised for each.

use crate::domain::{
    AWAITS_REVIEW, Alteration, Asserted, Detects, DiagnosisStatus, DiagnosticLine, Disposition,
    Finding, GermlineLine, PrognosticLine, ReasonCode, Reasons, ReviewReason, Severity, Strength,
};
use crate::interpret::oncogenicity;
use crate::interpret::review::{Raised, Target, View};
use crate::interpret::sentence;
use crate::interpret::therapy::Gate;
use crate::interpret::{Assayed, Item};

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
    let reasons = ReviewReason::merged(reasons);
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
        oncogenicity: oncogenicity::of_item(item, view.subject.knowledge),
        reasons,
        review_status: AWAITS_REVIEW.to_owned(),
        silent_callers: silent_callers(view, item),
        sources: item.observed.sources(),
        alteration: item.observed.alteration.clone(),
    }
}

/// Callers that could have seen the event by the classes their files tell of, and did not list it.
fn silent_callers(view: &View<'_>, item: &Item) -> Vec<String> {
    let classes: &[Detects] = match &item.observed.alteration {
        Alteration::SmallVariant(_) => &[Detects::SmallVariant],
        // A fusion shows in RNA and in DNA.
        Alteration::Fusion(_) | Alteration::Rearrangement(_) => {
            &[Detects::Fusion, Detects::Rearrangement]
        }
        Alteration::TandemDuplication(_) => &[Detects::Fusion, Detects::Rearrangement],
        Alteration::CopyNumber(_) => &[Detects::CopyNumber],
        Alteration::Biomarker(_) => &[],
    };
    let sources = item.observed.sources();
    let has_seen = |file: &Assayed| sources.iter().any(|origin| origin.input == file.input);
    let lists_it = |caller: &str| sources.iter().any(|origin| origin.caller == caller);
    let tells_fusions = classes.contains(&Detects::Fusion);
    let mut silent = Vec::new();
    for file in view.subject.callers_of(classes) {
        if tells_fusions && file.fusion_callers.len() > 1 {
            // A merged file: each of its callers is asked by itself.
            let others = file.callers().into_iter().filter(|name| !lists_it(name));
            silent.extend(others.map(str::to_owned));
        } else if !has_seen(file) {
            let names = if tells_fusions {
                file.callers()
            } else {
                vec![file.caller]
            };
            silent.extend(names.into_iter().map(str::to_owned));
        }
    }
    silent.sort();
    silent.dedup();
    silent
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
                unspecific: matched.is_unspecific(),
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
