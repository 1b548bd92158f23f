//! Plain words for what the domain names by a code or not at all.

use crate::domain::{
    Access, Analyte, AnnotationOrigin, CentreKind, Confidence, DiagnosisRelation, DiagnosisStatus,
    DiagnosticPredicate, DispositionKind, Evidence, Frame, Fusion, JunctionPlace, JunctionRelation,
    Origin, Outcome, PartnerOrder, PathologyReview, Report, ReportStatus, StudyKind, TherapyState,
};
use crate::render::text::Text;
use std::fmt::Display;

/// Stands where there is nothing, so that nothing is not taken for forgotten.
pub const NONE: &str = "NONE";
/// Stands where something was not looked at.
pub const NOT_ASSESSED: &str = "NOT ASSESSED";
/// Stands where neither a file nor the laboratory says.
pub const NOT_STATED: &str = "NOT STATED";
/// Stands inside every association with therapy.
pub const FOR_BOARD: &str = "for discussion by a sarcoma multidisciplinary board";

/// The report's standing, for its first lines.
pub fn sign_off(status: ReportStatus) -> &'static str {
    match status {
        ReportStatus::Draft => "NOT SIGNED OFF - EXPERT SARCOMA REVIEW REQUIRED",
        ReportStatus::Signed => "SIGNED - EXPERT DECISIONS ARE RECORDED BESIDE THE FINDINGS",
    }
}

/// `value`, or that nobody states it.
pub fn stated(value: Option<impl Display>) -> Text {
    value.map_or_else(|| Text::new(NOT_STATED), Text::new)
}

/// `items` joined by commas, or [`NONE`].
pub fn listed<T: Display>(items: &[T]) -> String {
    if items.is_empty() {
        return NONE.to_owned();
    }
    items
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

/// `1 finding`, `2 findings`.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// `yes`, `no`, or that nobody states it.
pub fn yes_no(value: Option<bool>) -> Text {
    stated(value.map(|yes| if yes { "yes" } else { "no" }))
}

/// Where a record was read; files are numbered from 1 as in the table of inputs.
pub fn place(origin: &Origin) -> String {
    format!(
        "file {}, line {} ({})",
        origin.input.saturating_add(1),
        origin.line,
        origin.caller
    )
}

/// One source and what it showed.
pub fn evidence(evidence: &Evidence) -> Text {
    Text::new(&evidence.shows)
        .then(format!(" {}", evidence.cite))
        .small(format!("{} · {}", evidence.source, study(evidence.kind)))
}

/// The submitted diagnosis as a reader would say it.
pub fn submitted(report: &Report) -> String {
    let submitted = &report.diagnosis.submitted;
    match (&submitted.text, &submitted.name) {
        (None, _) => "NONE submitted".to_owned(),
        (Some(text), Some(name)) if !text.eq_ignore_ascii_case(name) => {
            format!("{text} (read as: {name})")
        }
        (Some(text), _) => text.clone(),
    }
}

/// The relation in a plain sentence.
pub fn relation(relation: DiagnosisRelation) -> &'static str {
    match relation {
        DiagnosisRelation::Supports => "The findings support the submitted diagnosis.",
        DiagnosisRelation::Compatible => {
            "The findings are compatible with the submitted diagnosis."
        }
        DiagnosisRelation::Discordant => "The findings disagree with the submitted diagnosis.",
        DiagnosisRelation::ExpectedAbsent => {
            "An alteration to expect in the submitted diagnosis was not detected."
        }
        DiagnosisRelation::NotAssessable => {
            "The submitted diagnosis could not be assessed; this says nothing for or against it."
        }
        DiagnosisRelation::NonInformative => {
            "The findings neither support nor contradict the submitted diagnosis."
        }
    }
}

/// What is to be done about a finding.
pub fn disposition(kind: DispositionKind) -> &'static str {
    match kind {
        DispositionKind::ExpertReview => "An expert has to look",
        DispositionKind::ConsistentWithDiagnosis => "Fits the submitted and confirmed diagnosis",
        DispositionKind::NoKnownImplication => "No known implication for the submitted diagnosis",
    }
}

/// The disposition's code.
pub fn disposition_code(kind: DispositionKind) -> &'static str {
    match kind {
        DispositionKind::ExpertReview => "expert-review",
        DispositionKind::ConsistentWithDiagnosis => "consistent-with-diagnosis",
        DispositionKind::NoKnownImplication => "no-known-implication",
    }
}

/// State of the associations with therapy.
pub fn therapy(state: TherapyState) -> &'static str {
    match state {
        TherapyState::None => "NONE: the report lists no association with therapy.",
        TherapyState::Held => "WITHHELD: associations with therapy are not shown.",
        TherapyState::Listed => "LISTED for discussion by a sarcoma multidisciplinary board.",
    }
}

/// How firm the submitted diagnosis is.
pub fn diagnosis_status(status: DiagnosisStatus) -> &'static str {
    match status {
        DiagnosisStatus::Confirmed => "confirmed",
        DiagnosisStatus::Provisional => "provisional",
        DiagnosisStatus::Unknown => NOT_STATED,
    }
}

/// Who reviewed the pathology.
pub fn pathology_review(review: PathologyReview) -> &'static str {
    match review {
        PathologyReview::SarcomaExpert => "by a sarcoma pathologist",
        PathologyReview::General => "by a general pathologist",
        PathologyReview::None => NONE,
        PathologyReview::Unknown => NOT_STATED,
    }
}

/// Kind of the submitting centre.
pub fn centre(kind: CentreKind) -> &'static str {
    match kind {
        CentreKind::Expert => "sarcoma reference centre",
        CentreKind::NonExpert => "not a sarcoma reference centre",
        CentreKind::Unknown => NOT_STATED,
    }
}

/// How sure the order of a fusion's genes is.
pub fn order(order: PartnerOrder) -> &'static str {
    match order {
        PartnerOrder::Stated => "stated by the caller",
        PartnerOrder::Unoriented => "not claimed by the caller: either gene may be the 5′ one",
        PartnerOrder::Unknown => "unknown: either gene may be the 5′ one",
    }
}

/// The reading frame.
pub fn frame(frame: Frame) -> &'static str {
    match frame {
        Frame::InFrame => "in frame",
        Frame::OutOfFrame => "out of frame, or stopped before the junction",
        Frame::SkippedExons => "in frame when exons are skipped",
        Frame::NotApplicable => "not applicable: the mechanism is not a fusion protein",
        Frame::Unknown => "NOT STATED by the caller",
    }
}

/// The frame of a fusion, and who says so.
pub fn frame_of(fusion: &Fusion) -> String {
    let frame = frame(fusion.frame);
    match (fusion.frame, fusion.frame_from_breakpoints) {
        (Frame::Unknown, _) => frame.to_owned(),
        (_, true) => format!("{frame} (by the breakpoints; no caller states it)"),
        (_, false) => format!("{frame} (as the caller states it)"),
    }
}

/// How a breakpoint lies to the exons.
pub fn junction_place(place: JunctionPlace) -> &'static str {
    match place {
        JunctionPlace::SpliceSite => "end of an exon",
        JunctionPlace::Exon => "inside an exon",
        JunctionPlace::Intron => "inside an intron",
        JunctionPlace::Outside => "outside the transcript",
    }
}

/// The caller's own grade.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

/// How a further junction relates to the main one.
pub fn junction(relation: JunctionRelation) -> &'static str {
    match relation {
        JunctionRelation::Alternative => "another breakpoint or isoform",
        JunctionRelation::Reciprocal => "reverse product",
        JunctionRelation::Paralogue => "another member of the gene family",
        JunctionRelation::SameBreakpoint => "same breakpoints under another name",
    }
}

/// Where the description of a variant's effect comes from.
pub fn annotation(origin: AnnotationOrigin) -> &'static str {
    match origin {
        AnnotationOrigin::File => "the input file",
        AnnotationOrigin::Computed => "worked out by this program",
    }
}

/// Supports or excludes.
pub fn predicate(predicate: DiagnosticPredicate) -> &'static str {
    match predicate {
        DiagnosticPredicate::Supports => "speaks for",
        DiagnosticPredicate::Excludes => "speaks against",
    }
}

/// Better or worse.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Better => "better course",
        Outcome::Worse => "worse course",
    }
}

/// Kind of study.
pub fn study(kind: StudyKind) -> &'static str {
    match kind {
        StudyKind::Guideline => "guideline",
        StudyKind::ConsensusReview => "consensus review",
        StudyKind::Phase3 => "phase 3 trial",
        StudyKind::Phase2 => "phase 2 trial",
        StudyKind::Phase1 => "phase 1 trial",
        StudyKind::RetrospectiveSeries => "retrospective series",
        StudyKind::CaseReport => "case report",
        StudyKind::Preclinical => "preclinical",
        StudyKind::Review => "review",
        StudyKind::RegulatoryNotice => "regulatory notice",
        StudyKind::Reference => "reference text",
    }
}

/// How a file was read.
pub fn access(access: Access) -> &'static str {
    match access {
        Access::Whole => "whole file",
        Access::Indexed => "regions of interest only; the rest was not read",
    }
}

/// What was sequenced.
pub fn analyte(analyte: &Analyte) -> &'static str {
    match analyte {
        Analyte::DNA => "DNA",
        Analyte::RNA => "RNA",
    }
}
