//! The reference assembly of a file, by its header or by where its genes lie.
//!
//! Fusion tables hardly ever name their assembly. A breakpoint that a file places in a known gene
//! lies inside that gene's span on one assembly and, for most genes, outside it on the other:
//! each such place is a vote.

use crate::domain::{Alteration, Assembly, Call, Chromosome, GeneSymbol, Region};
use crate::kb::Genes;

/// Votes needed for one assembly, as a share of all votes, before positions decide. Ours to fix;
/// a breakpoint may lie outside its gene (an enhancer), so not all need agree.
const NEEDED_SHARE: f64 = 0.8;

/// Votes that must speak against a header before it is doubted.
const NEEDED_AGAINST_HEADER: u32 = 3;

/// Bases that a breakpoint may lie outside a gene's reference transcript and still vote.
const MARGIN_BP: u64 = 20_000;

/// Votes of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AssemblyVotes {
    grch37: u32,
    grch38: u32,
}

/// A header and the positions tell different assemblies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// What the header says.
    pub header: Assembly,
    /// What the positions say.
    pub positions: Assembly,
    /// On how many places.
    pub votes: u32,
}

impl AssemblyVotes {
    /// Lets every place of `call` vote.
    pub fn add(&mut self, call: &Call, genes: &Genes) {
        match &call.claim {
            Alteration::Fusion(fusion) => {
                for partner in [&fusion.five_prime, &fusion.three_prime] {
                    if let (Some(gene), Some(locus)) = (&partner.gene, partner.locus()) {
                        self.place(genes, gene, &locus.chrom, locus.pos);
                    }
                }
            }
            Alteration::SmallVariant(variant) => {
                let Some((chrom, pos, _)) = variant.span() else {
                    return;
                };
                for gene in call
                    .effects
                    .iter()
                    .filter_map(|effect| effect.gene.as_ref())
                {
                    self.place(genes, gene, chrom, pos);
                }
            }
            Alteration::TandemDuplication(duplication) => {
                if let (Some(chrom), Some(start)) = (&duplication.chrom, duplication.start) {
                    self.place(genes, &duplication.gene, chrom, start);
                }
            }
            Alteration::CopyNumber(copy_number) => {
                if let Some(region) = &copy_number.region {
                    self.length(region);
                    for gene in copy_number.gene.iter().chain(&copy_number.genes) {
                        self.stretch(genes, gene, region);
                    }
                }
            }
            // Breakends may lie far from the gene they are told of.
            Alteration::Rearrangement(_) | Alteration::Biomarker(_) => {}
        }
    }

    /// Adds another count of the same file.
    pub fn join(&mut self, other: Self) {
        self.grch37 = self.grch37.saturating_add(other.grch37);
        self.grch38 = self.grch38.saturating_add(other.grch38);
    }

    fn place(&mut self, genes: &Genes, gene: &GeneSymbol, chrom: &Chromosome, pos: u64) {
        let Some(gene) = genes.get(gene) else { return };
        let inside = |assembly| {
            gene.span(assembly).is_some_and(|span| {
                span.chrom == *chrom && pos + MARGIN_BP >= span.start && pos <= span.end + MARGIN_BP
            })
        };
        self.vote(inside(Assembly::GRCh37), inside(Assembly::GRCh38));
    }

    /// A segment that ends beyond the chromosome on one assembly is on the other.
    fn length(&mut self, region: &Region) {
        let beyond = |assembly: Assembly| {
            assembly
                .length_of(&region.chrom)
                .is_some_and(|length| region.end > length)
        };
        self.vote(!beyond(Assembly::GRCh37), !beyond(Assembly::GRCh38));
    }

    /// A segment holds a part at least of a gene that the file names with it.
    fn stretch(&mut self, genes: &Genes, gene: &GeneSymbol, region: &Region) {
        let Some(gene) = genes.get(gene) else { return };
        let touches = |assembly| {
            gene.span(assembly).is_some_and(|span| {
                span.chrom == region.chrom && span.start <= region.end && span.end >= region.start
            })
        };
        self.vote(touches(Assembly::GRCh37), touches(Assembly::GRCh38));
    }

    fn vote(&mut self, fits_37: bool, fits_38: bool) {
        match (fits_37, fits_38) {
            (true, false) => self.grch37 = self.grch37.saturating_add(1),
            (false, true) => self.grch38 = self.grch38.saturating_add(1),
            (true, true) | (false, false) => {}
        }
    }

    /// What the positions say. `None` where there are too few votes or they are split.
    pub fn verdict(self) -> Option<Assembly> {
        let total = f64::from(self.grch37) + f64::from(self.grch38);
        if total == 0.0 {
            return None;
        }
        if f64::from(self.grch37) / total >= NEEDED_SHARE {
            Some(Assembly::GRCh37)
        } else if f64::from(self.grch38) / total >= NEEDED_SHARE {
            Some(Assembly::GRCh38)
        } else {
            None
        }
    }

    /// The assembly of a file, and by what it was told.
    ///
    /// # Errors
    /// Where the header and the positions of several genes tell different ones.
    pub fn decide(
        self,
        header: Option<(Assembly, String)>,
    ) -> Result<Option<(Assembly, String)>, Disagreement> {
        let verdict = self.verdict();
        match (header, verdict) {
            (Some((header, _)), Some(positions)) if header != positions => {
                let votes = match positions {
                    Assembly::GRCh37 => self.grch37,
                    Assembly::GRCh38 => self.grch38,
                };
                if votes >= NEEDED_AGAINST_HEADER {
                    Err(Disagreement {
                        header,
                        positions,
                        votes,
                    })
                } else {
                    Ok(Some((header, "header".to_owned())))
                }
            }
            (Some(header), _) => Ok(Some(header)),
            (None, Some(positions)) => Ok(Some((
                positions,
                format!(
                    "positions of known genes ({} of {})",
                    self.grch37.max(self.grch38),
                    self.grch37 + self.grch38
                ),
            ))),
            (None, None) => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn split_votes_decide_nothing() {
        let votes = AssemblyVotes {
            grch37: 2,
            grch38: 1,
        };
        assert_eq!(votes.decide(None), Ok(None));
        let votes = AssemblyVotes {
            grch37: 0,
            grch38: 4,
        };
        assert_eq!(votes.verdict(), Some(Assembly::GRCh38));
        let header = Some((Assembly::GRCh37, "contig lengths".to_owned()));
        assert!(votes.decide(header).is_err());
    }
}
