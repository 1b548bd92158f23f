//! What a small variant does to a transcript: HGVS, Sequence Ontology terms, exon.
//!
//! 1. Alleles are trimmed to what changes and, for insertions and deletions, shifted as far as they go
//!    towards the 3' end of the transcript (HGVS); the shift stops where bases are not known.
//! 2. The change is described by coding positions ([`coding`]).
//! 3. Terms follow from where it lies ([`terms`]).
//! 4. Where it lies wholly in coding bases, the protein's change follows from the translated
//!    sequence ([`protein`]). Where bases are not known the protein's change has no name; it is
//!    never guessed.

mod coding;
mod protein;
mod shift;
mod terms;

use crate::domain::{Strand, TranscriptEffect};
use crate::genome::transcript::{Place, Transcript, TranscriptStatus};
use crate::genome::{Genome, complement};

/// Alleles on the plus strand without the bases they share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// First base changed, 1-based; for an insertion the base in front of which it lies.
    pub pos: u64,
    /// Bases lost; empty for an insertion.
    pub reference: Vec<u8>,
    /// Bases gained; empty for a deletion.
    pub alternate: Vec<u8>,
}

impl Change {
    /// The change that alleles of a VCF make, or of a MAF, where `-` stands for no base and an
    /// insertion is placed at the base before it. `None` where an allele is not spelt in bases, or
    /// both are the same.
    pub fn new(pos: u64, reference: &str, alternate: &str) -> Option<Self> {
        let bases = |allele: &str| -> Option<Vec<u8>> {
            if allele == "-" {
                return Some(Vec::new());
            }
            let allele = allele.to_ascii_uppercase().into_bytes();
            let known = allele.iter().all(|base| b"ACGTN".contains(base));
            (known && !allele.is_empty()).then_some(allele)
        };
        let (mut reference, mut alternate) = (bases(reference)?, bases(alternate)?);
        let pos = if reference.is_empty() { pos + 1 } else { pos };
        while !reference.is_empty() && reference.last() == alternate.last() {
            reference.pop();
            alternate.pop();
        }
        let shared = reference
            .iter()
            .zip(&alternate)
            .take_while(|(one, other)| one == other)
            .count();
        reference.drain(..shared);
        alternate.drain(..shared);
        (!reference.is_empty() || !alternate.is_empty()).then(|| Self {
            pos: pos + shared as u64,
            reference,
            alternate,
        })
    }

    /// Last base changed; for an insertion the base behind which it lies.
    pub fn end(&self) -> u64 {
        (self.pos + self.reference.len() as u64).saturating_sub(1)
    }

    /// Whether bases are only gained.
    pub fn is_insertion(&self) -> bool {
        self.reference.is_empty()
    }

    /// Bases on the strand of `transcript`: lost and gained.
    fn own(&self, transcript: &Transcript) -> (Vec<u8>, Vec<u8>) {
        let turn = |bases: &[u8]| -> Vec<u8> {
            match transcript.strand {
                Strand::Plus => bases.to_vec(),
                Strand::Minus => bases.iter().rev().map(|base| complement(*base)).collect(),
            }
        };
        (turn(&self.reference), turn(&self.alternate))
    }

    /// First and last base changed in the order of the transcript; for an insertion the two bases
    /// between which it lies.
    fn ends(&self, transcript: &Transcript) -> (u64, u64) {
        let (low, high) = if self.is_insertion() {
            (self.pos.saturating_sub(1), self.pos)
        } else {
            (self.pos, self.end())
        };
        match transcript.strand {
            Strand::Plus => (low, high),
            Strand::Minus => (high, low),
        }
    }
}

/// What `change` does to `transcript`.
pub fn effect(genome: &Genome, transcript: &Transcript, change: &Change) -> TranscriptEffect {
    let shifted = shift::towards_end(genome, transcript, change);
    let protein = protein::change(genome, transcript, &shifted);
    let terms = terms::of(transcript, &shifted, protein.as_ref());
    let is_select = transcript.status == TranscriptStatus::ManeSelect;
    TranscriptEffect {
        gene: Some(transcript.gene.clone()),
        transcript: Some(transcript.ensembl.clone()),
        exon: exon(transcript, &shifted),
        hgvs_c: coding::describe(genome, transcript, &shifted),
        hgvs_p: protein.and_then(|protein| protein.hgvs),
        impact: terms::impact(&terms),
        consequence: terms,
        mane_select: is_select,
        canonical: is_select,
    }
}

/// The exon that holds the change, or its first base where it leaves one.
fn exon(transcript: &Transcript, change: &Change) -> Option<u32> {
    let (first, last) = change.ends(transcript);
    [first, last]
        .into_iter()
        .find_map(|pos| match transcript.place(pos) {
            Place::Exon { number, .. } => Some(number),
            Place::Intron { .. } | Place::Before(_) | Place::Behind(_) => None,
        })
}
