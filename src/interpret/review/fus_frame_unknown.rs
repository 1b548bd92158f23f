//! FUS-FRAME-UNKNOWN: No caller told a frame for a fusion whose mechanism is a fusion protein.

use crate::domain::{Frame, FrameRule, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusFrameUnknown,
    checks: "No caller told a frame for a fusion whose mechanism is a fusion protein.",
    why: "The reader should know that the frame was not looked at.",
    example: "A STAR-Fusion table without the coding-effect columns.",
    source: "Requirement R26.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter(|(_, _, fusion)| fusion.frame == Frame::Unknown)
        .filter(|(_, item, _)| {
            item.diagnostic()
                .any(|(_, assertion)| assertion.frame == FrameRule::Expected)
        })
        .map(|(index, _, _)| {
            Raised::finding(view, index, RULE.code, "Frame not provided by the caller.")
        })
        .collect()
}
