//! FUS-OOF: A fusion that matches the knowledge base is predicted out of frame by every record that tells a frame.

use crate::domain::ReasonCode;
use crate::interpret::Concern;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusOof,
    checks: "A fusion that matches the knowledge base is predicted out of frame by every record that tells a frame, or, where none does, by its breakpoints.",
    why: "Without an open frame a fusion protein is not to be assumed; where a promoter swap, an enhancer event or a truncation is the mechanism, a frame means nothing and the rule keeps silent.",
    example: "EWSR1::FLI1 called out-of-frame.",
    source: "Requirement R27; Arriba documentation, output files, reading_frame.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.with_concern(Concern::OutOfFrame)
        .map(|(index, _)| {
            let message = "Predicted out-of-frame; a functional product is not assumed.";
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
