//! VAR-VUS-DEFINING: A protein-changing variant lies in a gene whose other variants define an entity, and is none of these.

use crate::domain::{MatchDegree, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarVusDefining,
    checks: "A protein-changing variant lies in a gene whose other variants define an entity, and is none of these.",
    why: "It is easily read as the known hotspot; its effect is not known.",
    example: "KIT p.A829T in a submitted GIST.",
    source: "Review reasons page, VAR-VUS-DEFINING.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.small_variants()
        .filter(|(_, item, variant)| {
            let in_defining_gene = item.diagnostic().any(|(matched, _)| {
                matched.degree == MatchDegree::Gene
                    && (matched.relation.applies() || item.degree() == MatchDegree::Gene)
            });
            // Without its exon it may be one of these; VAR-NOT-DERIVED says so.
            in_defining_gene && variant.is_derived() && !view.subject.lacks_exon(variant)
        })
        .filter_map(|(index, _, variant)| {
            let gene = variant.gene.as_ref()?;
            let message = format!("Variant of uncertain effect in {gene}.");
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
