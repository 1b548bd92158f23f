//! OncoKB annotator, copy numbers with a row a gene and sample.
//!
//! | OncoKB | ours |
//! |---|---|
//! | `Tumor_Sample_Barcode` or `Sample_Id` | the sample of the row |
//! | `Hugo_Symbol` | the gene |
//! | `Copy_Number_Alteration` | the call: -2 to 2, or Amplification, Gain, Loss, Deletion |
//!
//! Not read: what the annotator adds. Its matrix with a column a sample is `cbioportal-cna`.

use super::discrete::stated;
use super::measure::{claim, gene};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, Detects};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// The long form.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "oncokb-cna",
    manual: Manual {
        title: "OncoKB annotator, individual copy numbers",
        versions: "by their headers",
        written_from: WrittenFrom::Examples,
        recognised_by: "Hugo_Symbol, Copy_Number_Alteration",
        columns: &[
            ("Tumor_Sample_Barcode", "the sample of the row"),
            ("Hugo_Symbol", "the gene"),
            (
                "Copy_Number_Alteration",
                "the call, from -2 to 2 or in words",
            ),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &["Hugo_Symbol", "Copy_Number_Alteration"],
    also: by_header,
    genes: &["Hugo_Symbol"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    const LEVEL: &str = "Copy_Number_Alteration";
    let level = row.text(LEVEL).unwrap_or_default().to_owned();
    let copy_number = stated(LEVEL, gene(row, "Hugo_Symbol")?, &level)?;
    Ok(claim(row, copy_number))
}
