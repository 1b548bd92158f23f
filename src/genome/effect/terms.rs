//! Sequence Ontology terms by where a change lies, in the ladder of Ensembl.
//!
//! Two bases of the intron at either end are the splice site; three bases of the exon and the third to
//! the eighth of the intron are the splice region.

use super::Change;
use super::protein::{Protein, ProteinKind};
use crate::genome::transcript::{Place, Transcript};

/// Bases of the intron that are the splice site.
const SITE: u64 = 2;

/// Bases of the intron up to which the splice region goes.
const REGION: u64 = 8;

/// Bases of the exon that belong to the splice region.
const EXON_EDGE: u64 = 3;

/// Bases in front of a transcript that are still told of.
const NEAR: u64 = crate::genome::NEAR_GENE_BP;

/// Most severe first.
const LADDER: &[(&str, u8)] = &[
    ("splice_acceptor_variant", 3),
    ("splice_donor_variant", 3),
    ("stop_gained", 3),
    ("frameshift_variant", 3),
    ("stop_lost", 3),
    ("start_lost", 3),
    ("inframe_insertion", 2),
    ("inframe_deletion", 2),
    ("missense_variant", 2),
    ("protein_altering_variant", 2),
    ("splice_region_variant", 1),
    ("start_retained_variant", 1),
    ("stop_retained_variant", 1),
    ("synonymous_variant", 1),
    ("coding_sequence_variant", 0),
    ("5_prime_UTR_variant", 0),
    ("3_prime_UTR_variant", 0),
    ("non_coding_transcript_exon_variant", 0),
    ("intron_variant", 0),
    ("upstream_gene_variant", 0),
    ("downstream_gene_variant", 0),
    ("intergenic_variant", 0),
];

/// Ensembl's impact of the most severe term: HIGH 3, MODERATE 2, LOW 1, MODIFIER 0.
pub(super) fn impact(terms: &[String]) -> u8 {
    terms
        .iter()
        .filter_map(|term| LADDER.iter().find(|(known, _)| known == term))
        .map(|(_, impact)| *impact)
        .max()
        .unwrap_or(0)
}

/// The terms of a change, most severe first. `protein` is what became of the protein, where the
/// change touches coding bases alone.
pub(super) fn of(
    transcript: &Transcript,
    change: &Change,
    protein: Option<&Protein>,
) -> Vec<String> {
    let mut found: Vec<&'static str> = Vec::new();
    let places = touched(transcript, change);
    for place in &places {
        by_place(transcript, *place, change, &mut found);
    }
    let is_spliced_out = found
        .iter()
        .any(|term| matches!(*term, "splice_acceptor_variant" | "splice_donor_variant"));
    match protein {
        Some(protein) => found.extend(of_protein(protein.kind)),
        None if touches_coding(transcript, &places) && !is_spliced_out => {
            found.push("coding_sequence_variant");
        }
        None => {}
    }
    let mut terms: Vec<String> = LADDER
        .iter()
        .filter(|(term, _)| found.contains(term))
        .map(|(term, _)| (*term).to_owned())
        .collect();
    if terms.is_empty() {
        terms.push("intergenic_variant".to_owned());
    }
    terms
}

/// Every place that the change touches; for an insertion the two beside it. Long deletions are
/// looked at by their ends and by the edges of the exons between them.
fn touched(transcript: &Transcript, change: &Change) -> Vec<Place> {
    let (first, last) = change.ends(transcript);
    let (low, high) = (first.min(last), first.max(last));
    let mut at: Vec<u64> = if high - low < 64 {
        (low..=high).collect()
    } else {
        let edges = transcript
            .exons
            .iter()
            .flat_map(|exon| [exon.start, exon.end])
            .flat_map(|edge| [edge.saturating_sub(1), edge, edge + 1]);
        [low, high].into_iter().chain(edges).collect()
    };
    at.retain(|pos| (low..=high).contains(pos));
    at.into_iter().map(|pos| transcript.place(pos)).collect()
}

fn by_place(transcript: &Transcript, place: Place, change: &Change, found: &mut Vec<&'static str>) {
    match place {
        Place::Before(distance) if distance <= NEAR => found.push("upstream_gene_variant"),
        Place::Behind(distance) if distance <= NEAR => found.push("downstream_gene_variant"),
        Place::Before(_) | Place::Behind(_) => {}
        Place::Intron {
            from_donor,
            from_acceptor,
            ..
        } => {
            found.push("intron_variant");
            // An insertion beside the site splits nothing of it.
            let in_site = !change.is_insertion() || splits_site(transcript, change);
            if from_donor <= SITE && in_site {
                found.push("splice_donor_variant");
            } else if from_acceptor <= SITE && in_site {
                found.push("splice_acceptor_variant");
            } else if from_donor.min(from_acceptor) <= REGION {
                found.push("splice_region_variant");
            }
        }
        Place::Exon { number, base } => {
            if is_edge(transcript, number, base) {
                found.push("splice_region_variant");
            }
            match transcript.coding_bases() {
                None => found.push("non_coding_transcript_exon_variant"),
                Some((first, _)) if base < first => found.push("5_prime_UTR_variant"),
                Some((_, last)) if base > last => found.push("3_prime_UTR_variant"),
                Some(_) => {}
            }
        }
    }
}

/// Whether an insertion lies between the two bases of a splice site.
fn splits_site(transcript: &Transcript, change: &Change) -> bool {
    let (first, last) = change.ends(transcript);
    let in_site = |pos| match transcript.place(pos) {
        Place::Intron {
            from_donor,
            from_acceptor,
            ..
        } => from_donor.min(from_acceptor) <= SITE,
        Place::Exon { .. } | Place::Before(_) | Place::Behind(_) => false,
    };
    in_site(first) && in_site(last)
}

/// Whether a base lies within three of an edge of its exon that borders on an intron.
fn is_edge(transcript: &Transcript, number: u32, base: u64) -> bool {
    let index = usize::try_from(number).unwrap_or(0).saturating_sub(1);
    let before: u64 = transcript
        .exons
        .iter()
        .take(index)
        .map(|exon| exon.length())
        .sum();
    let Some(exon) = transcript.exons.get(index) else {
        return false;
    };
    let (from_start, from_end) = (base - before, before + exon.length() + 1 - base);
    let has_intron_before = index > 0;
    let has_intron_behind = index + 1 < transcript.exons.len();
    (has_intron_before && from_start <= EXON_EDGE) || (has_intron_behind && from_end <= EXON_EDGE)
}

fn touches_coding(transcript: &Transcript, places: &[Place]) -> bool {
    let Some((first, last)) = transcript.coding_bases() else {
        return false;
    };
    places.iter().any(|place| match place {
        Place::Exon { base, .. } => (first..=last).contains(base),
        Place::Intron { .. } | Place::Before(_) | Place::Behind(_) => false,
    })
}

fn of_protein(kind: ProteinKind) -> &'static [&'static str] {
    match kind {
        ProteinKind::Synonymous => &["synonymous_variant"],
        ProteinKind::StopRetained => &["stop_retained_variant"],
        ProteinKind::Missense => &["missense_variant"],
        ProteinKind::StopGained => &["stop_gained"],
        ProteinKind::StopGainedByFrameshift => &["stop_gained", "frameshift_variant"],
        ProteinKind::Frameshift => &["frameshift_variant"],
        ProteinKind::InframeDeletion => &["inframe_deletion"],
        ProteinKind::InframeInsertion => &["inframe_insertion"],
        ProteinKind::Altering => &["protein_altering_variant"],
        ProteinKind::StopLost => &["stop_lost"],
        ProteinKind::StartLost => &["start_lost"],
        ProteinKind::Unknown => &["coding_sequence_variant"],
    }
}
