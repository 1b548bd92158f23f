//! The reference assembly of a file, by its header or by where its genes lie.
//!
//! Fusion tables hardly ever name their assembly. A breakpoint that a file places in a known gene
//! lies inside that gene's span on one assembly and, for most genes, outside it on the other:
//! each such place is a vote. Un-annotated variants vote by their reference bases, see
//! [`super::base_votes`].

use crate::domain::{Alteration, Assembly, Call, Chromosome, GeneSymbol, Region};
use crate::genome::Genome;
use crate::kb::Genes;
use crate::normalise::base_votes::{BaseVotes, Verdict};

/// Votes needed for one assembly, as a share of all votes, before positions decide. Ours to fix;
/// a breakpoint may lie outside its gene (an enhancer), so not all need agree.
const NEEDED_SHARE: f64 = 0.8;

/// Votes that must speak against a header before it is doubted.
const NEEDED_AGAINST_HEADER: u32 = 3;

/// Bases that a breakpoint may lie outside a gene's reference transcript and still vote.
const MARGIN_BP: u64 = 20_000;

/// Votes of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssemblyVotes {
    grch37: u32,
    grch38: u32,
    bases: BaseVotes,
}

/// What header, positions and reference bases tell together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The assembly, and by what.
    Is(Assembly, String),
    /// The header says one thing, what is in the file another.
    Contradiction {
        /// What the header says.
        header: Assembly,
        /// What was seen against it.
        seen: String,
    },
    /// No header, and what is in the file speaks for both assemblies or for neither.
    Tie {
        /// What was seen.
        seen: String,
    },
    /// Nothing tells it.
    Nothing,
}

impl AssemblyVotes {
    /// Lets every place of `call` vote, and the reference allele of a small variant by the bases of
    /// `genome`.
    pub fn add(&mut self, call: &Call, genes: &Genes, genome: &Genome) {
        match &call.claim {
            Alteration::Fusion(fusion) => {
                for partner in [&fusion.five_prime, &fusion.three_prime] {
                    if let (Some(gene), Some(locus)) = (&partner.gene, partner.locus()) {
                        self.place(genes, gene, &locus.chrom, locus.pos);
                    }
                }
            }
            Alteration::SmallVariant(variant) => {
                self.bases.add(variant, genome);
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
        self.bases.join(other.bases);
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

    /// What the positions of named genes say. `None` where there are too few votes or they are
    /// split.
    fn by_positions(&self) -> Option<Assembly> {
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

    fn votes_for(&self, assembly: Assembly) -> u32 {
        match assembly {
            Assembly::GRCh37 => self.grch37,
            Assembly::GRCh38 => self.grch38,
        }
    }

    fn seen_of_positions(&self) -> String {
        format!(
            "{} position(s) of known genes are those of GRCh37, {} those of GRCh38",
            self.grch37, self.grch38
        )
    }

    /// The assembly of a file. Its header tells it unless what is in the file speaks against that;
    /// without one, positions of named genes and reference bases tell it where they agree.
    pub fn decide(&self, header: Option<(Assembly, String)>) -> Told {
        let positions = self.by_positions();
        let bases = self.bases.verdict();
        let Some((header, by)) = header else {
            return self.without_header(positions, bases);
        };
        if let Some(other) = positions.filter(|positions| *positions != header) {
            let votes = self.votes_for(other);
            if votes >= NEEDED_AGAINST_HEADER {
                let seen = format!("{votes} position(s) of known genes are those of {other}");
                return Told::Contradiction { header, seen };
            }
        }
        let speak_against = match bases {
            Verdict::Is(told) => told != header,
            Verdict::Unclear | Verdict::Silent => self.bases.refute(header),
        };
        if speak_against {
            let seen = self.bases.seen(header);
            return Told::Contradiction { header, seen };
        }
        Told::Is(header, by)
    }

    fn without_header(&self, positions: Option<Assembly>, bases: Verdict) -> Told {
        match (positions, bases) {
            (Some(one), Verdict::Is(other)) if one != other => Told::Tie {
                seen: format!("{}; {}", self.seen_of_positions(), self.bases.seen(other)),
            },
            (Some(told), _) if self.bases.refute(told) => Told::Tie {
                seen: format!("{}; {}", self.seen_of_positions(), self.bases.seen(told)),
            },
            (Some(told), _) => Told::Is(
                told,
                format!(
                    "positions of known genes ({} of {})",
                    self.votes_for(told),
                    self.grch37.saturating_add(self.grch38)
                ),
            ),
            (None, Verdict::Is(told)) => Told::Is(told, self.bases.seen(told)),
            (None, Verdict::Unclear) => Told::Tie {
                seen: self.bases.seen(Assembly::GRCh37),
            },
            (None, Verdict::Silent) => Told::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn votes(grch37: u32, grch38: u32) -> AssemblyVotes {
        AssemblyVotes {
            grch37,
            grch38,
            bases: BaseVotes::default(),
        }
    }

    #[test]
    fn split_votes_decide_nothing() {
        assert_eq!(votes(2, 1).decide(None), Told::Nothing);
        let votes = votes(0, 4);
        assert!(matches!(votes.decide(None), Told::Is(Assembly::GRCh38, _)));
        let header = Some((Assembly::GRCh37, "contig lengths".to_owned()));
        assert!(matches!(votes.decide(header), Told::Contradiction { .. }));
    }

    /// Variants at every hundredth coding base of some transcripts of an assembly.
    fn variants(assembly: Assembly, count: usize) -> AssemblyVotes {
        let genome = Genome::embedded();
        let mut votes = AssemblyVotes::default();
        let places = genome
            .transcripts()
            .filter(|transcript| transcript.assembly == assembly)
            .filter_map(|transcript| {
                let (first, _) = transcript.coding_bases()?;
                let pos = transcript.position(first + 100)?;
                Some((transcript, pos, genome.base(transcript, pos)?))
            });
        for (transcript, pos, base) in places.take(count) {
            let variant = crate::domain::SmallVariant {
                chrom: Some(transcript.chrom.clone()),
                pos: Some(pos),
                reference: Some(char::from(base).to_string()),
                alternate: Some("N".to_owned()),
                ..Default::default()
            };
            votes.bases.add(&variant, genome);
        }
        votes
    }

    #[test]
    fn reference_bases_decide_where_nothing_else_tells() {
        for assembly in [Assembly::GRCh37, Assembly::GRCh38] {
            let other = match assembly {
                Assembly::GRCh37 => Assembly::GRCh38,
                Assembly::GRCh38 => Assembly::GRCh37,
            };
            // Four places may agree by chance.
            assert_eq!(variants(assembly, 4).decide(None), Told::Nothing);
            for count in [5, 40, 80] {
                let votes = variants(assembly, count);
                assert!(
                    matches!(votes.decide(None), Told::Is(told, _) if told == assembly),
                    "{assembly} {count}: {:?}",
                    votes.decide(None)
                );
                let header = Some((other, "##reference".to_owned()));
                assert!(matches!(votes.decide(header), Told::Contradiction { .. }));
                let header = Some((assembly, "##reference".to_owned()));
                assert_eq!(
                    votes.decide(header),
                    Told::Is(assembly, "##reference".to_owned())
                );
            }
        }
    }

    #[test]
    fn bases_of_both_assemblies_are_a_tie() {
        let mut votes = variants(Assembly::GRCh37, 20);
        votes.join(variants(Assembly::GRCh38, 20));
        let Told::Tie { seen } = votes.decide(None) else {
            panic!("{:?}", votes.decide(None))
        };
        assert!(seen.contains("reference bases in known exons"), "{seen}");
    }
}
