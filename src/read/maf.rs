//! MAF (mutation annotation format): GDC, vcf2maf, cBioPortal, TCGA, Oncotator, OncoKB, MSK.
//!
//! | MAF | ours |
//! |---|---|
//! | `Chromosome`, `Start_Position` (`Start_position`) | place, 1-based; for an insertion the base before |
//! | `Reference_Allele`, `Tumor_Seq_Allele2`, else `Tumor_Seq_Allele1` | alleles; `-` stays, a MAF does not tell the base before |
//! | `Hugo_Symbol`, `Transcript_ID`, `Exon_Number`, `HGVSc`, `HGVSp_Short`, `Consequence` and their older names | effect: see [`effect`] |
//! | `Variant_Classification` | Sequence Ontology terms, where `Consequence` is not there |
//! | `t_depth`, `t_ref_count`, `t_alt_count`; `tumor_f`, `t_var_freq`, `i_TumorVAF_WU` (per cent) | depth, alternate reads, fraction: see [`counts`] |
//! | `FILTER`, `Mutation_Status`, `Validation_Status` | standing: see [`standing`] |
//! | `NCBI_Build` | assembly, by the first row |
//! | `Tumor_Sample_Barcode` | sample of the row |
//!
//! A row needs its place and alleles, or a gene and its change alone (an OncoKB table of barcodes and
//! protein changes): the claim then has no place. A row of another build than the first keeps its
//! change and loses its place. Two alternate alleles are two claims; effect and counts belong to
//! `Tumor_Seq_Allele2`. Not read: the normal's columns, frequencies, `GDC_FILTER`.

mod alleles;
mod counts;
mod effect;
mod rows;
mod standing;

use crate::domain::Detects;
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Table, header_with};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};
use rows::Rows;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[&Maf];

/// Mutation annotation format.
struct Maf;

const BARCODE: &str = "Tumor_Sample_Barcode";

/// Columns that tell the place and the alleles.
const PLACE: &[&str] = &[
    "Chromosome",
    "Start_Position",
    "Reference_Allele",
    "Tumor_Seq_Allele2",
];

impl Caller for Maf {
    fn name(&self) -> &'static str {
        "maf"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "MAF of any origin: GDC, vcf2maf, cBioPortal, TCGA, Oncotator, OncoKB, MSK",
            versions: "2.4 and older, by their headers",
            written_from: WrittenFrom::Files,
            recognised_by: "Tumor_Sample_Barcode with Chromosome, Start_Position, \
                            Reference_Allele, Tumor_Seq_Allele2, or with Hugo_Symbol and \
                            HGVSp_Short, HGVSp, Protein_Change or Amino_Acid_Change",
            columns: &[
                ("Chromosome, Start_Position", "place, 1-based; optional"),
                (
                    "Reference_Allele, Tumor_Seq_Allele2 (else 1)",
                    "alleles; - for none",
                ),
                ("Hugo_Symbol", "gene"),
                (
                    "Transcript_ID, Annotation_Transcript, i_transcript_name",
                    "transcript",
                ),
                ("Exon_Number, Transcript_Exon", "exon"),
                ("HGVSc, cDNA_Change", "coding change"),
                (
                    "HGVSp_Short, Protein_Change, HGVSp, Amino_Acid_Change",
                    "protein change",
                ),
                ("Consequence, else Variant_Classification", "consequence"),
                ("all_effects", "effects on other transcripts"),
                ("t_depth, t_ref_count, t_alt_count", "reads"),
                ("tumor_f, t_var_freq, i_TumorVAF_WU", "allele fraction"),
                ("FILTER", "passed or not"),
                (
                    "Mutation_Status, Validation_Status",
                    "germline, invalid: set aside",
                ),
                ("NCBI_Build", "assembly, by the first row"),
            ],
            support: "t_alt_count of t_depth, in the tumour",
            order: "small variants have none",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::SmallVariant]
    }

    fn tokens(&self) -> &'static [&'static str] {
        &[
            "Hugo_Symbol",
            "Chromosome",
            "Start_Position",
            "Reference_Allele",
            "Tumor_Seq_Allele2",
            BARCODE,
        ]
    }

    fn recognises(&self, head: &Head) -> bool {
        header_with(head, &[BARCODE]).is_some_and(|columns| tells_enough(&columns))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), Rows::default(), options)
    }
}

/// Whether the columns hold a variant: its place and alleles, or a gene and its change.
fn tells_enough(columns: &Columns) -> bool {
    let has_change = effect::PROTEIN.iter().any(|name| columns.has(name));
    columns.has_all(PLACE) || (columns.has("Hugo_Symbol") && has_change)
}
