//! Many calls of one event become one observation that holds them all.

use crate::domain::{
    Alteration, Call, CopyNumber, GeneSymbol, Observed, ProteinChange, SmallVariant,
    TranscriptEffect,
};
use crate::kb::KnowledgeBase;
use crate::normalise::alleles::without_anchor;
use crate::normalise::{across, fusion_events, rearrangement_events};
use std::collections::BTreeMap;

/// Callers place the same breakpoint up to a few bases apart (0 to 5 were seen between callers,
/// formats page rule 4); DNA callers of one event somewhat more.
pub(crate) const TOLERANCE_BP: u64 = 10;

/// What makes two calls of one kind the same event; fusions and rearrangements have rules of their
/// own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Variant(String, u64, String, String),
    /// A small variant whose file tells no place: the gene and its change.
    Change(String, String),
    CopyNumber(String, String),
    Duplication(String),
    Biomarker(String),
}

/// The events that `calls` make up, each with every call that saw it. The order of the calls does
/// not matter.
pub fn merge(mut calls: Vec<Call>, knowledge: &KnowledgeBase) -> Vec<Observed> {
    calls.sort_by(|one, other| one.origin.cmp(&other.origin));
    let mut fusions = Vec::new();
    let mut rearrangements = Vec::new();
    let mut groups: BTreeMap<Key, Vec<Call>> = BTreeMap::new();
    for call in calls {
        let key = match &call.claim {
            Alteration::Fusion(_) => {
                fusions.push(call);
                continue;
            }
            Alteration::SmallVariant(variant) => variant_key(variant, &call.effects),
            Alteration::CopyNumber(copy_number) => copy_number_key(copy_number),
            Alteration::TandemDuplication(duplication) => {
                Key::Duplication(duplication.gene.to_string())
            }
            Alteration::Rearrangement(_) => {
                rearrangements.push(call);
                continue;
            }
            Alteration::Biomarker(biomarker) => Key::Biomarker(biomarker.label()),
        };
        // Most events have one call; a list grown by pushing would hold room for four.
        groups
            .entry(key)
            .or_insert_with(|| Vec::with_capacity(1))
            .push(call);
    }
    let mut observed: Vec<Observed> = groups.into_values().filter_map(simple_event).collect();
    observed.extend(fusion_events::merge(fusions, knowledge));
    observed.extend(rearrangement_events::merge(rearrangements));
    across::join_dna(observed)
}

/// By place and alleles; where the file tells none, by the gene and its change. The latter never
/// joins the former: nobody can tell whether both name the change on one transcript.
fn variant_key(variant: &SmallVariant, effects: &[TranscriptEffect]) -> Key {
    if let (Some(chrom), Some((pos, lost, gained))) = (&variant.chrom, without_anchor(variant)) {
        return Key::Variant(chrom.to_string(), pos, lost.to_owned(), gained.to_owned());
    }
    let effect = effects.first().cloned().unwrap_or_default();
    let protein = effect.hgvs_p.map(|text| {
        let read: Result<ProteinChange, _> = text.parse();
        read.map_or(text, |change| change.to_string())
    });
    let gene = effect.gene.map(|gene| gene.to_string());
    Key::Change(
        gene.unwrap_or_default(),
        protein.or(effect.hgvs_c).unwrap_or_default(),
    )
}

/// One event a gene and call; stretches told as a whole are each their own.
fn copy_number_key(copy_number: &CopyNumber) -> Key {
    let place = match (&copy_number.gene, &copy_number.region) {
        (Some(gene), _) => gene.to_string(),
        (None, Some(region)) => region.to_string(),
        (None, None) => String::new(),
    };
    Key::CopyNumber(place, copy_number.call.to_string())
}

/// The event told by its best call: passed before set aside, more reads before fewer, earlier
/// file and line first.
pub(super) fn simple_event(calls: Vec<Call>) -> Option<Observed> {
    let (best, _) = calls.iter().enumerate().min_by_key(|(_, call)| {
        (
            !call.standing.passed(),
            std::cmp::Reverse(reads(&call.claim)),
        )
    })?;
    let mut callers: Vec<String> = calls
        .iter()
        .map(|call| call.origin.caller.clone())
        .collect();
    callers.sort();
    callers.dedup();
    // Files that give a row for each gene at an end name them one by one.
    let genes = genes_at_ends(&calls);
    // The best claim is moved, not copied: a large file makes hundreds of thousands of events.
    let mut told = None;
    let mut seen = Vec::with_capacity(calls.len());
    for (index, call) in calls.into_iter().enumerate() {
        let (claim, rest) = call.split();
        seen.push(rest);
        if index == best {
            told = Some(claim);
        }
    }
    let mut alteration = told?;
    match &mut alteration {
        Alteration::TandemDuplication(duplication) => duplication.callers = callers,
        Alteration::Rearrangement(rearrangement) => {
            rearrangement.callers = callers;
            rearrangement.genes = genes;
        }
        Alteration::SmallVariant(_)
        | Alteration::Fusion(_)
        | Alteration::CopyNumber(_)
        | Alteration::Biomarker(_) => {}
    }
    Some(Observed {
        alteration,
        calls: seen,
    })
}

/// The genes of every rearrangement, sorted, each once.
fn genes_at_ends(calls: &[Call]) -> Vec<GeneSymbol> {
    let mut genes: Vec<GeneSymbol> = calls
        .iter()
        .filter_map(|call| match &call.claim {
            Alteration::Rearrangement(rearrangement) => Some(&rearrangement.genes),
            Alteration::SmallVariant(_)
            | Alteration::Fusion(_)
            | Alteration::CopyNumber(_)
            | Alteration::TandemDuplication(_)
            | Alteration::Biomarker(_) => None,
        })
        .flatten()
        .cloned()
        .collect();
    genes.sort();
    genes.dedup();
    genes
}

fn reads(alteration: &Alteration) -> u32 {
    match alteration {
        Alteration::SmallVariant(variant) => variant.alt_reads.unwrap_or_default(),
        Alteration::Fusion(fusion) => fusion.support().unwrap_or_default(),
        Alteration::TandemDuplication(duplication) => duplication.split_reads.unwrap_or_default(),
        Alteration::Rearrangement(rearrangement) => rearrangement.support().unwrap_or_default(),
        Alteration::CopyNumber(_) | Alteration::Biomarker(_) => 0,
    }
}
