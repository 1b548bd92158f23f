//! From what an annotation states to transcripts that may be used: exons and coding pieces have to
//! agree, the phases with them, and where the bases are known they have to spell a protein.
//!
//! What does not hold is left out, never repaired: a wrong residue is worse than a missing one. The
//! one thing worked out from the bases is whether a stop codon that the file does not state is the
//! last coding codon or stands behind it; programs that convert files do either.

use crate::domain::{Assembly, Chromosome, Strand};
use crate::genome::reference::raw::{RawGene, RawTranscript, Span, Unfit};
use crate::genome::transcript::{Exon, Transcript, TranscriptStatus};
use crate::genome::{complement, residue};

/// Gives bases of the plus strand from start to end, `N` where one is not known. `None` where
/// nothing is known of that chromosome.
pub(super) type Lookup<'a> = &'a dyn Fn(&Chromosome, u64, u64) -> Option<Vec<u8>>;

/// The transcripts of a gene, the preferred one first, and why others are left out.
pub(super) fn transcripts(
    gene: &RawGene,
    assembly: Assembly,
    bases: Option<Lookup<'_>>,
) -> (Vec<Transcript>, Vec<Unfit>) {
    let mut kept = Vec::new();
    let mut unfit = Vec::new();
    for (raw, place) in gene.transcripts.iter().zip(0_usize..) {
        match checked(raw, gene, assembly, bases) {
            Ok(transcript) => kept.push((raw, transcript, place)),
            Err(why) => unfit.push(why),
        }
    }
    kept.sort_by_key(|(raw, transcript, place)| {
        let coding = transcript
            .coding_bases()
            .map_or(0, |(first, last)| last - first + 1);
        (
            transcript.status,
            raw.marks.appris.unwrap_or(u8::MAX),
            std::cmp::Reverse((coding, transcript.length())),
            *place,
        )
    });
    (
        kept.into_iter()
            .map(|(_, transcript, _)| transcript)
            .collect(),
        unfit,
    )
}

/// Why a transcript of these marks is told of.
pub(super) fn status(raw: &RawTranscript) -> TranscriptStatus {
    let marks = raw.marks;
    if marks.mane_select {
        TranscriptStatus::ManeSelect
    } else if marks.mane_plus_clinical {
        TranscriptStatus::ManePlusClinical
    } else if marks.canonical {
        TranscriptStatus::Canonical
    } else if marks.appris.is_some() {
        TranscriptStatus::Principal
    } else {
        TranscriptStatus::Other
    }
}

fn checked(
    raw: &RawTranscript,
    gene: &RawGene,
    assembly: Assembly,
    bases: Option<Lookup<'_>>,
) -> Result<Transcript, Unfit> {
    if let Some(unfit) = raw.unfit {
        return Err(unfit);
    }
    let mut spans = raw.exons.clone();
    spans.sort_unstable();
    if spans.is_empty() || !spans.is_sorted_by(|one, next| one.1 < next.0) {
        return Err(Unfit::Contradictory);
    }
    let coding = coding(raw, &spans)?;
    let mut exons: Vec<Exon> = spans
        .iter()
        .map(|(start, end)| Exon {
            start: *start,
            end: *end,
        })
        .collect();
    if raw.strand == Strand::Minus {
        exons.reverse();
    }
    let is_refseq = ["NM_", "NR_", "XM_", "XR_"]
        .iter()
        .any(|prefix| raw.id.starts_with(prefix));
    let mut transcript = Transcript {
        assembly,
        gene: gene.symbol.clone(),
        ensembl: raw.ensembl.clone().unwrap_or_else(|| raw.id.clone()),
        refseq: is_refseq.then(|| raw.id.clone()),
        status: status(raw),
        chrom: gene.chrom.clone(),
        strand: raw.strand,
        exons,
        coding,
        selenocysteines: Vec::new(),
    };
    if coding.is_some() {
        phases(raw, &transcript)?;
        transcript.selenocysteines = selenocysteines(raw, &transcript)?;
        ends_with_stop(raw, &mut transcript, bases)?;
    }
    Ok(transcript)
}

/// Lower and upper end of the coding part: its pieces and the stop codon have to fill the exons
/// between them.
fn coding(raw: &RawTranscript, exons: &[Span]) -> Result<Option<Span>, Unfit> {
    let mut pieces: Vec<Span> = raw
        .cds
        .iter()
        .map(|cds| cds.span)
        .chain(raw.stops.iter().copied())
        .collect();
    if raw.cds.is_empty() {
        return Ok(None);
    }
    pieces.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for (start, end) in pieces {
        match joined.last_mut() {
            // Pieces that touch are one: the stop codon beside the last of them.
            Some(last) if start <= last.1 + 1 => last.1 = last.1.max(end),
            Some(_) | None => joined.push((start, end)),
        }
    }
    let (Some((low, _)), Some((_, high))) = (joined.first(), joined.last()) else {
        return Ok(None);
    };
    let (low, high) = (*low, *high);
    let mut expected: Vec<Span> = Vec::new();
    for (start, end) in exons {
        let (start, end) = ((*start).max(low), (*end).min(high));
        if start > end {
            continue;
        }
        match expected.last_mut() {
            Some(last) if start <= last.1 + 1 => last.1 = end,
            Some(_) | None => expected.push((start, end)),
        }
    }
    if joined == expected {
        Ok(Some((low, high)))
    } else {
        Err(Unfit::Contradictory)
    }
}

/// Every stated phase has to be what the pieces before it make.
fn phases(raw: &RawTranscript, transcript: &Transcript) -> Result<(), Unfit> {
    let mut pieces = raw.cds.clone();
    pieces.sort_unstable_by_key(|cds| cds.span);
    if raw.strand == Strand::Minus {
        pieces.reverse();
    }
    let mut before = 0_u64;
    for piece in pieces {
        let phase = (3 - before % 3) % 3;
        match piece.phase {
            Some(stated) if u64::from(stated) != phase => {
                return Err(if before == 0 {
                    Unfit::Incomplete
                } else {
                    Unfit::UnlikeGenome
                });
            }
            Some(_) | None => {}
        }
        before += piece.span.1 - piece.span.0 + 1;
    }
    match transcript.coding_bases() {
        Some((first, last)) if (last - first + 1) % 3 == 0 => Ok(()),
        Some(_) => Err(Unfit::Incomplete),
        None => Err(Unfit::Contradictory),
    }
}

/// Numbers of the codons that spell selenocysteine.
fn selenocysteines(raw: &RawTranscript, transcript: &Transcript) -> Result<Vec<u32>, Unfit> {
    use crate::genome::transcript::Place;
    let (first, last) = transcript.coding_bases().ok_or(Unfit::Contradictory)?;
    let mut codons = Vec::new();
    for pos in &raw.selenocysteines {
        let Place::Exon { base, .. } = transcript.place(*pos) else {
            return Err(Unfit::Contradictory);
        };
        if base < first || base > last {
            return Err(Unfit::Contradictory);
        }
        let codon = u32::try_from((base - first) / 3 + 1).map_err(|_| Unfit::Contradictory)?;
        codons.push(codon);
    }
    codons.sort_unstable();
    codons.dedup();
    Ok(codons)
}

/// Makes sure that the coding part ends with its stop codon and has none inside, as far as the
/// bases are known.
fn ends_with_stop(
    raw: &RawTranscript,
    transcript: &mut Transcript,
    bases: Option<Lookup<'_>>,
) -> Result<(), Unfit> {
    let is_stated = !raw.stops.is_empty();
    let Some(spelled) = bases.and_then(|bases| spelled(transcript, bases)) else {
        // By the rules of GFF3 the stop codon belongs to the CDS; by those of GTF it has a row.
        return if is_stated || raw.includes_stop {
            Ok(())
        } else {
            Err(Unfit::Incomplete)
        };
    };
    let (first, last) = transcript.coding_bases().ok_or(Unfit::Contradictory)?;
    let codon = |base: u64| -> Option<Option<char>> {
        let at = usize::try_from(base.checked_sub(1)?).ok()?;
        let codon: [u8; 3] = spelled.get(at..at.checked_add(3)?)?.try_into().ok()?;
        Some(residue(codon))
    };
    let is_stop = |base: u64| codon(base) == Some(Some('*'));
    let mut stop = last.saturating_sub(2);
    if !is_stated && !is_stop(stop) && codon(stop) != Some(None) && is_stop(last + 1) {
        let end = transcript.position(last + 3).ok_or(Unfit::Incomplete)?;
        transcript.coding = transcript.coding.map(|(low, high)| match raw.strand {
            Strand::Plus => (low, end),
            Strand::Minus => (end, high),
        });
        stop = last + 1;
    }
    match codon(stop) {
        Some(Some('*') | None) => {}
        Some(Some(_)) | None => return Err(Unfit::Untranslatable),
    }
    let inside = (first..stop).step_by(3).zip(1_u32..);
    for (base, number) in inside {
        if is_stop(base) && !transcript.selenocysteines.contains(&number) {
            return Err(Unfit::Untranslatable);
        }
    }
    Ok(())
}

/// The bases of a transcript on its own strand. `None` where nothing is known of its chromosome.
fn spelled(transcript: &Transcript, bases: Lookup<'_>) -> Option<Vec<u8>> {
    let mut spelled = Vec::new();
    for exon in &transcript.exons {
        let mut piece = bases(&transcript.chrom, exon.start, exon.end)?;
        if transcript.strand == Strand::Minus {
            piece.reverse();
            for base in &mut piece {
                *base = complement(*base);
            }
        }
        spelled.append(&mut piece);
    }
    Some(spelled)
}
