//! Why the evidence for an observation is weaker than it should be (requirement R27).

use crate::domain::{
    Alteration, Asserted, Confidence, DiagnosticAssertion, Frame, FrameRule, Fusion, FusionLimits,
    Match, MatchDegree, Observed, Standing,
};

/// One weakness of the evidence. With any, a defining alteration does not yield SUPPORTS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// No record passed its caller's filters.
    Filtered,
    /// Seen only in a list of discarded candidates.
    Discarded,
    /// Few reads, or the caller grades it low.
    LowSupport,
    /// A part that the known fusion keeps was lost, or the reverse.
    PartLost,
    /// Out of frame in every record that tells a frame, or else no fusion protein by the breakpoints,
    /// where a fusion protein is the mechanism.
    OutOfFrame,
    /// Only the reverse product of the known fusion was seen.
    ReciprocalOnly,
    /// Two genes of a known fusion are joined in DNA; which is 5' in a transcript is not known.
    OrderUnknown,
    /// Only a gain or loss where the known change is an amplification or deletion; only a part of
    /// a known pattern.
    PartialMatch,
}

/// The weaknesses of `observed` as far as they do not depend on the assertion. Callers have no common
/// scale of support, so the limits are ours or the laboratory's.
pub fn of_observation(observed: &Observed, limits: &FusionLimits) -> Vec<Concern> {
    let mut concerns = Vec::new();
    if !observed.passed() {
        let discarded = observed
            .calls
            .iter()
            .any(|call| matches!(call.standing, Standing::Discarded(_)));
        concerns.push(if discarded {
            Concern::Discarded
        } else {
            Concern::Filtered
        });
    }
    let low = match &observed.alteration {
        Alteration::Fusion(fusion) => low_support(fusion, limits),
        Alteration::TandemDuplication(duplication) => {
            let reads = duplication.support();
            reads.is_some_and(|reads| reads < limits.min_reads)
        }
        Alteration::SmallVariant(_)
        | Alteration::CopyNumber(_)
        | Alteration::Rearrangement(_)
        | Alteration::Biomarker(_) => false,
    };
    if low {
        concerns.push(Concern::LowSupport);
    }
    concerns
}

fn low_support(fusion: &Fusion, limits: &FusionLimits) -> bool {
    let few = fusion
        .support()
        .is_some_and(|reads| reads < limits.min_reads);
    let few_split = fusion
        .split_reads
        .is_some_and(|reads| reads < limits.min_split_reads);
    few || few_split || fusion.confidence == Some(Confidence::Low)
}

/// The further weaknesses of `observed` as evidence for one assertion, `matches` being every
/// assertion that it meets.
pub fn of_match(observed: &Observed, matched: &Match, matches: &[Match]) -> Vec<Concern> {
    let mut concerns = Vec::new();
    if !matched.degree.is_full() {
        concerns.push(Concern::PartialMatch);
    }
    if matched.reciprocal_only {
        concerns.push(Concern::ReciprocalOnly);
    }
    if let Alteration::Rearrangement(_) = &observed.alteration
        && matched.degree == MatchDegree::Pair
    {
        concerns.push(Concern::OrderUnknown);
    }
    if let Alteration::Fusion(fusion) = &observed.alteration {
        let frame_counts = match &matched.asserted {
            Asserted::Diagnostic(assertion) => needs_frame(assertion),
            Asserted::Therapeutic(_) => !acts_without_protein(matches),
            Asserted::Expected(_) | Asserted::Prognostic(_) | Asserted::Germline(_) => false,
        };
        if frame_counts && makes_no_fusion_protein(fusion) {
            concerns.push(Concern::OutOfFrame);
        }
    }
    concerns
}

/// The knowledge base says of every promoter swap, enhancer event and truncation that is never in frame
/// by nature that a frame does not apply.
fn needs_frame(assertion: &DiagnosticAssertion) -> bool {
    match assertion.frame {
        FrameRule::Expected => true,
        FrameRule::NotApplicable => false,
    }
}

/// Whether the event is known, and only known, to act without a fusion protein.
fn acts_without_protein(matches: &[Match]) -> bool {
    let mut known = matches
        .iter()
        .filter(|matched| matched.degree.is_full())
        .filter_map(Match::diagnostic)
        .peekable();
    known.peek().is_some() && known.all(|assertion| !needs_frame(assertion))
}

/// Out of frame; or, where no caller tells a frame, made without the coding part of one of the genes.
fn makes_no_fusion_protein(fusion: &Fusion) -> bool {
    match fusion.frame {
        Frame::OutOfFrame => true,
        Frame::NotApplicable => fusion.frame_from_breakpoints,
        Frame::InFrame | Frame::SkippedExons | Frame::Unknown => false,
    }
}
