//! PURPLE: segments (`.purple.cnv.somatic.tsv`) and genes (`.purple.cnv.gene.tsv`), 2.x to 4.x.
//!
//! | PURPLE segments | ours |
//! |---|---|
//! | `chromosome`, `start`, `end` | the stretch, 1-based |
//! | `copyNumber` | copies |
//! | `minorAlleleCopyNumber` or `minorAllelePloidy` | copies of the rarer allele |
//!
//! | PURPLE genes | ours |
//! |---|---|
//! | `gene` | the gene |
//! | `minCopyNumber` | copies: the fewest over its exons, as PURPLE itself calls amplifications and deletions |
//! | `minMinorAlleleCopyNumber` or `minMinorAllelePloidy` | copies of the rarer allele |
//! | `chromosome`, `minRegionStart`, `minRegionEnd` | the segment with the fewest copies |
//!
//! Copies are estimates and may lie a little below 0, which is none. Ploidy and tumour content
//! stand in `.purple.purity.tsv`. Not read: `maxCopyNumber`, allele frequencies, what supports the
//! ends.

use super::measure::{claim, gene, number};
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, Detects};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// Segments.
pub(super) static SEGMENTS: TableCaller = TableCaller {
    name: "purple-segments",
    manual: Manual {
        title: "PURPLE .purple.cnv.somatic.tsv, segments",
        versions: "4.x",
        written_from: WrittenFrom::Files,
        recognised_by: "chromosome, start, end, copyNumber, bafCount, segmentStartSupport",
        columns: &[
            ("chromosome, start, end", "the stretch, 1-based"),
            ("copyNumber", "copies"),
            ("minorAlleleCopyNumber", "copies of the rarer allele"),
        ],
        support: NO_READS,
        order: NO_ORDER,
    },
    detects: &[Detects::CopyNumber],
    header: &[
        "chromosome",
        "start",
        "end",
        "copyNumber",
        "bafCount",
        "segmentStartSupport",
    ],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls: segments,
};

/// Genes.
pub(super) static GENES: TableCaller = TableCaller {
    name: "purple-genes",
    manual: Manual {
        title: "PURPLE .purple.cnv.gene.tsv, genes",
        versions: "2.x (3 columns); later ones from documentation",
        recognised_by: "gene, minCopyNumber, maxCopyNumber, without driver",
        columns: &[
            ("gene", "the gene"),
            ("minCopyNumber", "copies"),
            ("minMinorAlleleCopyNumber", "copies of the rarer allele"),
            (
                "chromosome, minRegionStart, minRegionEnd",
                "the segment with the fewest copies",
            ),
        ],
        ..SEGMENTS.manual
    },
    header: &["gene", "minCopyNumber", "maxCopyNumber"],
    also: |columns| !columns.has("driver"),
    genes: &["gene"],
    calls: genes,
    ..SEGMENTS
};

/// Copies that the row cannot do without; an estimate below 0 is none.
pub(super) fn estimate(row: &Row<'_>, column: &str) -> Result<f64, String> {
    Ok(number(row, column)?.max(0.0))
}

fn minor(row: &mut Row<'_>, columns: [&str; 2]) -> Option<f64> {
    let column = columns.into_iter().find(|column| row.has(column))?;
    row.number(column).map(|copies| copies.max(0.0))
}

fn segments(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let region = region(row, ["chromosome", "start", "end"], Counts::FromOne)?;
    let copy_number = CopyNumber {
        copies: Some(estimate(row, "copyNumber")?),
        minor_copies: minor(row, ["minorAlleleCopyNumber", "minorAllelePloidy"]),
        ..stretch(region)
    };
    Ok(claim(row, copy_number.judged()))
}

fn genes(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let segment = ["chromosome", "minRegionStart", "minRegionEnd"];
    let copy_number = CopyNumber {
        gene: Some(gene(row, "gene")?),
        region: if segment.iter().all(|column| row.has(column)) {
            Some(region(row, segment, Counts::FromOne)?)
        } else {
            None
        },
        copies: Some(estimate(row, "minCopyNumber")?),
        minor_copies: minor(row, ["minMinorAlleleCopyNumber", "minMinorAllelePloidy"]),
        ..CopyNumber::default()
    };
    Ok(claim(row, copy_number.judged()))
}
