//! A transcript: its exons and coding part on one assembly, and where a position lies in it.

use crate::domain::{Assembly, Chromosome, GeneSymbol, Strand};
use serde::{Deserialize, Serialize};

/// Why a transcript is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TranscriptStatus {
    /// MANE Select.
    ManeSelect,
    /// MANE Plus Clinical.
    ManePlusClinical,
    /// Ensembl's canonical one, or RefSeq Select, of a user's annotation.
    Canonical,
    /// APPRIS counts it as principal, in a user's annotation.
    Principal,
    /// Neither: the best there is for its gene.
    Other,
    /// The isoform by which papers count residues.
    Legacy,
}

/// An exon on the genome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exon {
    /// Lower end on the plus strand, 1-based.
    pub start: u64,
    /// Upper end, included.
    pub end: u64,
}

impl Exon {
    /// Bases.
    pub fn length(self) -> u64 {
        self.end.saturating_sub(self.start) + 1
    }
}

/// A transcript of a gene on one assembly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// The assembly.
    pub assembly: Assembly,
    /// The gene.
    pub gene: GeneSymbol,
    /// Its Ensembl identifier, with its version where that is known; of a user's annotation that
    /// names none, the identifier there.
    pub ensembl: String,
    /// The RefSeq transcript of the same sequence. `None` where none is known.
    pub refseq: Option<String>,
    /// Why it is told of.
    pub status: TranscriptStatus,
    /// The chromosome.
    pub chrom: Chromosome,
    /// Its strand.
    pub strand: Strand,
    /// Exons in the order of the transcript, never empty.
    pub exons: Vec<Exon>,
    /// Lower and upper end of the coding part on the plus strand, start and stop codon included.
    /// `None`: not coding.
    pub coding: Option<(u64, u64)>,
    /// Codons, from 1, that spell selenocysteine where the code has a stop. The annotation says so.
    pub selenocysteines: Vec<u32>,
}

/// Where a position lies in a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In an exon.
    Exon {
        /// Its number, from 1.
        number: u32,
        /// The base of the transcript, from 1.
        base: u64,
    },
    /// Between two exons.
    Intron {
        /// Number of the exon before it, from 1.
        after_exon: u32,
        /// Last base of the transcript before it.
        base_before: u64,
        /// Bases behind the exon before it, from 1.
        from_donor: u64,
        /// Bases in front of the exon after it, from 1.
        from_acceptor: u64,
    },
    /// In front of the transcript: so many bases, from 1.
    Before(u64),
    /// Behind it: so many bases, from 1.
    Behind(u64),
}

impl Transcript {
    /// Lowest position on the plus strand.
    pub fn start(&self) -> u64 {
        self.exons.iter().map(|exon| exon.start).min().unwrap_or(0)
    }

    /// Highest position on the plus strand.
    pub fn end(&self) -> u64 {
        self.exons.iter().map(|exon| exon.end).max().unwrap_or(0)
    }

    /// Where a position of the genome lies in it.
    pub fn place(&self, pos: u64) -> Place {
        let along = |from: u64, to: u64| match self.strand {
            Strand::Plus => to.checked_sub(from),
            Strand::Minus => from.checked_sub(to),
        };
        let mut before = 0_u64;
        let mut previous: Option<(u32, u64, u64)> = None;
        for (exon, number) in self.exons.iter().zip(1_u32..) {
            let (first, last) = self.ends(*exon);
            if let Some(distance) = along(pos, first).filter(|distance| *distance > 0) {
                return match previous {
                    None => Place::Before(distance),
                    Some((after_exon, end, base_before)) => Place::Intron {
                        after_exon,
                        base_before,
                        from_donor: along(end, pos).unwrap_or(0),
                        from_acceptor: distance,
                    },
                };
            }
            if let Some(offset) = along(first, pos)
                && along(pos, last).is_some()
            {
                return Place::Exon {
                    number,
                    base: before + offset + 1,
                };
            }
            before += exon.length();
            previous = Some((number, last, before));
        }
        let distance = previous.and_then(|(_, end, _)| along(end, pos));
        Place::Behind(distance.unwrap_or(0))
    }

    /// First and last position of an exon in the order of the transcript.
    pub fn ends(&self, exon: Exon) -> (u64, u64) {
        match self.strand {
            Strand::Plus => (exon.start, exon.end),
            Strand::Minus => (exon.end, exon.start),
        }
    }

    /// The position of a base of the transcript, from 1. `None` beyond its end.
    pub fn position(&self, base: u64) -> Option<u64> {
        let mut left = base.checked_sub(1)?;
        for exon in &self.exons {
            if left < exon.length() {
                let (first, _) = self.ends(*exon);
                return Some(match self.strand {
                    Strand::Plus => first + left,
                    Strand::Minus => first - left,
                });
            }
            left -= exon.length();
        }
        None
    }

    /// First and last coding base, counted along the transcript from 1. `None`: not coding.
    pub fn coding_bases(&self) -> Option<(u64, u64)> {
        let (low, high) = self.coding?;
        let (first, last) = match self.strand {
            Strand::Plus => (low, high),
            Strand::Minus => (high, low),
        };
        match (self.place(first), self.place(last)) {
            (Place::Exon { base: first, .. }, Place::Exon { base: last, .. }) => {
                Some((first, last))
            }
            (
                Place::Exon { .. } | Place::Intron { .. } | Place::Before(_) | Place::Behind(_),
                _,
            ) => None,
        }
    }

    /// Whether it is its gene's MANE Select transcript.
    pub fn is_mane_select(&self) -> bool {
        self.status == TranscriptStatus::ManeSelect
    }

    /// Residues of its protein. `None`: not coding.
    pub fn residues(&self) -> Option<u64> {
        let (first, last) = self.coding_bases()?;
        ((last + 1 - first) / 3).checked_sub(1)
    }

    /// Bases of the whole transcript.
    pub fn length(&self) -> u64 {
        self.exons.iter().map(|exon| exon.length()).sum()
    }

    /// Coding bases before the exon of that number (from 1), modulo 3: where in a codon it begins.
    /// `None` where the exon begins outside the coding part.
    pub fn phase(&self, exon: u32) -> Option<u64> {
        let (first, last) = self.coding_bases()?;
        let before: u64 = self
            .exons
            .iter()
            .take(usize::try_from(exon).ok()?.checked_sub(1)?)
            .map(|exon| exon.length())
            .sum();
        let base = before + 1;
        (base >= first && base <= last).then(|| (base - first) % 3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transcript(strand: Strand) -> Transcript {
        let mut exons = vec![
            Exon {
                start: 101,
                end: 110,
            },
            Exon {
                start: 201,
                end: 220,
            },
        ];
        if strand == Strand::Minus {
            exons.reverse();
        }
        Transcript {
            assembly: Assembly::GRCh38,
            gene: GeneSymbol::new("A").unwrap(),
            ensembl: "ENST1".to_owned(),
            refseq: None,
            status: TranscriptStatus::ManeSelect,
            chrom: Chromosome::new("1"),
            strand,
            exons,
            coding: Some((105, 213)),
            selenocysteines: Vec::new(),
        }
    }

    #[test]
    fn places_on_both_strands() {
        let plus = transcript(Strand::Plus);
        assert_eq!(plus.place(101), Place::Exon { number: 1, base: 1 });
        assert_eq!(
            plus.place(201),
            Place::Exon {
                number: 2,
                base: 11
            }
        );
        assert_eq!(plus.place(99), Place::Before(2));
        assert_eq!(plus.place(225), Place::Behind(5));
        let intron = Place::Intron {
            after_exon: 1,
            base_before: 10,
            from_donor: 2,
            from_acceptor: 89,
        };
        assert_eq!(plus.place(112), intron);
        assert_eq!(plus.coding_bases(), Some((5, 23)));
        assert_eq!(plus.phase(2), Some(0));
        let minus = transcript(Strand::Minus);
        assert_eq!(minus.place(220), Place::Exon { number: 1, base: 1 });
        assert_eq!(
            minus.place(110),
            Place::Exon {
                number: 2,
                base: 21
            }
        );
        assert_eq!(minus.place(221), Place::Before(1));
        assert_eq!(minus.place(100), Place::Behind(1));
        for base in 1..=30 {
            for transcript in [&plus, &minus] {
                let pos = transcript.position(base).unwrap();
                assert!(matches!(transcript.place(pos), Place::Exon { base: b, .. } if b == base));
            }
        }
        assert_eq!(plus.position(31), None);
    }
}
