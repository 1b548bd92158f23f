//! FUS-PARALOG: A partner belongs to a family of look-alike genes.

use crate::domain::{GeneSymbol, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusParalog,
    checks: "A partner belongs to a family of look-alike genes.",
    why: "Short reads do not separate the members; which one is meant may be uncertain.",
    example: "SS18::SSX1 with a row of SS18::SSX2.",
    source: "Requirement R26; review reasons page.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter_map(|(index, _, fusion)| {
            let members: BTreeSet<&str> = fusion
                .genes()
                .filter(|gene| view.subject.knowledge.genes.family(gene).is_some())
                .map(GeneSymbol::as_str)
                .collect();
            if members.is_empty() {
                return None;
            }
            let members: Vec<&str> = members.into_iter().collect();
            let message = format!(
                "{} belongs to a gene family; the exact member is uncertain.",
                members.join(" and ")
            );
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
