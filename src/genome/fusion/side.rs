//! Where a breakpoint lies in one transcript, on the 5' or the 3' side of a junction.

use crate::domain::{JunctionPlace, TranscriptPart};
use crate::genome::{Place, Transcript};
use std::ops::RangeInclusive;

/// Bases by which callers place the same splice junction apart: bases that the ends of both exons share
/// can be counted to either.
const SPLICE_TOLERANCE_BP: u64 = 5;

/// Which side of a junction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// What lies in front of the breakpoint is kept.
    Five,
    /// What lies behind it is kept.
    Three,
}

/// A breakpoint in a transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Side {
    pub(super) place: JunctionPlace,
    /// Last exon kept, or first.
    pub(super) exon: Option<u32>,
    /// Last base of the transcript kept, or first, once the transcript is spliced at its exon ends.
    pub(super) base: u64,
    /// Bases that the breakpoint as stated lies behind `base` (before it: negative).
    pub(super) shift: i64,
    pub(super) part: Option<TranscriptPart>,
    /// Coding bases in front of the junction, modulo 3.
    pub(super) phase: Option<u8>,
    /// 3' side only: untranslated bases from the junction to the start codon.
    pub(super) bases_to_start: Option<u64>,
    /// First and last coding base of the transcript.
    coding: Option<(u64, u64)>,
}

impl Side {
    /// Places a breakpoint.
    pub(super) fn of(transcript: &Transcript, pos: u64, end: End) -> Self {
        let mut side = Self {
            place: JunctionPlace::Outside,
            exon: None,
            base: 0,
            shift: 0,
            part: None,
            phase: None,
            bases_to_start: None,
            coding: transcript.coding_bases(),
        };
        match transcript.place(pos) {
            Place::Exon { number, base } => side.in_exon(transcript, number, base, end),
            Place::Intron {
                after_exon,
                base_before,
                from_donor,
                from_acceptor,
            } => side.in_intron(after_exon, base_before, from_donor, from_acceptor, end),
            Place::Before(_) | Place::Behind(_) => return side,
        }
        side.tell_part(end);
        side
    }

    fn in_exon(&mut self, transcript: &Transcript, number: u32, base: u64, end: End) {
        let index = usize::try_from(number).unwrap_or(usize::MAX);
        let length = |exons: usize| -> u64 {
            let exons = transcript.exons.iter().take(exons);
            exons.map(|exon| exon.length()).sum()
        };
        let (before, last) = (length(index.saturating_sub(1)), length(index));
        let is_first = number == 1;
        let is_last = index == transcript.exons.len();
        let (from_start, to_end) = (base - before - 1, last - base);
        let (exon, kept) = match end {
            End::Five if to_end <= SPLICE_TOLERANCE_BP && !is_last => (number, last),
            // Over the end of the exon before, by bases that both sides share.
            End::Five if from_start < SPLICE_TOLERANCE_BP && !is_first => (number - 1, before),
            End::Three if from_start <= SPLICE_TOLERANCE_BP && !is_first => (number, before + 1),
            End::Three if to_end < SPLICE_TOLERANCE_BP && !is_last => (number + 1, last + 1),
            End::Five | End::Three => {
                self.place = JunctionPlace::Exon;
                self.exon = Some(number);
                self.base = base;
                return;
            }
        };
        self.place = JunctionPlace::SpliceSite;
        self.exon = Some(exon);
        self.base = kept;
        self.shift = difference(base, kept);
    }

    fn in_intron(
        &mut self,
        after_exon: u32,
        base_before: u64,
        from_donor: u64,
        from_acceptor: u64,
        end: End,
    ) {
        let (exon, base, away) = match end {
            End::Five => (after_exon, base_before, from_donor),
            End::Three => (after_exon + 1, base_before + 1, from_acceptor),
        };
        self.exon = Some(exon);
        self.base = base;
        if away <= SPLICE_TOLERANCE_BP {
            self.place = JunctionPlace::SpliceSite;
            let away = i64::try_from(away).unwrap_or(0);
            self.shift = match end {
                End::Five => away,
                End::Three => -away,
            };
        } else {
            self.place = JunctionPlace::Intron;
        }
    }

    fn tell_part(&mut self, end: End) {
        let Some((first, last)) = self.coding else {
            self.part = Some(TranscriptPart::NonCoding);
            return;
        };
        let (part, before) = match end {
            End::Five if self.base < first => (TranscriptPart::FivePrimeUtr, None),
            End::Five if self.base >= last => (TranscriptPart::ThreePrimeUtr, None),
            End::Five => (TranscriptPart::Coding, Some(self.base + 1 - first)),
            End::Three if self.base < first => {
                self.bases_to_start = Some(first - self.base);
                (TranscriptPart::FivePrimeUtr, None)
            }
            End::Three if self.base > last => (TranscriptPart::ThreePrimeUtr, None),
            End::Three => (TranscriptPart::Coding, Some(self.base - first)),
        };
        self.part = Some(part);
        self.phase = before.and_then(|bases| u8::try_from(bases % 3).ok());
    }

    /// Whether so few bases lie between the end of the stop codon and the breakpoint that callers may
    /// place it on either side.
    pub(super) fn is_at_stop(&self) -> bool {
        self.place == JunctionPlace::Exon
            && self
                .coding
                .is_some_and(|(_, last)| (last..=last + SPLICE_TOLERANCE_BP).contains(&self.base))
    }

    /// Whether the breakpoint is the very end of an exon.
    pub(super) fn is_exact_splice_site(&self) -> bool {
        self.place == JunctionPlace::SpliceSite && self.shift == 0
    }

    /// Residues of the protein (of `length` residues) that the transcript spells in full. `None` where the
    /// breakpoint lies outside, or nothing is coding.
    pub(super) fn kept_residues(&self, end: End, length: u64) -> Option<RangeInclusive<u64>> {
        let (first, _) = self.coding?;
        self.exon?;
        Some(match end {
            End::Five => 1..=((self.base + 1).saturating_sub(first) / 3).min(length),
            End::Three => (self.base.saturating_sub(first).div_ceil(3) + 1)..=length,
        })
    }
}

fn difference(of: u64, from: u64) -> i64 {
    let distance = i64::try_from(of.abs_diff(from)).unwrap_or(i64::MAX);
    if of < from { -distance } else { distance }
}
