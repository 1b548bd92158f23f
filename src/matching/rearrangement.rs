//! DNA rearrangements against `rearrangement GENE`, and against fusions by their genes; changes
//! within one gene against `loss GENE`.

use crate::domain::{
    CopyNumberCall, ExonChange, ExonChangeKind, FusedOrder, GeneSymbol, Locus, MatchDegree,
    PartnerSet, Pattern, Rearrangement,
};
use crate::kb::KnowledgeBase;
use crate::matching::Met;

/// How `pattern` is met. Two joined ends in the two genes of a known fusion meet the pair; that
/// the order in a transcript is not known from DNA is weighed with the evidence. Where the strands
/// allow the reverse order alone, only the reciprocal junction was seen. Look-alikes of a family
/// count as the gene.
pub(super) fn meets(
    rearrangement: &Rearrangement,
    pattern: &Pattern,
    knowledge: &KnowledgeBase,
) -> Option<Met> {
    if let Some(change) = rearrangement.within_gene {
        return within_gene(rearrangement, change, pattern);
    }
    match pattern {
        Pattern::Rearrangement { gene } => (rearrangement.genes.contains(gene)
            && !is_insertion(rearrangement))
        .then_some(Met::as_is(MatchDegree::Exact)),
        Pattern::Fusion {
            five_prime,
            three_prime,
        } => pairs(rearrangement, knowledge)
            .filter_map(|pair| fused(rearrangement, pair, (five_prime, three_prime), knowledge))
            .min_by_key(|met| met.reciprocal_only),
        Pattern::Variant { .. }
        | Pattern::CopyNumber { .. }
        | Pattern::Duplication { .. }
        | Pattern::AtLeast { .. }
        | Pattern::MsiHigh => None,
    }
}

/// Lost exons are a loss of the gene, whether or not the other copy is there; a pattern that wants
/// both gone is met in part. Nothing within a gene is a break with a partner.
fn within_gene(event: &Rearrangement, change: ExonChange, pattern: &Pattern) -> Option<Met> {
    match (pattern, change.kind) {
        (Pattern::CopyNumber { gene, call }, ExonChangeKind::Deletion)
            if event.genes.contains(gene) =>
        {
            match call {
                CopyNumberCall::Loss => Some(Met::as_is(MatchDegree::Exact)),
                CopyNumberCall::Deletion => Some(Met::as_is(MatchDegree::Gene)),
                CopyNumberCall::Amplification | CopyNumberCall::Gain | CopyNumberCall::Neutral => {
                    None
                }
            }
        }
        (
            Pattern::CopyNumber { .. },
            ExonChangeKind::Deletion | ExonChangeKind::Inversion | ExonChangeKind::Unclear,
        )
        | (
            Pattern::Fusion { .. }
            | Pattern::Variant { .. }
            | Pattern::Duplication { .. }
            | Pattern::Rearrangement { .. }
            | Pattern::AtLeast { .. }
            | Pattern::MsiHigh,
            _,
        ) => None,
    }
}

/// Whether something was inserted at one place: no two places are joined, so no gene is broken away
/// from its own.
fn is_insertion(rearrangement: &Rearrangement) -> bool {
    let at_one_place = rearrangement
        .second
        .as_ref()
        .is_none_or(|second| rearrangement.first.as_ref() == Some(second));
    at_one_place && rearrangement.event_type.starts_with("INS")
}

/// Every two genes of which one may lie at the first end and one at the second.
fn pairs<'a>(
    rearrangement: &'a Rearrangement,
    knowledge: &KnowledgeBase,
) -> impl Iterator<Item = (&'a GeneSymbol, &'a GeneSymbol)> {
    let lies = |gene: &GeneSymbol, end: Option<&Locus>| {
        let span = rearrangement
            .assembly
            .and_then(|assembly| knowledge.genes.get(gene)?.span(assembly));
        match (span, end) {
            (Some(span), Some(end)) => {
                span.chrom == end.chrom && span.start <= end.pos && end.pos <= span.end
            }
            // A gene without a place may lie at either.
            (None, _) | (Some(_), None) => true,
        }
    };
    let ends: Vec<(&GeneSymbol, bool, bool)> = rearrangement
        .genes
        .iter()
        .map(|gene| {
            let at_first = lies(gene, rearrangement.first.as_ref());
            let at_second = lies(gene, rearrangement.second.as_ref());
            // The file may name a gene by a longer transcript than is known.
            let nowhere = !at_first && !at_second;
            (gene, at_first || nowhere, at_second || nowhere)
        })
        .collect();
    let mut pairs = Vec::new();
    for (index, (one, first, second)) in ends.iter().enumerate() {
        for (other, other_first, other_second) in ends.iter().skip(index + 1) {
            if (*first && *other_second) || (*second && *other_first) {
                pairs.push((*one, *other));
            }
        }
    }
    pairs.into_iter()
}

/// How a pair of genes meets a pair of sets.
fn fused(
    rearrangement: &Rearrangement,
    (one, other): (&GeneSymbol, &GeneSymbol),
    (five_prime, three_prime): (&PartnerSet, &PartnerSet),
    knowledge: &KnowledgeBase,
) -> Option<Met> {
    let is = |five: &GeneSymbol, three: &GeneSymbol| {
        knowledge.names(five_prime, five) && knowledge.names(three_prime, three)
    };
    if !is(one, other) && !is(other, one) {
        return None;
    }
    let reciprocal_only = match rearrangement.candidate.as_deref() {
        Some(FusedOrder::One {
            five_prime: five,
            three_prime: three,
        }) => {
            let of_pair = [one, other].contains(&five) && [one, other].contains(&three);
            of_pair && !is(five, three)
        }
        Some(FusedOrder::Both | FusedOrder::Neither) | None => false,
    };
    Some(Met {
        degree: MatchDegree::Pair,
        reciprocal_only,
    })
}
