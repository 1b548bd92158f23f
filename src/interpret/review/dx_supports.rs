//! DX-SUPPORTS: A defining alteration of the submitted entity was seen in full, on good evidence.

use crate::domain::{Alteration, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};
use crate::interpret::sentence;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxSupports,
    checks: "A defining alteration of the submitted entity was seen in full, on good evidence.",
    why: "It supports the diagnosis that pathology made; it does not make it.",
    example: "EWSR1::FLI1, in frame, 90 reads, in a submitted Ewing sarcoma.",
    source: "Requirement R03.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.items_at(&view.diagnosis.supporting)
        .map(|(index, item)| {
            let order = match &item.observed.alteration {
                Alteration::Fusion(fusion) => sentence::order(fusion.order),
                Alteration::SmallVariant(_)
                | Alteration::CopyNumber(_)
                | Alteration::Rearrangement(_)
                | Alteration::TandemDuplication(_)
                | Alteration::Biomarker(_) => "",
            };
            let message = format!(
                "{} is a defining alteration of {}; it supports the submitted diagnosis when \
                 morphology agrees.{order}",
                item.label(),
                view.subject.submitted_name()
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
