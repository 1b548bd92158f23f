//! Genes without a download: transcripts of the known genes on both assemblies, their bases as far as
//! they are had, domains, cytobands. Floor 1: imports [`crate::domain`], and
//! [`crate::read`] for the files of a user's reference.
//!
//! What is embedded stands in `genome/tables/` (its README says source and form of each table); a
//! user's own reference ([`Reference`]) takes its place where one is given. Positions are 1-based and both ends are
//! included throughout.

mod bands;
mod bases;
mod code;
mod domains;
mod effect;
mod embedded;
mod fusion;
mod genes;
mod place;
mod reference;
mod transcript;

pub use bands::bands;
pub use bases::{Bases, complement};
pub use code::residue;
pub use domains::{Domain, domains};
pub use effect::{Change, effect};
pub use embedded::{TABLES, Table};
pub use fusion::predict;
pub use place::CodingPlace;
pub use reference::{Built, Reference};
pub use transcript::{Exon, Place, Transcript, TranscriptStatus};

use crate::domain::{Assembly, Chromosome, GeneSymbol, ReferenceUsed};
use crate::read::ReadError;
use genes::Genes;
use std::fmt;
use std::sync::OnceLock;

/// Bases on either side of a transcript in which a variant still belongs to its gene: promoters lie
/// there. VEP's default.
pub const NEAR_GENE_BP: u64 = 5_000;

/// Transcripts and their bases.
pub struct Genome {
    genes: Genes,
    bases: Box<dyn Bases>,
    reference: ReferenceUsed,
    damage: Option<Box<dyn Fn() -> Option<ReadError> + Send + Sync>>,
}

impl fmt::Debug for Genome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Genome")
            .field("reference", &self.reference)
            .finish_non_exhaustive()
    }
}

impl Genome {
    /// A genome of these transcripts, those of one gene in the order in which they are preferred.
    pub fn new(transcripts: Vec<Transcript>, bases: Box<dyn Bases>) -> Self {
        Self {
            genes: Genes::new(genes::Gene::of(transcripts), None),
            bases,
            reference: embedded::reference(),
            damage: None,
        }
    }

    /// The genome that the program carries.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Genome> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::new(embedded::transcripts(), Box::new(embedded::bases())))
    }

    /// Which tables and files it is made of.
    pub fn reference(&self) -> &ReferenceUsed {
        &self.reference
    }

    /// What was found to be damaged while it was used: bases and transcripts of a user's reference
    /// are read when they are first asked for, and until then count as not known. A report made with
    /// such a genome must not leave.
    pub fn damage(&self) -> Option<ReadError> {
        self.damage.as_ref().and_then(|damage| damage())
    }

    /// Every transcript.
    pub fn transcripts(&self) -> impl Iterator<Item = &Transcript> {
        self.genes.transcripts()
    }

    /// The transcripts of a gene, the preferred one first.
    pub fn of_gene(
        &self,
        assembly: Assembly,
        gene: &GeneSymbol,
    ) -> impl Iterator<Item = &Transcript> {
        self.genes.named(assembly, gene)
    }

    /// The transcripts that `start` to `end` touches or comes near to, see [`NEAR_GENE_BP`].
    pub fn at(
        &self,
        assembly: Assembly,
        chrom: &Chromosome,
        start: u64,
        end: u64,
    ) -> impl Iterator<Item = &Transcript> {
        let (start, end) = (
            start.saturating_sub(NEAR_GENE_BP),
            end.saturating_add(NEAR_GENE_BP),
        );
        self.genes
            .at(assembly, chrom, start, end)
            .filter(move |transcript| transcript.start() <= end && transcript.end() >= start)
    }

    /// The base at `pos` on the plus strand, as far as it is known for that transcript.
    pub fn base(&self, transcript: &Transcript, pos: u64) -> Option<u8> {
        self.bases.base(transcript, pos)
    }

    /// The coding bases of a transcript on its own strand, stop codon included. `None` where one of
    /// them is not known.
    pub fn coding(&self, transcript: &Transcript) -> Option<Vec<u8>> {
        self.bases.coding(transcript)
    }

    /// The three bases of a codon, from 1, on the transcript's strand, `N` for one that is not
    /// known. `None` where the codon is not known at all.
    pub fn codon(&self, transcript: &Transcript, number: u32) -> Option<[u8; 3]> {
        self.bases.codon(transcript, number)
    }
}
