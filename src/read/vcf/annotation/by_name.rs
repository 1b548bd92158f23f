//! `CSQ` and `ANN`: one entry for each allele and transcript, its parts by the names that the
//! header lists.

use super::{plain, without_accession};
use crate::domain::{GeneSymbol, TranscriptEffect};
use crate::read::vcf::line::{Line, shown};

/// Parts of SnpEff's `ANN` as its specification fixes them.
const SNPEFF: &str = "Allele|Annotation|Annotation_Impact|Gene_Name|Gene_ID|Feature_Type|\
                      Feature_ID|Transcript_BioType|Rank|HGVS.c|HGVS.p";

/// Where each part stands in an entry. `None`: the file does not have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    allele: usize,
    allele_number: Option<usize>,
    consequence: Option<usize>,
    impact: Option<usize>,
    gene: Option<usize>,
    transcript: Option<usize>,
    exon: Option<usize>,
    hgvs_c: Option<usize>,
    hgvs_p: Option<usize>,
    amino_acids: Option<usize>,
    protein_position: Option<usize>,
    mane_select: Option<usize>,
    canonical: Option<usize>,
    biotype: Option<usize>,
}

/// A gene as an entry names it.
pub(super) struct Named<'t> {
    /// The name; SnpEff writes two as `A&B` where they are fused.
    pub(super) gene: &'t str,
    /// The consequence terms, joined by `&`.
    pub(super) terms: &'t str,
    /// Whether the transcript codes for a protein.
    pub(super) is_coding: bool,
}

impl Layout {
    /// From a header's description: `… Format: Allele|Consequence|…` or
    /// `Functional annotations: 'Allele | Annotation | …'`. `None` where it lists no parts.
    pub(super) fn of(description: &str) -> Option<Self> {
        let list = description
            .rsplit_once("Format:")
            .or_else(|| description.split_once(": "))
            .map_or(description, |(_, list)| list);
        let names: Vec<String> = list
            .split('|')
            .map(|name| {
                name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\'' | '"' | '.'))
                    .to_ascii_lowercase()
            })
            .collect();
        let at = |wanted: &[&str]| {
            wanted
                .iter()
                .find_map(|wanted| names.iter().position(|name| name == wanted))
        };
        Some(Self {
            allele: at(&["allele"])?,
            allele_number: at(&["allele_num"]),
            consequence: at(&["consequence", "annotation"]),
            impact: at(&["impact", "annotation_impact"]),
            gene: at(&["symbol", "gene_name", "hgnc"]),
            transcript: at(&["feature", "feature_id"]),
            exon: at(&["exon", "rank"]),
            hgvs_c: at(&["hgvsc", "hgvs.c"]),
            hgvs_p: at(&["hgvsp", "hgvs.p"]),
            amino_acids: at(&["amino_acids"]),
            protein_position: at(&["protein_position"]),
            mane_select: at(&["mane_select", "mane"]),
            canonical: at(&["pick", "canonical"]),
            biotype: at(&["biotype", "transcript_biotype"]),
        })
    }

    /// The fixed order of `ANN`.
    pub(super) fn snpeff() -> Self {
        Self::of(SNPEFF).unwrap_or_default()
    }

    /// The genes that the entries name, whatever their allele: names of structural alleles differ
    /// from what stands in the column (`[10` for `[10:99665147[G`).
    pub(super) fn named<'t>(&self, text: &'t str) -> Vec<Named<'t>> {
        text.split(',')
            .map(|entry| {
                let parts: Vec<&str> = entry.split('|').collect();
                let part = |place: Option<usize>| {
                    place
                        .and_then(|place| parts.get(place).copied())
                        .unwrap_or("")
                };
                let biotype = part(self.biotype);
                Named {
                    gene: part(self.gene),
                    terms: part(self.consequence),
                    is_coding: matches!(biotype, "protein_coding" | "Coding"),
                }
            })
            .collect()
    }

    /// What the entries of the allele at `index` say.
    pub(super) fn effects(
        &self,
        text: &str,
        line: &Line<'_>,
        index: usize,
        odd: &mut Vec<String>,
    ) -> Vec<TranscriptEffect> {
        let mut effects = Vec::new();
        for entry in text.split(',') {
            let parts: Vec<&str> = entry.split('|').collect();
            let part = |place: Option<usize>| {
                place
                    .and_then(|place| parts.get(place).copied())
                    .unwrap_or("")
            };
            let allele = part(Some(self.allele));
            match self.allele_of(allele, part(self.allele_number), line) {
                Some(found) if found == index => effects.push(self.effect(part)),
                Some(_) => {}
                // Told once, with the first allele.
                None if index == 0 => odd.push(format!(
                    "annotation: allele \"{}\" is none of this record's; its entry is left out",
                    shown(allele)
                )),
                None => {}
            }
        }
        effects
    }

    /// The alternate allele an entry belongs to. One allele in the record: it is that.
    fn allele_of(&self, written: &str, number: &str, line: &Line<'_>) -> Option<usize> {
        if line.alternates.len() == 1 {
            return Some(0);
        }
        if let Some(number) = number.parse::<usize>().ok().filter(|number| *number > 0) {
            return (number <= line.alternates.len()).then_some(number - 1);
        }
        let position =
            |wanted: &dyn Fn(&str) -> bool| line.alternates.iter().position(|a| wanted(a));
        // SnpEff's cancer mode writes somatic-germline: `G-C`.
        let somatic = written.split_once('-').map(|(allele, _)| allele);
        position(&|allele| allele == written)
            .or_else(|| position(&|allele| trimmed(allele, line) == written))
            .or_else(|| position(&|allele| Some(allele) == somatic.filter(|text| !text.is_empty())))
    }

    fn effect<'p>(&self, part: impl Fn(Option<usize>) -> &'p str) -> TranscriptEffect {
        let consequence: Vec<String> = part(self.consequence)
            .split('&')
            .filter(|term| !term.is_empty())
            .map(str::to_owned)
            .collect();
        // SnpEff ranks introns in the same part.
        let in_intron = consequence.iter().any(|term| term == "intron_variant");
        let exon = part(self.exon).split(['/', '-']).next().unwrap_or("");
        TranscriptEffect {
            gene: GeneSymbol::new(part(self.gene)),
            transcript: plain(part(self.transcript)),
            exon: exon.parse().ok().filter(|_| !in_intron),
            hgvs_c: without_accession(part(self.hgvs_c)),
            hgvs_p: without_accession(part(self.hgvs_p))
                .or_else(|| protein_change(part(self.amino_acids), part(self.protein_position))),
            consequence,
            mane_select: !part(self.mane_select).is_empty(),
            canonical: matches!(part(self.canonical), "YES" | "1"),
            impact: match part(self.impact) {
                "HIGH" => 3,
                "MODERATE" => 2,
                "LOW" => 1,
                _ => 0,
            },
        }
    }
}

/// The protein change out of VEP's `V/D` and `559`, for files written without `--hgvs`. `None` where
/// naming it needs the sequence around it (insertions, shifted frames).
fn protein_change(amino_acids: &str, position: &str) -> Option<String> {
    let (reference, alternate) = amino_acids.split_once('/').unwrap_or((amino_acids, "="));
    // Some releases write the length behind a slash: `559/976`.
    let position = position.split('/').next()?;
    let (first, last) = position.split_once('-').unwrap_or((position, position));
    let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
    let letters: Vec<char> = reference.chars().collect();
    let spans = u32::try_from(letters.len()).ok() == Some(last.checked_sub(first)? + 1);
    if !spans || alternate.contains('X') {
        return None;
    }
    match (letters.as_slice(), alternate) {
        ([one], "-") => Some(format!("p.{one}{first}del")),
        ([one, .., other], "-") => Some(format!("p.{one}{first}_{other}{last}del")),
        ([one], new) if new.chars().count() == 1 => Some(format!("p.{one}{first}{new}")),
        (_, _) => None,
    }
}

/// An allele as VEP writes it: without the base that all alleles of the record share, `-` for
/// nothing left.
fn trimmed(allele: &str, line: &Line<'_>) -> String {
    let first = line.reference.chars().next();
    let plain: Vec<&&str> = line.alternates.iter().filter(|a| **a != "*").collect();
    let all_bases = line.reference.len() == 1 && plain.iter().all(|a| a.len() == 1);
    let shared = !all_bases && plain.iter().all(|a| a.chars().next() == first);
    match allele.get(1..) {
        Some("") if shared => "-".to_owned(),
        Some(rest) if shared => rest.to_owned(),
        Some(_) | None => allele.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(description: &str, record: &str, text: &str, index: usize) -> Vec<TranscriptEffect> {
        let line = Line::new(record).unwrap();
        let mut odd = Vec::new();
        Layout::of(description)
            .unwrap()
            .effects(text, &line, index, &mut odd)
    }

    #[test]
    fn vep_by_the_names_in_the_header() {
        let description = "Consequence annotations from Ensembl VEP. Format: \
                           Allele|Gene|Feature|Consequence|SYMBOL|EXON|HGVSp|CANONICAL";
        let found = told(
            description,
            "4\t9\t.\tT\tA\t.\tPASS\t.",
            "A|ENSG1|ENST00000288135.6|missense_variant&splice_region_variant|KIT|11/21|\
             ENSP00000288135.6:p.Val559%3D|YES",
            0,
        );
        let [effect] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(effect.gene, GeneSymbol::new("KIT"));
        assert_eq!(effect.exon, Some(11));
        assert_eq!(effect.hgvs_p.as_deref(), Some("p.Val559="));
        assert_eq!(effect.consequence.len(), 2);
        assert!(effect.canonical && !effect.mane_select);
    }

    #[test]
    fn a_file_without_hgvs_still_names_what_can_be_named() {
        let named = |acids, position| protein_change(acids, position);
        assert_eq!(named("V/D", "559").as_deref(), Some("p.V559D"));
        assert_eq!(named("V/D", "559/976").as_deref(), Some("p.V559D"));
        assert_eq!(named("WK/-", "557-558").as_deref(), Some("p.W557_K558del"));
        assert_eq!(named("R/*", "175").as_deref(), Some("p.R175*"));
        assert_eq!(named("L", "5").as_deref(), Some("p.L5="));
        assert_eq!(named("G/GX", "12"), None);
        assert_eq!(named("-/AY", "502-503"), None);
        assert_eq!(named("", ""), None);
    }

    #[test]
    fn alleles_of_a_record_with_several() {
        let format = "Format: Allele|SYMBOL";
        let record = "4\t9\t.\tTA\tT,TAA\t.\tPASS\t.";
        let name = |index| {
            told(format, record, "-|ONE,AA|TWO", index)
                .iter()
                .filter_map(|effect| effect.gene.clone())
                .map(|gene| gene.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(name(0), ["ONE"]);
        assert_eq!(name(1), ["TWO"]);
        let cancer = told(
            format,
            "1\t9\t.\tA\tC,G\t.\tPASS\t.",
            "G|ONE,G-C|TWO,C|THREE",
            1,
        );
        assert_eq!(cancer.len(), 2);
    }

    #[test]
    fn snpeff_in_its_fixed_order() {
        let layout = Layout::snpeff();
        let line = Line::new("1\t889455\t.\tG\tA\t.\t.\t.").unwrap();
        let text = "A|stop_gained|HIGH|NOC2L|ENSG1|transcript|ENST1|protein_coding|7/19|c.706C>T|\
                    p.Gln236*|756/2790||||";
        let found = layout.effects(text, &line, 0, &mut Vec::new());
        assert_eq!(
            found.first().and_then(|e| e.hgvs_p.clone()).as_deref(),
            Some("p.Gln236*")
        );
        assert_eq!(found.first().map(|e| e.impact), Some(3));
    }
}
