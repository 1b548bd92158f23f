//! From a row to its claims.

use super::alleles::{self, Site};
use super::{BARCODE, PLACE, counts, effect, standing, tells_enough};
use crate::domain::{Alteration, Assembly, Call, SmallVariant, Standing, TranscriptEffect};
use crate::read::table::{Columns, Row, RowReader, shown};
use crate::read::{FileFacts, ReadOptions};

const BUILD: &str = "NCBI_Build";

/// Reads rows; knows the assembly of the first.
#[derive(Default)]
pub(super) struct Rows {
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

    fn sees_to_assembly(&self) -> bool {
        true
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
