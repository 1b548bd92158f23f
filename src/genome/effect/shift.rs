//! Insertions and deletions in repeats, moved as far as they go towards the 3' end of the transcript.

use super::Change;
use crate::domain::Strand;
use crate::genome::Genome;
use crate::genome::transcript::Transcript;

/// No repeat is followed further: a satellite would be walked for ever.
const LONGEST_BP: usize = 10_000;

/// `change`, moved. Substitutions stay. The move stops at a base that is not known.
pub(super) fn towards_end(genome: &Genome, transcript: &Transcript, change: &Change) -> Change {
    let mut change = change.clone();
    for _ in 0..LONGEST_BP {
        let moved = match (change.reference.is_empty(), change.alternate.is_empty()) {
            (true, false) => step(genome, transcript, &mut change, Bases::Gained),
            (false, true) => step(genome, transcript, &mut change, Bases::Lost),
            (true, true) | (false, false) => false,
        };
        if !moved {
            break;
        }
    }
    change
}

#[derive(Clone, Copy)]
enum Bases {
    Lost,
    Gained,
}

/// One base further. `false` where it would be another change.
fn step(genome: &Genome, transcript: &Transcript, change: &mut Change, bases: Bases) -> bool {
    let (length, unit) = match bases {
        Bases::Lost => (change.reference.len() as u64, &mut change.reference),
        Bases::Gained => (0, &mut change.alternate),
    };
    match transcript.strand {
        Strand::Plus => {
            let next = genome.base(transcript, change.pos + length);
            if next.is_none() || next != unit.first().copied() {
                return false;
            }
            unit.rotate_left(1);
            change.pos += 1;
        }
        Strand::Minus => {
            let Some(before) = change.pos.checked_sub(1) else {
                return false;
            };
            let next = genome.base(transcript, before);
            if next.is_none() || next != unit.last().copied() {
                return false;
            }
            unit.rotate_right(1);
            change.pos = before;
        }
    }
    true
}
