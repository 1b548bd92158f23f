//! One event seen in RNA and in DNA: the joined ends in DNA go to the fusion of the same two genes.

use crate::domain::{Alteration, Fusion, GeneSymbol, Observed, Rearrangement};
use std::collections::BTreeMap;

/// Joins to each fusion the rearrangements of its two genes; their records become records of the
/// fusion. Reads are not summed: each keeps its own. Rearrangements without such a fusion stay.
pub(super) fn join_dna(events: Vec<Observed>) -> Vec<Observed> {
    let (fusions, others): (Vec<Observed>, Vec<Observed>) = events
        .into_iter()
        .partition(|event| fusion_of(event).is_some());
    let mut by_pair: BTreeMap<[GeneSymbol; 2], usize> = BTreeMap::new();
    for (index, event) in fusions.iter().enumerate() {
        if let Some(pair) = fusion_of(event).and_then(pair_of_fusion) {
            // The first that passed, else the first.
            let known = by_pair.entry(pair).or_insert(index);
            let known_passed = fusions.get(*known).is_some_and(Observed::passed);
            if !known_passed && event.passed() {
                *known = index;
            }
        }
    }
    let mut joined = fusions;
    let mut rest = Vec::with_capacity(others.len());
    for event in others {
        let fusion = dna_of(&event)
            .and_then(pair_of_ends)
            .and_then(|pair| joined.get_mut(*by_pair.get(&pair)?))
            // A DNA record that its caller set aside says nothing for a fusion that passed.
            .filter(|fusion| event.passed() || !fusion.passed());
        match fusion {
            Some(fusion) => join(fusion, event),
            None => rest.push(event),
        }
    }
    joined.extend(rest);
    joined
}

fn join(fusion: &mut Observed, dna: Observed) {
    if let (Alteration::Fusion(fusion), Alteration::Rearrangement(ends)) =
        (&mut fusion.alteration, dna.alteration)
    {
        fusion.dna.push(ends);
    }
    fusion.calls.extend(dna.calls);
    fusion
        .calls
        .sort_by(|one, other| one.origin.cmp(&other.origin));
}

fn fusion_of(event: &Observed) -> Option<&Fusion> {
    event.alteration.as_fusion()
}

fn dna_of(event: &Observed) -> Option<&Rearrangement> {
    event.alteration.as_rearrangement()
}

fn pair_of_fusion(fusion: &Fusion) -> Option<[GeneSymbol; 2]> {
    let mut pair = [
        fusion.five_prime.gene.clone()?,
        fusion.three_prime.gene.clone()?,
    ];
    pair.sort();
    Some(pair)
}

/// The genes at the ends are sorted already.
fn pair_of_ends(ends: &Rearrangement) -> Option<[GeneSymbol; 2]> {
    let [one, other] = ends.genes.as_slice() else {
        return None;
    };
    Some([one.clone(), other.clone()])
}
