//! DX-FUSION-UNEXPECTED-TUMOUR: A fusion is known in other entities and no line of the knowledge base links it to the submitted one.

use crate::domain::{EntityRelation, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxFusionUnexpectedTumour,
    checks: "A fusion is known in other entities and no line of the knowledge base links it to the submitted one.",
    why: "A fusion out of its place may be a passenger, an artefact, or a wrong diagnosis.",
    example: "TPM3::NTRK1 in a submitted leiomyosarcoma.",
    source: "Requirement R17.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if view.subject.histotype().is_none() {
        return Vec::new();
    }
    view.fusions()
        .filter(|(index, _, _)| !view.diagnosis.discordant.contains(index))
        .filter_map(|(index, item, fusion)| {
            let is_here = |relation: EntityRelation| match relation {
                EntityRelation::Same | EntityRelation::Narrower | EntityRelation::Broader => true,
                EntityRelation::Different
                | EntityRelation::Excluded
                | EntityRelation::Undeclared => false,
            };
            let mut links = item.links().peekable();
            links.peek()?;
            if links.any(|(matched, _)| is_here(matched.relation)) {
                return None;
            }
            let message = format!(
                "{} is known in {}; no entry of the knowledge base links it to {}.",
                fusion.label(),
                view.names(item.links().map(|(_, assertion)| &assertion.entity)),
                view.subject.submitted_name()
            );
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
