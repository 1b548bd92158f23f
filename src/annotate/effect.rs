//! Which of the transcripts in a file's annotation is told.

use crate::annotate::exon::exon;
use crate::domain::{
    Alteration, AnnotationOrigin, Call, Observed, TranscriptEffect, changes_protein,
};
use crate::kb::KnowledgeBase;
use std::cmp::Reverse;

/// Chooses for a small variant, out of all rows of all its calls: a known gene before others,
/// then the reference transcript of the gene (its number without version), MANE Select, the
/// annotator's canonical one, the most severe, and the transcript's name. An exon that the
/// annotation does not name is worked out from the change. The calls lose their rows: nothing
/// else reads them.
pub fn choose_effect(observed: &mut Observed, knowledge: &KnowledgeBase) {
    let chosen = best(
        observed
            .calls
            .iter_mut()
            .flat_map(|call| std::mem::take(&mut call.effects)),
        knowledge,
    );
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

/// Leaves `call` the one row that [`choose_effect`] may choose, since a gene can have dozens of
/// transcripts.
pub fn keep_best_effect(call: &mut Call, knowledge: &KnowledgeBase) {
    let best = best(std::mem::take(&mut call.effects).into_iter(), knowledge);
    call.effects = best.into_iter().collect();
}

fn best(
    effects: impl Iterator<Item = TranscriptEffect>,
    knowledge: &KnowledgeBase,
) -> Option<TranscriptEffect> {
    effects.min_by_key(|effect| rank(effect, knowledge))
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
