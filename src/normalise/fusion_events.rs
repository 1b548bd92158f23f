//! One fusion event out of many rows: several breakpoints of one pair, the reverse product, a
//! look-alike partner, another gene's name for the same breakpoint.

use crate::domain::{
    Alteration, Call, Frame, Fusion, Junction, JunctionRelation, Locus, Observed, PartnerOrder,
};
use crate::kb::KnowledgeBase;
use crate::normalise::events::TOLERANCE_BP;
use crate::normalise::groups::Groups;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The fusion events that `calls` make up. Rows belong to one event where they name the same two
/// genes (look-alikes of a family counting as one gene) in either order, or where both their
/// breakpoints are the same and they share a gene or lack one.
pub(crate) fn merge(calls: Vec<Call>, knowledge: &KnowledgeBase) -> Vec<Observed> {
    let mut groups = Groups::new(calls.len());
    let mut by_pair: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut by_place: BTreeMap<[(String, u64); 2], Vec<usize>> = BTreeMap::new();
    for (index, call) in calls.iter().enumerate() {
        let Some(fusion) = fusion_of(call) else {
            continue;
        };
        if let Some(pair) = pair_of(fusion, knowledge) {
            groups.join(index, *by_pair.entry(pair).or_insert(index));
        }
        if let (Some(first), Some(second)) = (fusion.five_prime.locus(), fusion.three_prime.locus())
        {
            for place in places(&first, &second) {
                for other in by_place.get(&place).into_iter().flatten() {
                    let known = calls.get(*other).and_then(fusion_of);
                    if known.is_some_and(|known| same_event(fusion, known)) {
                        groups.join(index, *other);
                    }
                }
            }
            by_place
                .entry(place_of(&first, &second))
                .or_default()
                .push(index);
        }
    }
    groups
        .members()
        .into_iter()
        .filter_map(|members| {
            let calls = members
                .into_iter()
                .filter_map(|index| calls.get(index).cloned())
                .collect();
            event(calls, knowledge)
        })
        .collect()
}

fn fusion_of(call: &Call) -> Option<&Fusion> {
    call.claim.as_fusion()
}

/// The two genes without order, families as one. `None` where a gene is unknown.
fn pair_of(fusion: &Fusion, knowledge: &KnowledgeBase) -> Option<(String, String)> {
    let name = |gene: &crate::domain::GeneSymbol| {
        knowledge
            .genes
            .family(gene)
            .map_or_else(|| gene.to_string(), |family| format!("{family} family"))
    };
    let first = name(fusion.five_prime.gene.as_ref()?);
    let second = name(fusion.three_prime.gene.as_ref()?);
    Some(if first <= second {
        (first, second)
    } else {
        (second, first)
    })
}

/// The two breakpoints in one order, in steps of the tolerance.
fn place_of(first: &Locus, second: &Locus) -> [(String, u64); 2] {
    let step = |locus: &Locus| (locus.chrom.to_string(), locus.pos / TOLERANCE_BP);
    let mut ends = [step(first), step(second)];
    ends.sort();
    ends
}

/// Every step in which a breakpoint pair within the tolerance may lie.
fn places(first: &Locus, second: &Locus) -> Vec<[(String, u64); 2]> {
    let mut places = Vec::with_capacity(9);
    for first_shift in 0..3_u64 {
        for second_shift in 0..3_u64 {
            let shift = |locus: &Locus, by: u64| Locus {
                chrom: locus.chrom.clone(),
                pos: (locus.pos + by * TOLERANCE_BP).saturating_sub(TOLERANCE_BP),
            };
            places.push(place_of(
                &shift(first, first_shift),
                &shift(second, second_shift),
            ));
        }
    }
    places.sort();
    places.dedup();
    places
}

fn near(one: &Option<Locus>, other: &Option<Locus>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            one.chrom == other.chrom && one.pos.abs_diff(other.pos) <= TOLERANCE_BP
        }
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Same breakpoints, in either order, and a shared gene or an unknown one.
fn same_event(one: &Fusion, other: &Fusion) -> bool {
    let (a5, a3) = (one.five_prime.locus(), one.three_prime.locus());
    let (b5, b3) = (other.five_prime.locus(), other.three_prime.locus());
    let placed = (near(&a5, &b5) && near(&a3, &b3)) || (near(&a5, &b3) && near(&a3, &b5));
    let shared = one
        .genes()
        .any(|gene| other.genes().any(|known| known == gene));
    let unknown = one.genes().count() < 2 || other.genes().count() < 2;
    placed && (shared || unknown)
}

/// One event, told by its best row.
fn event(mut calls: Vec<Call>, knowledge: &KnowledgeBase) -> Option<Observed> {
    calls.sort_by(|one, other| one.origin.cmp(&other.origin));
    let known = |fusion: &Fusion| match (&fusion.five_prime.gene, &fusion.three_prime.gene) {
        (Some(five), Some(three)) => knowledge.knows_pair(five, three),
        (Some(_) | None, _) => false,
    };
    let best = calls.iter().min_by_key(|call| {
        let fusion = fusion_of(call);
        (
            !call.standing.passed(),
            !fusion.is_some_and(known),
            Reverse(fusion.map_or(0, |fusion| fusion.genes().count())),
            fusion.map(|fusion| fusion.order),
            // Where it lies is worth more than how often it was seen.
            !fusion.is_some_and(is_placed),
            Reverse(fusion.and_then(Fusion::support)),
            Reverse(fusion.and_then(|fusion| fusion.confidence)),
            // What is told must not depend on the order of rows.
            fusion.map(Fusion::label),
            fusion.and_then(|fusion| fusion.five_prime.locus()),
            fusion.and_then(|fusion| fusion.three_prime.locus()),
        )
    })?;
    let mut main = fusion_of(best)?.clone();
    let standing = best.standing.clone();
    turn_unordered(&mut calls, &main);
    let same_genes: Vec<&Call> = calls
        .iter()
        .filter(|call| call.standing.passed() || !standing.passed())
        .filter(|call| {
            fusion_of(call).is_some_and(|fusion| {
                fusion.five_prime.gene == main.five_prime.gene
                    && fusion.three_prime.gene == main.three_prime.gene
            })
        })
        .collect();
    main.frame = best_frame(same_genes.iter().filter_map(|call| fusion_of(call)));
    main.confidence = same_genes
        .iter()
        .filter_map(|call| fusion_of(call)?.confidence)
        .max();
    main.callers = same_genes
        .iter()
        .map(|call| call.origin.caller.clone())
        .collect();
    main.callers.sort();
    main.callers.dedup();
    if main.domains.kept.is_empty() && main.domains.lost.is_empty() {
        let told = same_genes
            .iter()
            .filter_map(|call| fusion_of(call))
            .find(|fusion| !fusion.domains.kept.is_empty() || !fusion.domains.lost.is_empty());
        if let Some(told) = told {
            main.domains = told.domains.clone();
        }
    }
    main.junctions = junctions(&main, &calls, knowledge);
    main.tell_from_breakpoints();
    Some(Observed {
        alteration: Alteration::Fusion(Box::new(main)),
        calls: calls.into_iter().map(|call| call.split().1).collect(),
    })
}

/// A caller that claims no order and names the genes the other way round saw the same product, not
/// the reciprocal one: its record is turned to the event's order.
fn turn_unordered(calls: &mut [Call], main: &Fusion) {
    let (five, three) = (&main.five_prime.gene, &main.three_prime.gene);
    for call in calls {
        let Alteration::Fusion(fusion) = &mut call.claim else {
            continue;
        };
        let claims_order = match fusion.order {
            PartnerOrder::Stated => true,
            PartnerOrder::Unoriented | PartnerOrder::Unknown => false,
        };
        if !claims_order && fusion.five_prime.gene == *three && fusion.three_prime.gene == *five {
            let fusion = fusion.as_mut();
            std::mem::swap(&mut fusion.five_prime, &mut fusion.three_prime);
            // It was told for the other order.
            fusion.predicted = None;
        }
    }
}

/// In frame where any record says so, then with skipped exons, then out of frame; unknown where
/// none says.
fn best_frame<'a>(fusions: impl Iterator<Item = &'a Fusion>) -> Frame {
    let rank = |frame: Frame| match frame {
        Frame::InFrame => 0,
        Frame::SkippedExons => 1,
        Frame::NotApplicable => 2,
        Frame::OutOfFrame => 3,
        Frame::Unknown => 4,
    };
    fusions
        .map(|fusion| fusion.frame)
        .min_by_key(|frame| rank(*frame))
        .unwrap_or(Frame::Unknown)
}

/// Every junction but the main one, those within the tolerance as one. A record without breakpoints
/// tells of no junction of its own: it belongs to the one that is known of the same two genes.
fn junctions(main: &Fusion, calls: &[Call], knowledge: &KnowledgeBase) -> Vec<Junction> {
    let mut junctions: Vec<Junction> = Vec::new();
    let (unplaced, placed): (Vec<_>, Vec<_>) = calls
        .iter()
        .filter_map(|call| Some((call, fusion_of(call)?)))
        .partition(|(_, fusion)| !is_placed(fusion));
    for (call, fusion) in placed.into_iter().chain(unplaced) {
        let (five_prime, three_prime) = (fusion.five_prime.locus(), fusion.three_prime.locus());
        let is_main = fusion.label() == main.label()
            && fits(&five_prime, &main.five_prime.locus())
            && fits(&three_prime, &main.three_prime.locus());
        if is_main {
            continue;
        }
        let same = junctions.iter_mut().find(|known| {
            known.label == fusion.label()
                && fits(&five_prime, &known.five_prime)
                && fits(&three_prime, &known.three_prime)
        });
        match same {
            Some(known) => {
                let support = known.split_reads.unwrap_or_default()
                    + known.spanning_pairs.unwrap_or_default();
                if fusion.support().unwrap_or_default() > support {
                    known.split_reads = fusion.split_reads;
                    known.spanning_pairs = fusion.spanning_pairs;
                }
                if known.frame == Frame::Unknown {
                    known.frame = fusion.frame;
                }
                if known.predicted.is_none() {
                    known.predicted.clone_from(&fusion.predicted);
                }
                known.callers.push(call.origin.caller.clone());
                known.callers.sort();
                known.callers.dedup();
            }
            None => junctions.push(Junction {
                label: fusion.label(),
                five_prime,
                three_prime,
                split_reads: fusion.split_reads,
                spanning_pairs: fusion.spanning_pairs,
                frame: fusion.frame,
                predicted: fusion.predicted.clone(),
                relation: relation(main, fusion, knowledge),
                callers: vec![call.origin.caller.clone()],
            }),
        }
    }
    for junction in &mut junctions {
        if let (Frame::Unknown, Some(predicted)) = (junction.frame, &junction.predicted) {
            junction.frame = predicted.frame;
        }
    }
    junctions.sort_by(|one, other| {
        (one.relation, &one.label, &one.five_prime, &one.three_prime).cmp(&(
            other.relation,
            &other.label,
            &other.five_prime,
            &other.three_prime,
        ))
    });
    junctions
}

fn is_placed(fusion: &Fusion) -> bool {
    fusion.five_prime.locus().is_some() && fusion.three_prime.locus().is_some()
}

/// Whether a record's breakpoint may be the known one; one that it does not tell may be any.
fn fits(told: &Option<Locus>, known: &Option<Locus>) -> bool {
    told.is_none() || near(told, known)
}

fn relation(main: &Fusion, other: &Fusion, knowledge: &KnowledgeBase) -> JunctionRelation {
    let (m5, m3) = (&main.five_prime.gene, &main.three_prime.gene);
    let (o5, o3) = (&other.five_prime.gene, &other.three_prime.gene);
    if m5 == o5 && m3 == o3 {
        return JunctionRelation::Alternative;
    }
    if m5 == o3 && m3 == o5 {
        return JunctionRelation::Reciprocal;
    }
    let alike = |one: &Option<_>, other: &Option<_>| match (one, other) {
        (Some(one), Some(other)) => knowledge.alike(one, other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    if (alike(m5, o5) && alike(m3, o3)) || (alike(m5, o3) && alike(m3, o5)) {
        return JunctionRelation::Paralogue;
    }
    JunctionRelation::SameBreakpoint
}
