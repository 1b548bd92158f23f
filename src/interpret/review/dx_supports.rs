//! DX-SUPPORTS: A defining alteration of the submitted entity was seen in full, on good evidence.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, RuleManual, View};

/// See [`Rule::manual`].
pub struct DxSupports;

impl Rule for DxSupports {
    fn code(&self) -> ReasonCode {
        ReasonCode::DxSupports
    }

    fn manual(&self) -> RuleManual {
        RuleManual {
            checks: "A defining alteration of the submitted entity was seen in full, on good evidence.",
            why: "It supports the diagnosis that pathology made; it does not make it.",
            example: "EWSR1::FLI1, in frame, 90 reads, in a submitted Ewing sarcoma.",
            source: "Requirement R03.",
        }
    }

    fn raise(&self, view: &View<'_>) -> Vec<Raised> {
        view.diagnosis
            .supporting
            .iter()
            .filter_map(|index| {
                let item = view.items.get(*index)?;
                let message = format!(
                    "{} is a defining alteration of {}; it supports the submitted diagnosis when \
                     morphology agrees.",
                    item.label(),
                    view.subject.submitted_name()
                );
                Some(Raised::finding(view, *index, self.code(), message))
            })
            .collect()
    }
}
