//! What becomes of the protein, in HGVS: `p.(Val559Asp)`, `p.(Lys495AsnfsTer19)`.

use super::Change;
use crate::domain::three_letter;
use crate::genome::Genome;
use crate::genome::code::residue;
use crate::genome::transcript::{Place, Transcript};

/// What became of the protein.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ProteinKind {
    Synonymous,
    StopRetained,
    Missense,
    StopGained,
    StopGainedByFrameshift,
    Frameshift,
    InframeDeletion,
    InframeInsertion,
    Altering,
    StopLost,
    StartLost,
    /// Bases that it depends on are not known.
    Unknown,
}

/// A change of the protein.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Protein {
    pub(super) kind: ProteinKind,
    /// With brackets, since it is predicted. `None` where it cannot be named.
    pub(super) hgvs: Option<String>,
}

impl Protein {
    fn new(kind: ProteinKind, change: impl AsRef<str>) -> Self {
        Self {
            kind,
            hgvs: Some(format!("p.({})", change.as_ref())),
        }
    }

    fn unnamed(kind: ProteinKind) -> Self {
        Self { kind, hgvs: None }
    }
}

/// The change of the protein. `None` where the change does not lie wholly in coding bases of one exon:
/// there is then none to name.
pub(super) fn change(genome: &Genome, transcript: &Transcript, change: &Change) -> Option<Protein> {
    let (first, last) = change.ends(transcript);
    let (coding_first, coding_last) = transcript.coding_bases()?;
    let base = |pos| match transcript.place(pos) {
        Place::Exon { number, base } => Some((number, base)),
        Place::Intron { .. } | Place::Before(_) | Place::Behind(_) => None,
    };
    let ((exon, first), (other_exon, last)) = match (base(first), base(last)) {
        (Some(first), Some(last)) => (first, last),
        // An insertion at the very edge of an exon: the base beside it is in the intron.
        (Some(first), None) if change.is_insertion() => (first, (first.0, first.1 + 1)),
        (None, Some(last)) if change.is_insertion() => ((last.0, last.1 - 1), last),
        (Some(_) | None, _) => return None,
    };
    // An insertion between two exons belongs to the one in front.
    if exon != other_exon && !change.is_insertion() {
        return None;
    }
    let is_coding = |base: u64| (coding_first..=coding_last).contains(&base);
    // An insertion in front of the first coding base or behind the last changes nothing coding.
    if !is_coding(first) || !is_coding(last) {
        return None;
    }
    let (lost, gained) = change.own(transcript);
    // Offset of the first changed coding base; for an insertion of the base behind it.
    let start =
        usize::try_from(if change.is_insertion() { last } else { first } - coding_first).ok()?;
    let Some(coding) = genome.coding(transcript) else {
        return Some(by_codon(genome, transcript, start, &lost, &gained));
    };
    let behind = behind_stop(genome, transcript, coding_last);
    Some(translated(&coding, &behind, start, lost.len(), &gained))
}

/// Bases behind the stop codon on the transcript's strand, as far as they are known.
fn behind_stop(genome: &Genome, transcript: &Transcript, coding_last: u64) -> Vec<u8> {
    (coding_last + 1..=transcript.length())
        .map_while(|base| {
            let pos = transcript.position(base)?;
            let base = genome.base(transcript, pos)?;
            Some(match transcript.strand {
                crate::domain::Strand::Plus => base,
                crate::domain::Strand::Minus => crate::genome::complement(base),
            })
        })
        .collect()
}

/// Without the whole sequence: a substitution inside codons that are known.
fn by_codon(
    genome: &Genome,
    transcript: &Transcript,
    start: usize,
    lost: &[u8],
    gained: &[u8],
) -> Protein {
    if lost.len() != gained.len() {
        let shifts = !lost.len().abs_diff(gained.len()).is_multiple_of(3);
        return Protein::unnamed(if shifts {
            ProteinKind::Frameshift
        } else if gained.is_empty() {
            ProteinKind::InframeDeletion
        } else if lost.is_empty() {
            ProteinKind::InframeInsertion
        } else {
            ProteinKind::Unknown
        });
    }
    let unknown = || Protein::unnamed(ProteinKind::Unknown);
    let number = start / 3;
    // A substitution over two codons would need both; such are rare and left to a reference.
    if (start + lost.len()).saturating_sub(1) / 3 != number {
        return unknown();
    }
    let Some(before) = u32::try_from(number + 1)
        .ok()
        .and_then(|number| genome.codon(transcript, number))
    else {
        return unknown();
    };
    let mut after = before;
    for ((slot, old), new) in after.iter_mut().skip(start % 3).zip(lost).zip(gained) {
        if *slot != *old && *slot != b'N' {
            // The file's reference base is another one than ours.
            return unknown();
        }
        *slot = *new;
    }
    let mut filled = before;
    for (slot, old) in filled.iter_mut().skip(start % 3).zip(lost) {
        *slot = *old;
    }
    match (residue(filled), residue(after)) {
        (Some(old), Some(new)) => substitution(number, old, new),
        (Some(_) | None, _) => unknown(),
    }
}

fn substitution(index: usize, old: char, new: char) -> Protein {
    let number = index + 1;
    let (long, now) = (three_letter(old), three_letter(new));
    match (old, new) {
        _ if index == 0 && old != new => Protein::new(ProteinKind::StartLost, format!("{long}1?")),
        ('*', '*') => Protein::new(ProteinKind::StopRetained, format!("Ter{number}=")),
        ('*', _) => Protein::new(ProteinKind::StopLost, format!("Ter{number}{now}extTer?")),
        (_, '*') => Protein::new(ProteinKind::StopGained, format!("{long}{number}Ter")),
        _ if old == new => Protein::new(ProteinKind::Synonymous, format!("{long}{number}=")),
        _ => Protein::new(ProteinKind::Missense, format!("{long}{number}{now}")),
    }
}

fn translate(bases: &[u8]) -> Vec<char> {
    bases
        .as_chunks::<3>()
        .0
        .iter()
        .map(|codon| residue(*codon).unwrap_or('X'))
        .collect()
}

fn translated(coding: &[u8], behind: &[u8], start: usize, lost: usize, gained: &[u8]) -> Protein {
    let old = translate(coding);
    let (Some(head), Some(tail)) = (coding.get(..start), coding.get(start + lost..)) else {
        return Protein::unnamed(ProteinKind::Unknown);
    };
    let changed: Vec<u8> = [head, gained, tail, behind].concat();
    let new = translate(&changed);
    let until_stop = |residues: &[char]| residues.iter().position(|residue| *residue == '*');
    // The changed protein ends at its first stop; what is behind it says nothing.
    let new_stop = until_stop(&new);
    let new = match new_stop {
        Some(stop) => new.get(..=stop).unwrap_or_default(),
        None => new.as_slice(),
    };
    let prefix = old
        .iter()
        .zip(new)
        .take_while(|(one, other)| one == other)
        .count();
    if prefix == old.len() && prefix == new.len() {
        let index = start / 3;
        let residue = old.get(index).copied().unwrap_or('X');
        return substitution(index, residue, residue);
    }
    if prefix == 0 {
        let first = old.first().copied().unwrap_or('M');
        return Protein::new(ProteinKind::StartLost, format!("{}1?", three_letter(first)));
    }
    if prefix + 1 == old.len() {
        return stop_lost(&old, new, new_stop, prefix);
    }
    if !lost.abs_diff(gained.len()).is_multiple_of(3) {
        return frameshift(&old, new, new_stop, prefix);
    }
    let whole = translate(&[head, gained, tail].concat());
    match whole.iter().position(|residue| *residue == '*') {
        // A stop among what came: the residues behind it are gone, but not replaced.
        Some(stop) if stop + 1 < whole.len() => early_stop(&old, &whole, stop, prefix),
        Some(_) | None => in_frame(&old, new, prefix),
    }
}

fn named(residues: &[char], index: usize) -> String {
    let residue = residues.get(index).copied().unwrap_or('X');
    format!("{}{}", three_letter(residue), index + 1)
}

fn stop_lost(old: &[char], new: &[char], new_stop: Option<usize>, index: usize) -> Protein {
    let residue = new.get(index).copied().unwrap_or('X');
    let length = new_stop.map_or("?".to_owned(), |stop| (stop - index).to_string());
    Protein::new(
        ProteinKind::StopLost,
        format!(
            "{}{}extTer{length}",
            named(old, index),
            three_letter(residue)
        ),
    )
}

/// Counted from the first residue that changes to the new stop, that included.
fn frameshift(old: &[char], new: &[char], new_stop: Option<usize>, index: usize) -> Protein {
    let residue = new.get(index).copied();
    if residue == Some('*') {
        return Protein::new(
            ProteinKind::StopGainedByFrameshift,
            format!("{}Ter", named(old, index)),
        );
    }
    let length = new_stop.map_or("?".to_owned(), |stop| (stop + 1 - index).to_string());
    let residue = residue.map_or("?", three_letter);
    Protein::new(
        ProteinKind::Frameshift,
        format!("{}{residue}fsTer{length}", named(old, index)),
    )
}

/// Residues at the end that both have.
fn shared_end(old: &[char], new: &[char]) -> usize {
    old.iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(one, other)| one == other)
        .count()
}

/// In frame, with a stop at `stop` before the end of `whole`, which is read on behind it to tell
/// which residues were changed: `p.(Glu962_Gln963delinsAspTer)`.
fn early_stop(old: &[char], whole: &[char], stop: usize, prefix: usize) -> Protein {
    if prefix == stop {
        return Protein::new(
            ProteinKind::StopGained,
            format!("{}Ter", named(old, prefix)),
        );
    }
    let old_rest = old.get(prefix..).unwrap_or_default();
    let suffix = shared_end(old_rest, whole.get(prefix..).unwrap_or_default());
    let gone = old_rest.len() - suffix;
    let come = whole.get(prefix..=stop).unwrap_or_default();
    let spelt: String = come.iter().map(|residue| three_letter(*residue)).collect();
    let last = named(old, (prefix + gone).saturating_sub(1));
    let change = match gone {
        0 => format!("{last}_{}ins{spelt}", named(old, prefix)),
        1 => format!("{last}delins{spelt}"),
        _ => format!("{}_{last}delins{spelt}", named(old, prefix)),
    };
    Protein::new(ProteinKind::StopGained, change)
}

fn in_frame(old: &[char], new: &[char], prefix: usize) -> Protein {
    let (old_rest, new_rest) = (
        old.get(prefix..).unwrap_or_default(),
        new.get(prefix..).unwrap_or_default(),
    );
    if new_rest.first() == Some(&'*') {
        return Protein::new(
            ProteinKind::StopGained,
            format!("{}Ter", named(old, prefix)),
        );
    }
    let suffix = shared_end(old_rest, new_rest);
    let gone = old_rest.get(..old_rest.len() - suffix).unwrap_or_default();
    let come = new_rest.get(..new_rest.len() - suffix).unwrap_or_default();
    let last = prefix + gone.len().saturating_sub(1);
    let range = if gone.len() > 1 {
        format!("{}_{}", named(old, prefix), named(old, last))
    } else {
        named(old, prefix)
    };
    let spelt: String = come.iter().map(|residue| three_letter(*residue)).collect();
    match (gone, come) {
        ([one], [other]) => substitution(prefix, *one, *other),
        (_, []) => Protein::new(ProteinKind::InframeDeletion, format!("{range}del")),
        ([], come) => {
            let before = prefix.checked_sub(come.len());
            if before.and_then(|before| old.get(before..prefix)) == Some(come) {
                let first = prefix - come.len();
                let range = if come.len() > 1 {
                    format!("{}_{}", named(old, first), named(old, prefix - 1))
                } else {
                    named(old, first)
                };
                return Protein::new(ProteinKind::InframeInsertion, format!("{range}dup"));
            }
            let between = format!(
                "{}_{}",
                named(old, prefix.saturating_sub(1)),
                named(old, prefix)
            );
            Protein::new(
                ProteinKind::InframeInsertion,
                format!("{between}ins{spelt}"),
            )
        }
        (gone, come) => {
            let kind = if gone.len() == come.len() {
                ProteinKind::Missense
            } else if gone.len() > come.len() {
                ProteinKind::InframeDeletion
            } else {
                ProteinKind::Altering
            };
            Protein::new(kind, format!("{range}delins{spelt}"))
        }
    }
}
