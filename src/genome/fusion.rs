//! Two breakpoints by the transcripts of their genes: exons at the junction, what becomes of the
//! reading frame, which domains are kept.
//!
//! A junction is told as if everything on the 5' side up to its breakpoint and everything on the 3' side
//! from its breakpoint on were spliced as in the two transcripts. Where that is not so, or where the
//! breakpoints do not say, the frame is left open and the reason is told: it is never guessed.

mod frame;
mod side;

use crate::domain::{
    Assembly, Fusion, JunctionPlace, Partner, PartnerOrder, PredictedJunction, PredictedSide,
    TranscriptChoice,
};
use crate::genome::domains::of_residues;
use crate::genome::{Genome, Transcript};
use frame::Verdict;
use side::{End, Side};
use std::ops::RangeInclusive;

/// What the breakpoints of `fusion` say. `None` where its assembly is not known, where a gene has no
/// breakpoint, or where nobody says which gene is the 5' one.
pub fn predict(genome: &Genome, fusion: &Fusion) -> Option<PredictedJunction> {
    let assembly = fusion.assembly?;
    let (five, three) = (&fusion.five_prime, &fusion.three_prime);
    five.locus()?;
    three.locus()?;
    let first = Told::of(genome, assembly, five, End::Five);
    let second = Told::of(genome, assembly, three, End::Three);
    match fusion.order {
        PartnerOrder::Stated => {}
        // Nobody claims an order: the breakpoints have to show it.
        PartnerOrder::Unoriented | PartnerOrder::Unknown => {
            let shows = first.is_exact_splice_site() && second.is_exact_splice_site();
            let shows_reverse = Told::of(genome, assembly, three, End::Five).is_exact_splice_site()
                && Told::of(genome, assembly, five, End::Three).is_exact_splice_site();
            if !shows || shows_reverse {
                return None;
            }
        }
    }
    let verdict = frame::verdict(genome, &first, &second);
    Some(told(verdict, &first, &second))
}

/// One partner with its transcript and the place of its breakpoint there.
struct Told<'g> {
    partner: &'g Partner,
    end: End,
    found: Option<Found<'g>>,
    /// Where nothing was found: why.
    missing: Option<String>,
}

struct Found<'g> {
    transcript: &'g Transcript,
    choice: TranscriptChoice,
    side: Side,
    /// Nothing is said of domains of a protein of another length.
    has_reference_length: bool,
}

impl<'g> Told<'g> {
    fn of(genome: &'g Genome, assembly: Assembly, partner: &'g Partner, end: End) -> Self {
        let mut told = Self {
            partner,
            end,
            found: None,
            missing: None,
        };
        match find(genome, assembly, partner, end) {
            Ok(found) => told.found = Some(found),
            Err(why) => told.missing = Some(why),
        }
        told
    }

    fn is_exact_splice_site(&self) -> bool {
        self.found
            .as_ref()
            .is_some_and(|found| found.side.is_exact_splice_site())
    }
}

/// The transcript of the partner: the caller's, if we have it; else the first of the gene's on which the
/// breakpoint is a splice site; else the preferred one.
fn find<'g>(
    genome: &'g Genome,
    assembly: Assembly,
    partner: &Partner,
    end: End,
) -> Result<Found<'g>, String> {
    let Some(gene) = &partner.gene else {
        return Err(match partner.near.is_empty() {
            true => "no gene is named on one side".to_owned(),
            false => "one breakpoint lies outside every gene".to_owned(),
        });
    };
    let known: Vec<&Transcript> = genome.of_gene(assembly, gene).collect();
    let Some(preferred) = known.first() else {
        return Err(format!("no transcript of {gene} is known on {assembly}"));
    };
    let pos = partner.pos.ok_or("a breakpoint is not stated")?;
    if partner.chrom.as_ref() != Some(&preferred.chrom) {
        return Err(format!(
            "{gene} lies on {} and its breakpoint does not",
            preferred.chrom
        ));
    }
    if partner
        .strand
        .is_some_and(|strand| strand != preferred.strand)
    {
        return Err(format!(
            "the strand that the file states for {gene} is not the strand of the gene"
        ));
    }
    let named = partner.transcript.as_deref().map(without_version);
    let is_named = |transcript: &Transcript| {
        [Some(&transcript.ensembl), transcript.refseq.as_ref()]
            .into_iter()
            .flatten()
            .any(|name| Some(without_version(name)) == named)
    };
    let fits =
        |transcript: &Transcript| Side::of(transcript, pos, end).place == JunctionPlace::SpliceSite;
    let (transcript, choice) = if let Some(named) = known.iter().find(|known| is_named(known)) {
        (*named, TranscriptChoice::Caller)
    } else if let Some(fitting) = known
        .iter()
        .skip(1)
        .find(|known| !fits(preferred) && fits(known))
    {
        (*fitting, TranscriptChoice::SpliceSite)
    } else if preferred.is_mane_select() {
        (*preferred, TranscriptChoice::ManeSelect)
    } else {
        (*preferred, TranscriptChoice::Other)
    };
    Ok(Found {
        transcript,
        choice,
        side: Side::of(transcript, pos, end),
        has_reference_length: transcript.residues() == preferred.residues(),
    })
}

fn without_version(name: &str) -> &str {
    name.split_once('.').map_or(name, |(bare, _)| bare)
}

fn told(verdict: Verdict, first: &Told<'_>, second: &Told<'_>) -> PredictedJunction {
    let five_prime = first.found.as_ref().map(|found| side_of(found, first.end));
    let three_prime = second
        .found
        .as_ref()
        .map(|found| side_of(found, second.end));
    let name_with_exons = named(five_prime.as_ref(), three_prime.as_ref());
    PredictedJunction {
        kind: verdict.kind,
        frame: verdict.frame,
        assumes_splicing: verdict.assumes_splicing,
        five_prime,
        three_prime,
        name_with_exons,
        because: verdict.because,
    }
}

fn named(five: Option<&PredictedSide>, three: Option<&PredictedSide>) -> Option<String> {
    let one = |side: &PredictedSide, intron: fn(u32) -> u32| {
        let exon = side.exon?;
        let place = match side.place {
            JunctionPlace::SpliceSite => String::new(),
            JunctionPlace::Exon => " (inside it)".to_owned(),
            JunctionPlace::Intron => format!(" (break in intron {})", intron(exon)),
            JunctionPlace::Outside => return None,
        };
        Some(format!(
            "{} ({}) exon {exon}{place}",
            side.gene, side.transcript
        ))
    };
    let five = one(five?, |exon| exon)?;
    let three = one(three?, |exon| exon.saturating_sub(1))?;
    Some(format!("{five}::{three}"))
}

fn side_of(found: &Found<'_>, end: End) -> PredictedSide {
    let transcript = found.transcript;
    let side = &found.side;
    let residues = transcript.residues();
    let kept = residues.and_then(|length| side.kept_residues(end, length));
    let domains = residues
        .filter(|_| found.has_reference_length)
        .and_then(|length| of_residues(&transcript.gene, length, kept.as_ref()?));
    let (domains_kept, domains_lost) = domains.clone().unwrap_or_default();
    PredictedSide {
        gene: transcript.gene.clone(),
        transcript: transcript.ensembl.clone(),
        choice: found.choice,
        place: side.place,
        part: side.part,
        exon: side.exon,
        exons: u32::try_from(transcript.exons.len()).unwrap_or(u32::MAX),
        phase: side.phase,
        bases_to_start: side.bases_to_start,
        residue: kept
            .filter(|kept| !kept.is_empty())
            .map(|kept: RangeInclusive<u64>| match end {
                End::Five => *kept.end(),
                End::Three => *kept.start(),
            }),
        domains_kept,
        domains_lost,
        domains_curated: domains.is_some(),
    }
}
