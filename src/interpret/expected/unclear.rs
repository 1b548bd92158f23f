//! Observations that may be the alteration looked for and cannot be told apart from others: their
//! gene's name is ambiguous, the exon that the pattern goes by is not named, or the assembly is not
//! known by which the genes at a junction of DNA would be told.

use crate::domain::{
    Alteration, Assembly, GeneSymbol, Pattern, ProteinEffect, SmallVariant, VariantSet,
    changes_protein,
};
use crate::interpret::Subject;
use crate::interpret::sort_out::SortedOut;

/// Why absence of `patterns` says nothing. `None`: every observation is clear.
///
/// What a caller set aside counts too: under its clear name it would be told as a trace.
pub(super) fn cause(
    patterns: &[Pattern],
    sorted: &SortedOut,
    subject: &Subject<'_>,
) -> Option<String> {
    sorted.alterations().find_map(|alteration| {
        ambiguous(patterns, alteration, subject)
            .or_else(|| without_exon(patterns, alteration, subject))
            .or_else(|| unplaced(patterns, alteration, subject))
    })
}

fn ambiguous(
    patterns: &[Pattern],
    alteration: &Alteration,
    subject: &Subject<'_>,
) -> Option<String> {
    alteration.genes().into_iter().find_map(|name| {
        let candidates = subject.knowledge.candidates(name);
        let is_looked_for = patterns
            .iter()
            .flat_map(Pattern::genes)
            .any(|gene| candidates.contains(gene));
        is_looked_for.then(|| {
            let candidates: Vec<&str> = candidates.iter().map(GeneSymbol::as_str).collect();
            format!(
                "{} may be it: the name {name} may be {}",
                alteration.label(),
                candidates.join(" or ")
            )
        })
    })
}

fn without_exon(
    patterns: &[Pattern],
    alteration: &Alteration,
    subject: &Subject<'_>,
) -> Option<String> {
    let variant = match alteration {
        Alteration::SmallVariant(variant) => variant,
        Alteration::Fusion(_)
        | Alteration::CopyNumber(_)
        | Alteration::Rearrangement(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => return None,
    };
    let goes_by_exon = patterns.iter().any(|pattern| {
        matches!(pattern, Pattern::Variant { gene, change: VariantSet::Exon(_) }
            if variant.gene.as_ref() == Some(gene))
    });
    let is_unclear = goes_by_exon && subject.lacks_exon(variant) && alters(variant);
    is_unclear.then(|| format!("{} may be it: its exon is not named", alteration.label()))
}

/// A junction with an end in a gene looked for, on one assembly or the other.
fn unplaced(
    patterns: &[Pattern],
    alteration: &Alteration,
    subject: &Subject<'_>,
) -> Option<String> {
    let event = match alteration {
        Alteration::Rearrangement(event) if event.assembly.is_none() => event,
        Alteration::Rearrangement(_)
        | Alteration::SmallVariant(_)
        | Alteration::Fusion(_)
        | Alteration::CopyNumber(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => return None,
    };
    let lies_in =
        |gene: &GeneSymbol| {
            let spans = subject.knowledge.genes.get(gene).map(|gene| {
                [Assembly::GRCh37, Assembly::GRCh38].map(|assembly| gene.span(assembly))
            });
            spans.into_iter().flatten().flatten().any(|span| {
                event.first.iter().chain(&event.second).any(|end| {
                    span.chrom == end.chrom && (span.start..=span.end).contains(&end.pos)
                })
            })
        };
    let is_looked_for = patterns.iter().flat_map(Pattern::genes).any(lies_in);
    is_looked_for.then(|| {
        format!(
            "{} may be it: the assembly of its file is not known",
            alteration.label()
        )
    })
}

/// Whether the variant changes the protein, as far as its annotation tells.
fn alters(variant: &SmallVariant) -> bool {
    let synonymous = variant
        .protein_change()
        .is_some_and(|change| change.effect == ProteinEffect::Synonymous);
    !synonymous && (variant.consequence.is_empty() || changes_protein(&variant.consequence))
}
