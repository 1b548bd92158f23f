//! The change by coding positions: `c.1676T>A`, `c.1669_1674del`, `c.1735_1737dup`.

use super::Change;
use crate::domain::Strand;
use crate::genome::Genome;
use crate::genome::place::CodingPlace;
use crate::genome::transcript::Transcript;

/// Inserted bases that are spelt out; longer ones are counted.
const SPELT_BASES: usize = 200;

/// The HGVS description without the accession. `None` where the transcript is not coding or the change
/// lies behind its end.
pub(super) fn describe(
    genome: &Genome,
    transcript: &Transcript,
    change: &Change,
) -> Option<String> {
    let (first, last) = change.ends(transcript);
    let place = |pos| CodingPlace::of(transcript, pos);
    let (lost, gained) = change.own(transcript);
    let spelt = |bases: &[u8]| {
        if bases.len() > SPELT_BASES {
            format!("N[{}]", bases.len())
        } else {
            String::from_utf8_lossy(bases).into_owned()
        }
    };
    let range = |first: u64, last: u64| -> Option<String> {
        Some(if first == last {
            place(first)?.to_string()
        } else {
            format!("{}_{}", place(first)?, place(last)?)
        })
    };
    Some(match (lost.as_slice(), gained.as_slice()) {
        ([old], [new]) => format!(
            "c.{}{}>{}",
            place(first)?,
            char::from(*old),
            char::from(*new)
        ),
        (_, []) => format!("c.{}del", range(first, last)?),
        ([], bases) => match repeated(genome, transcript, first, bases) {
            Some(start) => format!("c.{}dup", range(start, first)?),
            None => format!("c.{}ins{}", range(first, last)?, spelt(bases)),
        },
        (_, bases) => format!("c.{}delins{}", range(first, last)?, spelt(bases)),
    })
}

/// Where the bases in front of an insertion begin that it repeats. `None` where it repeats none, or
/// they are not known.
fn repeated(genome: &Genome, transcript: &Transcript, before: u64, inserted: &[u8]) -> Option<u64> {
    let mut pos = before;
    let mut start = before;
    for wanted in inserted.iter().rev() {
        let base = genome.base(transcript, pos)?;
        let own = match transcript.strand {
            Strand::Plus => base,
            Strand::Minus => crate::genome::complement(base),
        };
        if own != *wanted {
            return None;
        }
        start = pos;
        pos = match transcript.strand {
            Strand::Plus => pos.checked_sub(1)?,
            Strand::Minus => pos + 1,
        };
    }
    Some(start)
}
