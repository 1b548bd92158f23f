//! CNVkit: segments (`.cns`, `.call.cns`, segmetrics), genes (`genemetrics`), and bins, which are
//! refused.
//!
//! | CNVkit | ours |
//! |---|---|
//! | `chromosome`, `start`, `end` | the stretch; `start` is counted from 0 and made 1-based |
//! | `cn` | copies, of a called file; goes before `log2` |
//! | `cn2` | copies of the rarer allele |
//! | `log2` | log2 ratio |
//! | `gene` | genes of a segment where it lists 50 or fewer; `-`, `Antitarget`, `Background` are none |
//!
//! A called file has one row a segment with `probes`; genemetrics puts `gene` first and has one row
//! a gene. A `.cnr` or `.cnn` file holds bins without `probes`. Tumour content enters `cn` in
//! `cnvkit call` alone; the file does not say whether. Not read: depth, weight, the confidence
//! intervals of segmetrics.

use super::bins::Bins;
use super::measure::{claim, copies, gene, minor, number};
use super::segment::{Counts, listed, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{CopyNumber, Detects};
use crate::read::table::{Columns, Row, TableCaller};
use crate::read::{Manual, WrittenFrom};

const PLACE: [&str; 3] = ["chromosome", "start", "end"];

/// Segments.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "cnvkit",
    manual: MANUAL,
    detects: &[Detects::CopyNumber],
    header: &["chromosome", "start", "end", "gene", "log2", "probes"],
    also: |columns| !gene_first(columns) && !columns.has("p_bintest"),
    genes: &[],
    least_cells: None,
    calls: |row| {
        let copy_number = CopyNumber {
            genes: listed(row, "gene"),
            ..measured(row)?
        };
        Ok(claim(row, copy_number.judged()))
    },
};

/// One row a gene.
pub(super) static GENES: TableCaller = TableCaller {
    name: "cnvkit-genes",
    manual: Manual {
        title: "CNVkit genemetrics, genes",
        versions: "none seen",
        written_from: WrittenFrom::Documentation,
        recognised_by: "gene before chromosome, start, end, log2",
        ..MANUAL
    },
    header: &["gene", "chromosome", "start", "end", "log2"],
    also: gene_first,
    genes: &["gene"],
    calls: |row| {
        let copy_number = CopyNumber {
            gene: Some(gene(row, "gene")?),
            ..measured(row)?
        };
        Ok(claim(row, copy_number.judged()))
    },
    ..CALLER
};

/// Bins, which are no calls.
pub(super) static BINS: Bins = Bins {
    name: "cnvkit-bins",
    manual: Manual {
        title: "CNVkit .cnr, .cnn and bintest: recognised and refused",
        recognised_by: "chromosome, start, end, gene, log2 without probes",
        ..MANUAL
    },
    header: &["chromosome", "start", "end", "gene", "log2"],
    also: |columns| !gene_first(columns) && (!columns.has("probes") || columns.has("p_bintest")),
    refusal: "the file holds CNVkit's ratios by bin, which are no calls; give the segments \
              (.call.cns, or .cns)",
};

const MANUAL: Manual = Manual {
    title: "CNVkit .cns, .call.cns and segmetrics, segments",
    versions: "0.9.x",
    written_from: WrittenFrom::Files,
    recognised_by: "chromosome, start, end, gene, log2, probes",
    columns: &[
        ("chromosome, start, end", "the stretch; start from 0"),
        ("cn", "copies; goes before log2"),
        ("cn2", "copies of the rarer allele"),
        ("log2", "log2 ratio"),
        ("gene", "genes of the segment, if 50 or fewer"),
    ],
    support: NO_READS,
    order: NO_ORDER,
};

fn gene_first(columns: &Columns) -> bool {
    columns.at("gene") < columns.at("chromosome")
}

/// Stretch and numbers of a row: copies where it is called, else the ratio, which it must have.
fn measured(row: &mut Row<'_>) -> Result<CopyNumber, String> {
    let region = region(row, PLACE, Counts::FromZero)?;
    let copies = match row.text("cn") {
        Some(_) => Some(copies(row, "cn")?),
        None => None,
    };
    let log2_ratio = match copies {
        Some(_) => row.number("log2"),
        None => Some(number(row, "log2")?),
    };
    Ok(CopyNumber {
        copies,
        minor_copies: minor(row, "cn2"),
        log2_ratio,
        ..stretch(region)
    })
}
