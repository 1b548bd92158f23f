//! PORI (IPR), copy variants of a report's input.
//!
//! | IPR | ours |
//! |---|---|
//! | `gene` | the gene |
//! | `kbCategory`, else `cnvState` | the call, in the file's words |
//! | `chromosomeBand` with `start` and `end` | the segment it lies on, 1-based |
//! | `log2cna` | log2 ratio |
//!
//! `cnvState` is for display: it counts only where `kbCategory` is empty, as it is for a neutral gene.
//! Not read: `copyChange`, `ploidyCorrCpChange` (copies against the ploidy, which is not told),
//! `lohState`, `cna`.

use super::segment::{Counts, chromosome, claim, gene, region};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, Chromosome, CopyNumber, CopyNumberCall, Detects, Region};
use crate::read::table::{Row, TableCaller, shown};
use crate::read::{Manual, WrittenFrom};

/// The copy variants.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "pori-copy",
    manual: Manual {
        title: "PORI (IPR) copy variants",
        versions: "by their headers",
        written_from: WrittenFrom::Examples,
        recognised_by: "gene, kbCategory, cnvState",
        columns: &[
            ("gene", "the gene"),
            ("kbCategory, else cnvState", "the call"),
            ("chromosomeBand, start, end", "its segment, 1-based"),
            ("log2cna", "log2 ratio"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &["gene", "kbCategory", "cnvState"],
    also: |columns| !columns.has("expressionState"),
    genes: &["gene"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let word = row
        .text_of(&["kbCategory", "cnvState"])
        .unwrap_or_default()
        .to_owned();
    let call = called(&word).ok_or_else(|| {
        format!(
            "kbCategory, cnvState: found \"{}\", expected amplification, copy gain, neutral, copy \
             loss or deep deletion",
            shown(&word)
        )
    })?;
    let copy_number = CopyNumber {
        gene: Some(gene(row, "gene")?),
        region: segment(row),
        log2_ratio: row.number("log2cna"),
        ..CopyNumber::default()
    };
    Ok(claim(row, copy_number.stated(call, &word)))
}

/// The segment, where the row tells it whole.
fn segment(row: &Row<'_>) -> Option<Region> {
    let (chrom, _) = row.text("chromosomeBand")?.split_once(':')?;
    let place = region(row, ["chromosomeBand", "start", "end"], Counts::FromOne).ok()?;
    Some(Region {
        chrom: chromosome(Chromosome::new(chrom)),
        ..place
    })
}

/// Words of GraphKB's categories and of IPR's display.
fn called(word: &str) -> Option<CopyNumberCall> {
    match word.to_ascii_lowercase().as_str() {
        "amplification" => Some(CopyNumberCall::Amplification),
        "copy gain" | "gain" | "low level copy gain" => Some(CopyNumberCall::Gain),
        "neutral" => Some(CopyNumberCall::Neutral),
        "copy loss" | "loss" | "shallow deletion" => Some(CopyNumberCall::Loss),
        "deep deletion" => Some(CopyNumberCall::Deletion),
        _ => None,
    }
}
