//! A coding position as HGVS writes it: `76`, `-14`, `*6`, `93+1`, `94-2`.

use crate::genome::transcript::{Place, Transcript};
use std::fmt;

/// A position counted by the coding bases of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodingPlace {
    /// Coding base from 1; below 1 in front of the start codon (0 is -1).
    base: i64,
    /// Behind the stop codon: `base` counts from it.
    is_behind: bool,
    /// Bases into an intron: positive behind `base`, negative in front of it.
    offset: i64,
}

impl CodingPlace {
    /// Where `pos` lies by the coding bases of `transcript`. In front of the transcript the bases
    /// are counted on, as papers do for promoters. `None` where the transcript is not coding, and
    /// behind its end.
    pub fn of(transcript: &Transcript, pos: u64) -> Option<Self> {
        let signed = |number: u64| i64::try_from(number).ok();
        match transcript.place(pos) {
            Place::Exon { base, .. } => Self::of_base(transcript, signed(base)?, 0),
            Place::Intron {
                base_before,
                from_donor,
                from_acceptor,
                ..
            } => {
                if from_donor <= from_acceptor {
                    Self::of_base(transcript, signed(base_before)?, signed(from_donor)?)
                } else {
                    Self::of_base(
                        transcript,
                        signed(base_before)? + 1,
                        -signed(from_acceptor)?,
                    )
                }
            }
            Place::Before(distance) => Self::of_base(transcript, 1 - signed(distance)?, 0),
            Place::Behind(_) => None,
        }
    }

    /// The position of a base of the transcript, from 1.
    fn of_base(transcript: &Transcript, base: i64, offset: i64) -> Option<Self> {
        let (first, last) = transcript.coding_bases()?;
        let (first, last) = (i64::try_from(first).ok()?, i64::try_from(last).ok()?);
        Some(if base > last {
            Self {
                base: base - last,
                is_behind: true,
                offset,
            }
        } else {
            Self {
                base: base - first + 1,
                is_behind: false,
                offset,
            }
        })
    }
}

impl fmt::Display for CodingPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_behind {
            write!(f, "*{}", self.base)?;
        } else if self.base < 1 {
            // There is no base 0.
            write!(f, "{}", self.base - 1)?;
        } else {
            write!(f, "{}", self.base)?;
        }
        match self.offset {
            0 => Ok(()),
            offset => write!(f, "{offset:+}"),
        }
    }
}
