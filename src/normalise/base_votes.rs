//! Votes of reference bases: REF alleles against the embedded exons of each assembly.
//!
//! A place of a file lies in an exon of one assembly, hardly ever of both. On the right assembly its
//! REF allele is the base there; on the wrong one it agrees by chance, once in four. So a base that
//! agrees counts one, and a base that does not speaks against that assembly with the weight of five:
//! files hardly ever hold a wrong reference base, and the assemblies differ in few.

use crate::domain::{Assembly, Chromosome, SmallVariant};
use crate::genome::Genome;
use std::collections::BTreeMap;

/// What a base that does not agree weighs: 0.75 of bases disagree on the wrong assembly, about one
/// in a thousand on the right one; ln(750) / ln(4) is 4.8.
const WEIGHT_AGAINST: i64 = 5;

/// Lead that decides: as many bases agree by chance less than once in a thousand files.
const NEEDED_LEAD: i64 = 5;

/// Places of a file that are kept; more say nothing new.
const KEPT_PLACES: usize = 1_000;

/// Bases of one REF allele that are compared: a long deletion is no better a witness.
const COMPARED_BASES: usize = 8;

/// Bases that agree and that do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Compared {
    agree: u32,
    differ: u32,
}

impl Compared {
    fn score(self) -> i64 {
        i64::from(self.agree) - WEIGHT_AGAINST * i64::from(self.differ)
    }

    fn add(&mut self, other: Self) {
        self.agree = self.agree.saturating_add(other.agree);
        self.differ = self.differ.saturating_add(other.differ);
    }
}

/// Places of a file, each once however many records name it, with what was compared there on
/// GRCh37 and on GRCh38.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BaseVotes(BTreeMap<(Chromosome, u64), (Compared, Compared)>);

/// What reference bases say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// This assembly.
    Is(Assembly),
    /// They agree with neither, or with both.
    Unclear,
    /// Too few places lie in known exons.
    Silent,
}

impl BaseVotes {
    /// Compares the REF allele of a variant.
    pub(super) fn add(&mut self, variant: &SmallVariant, genome: &Genome) {
        let (Some(reference), Some((chrom, pos, _))) = (&variant.reference, variant.span()) else {
            return;
        };
        let reference = reference.as_bytes();
        let is_plain = |base: &u8| matches!(base.to_ascii_uppercase(), b'A' | b'C' | b'G' | b'T');
        if reference.is_empty() || !reference.iter().all(is_plain) {
            return;
        }
        let on = |assembly| compared((chrom, pos), reference, assembly, genome);
        let (old, new) = (on(Assembly::GRCh37), on(Assembly::GRCh38));
        if (old, new) != (Compared::default(), Compared::default()) {
            let place = (chrom.clone(), pos);
            self.0.insert(place, (old, new));
        }
    }

    /// Adds places of the same file.
    pub(super) fn join(&mut self, other: Self) {
        for (place, compared) in other.0 {
            if self.0.len() >= KEPT_PLACES {
                break;
            }
            self.0.entry(place).or_insert(compared);
        }
    }

    fn sums(&self) -> (Compared, Compared) {
        let mut sums = (Compared::default(), Compared::default());
        for (old, new) in self.0.values() {
            sums.0.add(*old);
            sums.1.add(*new);
        }
        sums
    }

    /// What they say together.
    pub(super) fn verdict(&self) -> Verdict {
        let (old, new) = self.sums();
        let decides = |one: Compared, other: Compared| {
            one.score() >= NEEDED_LEAD && one.score() - other.score() >= NEEDED_LEAD
        };
        if decides(old, new) {
            Verdict::Is(Assembly::GRCh37)
        } else if decides(new, old) {
            Verdict::Is(Assembly::GRCh38)
        } else if old.agree.max(new.agree) >= 5 || old.differ.max(new.differ) >= 3 {
            Verdict::Unclear
        } else {
            Verdict::Silent
        }
    }

    /// Whether they speak against an assembly: several bases differ, and more than agree.
    pub(super) fn refute(&self, assembly: Assembly) -> bool {
        let (old, new) = self.sums();
        let compared = match assembly {
            Assembly::GRCh37 => old,
            Assembly::GRCh38 => new,
        };
        compared.differ >= 3 && compared.differ > compared.agree
    }

    /// What was seen, in words; the assembly in question first.
    pub(super) fn seen(&self, first: Assembly) -> String {
        let (old, new) = self.sums();
        let told = |compared: Compared, assembly: Assembly| {
            format!(
                "{} of {} reference bases in known exons are those of {assembly}",
                compared.agree,
                compared.agree.saturating_add(compared.differ)
            )
        };
        let (old, new) = (told(old, Assembly::GRCh37), told(new, Assembly::GRCh38));
        match first {
            Assembly::GRCh37 => format!("{old}, {new}"),
            Assembly::GRCh38 => format!("{new}, {old}"),
        }
    }
}

fn compared(
    (chrom, start): (&Chromosome, u64),
    reference: &[u8],
    assembly: Assembly,
    genome: &Genome,
) -> Compared {
    let mut compared = Compared::default();
    let shown = reference.len().min(COMPARED_BASES) as u64;
    let end = start.saturating_add(shown).saturating_sub(1);
    let transcripts: Vec<_> = genome.at(assembly, chrom, start, end).collect();
    for (base, pos) in reference.iter().take(COMPARED_BASES).zip(start..) {
        let known = transcripts
            .iter()
            .find_map(|transcript| genome.base(transcript, pos));
        match known {
            Some(known) if known == base.to_ascii_uppercase() => compared.agree += 1,
            Some(_) => compared.differ += 1,
            None => {}
        }
    }
    compared
}
