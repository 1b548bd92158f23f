//! `EFF` of SnpEff before 4.1: `EFFECT(impact|class|codon|amino acid|…)`, by comma.
//!
//! The header lists the parts in brackets; their number changed with the versions. Effects bear the
//! tool's own names, or terms of the Sequence Ontology where it was told so. Written from the tool's
//! documentation.

use crate::domain::{GeneSymbol, ProteinChange, TranscriptEffect};
use crate::read::vcf::line::Line;

/// Where each part stands in the brackets. `None`: the file does not have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    impact: Option<usize>,
    codon: Option<usize>,
    amino_acids: Option<usize>,
    gene: usize,
    transcript: Option<usize>,
    exon: Option<usize>,
    allele: Option<usize>,
}

impl Layout {
    /// From the header's description: `… Format: 'Effect ( Effect_Impact | … [ | ERRORS ] )'`. `None`
    /// where it lists no gene.
    pub(super) fn of(description: &str) -> Option<Self> {
        let (_, list) = description.split_once('(')?;
        let names: Vec<String> = list
            .split('|')
            .map(|name| {
                name.trim_matches(|c: char| !c.is_ascii_alphanumeric())
                    .to_ascii_lowercase()
            })
            .collect();
        let at = |wanted: &[&str]| {
            wanted
                .iter()
                .find_map(|wanted| names.iter().position(|name| name == wanted))
        };
        Some(Self {
            impact: at(&["effect_impact", "effefct_impact"]),
            codon: at(&["codon_change"]),
            amino_acids: at(&["amino_acid_change"]),
            gene: at(&["gene_name"])?,
            transcript: at(&["transcript_id", "transcript"]),
            exon: at(&["exon_rank", "exon", "exon_id"]),
            allele: at(&["genotype_number", "genotype"]),
        })
    }

    /// What is said of the allele at `index`.
    pub(super) fn effects(
        &self,
        text: &str,
        line: &Line<'_>,
        index: usize,
        odd: &mut Vec<String>,
    ) -> Vec<TranscriptEffect> {
        let mut effects = Vec::new();
        for entry in text.split(',') {
            let Some((names, parts)) = entry.trim_end_matches(')').split_once('(') else {
                continue;
            };
            let parts: Vec<&str> = parts.split('|').collect();
            let part = |place: Option<usize>| {
                place
                    .and_then(|place| parts.get(place).copied())
                    .unwrap_or("")
                    .trim()
            };
            let number: Option<usize> = part(self.allele).parse().ok();
            match number {
                Some(number) if number != index + 1 => {}
                None if line.alternates.len() > 1 => {
                    if index == 0 {
                        odd.push(
                            "EFF: an entry names no allele of this record; left out".to_owned(),
                        );
                    }
                }
                Some(_) | None => effects.push(self.effect(names, part)),
            }
        }
        effects
    }

    fn effect<'p>(&self, names: &str, part: impl Fn(Option<usize>) -> &'p str) -> TranscriptEffect {
        let consequence: Vec<String> = names
            .split(['+', '&'])
            .filter(|name| !name.is_empty())
            .map(|name| ontology_term(name).to_owned())
            .collect();
        let in_intron = consequence.iter().any(|term| term == "intron_variant");
        let (hgvs_p, by_acids) = changes(part(self.amino_acids));
        let (_, by_codon) = changes(part(self.codon));
        TranscriptEffect {
            gene: GeneSymbol::new(part(Some(self.gene))),
            transcript: Some(part(self.transcript))
                .filter(|name| !name.is_empty())
                .map(str::to_owned),
            exon: part(self.exon).parse().ok().filter(|_| !in_intron),
            hgvs_c: by_acids.or(by_codon),
            hgvs_p,
            consequence,
            mane_select: false,
            canonical: false,
            impact: match part(self.impact) {
                "HIGH" => 3,
                "MODERATE" => 2,
                "LOW" => 1,
                _ => 0,
            },
        }
    }
}

/// Protein and coding change of `V559D`, `p.Val559Asp/c.1676T>A`; none of `gTt/gAt`.
fn changes(text: &str) -> (Option<String>, Option<String>) {
    if text.parse::<ProteinChange>().is_ok() && !text.contains('/') {
        let bare = text.trim_start_matches("p.");
        return (Some(format!("p.{bare}")), None);
    }
    let begins = |start: &str| {
        text.split('/')
            .find(|change| change.starts_with(start))
            .map(str::to_owned)
    };
    (begins("p."), begins("c."))
}

/// The Sequence Ontology's term for the tool's own name.
fn ontology_term(name: &str) -> &str {
    match name {
        "NON_SYNONYMOUS_CODING" => "missense_variant",
        "SYNONYMOUS_CODING" => "synonymous_variant",
        "STOP_GAINED" => "stop_gained",
        "STOP_LOST" => "stop_lost",
        "START_LOST" => "start_lost",
        "NON_SYNONYMOUS_START" => "initiator_codon_variant",
        "SYNONYMOUS_START" => "start_retained_variant",
        "SYNONYMOUS_STOP" | "NON_SYNONYMOUS_STOP" => "stop_retained_variant",
        "FRAME_SHIFT" => "frameshift_variant",
        "CODON_DELETION" => "inframe_deletion",
        "CODON_INSERTION" => "inframe_insertion",
        "CODON_CHANGE_PLUS_CODON_DELETION" => "disruptive_inframe_deletion",
        "CODON_CHANGE_PLUS_CODON_INSERTION" => "disruptive_inframe_insertion",
        "CODON_CHANGE" => "coding_sequence_variant",
        "RARE_AMINO_ACID" => "rare_amino_acid_variant",
        "EXON_DELETED" => "exon_loss_variant",
        "SPLICE_SITE_ACCEPTOR" => "splice_acceptor_variant",
        "SPLICE_SITE_DONOR" => "splice_donor_variant",
        "SPLICE_SITE_REGION" => "splice_region_variant",
        "START_GAINED" => "5_prime_UTR_premature_start_codon_gain_variant",
        "UTR_5_PRIME" => "5_prime_UTR_variant",
        "UTR_3_PRIME" => "3_prime_UTR_variant",
        "INTRON" | "INTRON_CONSERVED" => "intron_variant",
        "UPSTREAM" => "upstream_gene_variant",
        "DOWNSTREAM" => "downstream_gene_variant",
        "INTERGENIC" | "INTERGENIC_CONSERVED" => "intergenic_region",
        "EXON" => "non_coding_transcript_exon_variant",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESCRIPTION: &str = "Predicted effects for this variant.Format: 'Effect ( Effect_Impact | \
                               Functional_Class | Codon_Change | Amino_Acid_Change| \
                               Amino_Acid_length | Gene_Name | Transcript_BioType | Gene_Coding | \
                               Transcript_ID | Exon_Rank  | Genotype_Number [ | ERRORS | WARNINGS ] \
                               )' ";

    fn told(alleles: &str, text: &str, index: usize) -> (Vec<TranscriptEffect>, Vec<String>) {
        let record = format!("4\t55593610\t.\tT\t{alleles}\t.\tPASS\t.");
        let mut odd = Vec::new();
        let layout = Layout::of(DESCRIPTION).unwrap();
        let line = Line::new(&record).unwrap();
        (layout.effects(text, &line, index, &mut odd), odd)
    }

    #[test]
    fn either_spelling_of_an_effect() {
        for (text, change) in [
            (
                "NON_SYNONYMOUS_CODING(MODERATE|MISSENSE|gTt/gAt|V559D|976|KIT|protein_coding|\
                 CODING|ENST00000288135|11|1)",
                None,
            ),
            (
                "missense_variant(MODERATE|MISSENSE|gTt/gAt|p.Val559Asp/c.1676T>A|976|KIT|\
                 protein_coding|CODING|ENST00000288135|11|1)",
                Some("c.1676T>A"),
            ),
        ] {
            let (found, odd) = told("A", text, 0);
            let effect = found.first().unwrap();
            assert_eq!(effect.gene, GeneSymbol::new("KIT"), "{text}");
            assert_eq!(effect.consequence, ["missense_variant"], "{text}");
            let protein: ProteinChange = effect.hgvs_p.as_ref().unwrap().parse().unwrap();
            assert_eq!(protein.to_string(), "p.V559D", "{text}");
            assert_eq!(effect.hgvs_c.as_deref(), change, "{text}");
            assert_eq!((effect.exon, effect.impact), (Some(11), 2), "{text}");
            assert!(odd.is_empty());
        }
    }

    #[test]
    fn alleles_by_their_number() {
        let text = "INTRON(MODIFIER||||976|KIT|protein_coding|CODING|E1|10|1),\
                    UPSTREAM(MODIFIER||||976|KIT|protein_coding|CODING|E1||2)";
        let (second, _) = told("A,C", text, 1);
        assert_eq!(second.len(), 1);
        assert_eq!(
            second.first().unwrap().consequence,
            ["upstream_gene_variant"]
        );
        let (first, _) = told("A,C", text, 0);
        assert_eq!(
            first.first().unwrap().exon,
            None,
            "the rank is the intron's"
        );
        let unnumbered = "INTRON(MODIFIER||||976|KIT|protein_coding|CODING|E1|10|)";
        assert_eq!(told("A,C", unnumbered, 0).1.len(), 1);
    }
}
