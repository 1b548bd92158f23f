//! FUS-FRAME-CONFLICT: Records of one event tell different frames.

use crate::domain::{Frame, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusFrameConflict,
    checks: "Records of one event tell different frames.",
    why: "One of the frames is wrong or the event has several transcripts; neither is to be picked silently.",
    example: "Arriba says in-frame, STAR-Fusion says frameshift.",
    source: "Requirements R26 and R28.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter_map(|(index, item, fusion)| {
            let told: BTreeSet<(&str, &str)> = item
                .observed
                .calls
                .iter()
                .filter_map(|call| {
                    let (label, frame) = call.frame.as_ref()?;
                    (*label == fusion.label())
                        .then_some((call.origin.caller.as_str(), word(*frame)?))
                })
                .collect();
            let frames: BTreeSet<&str> = told.iter().map(|(_, frame)| *frame).collect();
            if frames.len() < 2 {
                return None;
            }
            let list: Vec<String> = told
                .iter()
                .map(|(caller, frame)| format!("{caller} {frame}"))
                .collect();
            let message = format!("Frame calls disagree: {}.", list.join(", "));
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}

/// `None` where nothing is told.
fn word(frame: Frame) -> Option<&'static str> {
    match frame {
        Frame::InFrame => Some("in frame"),
        Frame::OutOfFrame => Some("out of frame"),
        Frame::SkippedExons => Some("in frame with skipped exons"),
        Frame::NotApplicable | Frame::Unknown => None,
    }
}
