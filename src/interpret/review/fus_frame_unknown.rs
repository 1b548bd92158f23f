//! FUS-FRAME-UNKNOWN: Neither a caller nor the breakpoints tell a frame for a fusion whose mechanism is a
//! fusion protein.

use crate::domain::{Frame, FrameRule, Fusion, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusFrameUnknown,
    checks: "Neither a caller nor the breakpoints tell a frame for a fusion whose mechanism is a fusion protein.",
    why: "The reader should know that the frame was not looked at, or that these breakpoints make no fusion protein.",
    example: "A STAR-Fusion table without the coding-effect columns, one breakpoint inside an intron.",
    source: "Requirement R26.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter(|(_, item, _)| {
            item.diagnostic()
                .any(|(_, assertion)| assertion.frame == FrameRule::Expected)
        })
        .filter_map(|(index, _, fusion)| {
            let message = match fusion.frame {
                Frame::Unknown => unknown(fusion),
                Frame::NotApplicable => without_protein(fusion)?,
                Frame::InFrame | Frame::OutOfFrame | Frame::SkippedExons => return None,
            };
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}

fn unknown(fusion: &Fusion) -> String {
    let because = fusion
        .predicted
        .as_ref()
        .and_then(|predicted| predicted.because.as_ref());
    match because {
        Some(because) => {
            format!("Frame not provided by the caller, nor by the breakpoints: {because}.")
        }
        None => "Frame not provided by the caller.".to_owned(),
    }
}

/// The known fusion acts by its protein, and these breakpoints would make none. `None` where it is the
/// caller that calls the frame not applicable.
fn without_protein(fusion: &Fusion) -> Option<String> {
    let predicted = fusion
        .predicted
        .as_ref()
        .filter(|_| fusion.frame_from_breakpoints)?;
    Some(format!(
        "Frame not provided by the caller; by the breakpoints no fusion protein is made ({}), though the \
         known fusion acts by one.",
        predicted.kind
    ))
}
