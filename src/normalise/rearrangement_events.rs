//! One junction of DNA out of many records: the two mates of a breakend, the same junction in the
//! files of several callers.
//!
//! Records that their file calls mates are one junction, however far homology sets their positions
//! apart. Other records are one where both their ends lie within the tolerance and the same sides are
//! joined; the two junctions of a balanced translocation lie at the same places and stay two. A
//! record that does not tell its sides belongs to the one junction at its places, and is an event of
//! its own where there are several.

use crate::domain::{Alteration, Call, GeneSymbol, JoinedSides, Locus, Observed, Rearrangement};
use crate::normalise::events::{TOLERANCE_BP, simple_event};
use crate::normalise::groups::Groups;
use std::collections::{BTreeMap, BTreeSet};

/// A step of the tolerance on a chromosome.
type Step = (String, u64);

/// The two ends in one order, and the sides joined as seen from the first of them.
struct Ends<'a> {
    first: &'a Locus,
    second: Option<&'a Locus>,
    sides: Vec<JoinedSides>,
    event_type: &'a str,
}

/// The junctions that `calls` make up, each with every call that saw it.
pub(super) fn merge(calls: Vec<Call>) -> Vec<Observed> {
    let mut groups = Groups::new(calls.len());
    let all: Vec<Option<Ends<'_>>> = calls
        .iter()
        .map(|call| rearrangement_of(call).and_then(ends))
        .collect();
    let mut by_mates: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let mut by_step: BTreeMap<Step, Vec<usize>> = BTreeMap::new();
    let mut unplaced: BTreeMap<&[GeneSymbol], usize> = BTreeMap::new();
    for (index, call) in calls.iter().enumerate() {
        // Where no end is known, its genes tell the event.
        if let (Some(event), Some(None)) = (rearrangement_of(call), all.get(index)) {
            groups.join(index, *unplaced.entry(&event.genes).or_insert(index));
        }
        if let Some(mates) = rearrangement_of(call).and_then(|event| event.mates.as_deref()) {
            groups.join(
                index,
                *by_mates.entry((call.origin.input, mates)).or_insert(index),
            );
        }
        if let Some(Some(ends)) = all.get(index) {
            for other in near(ends, &by_step, &all) {
                if all.get(other).is_some_and(|known| same_sides(ends, known)) {
                    groups.join(index, other);
                }
            }
            by_step.entry(step(ends.first, 1)).or_default().push(index);
        }
    }
    join_without_sides(&all, &by_step, &mut groups);
    drop(all);
    let mut calls: Vec<Option<Call>> = calls.into_iter().map(Some).collect();
    groups
        .members()
        .into_iter()
        .filter_map(|members| {
            let of_event: Vec<Call> = members
                .into_iter()
                .filter_map(|index| calls.get_mut(index)?.take())
                .collect();
            event(of_event)
        })
        .collect()
}

fn rearrangement_of(call: &Call) -> Option<&Rearrangement> {
    call.claim.as_rearrangement()
}

/// `None` for an event that its file does not place.
fn ends(event: &Rearrangement) -> Option<Ends<'_>> {
    let mut sides = event.sides.clone();
    let (first, second) = match (event.first.as_ref(), event.second.as_ref()) {
        (Some(first), Some(second)) if second < first => {
            sides = sides.iter().map(|one| one.seen_from_second()).collect();
            (second, Some(first))
        }
        (Some(first), second) => (first, second),
        (None, Some(second)) => (second, None),
        (None, None) => return None,
    };
    sides.sort();
    Some(Ends {
        first,
        second,
        sides,
        event_type: &event.event_type,
    })
}

/// The step of a position, one shifted by 0, 1 (as it is) or 2.
fn step(locus: &Locus, shift: u64) -> Step {
    let shifted = locus
        .pos
        .saturating_add(shift * TOLERANCE_BP)
        .saturating_sub(TOLERANCE_BP);
    (locus.chrom.to_string(), shifted / TOLERANCE_BP)
}

/// Those of `by_step` whose two ends lie within the tolerance of `ends`.
fn near(
    ends: &Ends<'_>,
    by_step: &BTreeMap<Step, Vec<usize>>,
    all: &[Option<Ends<'_>>],
) -> BTreeSet<usize> {
    let lookups: BTreeSet<Step> = (0..3).map(|shift| step(ends.first, shift)).collect();
    lookups
        .iter()
        .filter_map(|step| by_step.get(step))
        .flatten()
        .copied()
        .filter(|index| matches!(all.get(*index), Some(Some(known)) if same_places(ends, known)))
        .collect()
}

fn same_places(one: &Ends<'_>, other: &Ends<'_>) -> bool {
    let close = |one: &Locus, other: &Locus| {
        one.chrom == other.chrom && one.pos.abs_diff(other.pos) <= TOLERANCE_BP
    };
    match (one.second, other.second) {
        (Some(second), Some(known)) => close(one.first, other.first) && close(second, known),
        // Half of a junction tells too little; an insertion is none.
        (None, None) => close(one.first, other.first) && one.event_type == other.event_type,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn same_sides(one: &Ends<'_>, other: &Option<Ends<'_>>) -> bool {
    other.as_ref().is_some_and(|other| one.sides == other.sides)
}

/// Joins each record without sides to the one junction at its places.
fn join_without_sides(
    all: &[Option<Ends<'_>>],
    by_step: &BTreeMap<Step, Vec<usize>>,
    groups: &mut Groups,
) {
    let mut joins = Vec::new();
    for (index, ends) in all.iter().enumerate() {
        let Some(ends) = ends.as_ref().filter(|ends| ends.sides.is_empty()) else {
            continue;
        };
        let junctions: BTreeSet<usize> = near(ends, by_step, all)
            .into_iter()
            .filter(|other| matches!(all.get(*other), Some(Some(known)) if !known.sides.is_empty()))
            .map(|other| groups.root(other))
            .collect();
        if let [junction] = Vec::from_iter(junctions).as_slice() {
            joins.push((index, *junction));
        }
    }
    for (index, junction) in joins {
        groups.join(index, junction);
    }
}

/// One junction, told by its best record, with the genes that any record places at its ends.
fn event(calls: Vec<Call>) -> Option<Observed> {
    let of_all = |wanted: fn(&Rearrangement) -> bool| {
        calls
            .iter()
            .filter_map(rearrangement_of)
            .find(|event| wanted(event))
            .cloned()
    };
    let genes: BTreeSet<_> = calls
        .iter()
        .filter_map(rearrangement_of)
        .flat_map(|event| event.genes.iter().cloned())
        .collect();
    let told = of_all(|event| event.candidate.is_some());
    let mut observed = simple_event(calls)?;
    if let Alteration::Rearrangement(event) = &mut observed.alteration {
        event.genes = genes.into_iter().collect();
        event.mates = None;
        if event.candidate.is_none() {
            event.candidate = told.and_then(|other| other.candidate);
        }
    }
    Some(observed)
}
