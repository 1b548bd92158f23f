//! FUS-FRAME-UNKNOWN: Neither a caller nor the breakpoints tell a frame for a fusion whose mechanism is a
//! fusion protein.

use crate::domain::{Frame, FrameRule, Fusion, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusFrameUnknown,
    checks: "Neither a caller nor the breakpoints tell a frame for a fusion whose mechanism is a fusion protein.",
    why: "The reader should know that the frame was not looked at.",
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
        .filter(|(_, _, fusion)| fusion.frame == Frame::Unknown)
        .map(|(index, _, fusion)| Raised::finding(view, index, RULE.code, message(fusion)))
        .collect()
}

fn message(fusion: &Fusion) -> String {
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
