//! A segment of a copy-number profile becomes its cytobands and the known genes in it.
//!
//! The record itself stays one claim, told by its bands. Beside it stands one claim a gene: for
//! every known gene that is amplified or has no copy left, and for a gain or loss only where the
//! knowledge base looks for a change of that gene's copies, since a gained chromosome arm holds
//! hundreds of genes. A gain or amplification must hold the whole gene; a loss may end inside it.

use crate::domain::{Alteration, Assembly, Call, CopyNumber, CopyNumberCall, GeneSymbol, Region};
use crate::genome::bands;
use crate::kb::{Genes, KnowledgeBase};

/// The claims of one segment, the segment itself first; any other call as it is.
pub fn place_segment(call: Call, assembly: Assembly, knowledge: &KnowledgeBase) -> Vec<Call> {
    claims(&call, assembly, knowledge).unwrap_or_else(|| vec![call])
}

/// `None`: `call` is no segment.
fn claims(call: &Call, assembly: Assembly, knowledge: &KnowledgeBase) -> Option<Vec<Call>> {
    let Alteration::CopyNumber(copy_number) = &call.claim else {
        return None;
    };
    let region = copy_number.region.as_ref()?;
    if copy_number.gene.is_some() {
        return None;
    }
    let mut whole = copy_number.clone();
    let bands = bands(assembly, &region.chrom, region.start, region.end);
    let region = Region {
        // A contig without bands is told by its place, once and for all.
        bands: Some(bands.unwrap_or_else(|| region.to_string())),
        ..region.clone()
    };
    let inside = known_genes(copy_number, &region, assembly, &knowledge.genes);
    let claims = inside
        .iter()
        .filter(|gene| is_told(gene, copy_number.call, knowledge))
        .filter(|gene| !needs_whole(copy_number.call) || holds(&region, gene, assembly, knowledge))
        .map(|gene| CopyNumber {
            gene: Some(gene.clone()),
            region: Some(region.clone()),
            genes: Vec::new(),
            ..copy_number.clone()
        });
    let claims: Vec<CopyNumber> = claims.collect();
    whole.region = Some(region);
    whole.genes = inside;
    Some(
        std::iter::once(whole)
            .chain(claims)
            .map(|claim| Call {
                claim: Alteration::CopyNumber(claim),
                ..call.clone()
            })
            .collect(),
    )
}

/// Known genes by place, and those that the file names whose place is not known, sorted.
fn known_genes(
    segment: &CopyNumber,
    region: &Region,
    assembly: Assembly,
    genes: &Genes,
) -> Vec<GeneSymbol> {
    let named = segment.genes.iter().filter(|symbol| {
        genes
            .get(symbol)
            .is_some_and(|gene| gene.span(assembly).is_none())
    });
    let mut found: Vec<GeneSymbol> = genes
        .at(assembly, &region.chrom, region.start, region.end)
        .into_iter()
        .chain(named)
        .cloned()
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Whether a change of that gene's copies is told apart from its segment.
fn is_told(gene: &GeneSymbol, call: CopyNumberCall, knowledge: &KnowledgeBase) -> bool {
    match call {
        CopyNumberCall::Amplification | CopyNumberCall::Deletion => true,
        CopyNumberCall::Gain | CopyNumberCall::Loss => knowledge.counts_copies_of(gene),
        CopyNumberCall::Neutral => false,
    }
}

fn needs_whole(call: CopyNumberCall) -> bool {
    match call {
        CopyNumberCall::Amplification | CopyNumberCall::Gain => true,
        CopyNumberCall::Neutral | CopyNumberCall::Loss | CopyNumberCall::Deletion => false,
    }
}

fn holds(
    region: &Region,
    gene: &GeneSymbol,
    assembly: Assembly,
    knowledge: &KnowledgeBase,
) -> bool {
    knowledge
        .genes
        .get(gene)
        .and_then(|gene| gene.span(assembly))
        .is_none_or(|span| span.start >= region.start && span.end <= region.end)
}
