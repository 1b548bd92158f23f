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
mod standing;

use crate::domain::{
    Alteration, Assembly, Call, Detects, SmallVariant, Standing, TranscriptEffect,
};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, RowReader, Table, header_with, shown};
use crate::read::{Caller, FileFacts, Manual, ReadError, ReadOptions, Records, WrittenFrom};
use alleles::Site;

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

/// Reads rows; knows the assembly of the first.
#[derive(Default)]
struct Rows {
    assembly: Option<Assembly>,
}

impl RowReader for Rows {
    fn needed(&self) -> &'static [&'static str] {
        &[BARCODE]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &["Hugo_Symbol"]
    }

    fn sample_column(&self) -> Option<&'static str> {
        Some(BARCODE)
    }

    /// vcf2maf and Oncotator write a role where they were not told the name.
    fn sample_named<'n>(&self, cell: &'n str) -> Option<&'n str> {
        let is_role = ["TUMOR", "TUMOUR", "__UNKNOWN__", "UNKNOWN"]
            .iter()
            .any(|role| cell.eq_ignore_ascii_case(role));
        (!is_role).then_some(cell)
    }

    /// `#version 2.4`, `## Oncotator v1.9 | …`
    fn comment(&mut self, line: &str, facts: &mut FileFacts) {
        let text = line.trim_start_matches('#').trim();
        let program = text.split('|').next().unwrap_or_default().trim();
        let told = match text.strip_prefix("version ") {
            Some(version) => Some(format!("MAF {}", shown(version))),
            None => ["Oncotator", "Funcotator"]
                .iter()
                .any(|name| program.starts_with(name))
                .then(|| shown(program)),
        };
        facts.caller_version = facts.caller_version.take().or(told);
    }

    fn header(&mut self, columns: &Columns, _: &ReadOptions) -> Result<(), String> {
        if tells_enough(columns) {
            return Ok(());
        }
        Err(format!(
            "the header lacks {} or else Hugo_Symbol with one of {}",
            PLACE.join(", "),
            effect::PROTEIN.join(", ")
        ))
    }

    fn first_row(&mut self, row: &Row<'_>, facts: &mut FileFacts) {
        self.assembly = row.text(BUILD).and_then(build);
        facts.assembly = self
            .assembly
            .map(|assembly| (assembly, format!("{BUILD} of the first row")));
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let site = if self.is_on_its_build(row) {
            alleles::site(row)?
        } else {
            Site::default()
        };
        let effects = effect::effects(row);
        if site.alternates.is_empty() && !effect::is_told(&effects) {
            return Err(format!(
                "neither {} nor Hugo_Symbol with a change that is understood ({}) is told",
                PLACE.join(", "),
                effect::PROTEIN.join(", ")
            ));
        }
        let reads = counts::counts(row);
        let filter = standing::filters(row);
        let variant = SmallVariant {
            chrom: site.chrom,
            pos: site.pos,
            reference: site.reference,
            filter: filter.clone(),
            ..SmallVariant::default()
        };
        let mut alternates = site.alternates.into_iter();
        let main = SmallVariant {
            alternate: alternates.next(),
            vaf: reads.fraction,
            depth: reads.depth,
            alt_reads: reads.alternate,
            ..variant.clone()
        };
        let stands = standing::standing(row, filter, &reads);
        let mut calls = vec![call(row, main, effects, stands.clone())];
        for other in alternates {
            row.warn(format!(
                "Tumor_Seq_Allele1: \"{}\" is a further allele; effect and counts of the row are \
                 not told of it",
                shown(&other)
            ));
            let other = SmallVariant {
                alternate: Some(other),
                ..variant.clone()
            };
            calls.push(call(row, other, Vec::new(), stands.clone()));
        }
        Ok(calls)
    }
}

fn call(
    row: &Row<'_>,
    variant: SmallVariant,
    effects: Vec<TranscriptEffect>,
    standing: Standing,
) -> Call {
    Call {
        effects,
        standing,
        ..row.call(Alteration::SmallVariant(variant))
    }
}

const BUILD: &str = "NCBI_Build";

/// The assembly that `37`, `GRCh38.p12`, `GRCh37-lite` name.
fn build(text: &str) -> Option<Assembly> {
    text.split(['.', '-', ' ']).next()?.parse().ok()
}

impl Rows {
    /// Whether the row's positions are those of the file's assembly. Another build is told.
    fn is_on_its_build(&self, row: &mut Row<'_>) -> bool {
        let Some(text) = row.text(BUILD).map(str::to_owned) else {
            return true;
        };
        let found = build(&text);
        let fits = found.is_some() && self.assembly.is_none_or(|known| found == Some(known));
        if !fits {
            let expected = self.assembly.map_or_else(
                || "GRCh37 or GRCh38".to_owned(),
                |known| format!("{known} as in the first row"),
            );
            row.warn(format!(
                "{BUILD}: found \"{}\", expected {expected}; the place is left out",
                shown(&text)
            ));
        }
        fits
    }
}
