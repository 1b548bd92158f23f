//! FUS-OOF: A fusion that matches the knowledge base is predicted out of frame by every record that tells a frame.

use crate::domain::ReasonCode;
use crate::interpret::Concern;
use crate::interpret::review::{Raised, Rule, RuleManual, View};

/// See [`Rule::manual`].
pub struct FusOof;

impl Rule for FusOof {
    fn code(&self) -> ReasonCode {
        ReasonCode::FusOof
    }

    fn manual(&self) -> RuleManual {
        RuleManual {
            checks: "A fusion that matches the knowledge base is predicted out of frame by every record that tells a frame.",
            why: "Without an open frame a fusion protein is not to be assumed; where a promoter swap, an enhancer event or a truncation is the mechanism, a frame means nothing and the rule keeps silent.",
            example: "EWSR1::FLI1 called out-of-frame.",
            source: "Requirement R27; Arriba documentation, output files, reading_frame.",
        }
    }

    fn raise(&self, view: &View<'_>) -> Vec<Raised> {
        view.indexed()
            .filter(|(_, item)| {
                item.matches
                    .iter()
                    .any(|matched| item.concerns(matched).contains(&Concern::OutOfFrame))
            })
            .map(|(index, _)| {
                let message = "Predicted out-of-frame; a functional product is not assumed.";
                Raised::finding(view, index, self.code(), message)
            })
            .collect()
    }
}
