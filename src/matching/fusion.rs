//! Fusions against `fusion A::B`.

use crate::domain::{Fusion, GeneSymbol, MatchDegree, PartnerOrder, PartnerSet, Pattern};
use crate::kb::{Anchor, KnowledgeBase};
use crate::matching::Met;

/// How `pattern` is met. Look-alikes of a family count as the gene. Where the caller claims no
/// order, either order meets the pattern; where it states the reverse, only the reciprocal
/// product was seen.
pub(super) fn meets(fusion: &Fusion, pattern: &Pattern, knowledge: &KnowledgeBase) -> Option<Met> {
    let (five, three) = match pattern {
        Pattern::Fusion {
            five_prime,
            three_prime,
        } => (five_prime, three_prime),
        Pattern::Variant { .. }
        | Pattern::CopyNumber { .. }
        | Pattern::Duplication { .. }
        | Pattern::Rearrangement { .. }
        | Pattern::AtLeast { .. }
        | Pattern::MsiHigh => return None,
    };
    let (first, second) = (
        fusion.five_prime.gene.as_ref(),
        fusion.three_prime.gene.as_ref(),
    );
    if first.is_some() && first == second {
        return None; // Within one gene: no pair.
    }
    let unordered = match fusion.order {
        PartnerOrder::Stated => false,
        PartnerOrder::Unoriented | PartnerOrder::Unknown => true,
    };
    let side = |set: &PartnerSet, gene: Option<&GeneSymbol>| match set {
        // Any partner will do, but one must be there.
        PartnerSet::Any => gene.is_some(),
        PartnerSet::Genes(_) => gene.is_some_and(|gene| knowledge.names(set, gene)),
    };
    let forward = side(five, first) && side(three, second);
    let backward = side(five, second) && side(three, first);
    if forward || (unordered && backward) {
        return Some(Met::as_is(MatchDegree::Pair));
    }
    let wildcard = *five == PartnerSet::Any || *three == PartnerSet::Any;
    if backward && !wildcard {
        return Some(Met {
            degree: MatchDegree::Pair,
            reciprocal_only: true,
        });
    }
    let anchored = |set: &PartnerSet, gene: Option<&GeneSymbol>, place: Anchor| {
        gene.is_some_and(|gene| knowledge.names(set, gene) && is_anchor(gene, place, knowledge))
    };
    let one_partner = anchored(five, first, Anchor::FivePrime)
        || anchored(three, second, Anchor::ThreePrime)
        || (unordered
            && (anchored(five, second, Anchor::FivePrime)
                || anchored(three, first, Anchor::ThreePrime)));
    one_partner.then_some(Met::as_is(MatchDegree::OnePartner))
}

/// Whether the gene is known to take many partners in that place.
fn is_anchor(gene: &GeneSymbol, place: Anchor, knowledge: &KnowledgeBase) -> bool {
    knowledge
        .genes
        .get(gene)
        .and_then(|gene| gene.anchor)
        .is_some_and(|anchor| anchor == Anchor::Both || anchor == place)
}
