//! What the genome says of a small variant: its consequence where the file tells none, and a
//! cross-check where it does.
//!
//! Knowledge is written by the residues of the reference transcript. A file may count by another
//! isoform, so the consequence on the reference transcript is worked out for every variant of a
//! known gene, from its place on the genome, and stands beside what the file says.

use crate::domain::{
    Alteration, AnnotationOrigin, ComputedEffect, GeneSymbol, LegacyChange, Observed, SmallVariant,
    TranscriptEffect,
};
use crate::genome::{Change, Genome, Transcript, TranscriptStatus, effect};
use crate::kb::KnowledgeBase;

/// Works out the effect of a small variant whose assembly is known. Anything else stays.
pub fn compute_effect(observed: &mut Observed, genome: &Genome, knowledge: &KnowledgeBase) {
    let Alteration::SmallVariant(variant) = &mut observed.alteration else {
        return;
    };
    let Some((assembly, change)) = variant.assembly.zip(change_of(variant)) else {
        return;
    };
    let Some((chrom, start, _)) = variant.span() else {
        return;
    };
    let here: Vec<&Transcript> = genome
        .at(assembly, chrom, start, change.end())
        .filter(|transcript| knowledge.knows(&transcript.gene))
        .collect();
    let Some(gene) = gene_of(variant, &here, genome, &change) else {
        return;
    };
    let of_gene = here.iter().filter(|transcript| transcript.gene == gene);
    let mut reference = None;
    let mut legacy = Vec::new();
    for transcript in of_gene {
        let found = effect(genome, transcript, &change);
        if transcript.status == TranscriptStatus::Legacy {
            legacy.push(found);
        } else if reference.is_none() {
            reference = Some(found);
        }
    }
    // A gene may have a legacy transcript alone at this place: an exon that MANE lacks.
    let Some(reference) = reference.or_else(|| legacy.first().cloned()) else {
        return;
    };
    variant.legacy = legacy
        .iter()
        .filter(|other| other.hgvs_p.is_some() && other.hgvs_p != reference.hgvs_p)
        .filter_map(|other| {
            Some(LegacyChange {
                transcript: other.transcript.clone()?,
                hgvs_p: other.hgvs_p.clone()?,
            })
        })
        .collect();
    if variant.consequence.is_empty() && variant.hgvs_p.is_none() && variant.hgvs_c.is_none() {
        adopt(variant, reference);
    } else if variant.origin_of_annotation == Some(AnnotationOrigin::File) {
        variant.computed = Some(ComputedEffect {
            transcript: reference.transcript,
            exon: reference.exon,
            hgvs_c: reference.hgvs_c,
            hgvs_p: reference.hgvs_p,
            consequence: reference.consequence,
        });
    }
}

/// The change of its alleles. `None` where the file does not tell place or alleles.
fn change_of(variant: &SmallVariant) -> Option<Change> {
    Change::new(
        variant.pos?,
        variant.reference.as_deref()?,
        variant.alternate.as_deref()?,
    )
}

/// The gene whose effect is told: the variant's own, where it has one that lies here; else the one
/// with the gravest effect, a reference transcript before others.
fn gene_of(
    variant: &SmallVariant,
    here: &[&Transcript],
    genome: &Genome,
    change: &Change,
) -> Option<GeneSymbol> {
    if variant.origin_of_annotation.is_some() {
        let own = variant.gene.as_ref()?;
        return here
            .iter()
            .any(|transcript| transcript.gene == *own)
            .then(|| own.clone());
    }
    here.iter()
        .map(|transcript| {
            let effect = effect(genome, transcript, change);
            // A promoter that papers name is nearer than the far end of a neighbour.
            let is_promoter = effect.hgvs_c.is_some();
            (effect.impact, is_promoter, *transcript)
        })
        .max_by_key(|(impact, is_promoter, transcript)| {
            (
                *impact,
                *is_promoter,
                std::cmp::Reverse(transcript.status),
                std::cmp::Reverse(transcript.gene.clone()),
            )
        })
        .map(|(_, _, transcript)| transcript.gene.clone())
}

fn adopt(variant: &mut SmallVariant, effect: TranscriptEffect) {
    variant.gene = effect.gene.or(variant.gene.take());
    variant.transcript = effect.transcript;
    variant.exon = effect.exon;
    variant.hgvs_c = effect.hgvs_c;
    variant.hgvs_p = effect.hgvs_p;
    variant.consequence = effect.consequence;
    variant.origin_of_annotation = Some(AnnotationOrigin::Computed);
}
