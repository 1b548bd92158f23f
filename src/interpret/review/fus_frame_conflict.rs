//! FUS-FRAME-CONFLICT: Records of one event tell different frames, or another than their breakpoints.

use crate::domain::{Frame, FrameTold, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusFrameConflict,
    checks: "Records of one event tell different frames, or a record tells another frame than its breakpoints do by the transcripts known to the program.",
    why: "One of the frames is wrong or the event has several transcripts; neither is to be picked silently.",
    example: "Arriba says in-frame, STAR-Fusion says frameshift.",
    source: "Requirements R26 and R28.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter_map(|(index, item, fusion)| {
            let records = || {
                item.observed
                    .calls
                    .iter()
                    .filter_map(|call| Some((call.origin.caller.as_str(), call.frame.as_ref()?)))
                    .filter(|(_, frame)| frame.label == fusion.label())
            };
            let mut told: BTreeSet<(&str, &str)> = records()
                .filter_map(|(caller, frame)| Some((caller, word(frame.caller)?)))
                .collect();
            // Each record against its own breakpoints.
            for (_, frame) in records().filter(|(_, frame)| contradicts(frame)) {
                told.extend(word(frame.breakpoints).map(|word| (BREAKPOINTS, word)));
            }
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

/// Stands where a caller's name would.
const BREAKPOINTS: &str = "breakpoints";

/// Whether one says that the frame goes on and the other that it does not.
fn contradicts(told: &FrameTold) -> bool {
    let goes_on = |frame| match frame {
        Frame::InFrame | Frame::SkippedExons => Some(true),
        Frame::OutOfFrame => Some(false),
        Frame::NotApplicable | Frame::Unknown => None,
    };
    match (goes_on(told.caller), goes_on(told.breakpoints)) {
        (Some(caller), Some(breakpoints)) => caller != breakpoints,
        (Some(_) | None, _) => false,
    }
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
