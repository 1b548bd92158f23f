//! A segment of a copy-number profile becomes its cytobands and the known genes in it.
//!
//! The record itself stays one claim, told by its bands. Beside it stands one claim a gene: for
//! every known gene that is amplified or has no copy left, and for a gain or loss only where the
//! knowledge base looks for a change of that gene's copies, since a gained chromosome arm holds
//! hundreds of genes. A loss may end inside the gene. A gain or amplification may too where the file names
//! the gene for the segment (the ends of a panel's segment are its first and last probe), else where it
//! holds half of the gene's coding exons; the share is told with the threshold.

use crate::domain::{Alteration, Assembly, Call, CopyNumber, CopyNumberCall, GeneSymbol, Region};
use crate::genome::{Genome, Transcript, bands};
use crate::kb::{Genes, KnowledgeBase};

/// The claims of one segment, the segment itself first; any other call as it is.
pub fn place_segment(
    call: Call,
    assembly: Assembly,
    knowledge: &KnowledgeBase,
    genome: &Genome,
) -> Vec<Call> {
    claims(&call, assembly, knowledge, genome).unwrap_or_else(|| vec![call])
}

/// `None`: `call` is no segment.
fn claims(
    call: &Call,
    assembly: Assembly,
    knowledge: &KnowledgeBase,
    genome: &Genome,
) -> Option<Vec<Call>> {
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
        .filter_map(|gene| {
            let held = if is_raised(copy_number.call) {
                held(copy_number, &region, gene, assembly, knowledge, genome)?
            } else {
                Held::Whole
            };
            let threshold = match held {
                Held::Whole => copy_number.threshold.clone(),
                Held::InPart(share) => format!("{}; {share}", copy_number.threshold),
            };
            Some(CopyNumber {
                gene: Some(gene.clone()),
                region: Some(region.clone()),
                genes: Vec::new(),
                threshold,
                ..copy_number.clone()
            })
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

fn is_raised(call: CopyNumberCall) -> bool {
    match call {
        CopyNumberCall::Amplification | CopyNumberCall::Gain => true,
        CopyNumberCall::Neutral | CopyNumberCall::Loss | CopyNumberCall::Deletion => false,
    }
}

/// How much of a gene a segment holds.
enum Held {
    Whole,
    /// In words.
    InPart(String),
}

/// `None`: too little to tell the gene's copies by the segment's.
fn held(
    segment: &CopyNumber,
    region: &Region,
    gene: &GeneSymbol,
    assembly: Assembly,
    knowledge: &KnowledgeBase,
    genome: &Genome,
) -> Option<Held> {
    let Some(span) = knowledge
        .genes
        .get(gene)
        .and_then(|gene| gene.span(assembly))
    else {
        return Some(Held::Whole);
    };
    if span.start >= region.start && span.end <= region.end {
        return Some(Held::Whole);
    }
    let transcript = genome.of_gene(assembly, gene).next();
    let (part, whole, what) = match transcript.and_then(|of| coding_exons(of, region)) {
        Some((part, whole)) => (part, whole, "coding exons"),
        None => {
            let first = span.start.max(region.start);
            let bases = (span.end.min(region.end) + 1).saturating_sub(first);
            (bases, span.end + 1 - span.start, "bases")
        }
    };
    let share = format!("the segment holds {part} of the gene's {whole} {what}");
    if segment.genes.contains(gene) {
        Some(Held::InPart(format!(
            "{share}; the file names the gene for it"
        )))
    } else if 2 * part >= whole {
        Some(Held::InPart(share))
    } else {
        None
    }
}

/// Coding exons that a region holds wholly or in part, and all of them. `None` where the transcript has
/// none.
fn coding_exons(transcript: &Transcript, region: &Region) -> Option<(u64, u64)> {
    let (low, high) = transcript.coding?;
    let (mut part, mut whole) = (0, 0);
    for exon in &transcript.exons {
        if exon.start <= high && exon.end >= low {
            whole += 1;
            let (start, end) = (exon.start.max(low), exon.end.min(high));
            part += u64::from(start <= region.end && end >= region.start);
        }
    }
    (whole > 0).then_some((part, whole))
}
