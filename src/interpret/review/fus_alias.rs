//! FUS-ALIAS: A partner was written under an earlier or alias name.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusAlias,
    checks: "A partner was written under an earlier or alias name.",
    why: "The reader who compares with the caller's file has to find the name there.",
    example: "PAX3::FKHR, read as PAX3::FOXO1.",
    source: "Requirement R26; HGNC.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .flat_map(|(index, _, fusion)| {
            [&fusion.five_prime, &fusion.three_prime]
                .into_iter()
                .filter_map(move |partner| {
                    let old = partner.written_as.as_ref()?;
                    let message = format!("{old} read as {} (HGNC).", partner.name());
                    Some(Raised::finding(view, index, RULE.code, message))
                })
        })
        .collect()
}
