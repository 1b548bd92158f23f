//! MOAlmanac, called copy numbers (`.called.cna.txt`).
//!
//! | MOAlmanac | ours |
//! |---|---|
//! | `gene` | the gene |
//! | `call` | `Amplification`, `Deletion`; `Baseline` and `Wild type` are neutral |
//!
//! MOAlmanac itself passes over any other word; `Gain` and `Loss` are read, the rest is rejected.

use super::measure::{claim, gene};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, CopyNumberCall, Detects};
use crate::read::table::{Row, TableCaller, shown};
use crate::read::{Manual, WrittenFrom};

/// The two columns.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "moalmanac-cna",
    manual: Manual {
        title: "MOAlmanac .called.cna.txt, called genes",
        versions: "by their headers",
        written_from: WrittenFrom::Examples,
        recognised_by: "gene, call and no other column",
        columns: &[("gene", "the gene"), ("call", "the call")],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &["gene", "call"],
    also: |columns| columns.count == 2,
    genes: &["gene"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let word = row.text("call").unwrap_or_default().to_owned();
    let call = called(&word).ok_or_else(|| {
        format!(
            "call: found \"{}\", expected Amplification, Gain, Baseline, Loss or Deletion",
            shown(&word)
        )
    })?;
    let copy_number = CopyNumber {
        gene: Some(gene(row, "gene")?),
        ..CopyNumber::default()
    };
    Ok(claim(row, copy_number.stated(call, &word)))
}

fn called(word: &str) -> Option<CopyNumberCall> {
    match word.to_ascii_lowercase().as_str() {
        "amplification" => Some(CopyNumberCall::Amplification),
        "gain" => Some(CopyNumberCall::Gain),
        "baseline" | "wild type" => Some(CopyNumberCall::Neutral),
        "loss" => Some(CopyNumberCall::Loss),
        "deletion" => Some(CopyNumberCall::Deletion),
        _ => None,
    }
}
