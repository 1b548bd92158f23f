//! FUS-LOWSUPPORT: Few reads support the event, or its caller grades it low.

use crate::domain::{Alteration, ReasonCode};
use crate::interpret::Concern;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusLowsupport,
    checks: "Few reads support the event, or its caller grades it low.",
    why: "Few reads are often an artefact; a rare true event with few reads needs a second method.",
    example: "SS18::SSX1 with two junction reads.",
    source: "Requirement R27; formats page, tumour support summary.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.with_concern(Concern::LowSupport)
        .map(|(index, item)| {
            let reads = match &item.observed.alteration {
                Alteration::Fusion(fusion) => fusion.support(),
                Alteration::TandemDuplication(duplication) => duplication.support(),
                Alteration::SmallVariant(_)
                | Alteration::CopyNumber(_)
                | Alteration::Rearrangement(_)
                | Alteration::Biomarker(_) => None,
            };
            let reads = reads.map_or_else(
                || "graded low by its caller".to_owned(),
                |reads| format!("{reads} reads and pairs"),
            );
            let message = format!(
                "Low read support ({reads}). Confirmation by an independent method is needed."
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
