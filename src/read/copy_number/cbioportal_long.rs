//! cBioPortal, discrete copy numbers in the long form: a row a gene and sample. From its
//! documentation; no file was seen.
//!
//! | cBioPortal | ours |
//! |---|---|
//! | `Sample_Id` | the sample of the row |
//! | `Hugo_Symbol` | the gene |
//! | `Value` | the call, from -2 to 2; empty and `NA`: not measured |
//!
//! Not read: `Entrez_Gene_Id`, driver annotations.

use super::discrete::stated;
use super::measure::{claim, gene};
use super::{NO_ORDER, NO_READS};
use crate::domain::Detects;
use crate::read::table::TableCaller;
use crate::read::{Manual, WrittenFrom};

/// The long form.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "cbioportal-cna-long",
    manual: Manual {
        title: "cBioPortal discrete copy numbers, long form",
        versions: "none seen",
        written_from: WrittenFrom::Documentation,
        recognised_by: "Hugo_Symbol, Sample_Id, Value",
        columns: &[
            ("Sample_Id", "the sample of the row"),
            ("Hugo_Symbol", "the gene"),
            (
                "Value",
                "the call, from -2 to 2; empty and NA: not measured",
            ),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &["Hugo_Symbol", "Sample_Id", "Value"],
    also: |columns| !columns.has("Copy_Number_Alteration"),
    genes: &["Hugo_Symbol"],
    least_cells: None,
    calls: |row| {
        let Some(level) = row.text("Value").map(str::to_owned) else {
            return Ok(Vec::new());
        };
        let copy_number = stated("Value", gene(row, "Hugo_Symbol")?, &level)?;
        Ok(claim(row, copy_number))
    },
};
