//! Known genes at a place, for records without a gene and beside those that a rearrangement names.

use crate::annotate::joined;
use crate::domain::{
    Alteration, Assembly, Call, CopyNumber, CopyNumberCall, GeneSymbol, Rearrangement,
};
use crate::kb::{Genes, KnowledgeBase};
use std::collections::BTreeSet;

/// Gives `call` the known genes at its place where the file names none. A deletion or duplication
/// over whole known genes becomes one copy-number claim for each, beside the rearrangement where
/// its junction is known and breaks a gene; otherwise one call comes back.
pub fn place(mut call: Call, assembly: Option<Assembly>, knowledge: &KnowledgeBase) -> Vec<Call> {
    let Some(assembly) = assembly else {
        return vec![call];
    };
    let genes = &knowledge.genes;
    match &mut call.claim {
        Alteration::SmallVariant(variant) => {
            if call.effects.is_empty() && variant.gene.is_none() {
                variant.gene = variant.span().and_then(|(chrom, start, end)| {
                    let known = genes.at(assembly, chrom, start, end);
                    known.into_iter().next().cloned()
                });
            }
            vec![call]
        }
        Alteration::Rearrangement(rearrangement) => {
            let covered = whole_genes(rearrangement, assembly, genes);
            let ends = genes_at_ends(rearrangement, assembly, genes);
            rearrangement.genes.extend(ends);
            rearrangement.genes.sort();
            rearrangement.genes.dedup();
            rearrangement.candidate = joined::order(rearrangement, assembly, genes).map(Box::new);
            // A junction that breaks a gene is told beside the genes between its ends.
            let breaks = !rearrangement.genes.is_empty() && !rearrangement.sides.is_empty();
            let segment = rearrangement.clone();
            let mut calls = Vec::new();
            if let Some(kind) = segment_call(&segment) {
                let copies = |gene| copy_number(&call, &segment, gene, &kind, assembly);
                calls.extend(covered.into_iter().map(copies));
            }
            if calls.is_empty() || breaks {
                calls.push(call);
            }
            calls
        }
        Alteration::Fusion(_)
        | Alteration::CopyNumber(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => vec![call],
    }
}

/// What a segment amounts to, and by which rule. `None` for what is no segment.
fn segment_call(segment: &Rearrangement) -> Option<(CopyNumberCall, String)> {
    let event = segment.event_type.as_str();
    if let Some(copies) = segment.copies {
        let judged = CopyNumber {
            copies: Some(copies),
            ..CopyNumber::default()
        }
        .judged();
        let threshold = format!("{event} over the whole gene; {}", judged.threshold);
        return Some((judged.call, threshold));
    }
    let unstated = format!("{event} over the whole gene; the number of copies is not stated");
    if event.starts_with("DEL") {
        Some((CopyNumberCall::Loss, unstated))
    } else if event.starts_with("DUP") {
        Some((CopyNumberCall::Gain, unstated))
    } else {
        None
    }
}

fn copy_number(
    call: &Call,
    rearrangement: &Rearrangement,
    gene: GeneSymbol,
    (kind, threshold): &(CopyNumberCall, String),
    assembly: Assembly,
) -> Call {
    Call {
        origin: call.origin.clone(),
        claim: Alteration::CopyNumber(CopyNumber {
            assembly: Some(assembly),
            gene: Some(gene),
            copies: rearrangement.copies,
            call: *kind,
            threshold: threshold.clone(),
            filter: rearrangement.filter.clone(),
            ..CopyNumber::default()
        }),
        effects: Vec::new(),
        standing: call.standing.clone(),
    }
}

/// Known genes that lie wholly between the two ends.
fn whole_genes(
    rearrangement: &Rearrangement,
    assembly: Assembly,
    genes: &Genes,
) -> Vec<GeneSymbol> {
    let (Some(first), Some(second)) = (&rearrangement.first, &rearrangement.second) else {
        return Vec::new();
    };
    if first.chrom != second.chrom {
        return Vec::new();
    }
    let (start, end) = (first.pos.min(second.pos), first.pos.max(second.pos));
    genes
        .at(assembly, &first.chrom, start, end)
        .into_iter()
        .filter(|symbol| {
            genes
                .get(symbol)
                .and_then(|gene| gene.span(assembly))
                .is_some_and(|span| span.start >= start && span.end <= end)
        })
        .cloned()
        .collect()
}

fn genes_at_ends(
    rearrangement: &Rearrangement,
    assembly: Assembly,
    genes: &Genes,
) -> Vec<GeneSymbol> {
    let ends = rearrangement.first.iter().chain(&rearrangement.second);
    let found: BTreeSet<GeneSymbol> = ends
        .flat_map(|end| genes.at(assembly, &end.chrom, end.pos, end.pos))
        .cloned()
        .collect();
    found.into_iter().collect()
}
