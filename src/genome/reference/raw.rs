//! Transcripts as an annotation states them, before they are checked.

use crate::domain::{Chromosome, GeneSymbol, Strand};

/// A stretch on the plus strand, 1-based, both ends included.
pub(super) type Span = (u64, u64);

/// A gene of an annotation on one chromosome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RawGene {
    /// Its symbol as the annotation writes it, else its identifier.
    pub(super) symbol: GeneSymbol,
    /// The chromosome.
    pub(super) chrom: Chromosome,
    /// Its transcripts, in the order of the file.
    pub(super) transcripts: Vec<RawTranscript>,
}

impl RawGene {
    /// From the first base of a transcript to the last of one.
    pub(super) fn span(&self) -> Span {
        let exons = || self.transcripts.iter().flat_map(|one| &one.exons);
        (
            exons().map(|(start, _)| *start).min().unwrap_or(0),
            exons().map(|(_, end)| *end).max().unwrap_or(0),
        )
    }
}

/// What marks a transcript.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// MANE Select.
    pub(super) mane_select: bool,
    /// MANE Plus Clinical.
    pub(super) mane_plus_clinical: bool,
    /// Ensembl's canonical one, or RefSeq Select.
    pub(super) canonical: bool,
    /// APPRIS principal, with its rank from 1.
    pub(super) appris: Option<u8>,
}

impl Marks {
    /// Takes a `tag`, however its words are joined.
    pub(super) fn take(&mut self, tag: &str) {
        match tag.replace(' ', "_").as_str() {
            "MANE_Select" => self.mane_select = true,
            "MANE_Plus_Clinical" => self.mane_plus_clinical = true,
            "Ensembl_canonical" | "RefSeq_Select" => self.canonical = true,
            tag => {
                if let Some(rank) = tag.strip_prefix("appris_principal") {
                    let rank = rank.trim_start_matches('_').parse().unwrap_or(1);
                    self.appris = Some(self.appris.map_or(rank, |known| known.min(rank)));
                }
            }
        }
    }
}

/// A piece of a coding sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cds {
    /// Where it lies.
    pub(super) span: Span,
    /// Bases before its first whole codon. `None` where the file does not say.
    pub(super) phase: Option<u8>,
}

/// Why a transcript is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Unfit {
    /// Its coding sequence is cut at one end.
    Incomplete,
    /// Its exons or coding pieces contradict one another.
    Contradictory,
    /// It differs from the genome in length, or slips its frame.
    UnlikeGenome,
    /// The annotation says that a codon is read in another way, and it is no selenocysteine.
    OtherCode,
    /// Its bases spell a stop inside or none at its end.
    Untranslatable,
}

impl Unfit {
    /// In words, for "so many transcripts were left out: …".
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Incomplete => "coding sequence cut short",
            Self::Contradictory => "exons or coding pieces contradict one another",
            Self::UnlikeGenome => "length or frame differs from the genome",
            Self::OtherCode => "a codon is read in another way",
            Self::Untranslatable => "the bases spell a stop inside, or none at the end",
        }
    }
}

/// A transcript as an annotation states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RawTranscript {
    /// Its identifier, with the version where one is told.
    pub(super) id: String,
    /// The Ensembl transcript that a RefSeq one is said to equal.
    pub(super) ensembl: Option<String>,
    /// Its strand.
    pub(super) strand: Strand,
    /// What marks it.
    pub(super) marks: Marks,
    /// Exons, in the order of the file.
    pub(super) exons: Vec<Span>,
    /// Coding pieces, in the order of the file.
    pub(super) cds: Vec<Cds>,
    /// Whether the coding pieces hold the stop codon by the rules of the file's dialect.
    pub(super) includes_stop: bool,
    /// Stop codons that stand apart.
    pub(super) stops: Vec<Span>,
    /// First bases, in the order of the transcript, of codons that spell selenocysteine.
    pub(super) selenocysteines: Vec<u64>,
    /// Why it is not to be used, where the file itself says so.
    pub(super) unfit: Option<Unfit>,
}
