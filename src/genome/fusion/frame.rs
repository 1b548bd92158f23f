//! What becomes of the reading frame at a junction.

use super::{Found, Told};
use crate::domain::Strand;
use crate::domain::{Frame, JunctionKind, JunctionPlace, TranscriptPart};
use crate::genome::{Genome, Transcript, complement, residue};

/// Joined at the start of these exons, the untranslated bases in front of the start codon are translated:
/// fusion proteins of the literature hold what they spell. Their bases are not embedded.
///
/// DDIT3: EWSR1 exon 7 in frame to exon 2 (PMID 21115923). NR4A3: two bases, the whole protein is kept (PMID
/// 8570200). PHF1: MEAF6 in frame to exon 2, the whole coding part is kept (PMC3382230). STAT6: NAB2 exon 4 to
/// exon 2 (PMC4735766), in frame in every tumour examined (PMID 23313952).
const TRANSLATED_UTR: &[(&str, u32)] = &[("DDIT3", 2), ("NR4A3", 3), ("PHF1", 2), ("STAT6", 2)];

/// What the junction amounts to.
pub(super) struct Verdict {
    pub(super) kind: JunctionKind,
    pub(super) frame: Frame,
    pub(super) assumes_splicing: bool,
    pub(super) because: Option<String>,
}

impl Verdict {
    fn of(kind: JunctionKind) -> Self {
        Self {
            kind,
            frame: match kind {
                JunctionKind::InFrame | JunctionKind::InFrameThroughUtr => Frame::InFrame,
                JunctionKind::OutOfFrame | JunctionKind::Stop => Frame::OutOfFrame,
                JunctionKind::PromoterSwap | JunctionKind::Truncation | JunctionKind::UtrLoss => {
                    Frame::NotApplicable
                }
                JunctionKind::ExonisedIntron | JunctionKind::Undetermined => Frame::Unknown,
            },
            assumes_splicing: false,
            because: None,
        }
    }

    fn open(kind: JunctionKind, because: impl Into<String>) -> Self {
        Self {
            frame: Frame::Unknown,
            because: Some(because.into()),
            ..Self::of(kind)
        }
    }
}

/// The verdict on two sides.
pub(super) fn verdict(genome: &Genome, first: &Told<'_>, second: &Told<'_>) -> Verdict {
    let (five, three) = match (&first.found, &second.found) {
        (Some(five), Some(three)) => (five, three),
        (Some(five), None) => return without_three_prime(five, second),
        (None, _) => {
            let why = first.missing.clone().unwrap_or_default();
            return Verdict::open(JunctionKind::Undetermined, why);
        }
    };
    for (found, side) in [(five, &five.side), (three, &three.side)] {
        if side.place == JunctionPlace::Outside {
            let transcript = &found.transcript.ensembl;
            let gene = &found.transcript.gene;
            return Verdict::open(
                JunctionKind::Undetermined,
                format!("the breakpoint of {gene} lies outside {transcript}"),
            );
        }
    }
    if five.side.is_at_stop() {
        return at_stop(five);
    }
    let is_intronic = |found: &Found<'_>| found.side.place == JunctionPlace::Intron;
    let assumes_splicing = match (is_intronic(five), is_intronic(three)) {
        (true, true) => true,
        (false, false) => false,
        (true, false) | (false, true) => {
            let found = if is_intronic(five) { five } else { three };
            return Verdict::open(
                JunctionKind::ExonisedIntron,
                format!(
                    "the breakpoint of {} lies inside an intron of {}; which bases the transcript \
                     holds there is not known",
                    found.transcript.gene, found.transcript.ensembl
                ),
            );
        }
    };
    Verdict {
        assumes_splicing,
        ..by_parts(genome, five, three)
    }
}

fn without_three_prime(five: &Found<'_>, second: &Told<'_>) -> Verdict {
    let is_coding = five.side.part == Some(TranscriptPart::Coding);
    let is_outside_genes = second.partner.gene.is_none() && !second.partner.near.is_empty();
    let is_spliced = five.side.place != JunctionPlace::Intron;
    if five.side.is_at_stop() {
        return at_stop(five);
    }
    if five.side.part == Some(TranscriptPart::ThreePrimeUtr) {
        return Verdict::of(JunctionKind::UtrLoss);
    }
    let why = second.missing.clone().unwrap_or_default();
    if is_coding && is_outside_genes && is_spliced {
        return Verdict {
            because: Some(why),
            ..Verdict::of(JunctionKind::Truncation)
        };
    }
    Verdict::open(JunctionKind::Undetermined, why)
}

fn at_stop(five: &Found<'_>) -> Verdict {
    Verdict::open(
        JunctionKind::Undetermined,
        format!(
            "the breakpoint lies at the stop codon of {}; whether that is kept is not sure",
            five.transcript.gene
        ),
    )
}

fn by_parts(genome: &Genome, five: &Found<'_>, three: &Found<'_>) -> Verdict {
    use TranscriptPart::{Coding, FivePrimeUtr, NonCoding, ThreePrimeUtr};
    let (Some(left), Some(right)) = (five.side.part, three.side.part) else {
        return Verdict::open(
            JunctionKind::Undetermined,
            "a breakpoint lies outside its gene",
        );
    };
    let starts_with_atg = three.side.phase == Some(0) && three.starts_coding();
    match (left, right) {
        (ThreePrimeUtr, _) => Verdict::of(JunctionKind::UtrLoss),
        (FivePrimeUtr | NonCoding, FivePrimeUtr) => Verdict::of(JunctionKind::PromoterSwap),
        (FivePrimeUtr | NonCoding, Coding) if starts_with_atg => {
            Verdict::of(JunctionKind::PromoterSwap)
        }
        (FivePrimeUtr | NonCoding, Coding) => Verdict::open(
            JunctionKind::Undetermined,
            "neither start codon is kept; where translation would begin is not known",
        ),
        (FivePrimeUtr | NonCoding, ThreePrimeUtr | NonCoding) => Verdict::open(
            JunctionKind::Undetermined,
            "neither side holds a coding base",
        ),
        (Coding, ThreePrimeUtr | NonCoding) => Verdict::of(JunctionKind::Truncation),
        (Coding, Coding) => coding_to_coding(genome, five, three),
        (Coding, FivePrimeUtr) => through_utr(genome, five, three),
    }
}

/// Coding bases in front of the junction minus those that the 3' gene expects there, modulo 3. `None`
/// where the two breakpoints lie apart from the exon ends by different lengths, so that either the
/// caller is not exact or bases are lost.
fn offset(five: &Found<'_>, three: &Found<'_>, expected: u64) -> Option<u64> {
    let phase = i64::from(five.side.phase?);
    let expected = i64::try_from(expected % 3).ok()?;
    let spliced = (phase - expected).rem_euclid(3);
    let stated = (phase - expected + five.side.shift - three.side.shift).rem_euclid(3);
    let at_splice_sites = five.side.place == JunctionPlace::SpliceSite
        && three.side.place == JunctionPlace::SpliceSite;
    let offset = if at_splice_sites {
        (spliced == stated).then_some(spliced)?
    } else {
        stated
    };
    u64::try_from(offset).ok()
}

const INEXACT: &str =
    "the breakpoints lie some bases off the ends of exons, not alike on both sides";

fn coding_to_coding(genome: &Genome, five: &Found<'_>, three: &Found<'_>) -> Verdict {
    let expected = u64::from(three.side.phase.unwrap_or_default());
    match offset(five, three, expected) {
        None => Verdict::open(JunctionKind::Undetermined, INEXACT),
        Some(0) if stops_at_junction(genome, five, three) => Verdict::of(JunctionKind::Stop),
        Some(0) => Verdict::of(JunctionKind::InFrame),
        Some(_) => Verdict::of(JunctionKind::OutOfFrame),
    }
}

fn through_utr(genome: &Genome, five: &Found<'_>, three: &Found<'_>) -> Verdict {
    let utr = three.side.bases_to_start.unwrap_or_default();
    // The start codon of the 3' gene follows `utr` bases behind the junction.
    match offset(five, three, 3 - utr % 3) {
        None => Verdict::open(JunctionKind::Undetermined, INEXACT),
        Some(0) => match utr_is_open(genome, five, three) {
            Some(true) => Verdict::of(JunctionKind::InFrameThroughUtr),
            Some(false) => Verdict::of(JunctionKind::Stop),
            None if utr_is_known_translated(three) => Verdict::of(JunctionKind::InFrameThroughUtr),
            None => Verdict::open(
                JunctionKind::Undetermined,
                format!(
                    "the {utr} untranslated bases in front of {} continue the frame, but their \
                     sequence is not known, so that a stop codon among them cannot be ruled out",
                    three.transcript.gene
                ),
            ),
        },
        Some(_) => Verdict::of(JunctionKind::OutOfFrame),
    }
}

fn utr_is_known_translated(three: &Found<'_>) -> bool {
    let at_splice_site = three.side.place != JunctionPlace::Exon;
    at_splice_site
        && TRANSLATED_UTR.iter().any(|(gene, exon)| {
            *gene == three.transcript.gene.as_str() && Some(*exon) == three.side.exon
        })
}

/// Whether no stop codon lies between the last whole codon of the 5' gene and the start codon of the 3'
/// gene. `None` where a base is not known.
fn utr_is_open(genome: &Genome, five: &Found<'_>, three: &Found<'_>) -> Option<bool> {
    let utr = three.side.bases_to_start?;
    let mut bases = partial_codon(genome, five)?;
    for base in three.side.base..three.side.base + utr {
        bases.push(own_base(genome, three.transcript, base)?);
    }
    let mut is_open = true;
    for codon in bases.chunks_exact(3) {
        let codon: [u8; 3] = codon.try_into().ok()?;
        is_open &= residue(codon)? != '*';
    }
    Some(is_open)
}

/// Whether the codon that both genes spell together is known to be a stop codon.
fn stops_at_junction(genome: &Genome, five: &Found<'_>, three: &Found<'_>) -> bool {
    let codon = || -> Option<[u8; 3]> {
        let mut bases = partial_codon(genome, five)?;
        if bases.is_empty() {
            return None;
        }
        let missing = 3_u64.checked_sub(u64::try_from(bases.len()).ok()?)?;
        for base in three.side.base..three.side.base + missing {
            bases.push(own_base(genome, three.transcript, base)?);
        }
        bases.try_into().ok()
    };
    codon().and_then(residue) == Some('*')
}

/// The bases of the codon that the 5' gene begins and does not end.
fn partial_codon(genome: &Genome, five: &Found<'_>) -> Option<Vec<u8>> {
    let begun = u64::from(five.side.phase?);
    let last = five.side.base;
    (last + 1 - begun..=last)
        .map(|base| own_base(genome, five.transcript, base))
        .collect()
}

/// A base of a transcript on its own strand.
fn own_base(genome: &Genome, transcript: &Transcript, base: u64) -> Option<u8> {
    let base = genome.base(transcript, transcript.position(base)?)?;
    Some(match transcript.strand {
        Strand::Plus => base,
        Strand::Minus => complement(base),
    })
}

impl Found<'_> {
    /// Whether the junction lies right before the start codon.
    fn starts_coding(&self) -> bool {
        self.transcript
            .coding_bases()
            .is_some_and(|(first, _)| first == self.side.base)
    }
}
