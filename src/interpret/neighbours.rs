//! Fusions of neighbouring genes, which may be transcripts that run on from one into the next.

use crate::domain::Fusion;
use crate::interpret::Item;
use crate::interpret::review::View;

/// Whether the caller types the event so, or both genes lie on one strand within the distance that
/// is set.
pub(crate) fn may_be_readthrough(view: &View<'_>, fusion: &Fusion) -> bool {
    // Callers write read-through, Read-Through, readthrough, read_through.
    let typed = fusion.event_type.as_deref().is_some_and(|text| {
        let plain = text.to_ascii_lowercase().replace(['-', '_'], "");
        plain.contains("readthrough")
    });
    let near = view.subject.config.fusion.readthrough_kb.get() * 1000.0;
    let (five, three) = (&fusion.five_prime, &fusion.three_prime);
    let near = five.chrom.is_some()
        && five.chrom == three.chrom
        && five.strand.is_some()
        && five.strand == three.strand
        && five
            .pos
            .zip(three.pos)
            .is_some_and(|(one, other)| one.abs_diff(other) as f64 <= near);
    typed || near
}

/// Why such a fusion is a driver all the same, for its sentence: the knowledge base excepts it, or
/// knows the pair. `None`: neither.
pub(crate) fn exception(view: &View<'_>, item: &Item, fusion: &Fusion) -> Option<String> {
    if let Some(exception) = item.aside.exceptions.first() {
        return Some(format!("the knowledge base excepts it ({})", exception.id));
    }
    let (five, three) = (
        fusion.five_prime.gene.as_ref()?,
        fusion.three_prime.gene.as_ref()?,
    );
    let knowledge = view.subject.knowledge;
    let is_known = knowledge.knows_pair(five, three) || knowledge.knows_pair(three, five);
    is_known.then(|| "the pair is known".to_owned())
}
