//! Genes without a download: transcripts of the known genes on both assemblies, their bases as far as
//! they are had, domains, cytobands. Floor 1: imports [`crate::domain`] alone.
//!
//! What is embedded stands in `genome/tables/` (its README says source and form of each table); a
//! user's own reference takes its place where one is given. Positions are 1-based and both ends are
//! included throughout.

mod bands;
mod bases;
mod code;
mod domains;
mod effect;
mod embedded;
mod fusion;
mod place;
mod transcript;

pub use bands::bands;
pub use bases::{Bases, complement};
pub use code::residue;
pub use domains::{Domain, domains};
pub use effect::{Change, effect};
pub use embedded::{TABLES, Table};
pub use fusion::predict;
pub use place::CodingPlace;
pub use transcript::{Exon, Place, Transcript, TranscriptStatus};

use crate::domain::{Assembly, Chromosome, GeneSymbol};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Bases on either side of a transcript in which a variant still belongs to its gene: promoters lie
/// there. VEP's default.
pub const NEAR_GENE_BP: u64 = 5_000;

/// Transcripts and their bases.
pub struct Genome {
    transcripts: Vec<Transcript>,
    by_gene: HashMap<(Assembly, GeneSymbol), Vec<usize>>,
    by_chrom: HashMap<(Assembly, Chromosome), Vec<usize>>,
    bases: Box<dyn Bases>,
}

impl Genome {
    /// A genome of these transcripts, those of one gene in the order in which they are preferred.
    pub fn new(transcripts: Vec<Transcript>, bases: Box<dyn Bases>) -> Self {
        let mut by_gene: HashMap<(Assembly, GeneSymbol), Vec<usize>> = HashMap::new();
        let mut by_chrom: HashMap<(Assembly, Chromosome), Vec<usize>> = HashMap::new();
        for (index, transcript) in transcripts.iter().enumerate() {
            let gene = (transcript.assembly, transcript.gene.clone());
            by_gene.entry(gene).or_default().push(index);
            let chrom = (transcript.assembly, transcript.chrom.clone());
            by_chrom.entry(chrom).or_default().push(index);
        }
        Self {
            transcripts,
            by_gene,
            by_chrom,
            bases,
        }
    }

    /// The genome that the program carries.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Genome> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::new(embedded::transcripts(), Box::new(embedded::bases())))
    }

    /// Every transcript.
    pub fn transcripts(&self) -> impl Iterator<Item = &Transcript> {
        self.transcripts.iter()
    }

    /// The transcripts of a gene, the preferred one first.
    pub fn of_gene(
        &self,
        assembly: Assembly,
        gene: &GeneSymbol,
    ) -> impl Iterator<Item = &Transcript> {
        self.listed(self.by_gene.get(&(assembly, gene.clone())))
    }

    /// The transcripts that `start` to `end` touches or comes near to, see [`NEAR_GENE_BP`].
    pub fn at(
        &self,
        assembly: Assembly,
        chrom: &Chromosome,
        start: u64,
        end: u64,
    ) -> impl Iterator<Item = &Transcript> {
        self.listed(self.by_chrom.get(&(assembly, chrom.clone())))
            .filter(move |transcript| {
                transcript.start() <= end.saturating_add(NEAR_GENE_BP)
                    && transcript.end().saturating_add(NEAR_GENE_BP) >= start
            })
    }

    fn listed<'a>(
        &'a self,
        indices: Option<&'a Vec<usize>>,
    ) -> impl Iterator<Item = &'a Transcript> {
        indices
            .into_iter()
            .flatten()
            .filter_map(|index| self.transcripts.get(*index))
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
