//! CN-NOMDM2-CDK4: One of MDM2 and CDK4 is amplified and the other was measured and is not, in an adipocytic tumour in which both are known, or without a submitted histotype.

use crate::domain::{
    Alteration, CopyNumber, CopyNumberCall, Detects, Entity, GeneSymbol, Pattern, ReasonCode,
};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::CnNomdm2Cdk4,
    checks: "One of MDM2 and CDK4 is amplified and the other was measured and is not, in an adipocytic tumour in which both are known, or without a submitted histotype.",
    why: "Atypical lipomatous tumour and dedifferentiated liposarcoma mostly carry both; one alone asks for a second look.",
    example: "CDK4 at 20 copies and MDM2 at 2 in a submitted dedifferentiated liposarcoma.",
    source: "Review reasons page, CN-NOMDM2-CDK4.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if view
        .subject
        .histotype()
        .is_some_and(|entity| !has_both(view, entity))
    {
        return Vec::new();
    }
    [("MDM2", "CDK4"), ("CDK4", "MDM2")]
        .into_iter()
        .filter(|(_, lacking)| is_measured(view, lacking))
        .filter_map(|(amplified, lacking)| {
            let (index, _, _) = amplification(view, amplified)?;
            if amplification(view, lacking).is_some() {
                return None;
            }
            let message = format!(
                "{amplified} is amplified without {lacking}: unusual for atypical lipomatous \
                 tumour, well-differentiated and dedifferentiated liposarcoma."
            );
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}

fn amplification<'v>(
    view: &View<'v>,
    gene: &str,
) -> Option<(usize, &'v crate::interpret::Item, &'v CopyNumber)> {
    view.copy_numbers().find(|(_, item, found)| {
        item.observed.passed() && is_of(found, gene) && found.call == CopyNumberCall::Amplification
    })
}

fn is_of(found: &CopyNumber, gene: &str) -> bool {
    found.gene.as_ref().map(GeneSymbol::as_str) == Some(gene)
}

/// Whether the gene's copies were measured: a record tells them, or the assay covers the gene and a
/// file was given.
fn is_measured(view: &View<'_>, gene: &str) -> bool {
    let elsewhere = view
        .filtered
        .iter()
        .map(|other| &other.alteration)
        .chain(view.uninterpreted.iter().map(|other| &other.alteration));
    let is_told = view
        .items
        .iter()
        .map(|item| &item.observed.alteration)
        .chain(elsewhere)
        .any(|alteration| match alteration {
            Alteration::CopyNumber(found) => is_of(found, gene),
            Alteration::SmallVariant(_)
            | Alteration::Fusion(_)
            | Alteration::Rearrangement(_)
            | Alteration::TandemDuplication(_)
            | Alteration::Biomarker(_) => false,
        });
    let in_scope = GeneSymbol::new(gene).is_some_and(|gene| {
        view.subject
            .assay
            .is_some_and(|assay| assay.covers(Detects::CopyNumber, &gene))
    });
    is_told || (in_scope && view.subject.provided.contains(&Detects::CopyNumber))
}

/// Whether both amplifications are known in the adipocytic entity.
fn has_both(view: &View<'_>, entity: &Entity) -> bool {
    let is_known = |wanted: &str| {
        view.subject.knowledge.diagnostic.iter().any(|assertion| {
            assertion.entity == entity.id
                && matches!(&assertion.pattern, Pattern::CopyNumber { gene, call }
                    if gene.as_str() == wanted && *call == CopyNumberCall::Amplification)
        })
    };
    entity.category == "adipocytic" && is_known("MDM2") && is_known("CDK4")
}
