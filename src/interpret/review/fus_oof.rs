//! FUS-OOF: A fusion that matches the knowledge base is predicted out of frame by every record that tells a frame.

use crate::domain::{Alteration, Frame, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};
use crate::interpret::{Concern, Item};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusOof,
    checks: "A fusion that matches the knowledge base is predicted out of frame by every record that tells a frame, or, where none does, makes no fusion protein by its breakpoints.",
    why: "Without an open frame a fusion protein is not to be assumed; where a promoter swap, an enhancer event or a truncation is the mechanism, a frame means nothing and the rule keeps silent.",
    example: "EWSR1::FLI1 called out-of-frame.",
    source: "Requirement R27; Arriba documentation, output files, reading_frame.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.with_concern(Concern::OutOfFrame)
        .map(|(index, item)| Raised::finding(view, index, RULE.code, message(item)))
        .collect()
}

fn message(item: &Item) -> String {
    let predicted = match &item.observed.alteration {
        Alteration::Fusion(fusion) if fusion.frame == Frame::NotApplicable => {
            fusion.predicted.as_ref()
        }
        Alteration::Fusion(_)
        | Alteration::SmallVariant(_)
        | Alteration::CopyNumber(_)
        | Alteration::Rearrangement(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => None,
    };
    match predicted {
        Some(predicted) => format!(
            "By the breakpoints no fusion protein is made ({}), though the known fusion acts by one; \
             a functional product is not assumed.",
            predicted.kind
        ),
        None => "Predicted out-of-frame; a functional product is not assumed.".to_owned(),
    }
}
