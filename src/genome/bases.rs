//! Bases of the genome as far as they are known for a transcript.

use crate::domain::Strand;
use crate::genome::Transcript;

/// Gives bases, out of the embedded tables or a user's reference.
pub trait Bases: Send + Sync {
    /// The base at `pos` on the plus strand, an upper-case letter of ACGT. `None` where it is not
    /// known.
    fn base(&self, transcript: &Transcript, pos: u64) -> Option<u8>;

    /// The base at `pos` on the transcript's own strand. `None` likewise.
    fn own_base(&self, transcript: &Transcript, pos: u64) -> Option<u8> {
        let base = self.base(transcript, pos)?;
        Some(match transcript.strand {
            Strand::Plus => base,
            Strand::Minus => complement(base),
        })
    }

    /// The coding bases on the transcript's own strand, stop codon included. `None` where one is
    /// not known.
    fn coding(&self, transcript: &Transcript) -> Option<Vec<u8>> {
        coding_by_base(self, transcript)
    }

    /// A codon, from 1, `N` for a base that is not known. `None` where none of it is.
    fn codon(&self, transcript: &Transcript, number: u32) -> Option<[u8; 3]> {
        codon_by_base(self, transcript, number)
    }
}

/// [`Bases::coding`], one base after the other.
pub(super) fn coding_by_base(
    bases: &(impl Bases + ?Sized),
    transcript: &Transcript,
) -> Option<Vec<u8>> {
    let (first, last) = transcript.coding_bases()?;
    (first..=last)
        .map(|base| bases.own_base(transcript, transcript.position(base)?))
        .collect()
}

/// [`Bases::codon`], one base after the other.
pub(super) fn codon_by_base(
    bases: &(impl Bases + ?Sized),
    transcript: &Transcript,
    number: u32,
) -> Option<[u8; 3]> {
    let (first, last) = transcript.coding_bases()?;
    let start = first + 3 * u64::from(number.checked_sub(1)?);
    let base = |offset: u64| {
        let at = start + offset;
        (at <= last)
            .then(|| transcript.position(at))
            .flatten()
            .and_then(|pos| bases.own_base(transcript, pos))
            .unwrap_or(b'N')
    };
    let codon = [base(0), base(1), base(2)];
    (codon != *b"NNN").then_some(codon)
}

/// The base on the other strand; any letter but ACGT stays.
pub fn complement(base: u8) -> u8 {
    match base {
        b'A' => b'T',
        b'C' => b'G',
        b'G' => b'C',
        b'T' => b'A',
        other => other,
    }
}
