//! TX-BOARD: Every association with an agent.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, RuleManual, View};

/// See [`Rule::manual`].
pub struct TxBoard;

impl Rule for TxBoard {
    fn code(&self) -> ReasonCode {
        ReasonCode::TxBoard
    }

    fn manual(&self) -> RuleManual {
        RuleManual {
            checks: "Every association with an agent.",
            why: "An association is for discussion by a sarcoma board; no line of the report is more than that, and none can be rendered without this reason.",
            example: "Imatinib in a GIST with a KIT exon 11 mutation.",
            source: "Requirement R08.",
        }
    }

    fn raise(&self, view: &View<'_>) -> Vec<Raised> {
        view.lines()
            .iter()
            .map(|line| {
                let message = "Association for discussion by a sarcoma multidisciplinary board; \
                               not a treatment recommendation.";
                Raised::line(view, line, self.code(), message)
            })
            .collect()
    }
}
