//! Which of the transcripts in a file's annotation is told.

use crate::annotate::exon::exon;
use crate::domain::{Alteration, AnnotationOrigin, Observed, TranscriptEffect, changes_protein};
use crate::kb::KnowledgeBase;
use std::cmp::Reverse;

/// Chooses for a small variant, out of all rows of all its calls: a known gene before others,
/// then the reference transcript of the gene (its number without version), MANE Select, the
/// annotator's canonical one, the most severe, and the transcript's name. An exon that the
/// annotation does not name is worked out from the change.
pub fn choose_effect(observed: &mut Observed, knowledge: &KnowledgeBase) {
    let chosen = observed
        .calls
        .iter()
        .flat_map(|call| &call.effects)
        .min_by_key(|effect| rank(effect, knowledge))
        .cloned();
    let (Alteration::SmallVariant(variant), Some(effect)) = (&mut observed.alteration, chosen)
    else {
        return;
    };
    variant.gene = effect.gene;
    variant.transcript = effect.transcript;
    variant.exon = effect.exon;
    variant.hgvs_c = effect.hgvs_c;
    variant.hgvs_p = effect.hgvs_p;
    variant.consequence = effect.consequence;
    variant.origin_of_annotation = Some(AnnotationOrigin::File);
    if variant.exon.is_none() {
        variant.exon = exon(variant);
    }
}

fn rank(effect: &TranscriptEffect, knowledge: &KnowledgeBase) -> impl Ord + use<> {
    let gene = effect
        .gene
        .as_ref()
        .and_then(|gene| knowledge.genes.get(gene));
    let bare = |transcript: &str| transcript.split('.').next().unwrap_or_default().to_owned();
    let reference = gene.and_then(|gene| gene.transcript.as_deref()).map(bare);
    let is_reference = reference.is_some() && reference == effect.transcript.as_deref().map(bare);
    let alters = changes_protein(&effect.consequence);
    (
        // A neighbour of a known gene must not hide what the variant does elsewhere.
        gene.is_none(),
        !alters,
        !is_reference,
        !effect.mane_select,
        !effect.canonical,
        Reverse(effect.impact),
        effect.transcript.clone(),
    )
}
