//! A finding for every alteration, with a line of every kind.

use super::alterations::{copy_number, fusion, others, small_variant};
use super::{Spell, evidence, origin};
use crate::domain::*;

pub fn association(t: Spell<'_>, direction: Direction) -> TherapeuticAssociation {
    let asserted = TherapeuticAssertion {
        id: AssertionId(t("gist.kit-example")),
        pattern: None,
        context: EntityContext::new(vec![EntityId(t("gist"))], vec![EntityId(t("lipoma"))])
            .unwrap(),
        direction,
        agents: vec![t("examplinib")],
        evidence_level: t("AMP/ASCO/CAP A"),
        escat: None,
        statement: t("Responses were seen in a phase 2 trial."),
        voided_by: Vec::new(),
        regulatory: vec![RegulatoryEvent {
            region: t("EU"),
            status: RegulatoryStatus::Approved,
            date: t("2020-01"),
            source: t("European public assessment report"),
            source_date: Some("2020-02-03".parse().unwrap()),
            verified: true,
        }],
        evidence: evidence(t, "Responses in 12 of 30 patients."),
        provisional: true,
        layer: Layer::Core,
    };
    let reasons = Reasons::one(ReviewReason::new(
        ReasonCode::TxBoard,
        t(
            "Association for discussion by a sarcoma multidisciplinary board; not a treatment \
           recommendation.",
        ),
    ));
    TherapeuticAssociation::new(&asserted, vec![t("GIST")], EntityRelation::Same, reasons).unwrap()
}

pub fn diagnostic(
    t: Spell<'_>,
    name: &str,
    behaviour: Behaviour,
    strength: Strength,
) -> DiagnosticLine {
    DiagnosticLine {
        assertion: AssertionId(t("ewing.ewsr1-fli1")),
        entity: EntityId(t(&name.to_lowercase().replace(' ', "-"))),
        name: t(name),
        behaviour,
        predicate: DiagnosticPredicate::Supports,
        strength,
        entity_relation: EntityRelation::Same,
        match_degree: MatchDegree::Pair,
        pattern: t("fusion EWSR1::FLI1"),
        unspecific: false,
        note: Some(t("Morphology decides.")),
        evidence: evidence(t, "Found in 85 % of cases."),
        provisional: true,
        layer: Layer::Local,
    }
}

pub fn finding(t: Spell<'_>, number: usize, alteration: Alteration) -> Finding {
    let label = alteration.label();
    let reason = |code, text: &str| ReviewReason {
        trace: Trace {
            assertions: vec![AssertionId(t("ewing.ewsr1-fli1"))],
            citations: vec![t("PMID:12345678")],
            sources: vec![origin(t, 4)],
        },
        ..ReviewReason::new(code, t(text))
    };
    Finding {
        id: format!("F{number}"),
        text: format!("{label} was seen; it {AWAITS_REVIEW}."),
        genes: alteration.genes().into_iter().cloned().collect(),
        label,
        alteration,
        disposition: DispositionKind::ExpertReview,
        match_degree: MatchDegree::Pair,
        diagnostic: vec![
            diagnostic(t, "Ewing sarcoma", Behaviour::Malignant, Strength::Defining),
            diagnostic(
                t,
                "Superficial neurocristic tumour",
                Behaviour::Uncertain,
                Strength::Reported,
            ),
        ],
        therapeutic: Vec::new(),
        prognostic: Vec::new(),
        germline: Vec::new(),
        oncogenicity: None,
        reasons: vec![
            reason(
                ReasonCode::DxMulti,
                "EWSR1::FLI1 occurs in Ewing sarcoma and superficial neurocristic tumour, of \
                 different behaviour; it does not separate them. Morphology and \
                 immunohistochemistry decide.",
            ),
            reason(
                ReasonCode::DxSupports,
                "EWSR1::FLI1 is a defining alteration of Ewing sarcoma; it supports the submitted \
                 diagnosis when morphology agrees.",
            ),
        ],
        review_status: AWAITS_REVIEW.to_owned(),
        sources: vec![origin(t, 4), origin(t, 9)],
        silent_callers: vec![t("star-fusion")],
    }
}

pub fn findings(t: Spell<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = [fusion(t), small_variant(t), copy_number(t)]
        .into_iter()
        .chain(others(t))
        .enumerate()
        .map(|(index, alteration)| finding(t, index + 1, alteration))
        .collect();
    findings[1].therapeutic = vec![
        association(t, Direction::Sensitivity),
        association(t, Direction::Resistance),
    ];
    findings[1].oncogenicity = Some(Oncogenicity {
        class: OncogenicityClass::UncertainSignificance,
        points: 2,
        text: t("Class open: 2 points on the data at hand"),
        criteria: vec![CriterionMet {
            code: Criterion::Om1,
            points: 2,
            why: t("In a region that the knowledge base names."),
            assertions: vec![AssertionId(t("gist.kit-exon-11"))],
        }],
        not_assessed: vec![CriterionOpen {
            code: Criterion::Op4,
            why: t("No population database is embedded."),
        }],
        review_status: t(ONCOGENICITY_AWAITS),
        standard: t(ONCOGENICITY_STANDARD),
    });
    findings[2].prognostic = vec![PrognosticLine {
        assertion: AssertionId(t("ddlps.example")),
        entity: EntityId(t("dedifferentiated-liposarcoma")),
        name: t("Dedifferentiated liposarcoma"),
        outcome: Outcome::Worse,
        statement: t("Shorter survival in one series."),
        entity_relation: EntityRelation::Different,
        evidence: evidence(t, "Hazard ratio 1.8."),
    }];
    findings[2].germline = vec![GermlineLine {
        assertion: AssertionId(t("germline.example")),
        statement: t("This gene can be inherited; counselling is for discussion."),
        evidence: evidence(t, "4 % of cases."),
    }];
    findings
}
