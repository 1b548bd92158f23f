//! FUS-DOMAIN-LOST: A known fusion keeps a part of a gene that is told to be lost here (or the reverse), or its junction lies outside the exons that are expected.

use crate::domain::ReasonCode;
use crate::interpret::requirements;
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusDomainLost,
    checks: "A known fusion keeps a part of a gene that is told to be lost here (or the reverse), or its junction lies outside the exons that are expected.",
    why: "Without its kinase or its DNA-binding domain the known mechanism cannot work; such a fusion may be a passenger.",
    example: "ETV6::NTRK3 with the kinase of NTRK3 among the lost domains.",
    source: "Requirement R26; knowledge base, requires.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .flat_map(|(index, item, fusion)| {
            let unmet: BTreeSet<String> = item
                .links()
                .filter(|(matched, _)| !matched.reciprocal_only)
                .flat_map(|(_, assertion)| &assertion.requires)
                .filter_map(|requirement| requirements::unmet(fusion, requirement))
                .collect();
            unmet
                .into_iter()
                .map(move |message| Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
