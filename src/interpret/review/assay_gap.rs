//! ASSAY-GAP: Genes that define the submitted entity, or are to be expected altered in it, are outside the declared scope.

use crate::domain::{
    Assay, Detects, DiagnosticPredicate, GeneSymbol, Pattern, ReasonCode, Strength,
};
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::AssayGap,
    checks: "Genes that define the submitted entity, or are to be expected altered in it, are outside the declared scope.",
    why: "A panel that leaves out the entity's own genes cannot speak of it.",
    example: "A panel without SS18 in a submitted synovial sarcoma.",
    source: "Requirement R20.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let (Some(assay), Some(histotype)) = (view.subject.assay, view.subject.histotype()) else {
        return Vec::new();
    };
    let knowledge = view.subject.knowledge;
    let relevant = knowledge
        .diagnostic
        .iter()
        .filter(|assertion| {
            assertion.entity == histotype.id
                && assertion.strength == Strength::Defining
                && assertion.predicate == DiagnosticPredicate::Supports
        })
        .map(|assertion| &assertion.pattern);
    let missing: BTreeSet<&GeneSymbol> = relevant
        .flat_map(|pattern| outside(pattern, assay))
        .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let names: Vec<&str> = missing.into_iter().map(GeneSymbol::as_str).collect();
    let message = format!(
        "Genes relevant to {} that the assay does not cover: {}.",
        histotype.name,
        names.join(", ")
    );
    vec![Raised::case(RULE.code, message)]
}

/// Genes of the pattern that the assay does not see; for a fusion, where it sees neither partner.
fn outside<'p>(pattern: &'p Pattern, assay: &Assay) -> Vec<&'p GeneSymbol> {
    let class = match pattern {
        Pattern::Fusion { .. } | Pattern::Duplication { .. } => {
            let genes = pattern.genes();
            let seen = genes.iter().any(|gene| assay.sees_fusions_of(gene));
            return if seen { Vec::new() } else { genes };
        }
        Pattern::Variant { .. } => Detects::SmallVariant,
        Pattern::CopyNumber { .. } => Detects::CopyNumber,
        Pattern::Rearrangement { .. } => Detects::Rearrangement,
        Pattern::AtLeast { .. } | Pattern::MsiHigh => return Vec::new(),
    };
    let genes = pattern.genes().into_iter();
    genes.filter(|gene| !assay.covers(class, gene)).collect()
}
