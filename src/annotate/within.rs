//! Joined ends in DNA that lie in one gene: a change of its exons, never a fusion of the gene with itself.
//!
//! | sides joined, from the lower end | becomes |
//! |---|---|
//! | left to right (a `DEL`) | a deletion within the gene |
//! | right to left (a `DUP`) | a tandem duplication |
//! | left to left or right to right (an `INV`) | an inversion within the gene |
//!
//! Exons go by the gene's preferred transcript. They are named where whole exons lie between the ends; a
//! change that meets no exon stays two joined places in an intron.

use crate::domain::{
    Alteration, Call, ExonChange, ExonChangeKind, Frame, GeneSymbol, JoinedSides, KeptSide, Locus,
    Rearrangement, TandemDuplication,
};
use crate::genome::{Genome, Transcript};

/// What the junction makes of the stretch between its ends.
#[derive(Clone, Copy)]
enum Event {
    Doubled,
    Changed(ExonChangeKind),
}

/// Makes a join of two places of one gene what it is; its assembly has to be known by then. Any other
/// claim stays, and so does one whose file says what happened.
pub fn joined_within_gene(call: &mut Call, genome: &Genome) {
    let Alteration::Rearrangement(ends) = &mut call.claim else {
        return;
    };
    let (Some(first), Some(second)) = (&ends.first, &ends.second) else {
        return;
    };
    if ends.within_gene.is_some() || first.chrom != second.chrom {
        return;
    }
    let (Some(event), [gene]) = (event(ends, first, second), ends.genes.as_slice()) else {
        return;
    };
    let (low, high) = (first.pos.min(second.pos), first.pos.max(second.pos));
    let transcript = ends
        .assembly
        .and_then(|assembly| genome.of_gene(assembly, gene).next());
    let Some(exons) = transcript
        .filter(|of| of.chrom == first.chrom && of.start() <= low && high <= of.end())
        .and_then(|of| exons_between(of, low, high))
    else {
        return;
    };
    match event {
        Event::Doubled => {
            let duplication = duplication(ends, gene.clone(), (low, high), exons);
            call.claim = Alteration::TandemDuplication(duplication);
        }
        Event::Changed(kind) => {
            ends.within_gene = Some(ExonChange {
                kind,
                first_exon: exons.map(|(first, _)| first),
                last_exon: exons.map(|(_, last)| last),
            });
        }
    }
}

/// By the sides, else by the file's word. `None` where neither tells.
fn event(ends: &Rearrangement, first: &Locus, second: &Locus) -> Option<Event> {
    let from_lower = |sides: &JoinedSides| {
        if first.pos <= second.pos {
            *sides
        } else {
            sides.seen_from_second()
        }
    };
    match ends.sides.as_slice() {
        [] => {
            let says = |word: &str| ends.event_type.starts_with(word);
            if says("DEL") {
                Some(Event::Changed(ExonChangeKind::Deletion))
            } else if says("DUP") {
                Some(Event::Doubled)
            } else if says("INV") {
                Some(Event::Changed(ExonChangeKind::Inversion))
            } else {
                None
            }
        }
        [sides, ..] => {
            let sides = from_lower(sides);
            Some(match (sides.first, sides.second?) {
                (KeptSide::Left, KeptSide::Right) => Event::Changed(ExonChangeKind::Deletion),
                (KeptSide::Right, KeptSide::Left) => Event::Doubled,
                (KeptSide::Left, KeptSide::Left) | (KeptSide::Right, KeptSide::Right) => {
                    Event::Changed(ExonChangeKind::Inversion)
                }
            })
        }
    }
}

/// First and last exon between two places, `Some(None)` where one of them lies inside an exon. `None`
/// where no exon is met.
fn exons_between(transcript: &Transcript, low: u64, high: u64) -> Option<Option<(u32, u32)>> {
    let met = || {
        transcript
            .exons
            .iter()
            .zip(1_u32..)
            .filter(|(exon, _)| exon.start <= high && exon.end > low)
    };
    let (_, first) = met().next()?;
    let (_, last) = met().last()?;
    let are_whole = met().all(|(exon, _)| exon.start > low && exon.end <= high);
    Some(are_whole.then_some((first, last)))
}

fn duplication(
    ends: &Rearrangement,
    gene: GeneSymbol,
    (low, high): (u64, u64),
    exons: Option<(u32, u32)>,
) -> TandemDuplication {
    TandemDuplication {
        assembly: ends.assembly,
        gene,
        chrom: ends.first.as_ref().map(|end| end.chrom.clone()),
        start: Some(low),
        end: Some(high),
        size_bp: Some(high - low + 1),
        first_exon: exons.map(|(first, _)| first),
        last_exon: exons.map(|(_, last)| last),
        frame: Frame::Unknown,
        split_reads: ends.split_reads,
        spanning_pairs: ends.spanning_pairs,
        callers: ends.callers.clone(),
    }
}
