//! FUS-READTHROUGH: Both genes lie on the same strand within 200 kb, or the caller calls the event a read-through; known pairs are excepted.

use crate::domain::{Fusion, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusReadthrough,
    checks: "Both genes lie on the same strand within 200 kb, or the caller calls the event a read-through; known pairs are excepted.",
    why: "Neighbouring genes are often transcribed together in normal tissue.",
    example: "Two neighbouring genes joined, typed deletion/read-through by Arriba.",
    source: "Arriba documentation, output files, type. The distance is this program's convention.",
    raise,
};

/// Between two genes that may be read through, in bases.
const NEAR: u64 = 200_000;

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter(|(_, _, fusion)| is_readthrough(fusion))
        .filter(|(_, _, fusion)| {
            let pair = fusion
                .five_prime
                .gene
                .as_ref()
                .zip(fusion.three_prime.gene.as_ref());
            !pair.is_some_and(|(five, three)| {
                let knowledge = view.subject.knowledge;
                knowledge.knows_pair(five, three) || knowledge.knows_pair(three, five)
            })
        })
        .map(|(index, _, _)| {
            let message = "Neighbouring genes; may be a read-through transcript.";
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}

fn is_readthrough(fusion: &Fusion) -> bool {
    // Callers write read-through, Read-Through, readthrough, read_through.
    let typed = fusion.event_type.as_deref().is_some_and(|text| {
        let plain = text.to_ascii_lowercase().replace(['-', '_'], "");
        plain.contains("readthrough")
    });
    let (five, three) = (&fusion.five_prime, &fusion.three_prime);
    let near = five.chrom.is_some()
        && five.chrom == three.chrom
        && five.strand.is_some()
        && five.strand == three.strand
        && five
            .pos
            .zip(three.pos)
            .is_some_and(|(one, other)| one.abs_diff(other) <= NEAR);
    typed || near
}
