//! A substitution, insertion or deletion of few bases.

use crate::domain::{
    Assembly, Chromosome, Fraction, GeneSymbol, ProteinChange, changes_coding_sequence, truncates,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where the description of a variant's effect comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnnotationOrigin {
    /// The input file carried it (VEP, SnpEff, bcftools csq).
    File,
    /// Worked out by this program.
    Computed,
}

/// One allele of a small variant as observed in the tumour.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SmallVariant {
    /// `None` where the assembly could not be told.
    pub assembly: Option<Assembly>,
    /// The chromosome. `None`, like the next three, where the file names the change of a gene
    /// without its place (a MAF of barcodes and protein changes).
    pub chrom: Option<Chromosome>,
    /// First base of the reference allele after trimming, 1-based; for a reference allele `-` the
    /// base before.
    pub pos: Option<u64>,
    /// Reference allele as in the file, trimmed of bases it shares with the alternate one; `-` for
    /// an insertion that the file tells without the base before it.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// Alternate allele, trimmed likewise; `-` for a deletion told without the base before it.
    #[serde(rename = "alt")]
    pub alternate: Option<String>,
    /// The gene whose effect is told. `None` where no annotation and no gene span names one.
    pub gene: Option<GeneSymbol>,
    /// Transcript with its version. `None` without annotation.
    pub transcript: Option<String>,
    /// Exon number in that transcript, from 1; worked out from the change where the annotation
    /// does not name it. `None` outside exons or where it cannot be told.
    pub exon: Option<u32>,
    /// Coding change, `c.1676T>A`. `None` where not annotated.
    pub hgvs_c: Option<String>,
    /// Protein change as the file gave it without the accession, `p.(Val559Asp)`. `None` where
    /// not annotated or where no protein change is predicted.
    pub hgvs_p: Option<String>,
    /// Sequence Ontology terms, most severe first as the annotator ordered them.
    pub consequence: Vec<String>,
    /// `None` where there is no annotation.
    pub origin_of_annotation: Option<AnnotationOrigin>,
    /// Share of reads with the alternate allele in the tumour. `None` where the file holds no
    /// usable field.
    pub vaf: Option<Fraction>,
    /// Reads at the position in the tumour. `None` where the file does not say.
    pub depth: Option<u32>,
    /// Reads with the alternate allele. `None` where the file does not say.
    pub alt_reads: Option<u32>,
    /// The FILTER column, `PASS` included; empty where the file says `.`.
    pub filter: Vec<String>,
    /// The effect as worked out on the reference transcript, beside the file's annotation. `None`
    /// where the file has none (the effect above is then the computed one) or nothing is known of
    /// the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<ComputedEffect>,
    /// The protein change by the isoforms that papers count by, where it is another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legacy: Vec<LegacyChange>,
}

/// An effect worked out from place and bases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ComputedEffect {
    /// Transcript with its version.
    pub transcript: Option<String>,
    /// Exon number, from 1. `None` outside exons.
    pub exon: Option<u32>,
    /// Coding change without accession.
    pub hgvs_c: Option<String>,
    /// Protein change without accession. `None` where there is none, or bases are not known.
    pub hgvs_p: Option<String>,
    /// Sequence Ontology terms, most severe first.
    pub consequence: Vec<String>,
}

/// A protein change as an older isoform counts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LegacyChange {
    /// The isoform's transcript.
    pub transcript: String,
    /// The change without accession.
    pub hgvs_p: String,
}

impl SmallVariant {
    /// The protein change in parts. `None` where there is none or its text is not understood.
    pub fn protein_change(&self) -> Option<ProteinChange> {
        self.hgvs_p.as_deref().and_then(|text| text.parse().ok())
    }

    /// The variant as the reference transcript tells it, where that is another telling than the
    /// file's and its protein change is known.
    pub fn as_computed(&self) -> Option<Self> {
        let computed = self.computed.as_ref()?;
        let is_named = computed.hgvs_p.is_some() || !changes_coding_sequence(&computed.consequence);
        is_named.then(|| Self {
            transcript: computed.transcript.clone(),
            exon: computed.exon,
            hgvs_c: computed.hgvs_c.clone(),
            hgvs_p: computed.hgvs_p.clone(),
            consequence: computed.consequence.clone(),
            computed: None,
            ..self.clone()
        })
    }

    /// Whether its telling cuts the protein short: a stop, a shifted frame, an essential splice
    /// site or the start lost.
    pub fn is_truncating(&self) -> bool {
        self.protein_change()
            .is_some_and(|change| change.truncates())
            || truncates(&self.consequence)
    }

    /// Whether the effect is known well enough to compare the variant with a hotspot: its protein
    /// change is named, or its consequence says that none is to be named.
    pub fn is_derived(&self) -> bool {
        self.protein_change().is_some()
            || (!self.consequence.is_empty() && !changes_coding_sequence(&self.consequence))
    }

    /// The chromosome, and the first and last base that the reference allele covers. `None` where
    /// the place is not told.
    pub fn span(&self) -> Option<(&Chromosome, u64, u64)> {
        let bases = self.reference.as_ref().map_or(1, String::len) as u64;
        let pos = self.pos?;
        Some((self.chrom.as_ref()?, pos, pos + bases.saturating_sub(1)))
    }

    /// `chr4:54727444 T>A`, the alleles as `spelt` writes them. `None` where the place is not told.
    pub fn place(&self, spelt: impl Fn(&str) -> String) -> Option<String> {
        let (chrom, pos, _) = self.span()?;
        Some(match (&self.reference, &self.alternate) {
            (Some(reference), Some(alternate)) => {
                format!("{chrom}:{pos} {}>{}", spelt(reference), spelt(alternate))
            }
            (Some(_) | None, _) => format!("{chrom}:{pos}"),
        })
    }

    /// `KIT p.V559D`; else `KIT c.…`; else `KIT chr4:54727444 T>A`; the place alone without a
    /// gene.
    pub fn label(&self) -> String {
        let change = match (self.protein_change(), &self.hgvs_c) {
            (Some(protein), _) => protein.to_string(),
            (None, Some(coding)) => coding.clone(),
            (None, None) => self.place(shortened).unwrap_or_else(|| "?".to_owned()),
        };
        match &self.gene {
            Some(gene) => format!("{gene} {change}"),
            None => change,
        }
    }
}

/// Long alleles are cut for a label; the whole stands in the alteration.
fn shortened(allele: &str) -> String {
    const KEPT_BASES: usize = 20;
    let count = allele.chars().count();
    if count <= KEPT_BASES {
        return allele.to_owned();
    }
    let head: String = allele.chars().take(KEPT_BASES).collect();
    format!("{head}…({count} bases)")
}

/// What an annotator says of one allele in one transcript.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TranscriptEffect {
    /// Gene symbol as the file wrote it.
    pub gene: Option<GeneSymbol>,
    /// Transcript with version where given.
    pub transcript: Option<String>,
    /// Exon number, from 1.
    pub exon: Option<u32>,
    /// Coding change without accession.
    pub hgvs_c: Option<String>,
    /// Protein change without accession.
    pub hgvs_p: Option<String>,
    /// Sequence Ontology terms.
    pub consequence: Vec<String>,
    /// Annotator marks it as the MANE Select transcript.
    pub mane_select: bool,
    /// Annotator marks it as canonical or picked it.
    pub canonical: bool,
    /// Annotator's impact class; higher is more severe: HIGH 3, MODERATE 2, LOW 1, MODIFIER 0.
    pub impact: u8,
}
