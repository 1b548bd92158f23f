//! `FUNCOTATION` of Funcotator: `[a|b|…]` for each allele, several transcripts of one allele by `#`.
//!
//! The header lists the fields behind `Funcotation fields are:`; those of the genes begin with the
//! data source (`Gencode_34_hugoSymbol`). Signs are written as `_%2C_`. `SPLICE_SITE` takes in bases
//! of the exon; the second class tells them apart. `otherTranscripts` is not read.

use crate::domain::{GeneSymbol, TranscriptEffect};
use crate::read::classification;
use crate::read::vcf::line::{Line, shown};

/// Where each field stands. `None`: the file does not have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    gene: usize,
    class: Option<usize>,
    second_class: Option<usize>,
    transcript: Option<usize>,
    exon: Option<usize>,
    hgvs_c: Option<usize>,
    hgvs_p: Option<usize>,
}

impl Layout {
    /// From the header's description. `None` where it lists no gene.
    pub(super) fn of(description: &str) -> Option<Self> {
        let (_, list) = description.split_once("fields are:")?;
        let names: Vec<&str> = list.split('|').map(str::trim).collect();
        let at = |end: &str| names.iter().position(|name| name.ends_with(end));
        Some(Self {
            gene: at("_hugoSymbol")?,
            class: at("_variantClassification"),
            second_class: at("_secondaryVariantClassification"),
            transcript: at("_annotationTranscript"),
            exon: at("_transcriptExon"),
            hgvs_c: at("_cDnaChange"),
            hgvs_p: at("_proteinChange"),
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
        let alleles: Vec<&str> = text.split("],[").collect();
        if alleles.len() != line.alternates.len() {
            if index == 0 {
                odd.push(format!(
                    "FUNCOTATION: found entries for {} allele(s), expected {}; left out",
                    alleles.len(),
                    line.alternates.len()
                ));
            }
            return Vec::new();
        }
        let of_allele = alleles.get(index).copied().unwrap_or("");
        of_allele
            .split("]#[")
            .zip(0..)
            .map(|(entry, rank)| self.effect(entry.trim_matches(['[', ']']), rank == 0, odd))
            .collect()
    }

    fn effect(&self, entry: &str, is_first: bool, odd: &mut Vec<String>) -> TranscriptEffect {
        let fields: Vec<&str> = entry.split('|').collect();
        let field = |place: Option<usize>| {
            let text = fields.get(place?).copied().map(plain)?;
            (!text.is_empty()).then_some(text)
        };
        let mut terms = |place: Option<usize>| {
            let class = field(place)?;
            let known = classification::terms(&class);
            if known.is_none() {
                odd.push(format!(
                    "FUNCOTATION: class \"{}\" is not understood",
                    shown(&class)
                ));
            }
            known
        };
        let first = terms(self.class).unwrap_or_default();
        let second = terms(self.second_class).unwrap_or_default();
        let consequence: Vec<&str> = match (first, second) {
            (["splice_site_variant"], [in_exon]) if *in_exon != "intron_variant" => {
                vec![*in_exon, "splice_region_variant"]
            }
            (first, _) => first.to_vec(),
        };
        TranscriptEffect {
            gene: field(Some(self.gene))
                .and_then(|name| GeneSymbol::new(&name))
                .filter(|gene| gene.as_str() != "Unknown"),
            transcript: field(self.transcript).filter(|name| name != "no_transcript"),
            exon: field(self.exon).and_then(|text| text.parse().ok()),
            hgvs_c: field(self.hgvs_c),
            hgvs_p: field(self.hgvs_p)
                .filter(|text| classification::protein_change(text).is_some()),
            consequence: consequence.into_iter().map(str::to_owned).collect(),
            mane_select: false,
            canonical: is_first,
            impact: 0,
        }
    }
}

/// A value with its signs: `_%20_` is a space.
fn plain(text: &str) -> String {
    [
        ("_%20_", " "),
        ("_%2C_", ","),
        ("_%3B_", ";"),
        ("_%3D_", "="),
        ("_%7C_", "|"),
        ("_%23_", "#"),
    ]
    .into_iter()
    .fold(text.trim().to_owned(), |text, (code, sign)| {
        text.replace(code, sign)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESCRIPTION: &str = "Functional annotation from the Funcotator tool.  Funcotation fields \
                               are: Gencode_34_hugoSymbol|Gencode_34_variantClassification|\
                               Gencode_34_secondaryVariantClassification|\
                               Gencode_34_annotationTranscript|Gencode_34_transcriptExon|\
                               Gencode_34_cDnaChange|Gencode_34_proteinChange";

    fn told(alleles: &str, text: &str, index: usize) -> (Vec<TranscriptEffect>, Vec<String>) {
        let record = format!("chr4\t54727444\t.\tT\t{alleles}\t.\tPASS\t.");
        let layout = Layout::of(DESCRIPTION).unwrap();
        let mut odd = Vec::new();
        let line = Line::new(&record).unwrap();
        (layout.effects(text, &line, index, &mut odd), odd)
    }

    #[test]
    fn one_entry_an_allele_and_transcript() {
        let text = "[KIT|MISSENSE||ENST00000288135.6|11|c.1676T>A|p.V559D]#[KIT|INTRON||E2|||],\
                    [KIT|SPLICE_SITE|MISSENSE|ENST00000288135.6|11|c.1676T>C|p.V559A]";
        let (first, _) = told("A,C", text, 0);
        let [best, other] = first.as_slice() else {
            panic!("{first:?}")
        };
        assert_eq!(best.gene, GeneSymbol::new("KIT"));
        assert_eq!((best.exon, best.canonical), (Some(11), true));
        assert_eq!(best.hgvs_p.as_deref(), Some("p.V559D"));
        assert_eq!(best.consequence, ["missense_variant"]);
        assert_eq!(other.consequence, ["intron_variant"]);
        let (second, odd) = told("A,C", text, 1);
        let terms = &second.first().unwrap().consequence;
        assert_eq!(*terms, ["missense_variant", "splice_region_variant"]);
        assert!(odd.is_empty(), "{odd:?}");
    }

    #[test]
    fn what_does_not_fit_is_told() {
        assert_eq!(told("A,C", "[KIT|MISSENSE|||||]", 0).1.len(), 1);
        let (found, odd) = told("A", "[Unknown|STRANGE||no_transcript|||]", 0);
        assert_eq!(
            found,
            [TranscriptEffect {
                canonical: true,
                ..TranscriptEffect::default()
            }]
        );
        assert_eq!(odd.len(), 1);
    }
}
