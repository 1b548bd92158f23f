//! INTEGRATE 0.2, three tables: `breakpoints.tsv` (with or without counts), `bk_fusion.bedpe`,
//! `summary.tsv`.
//!
//! | INTEGRATE | ours |
//! |---|---|
//! | `#5P`, `3P`; `gene5p`, `gene3p`; `5_Prime`, `3_Prime` (`A/B`: several) | partners, a claim for each pair |
//! | `Exon_BK1`, `Exon_BK2`, else `RNA_BK1`, `RNA_BK2` | breakpoints, 1-based |
//! | `end5p`, `end3p` | breakpoints; may be one base low |
//! | `NUM_SP_RNA`; `SP_RNA` | `split_reads` |
//! | `NUM_EN_RNA`; `EN_RNA` | `spanning_pairs` |
//! | `Type` | `event_type` |
//!
//! `NUM_EN_RNA NUM_SP_RNA` is one column with a space in its name and in its cells. The BEDPE table
//! writes a breakpoint less one where the kept base lies above it, and no strand to tell by. The
//! summary holds no breakpoints. Not read: breakpoints and reads in DNA, `Reciprocal`, `Tier` (which
//! kinds of evidence there are, no grade), splicings. The VCF is read as VCF.

use super::gene_lists::{each_pair, listed};
use crate::domain::{Call, Detects, Fusion, Partner, PartnerOrder, Standing};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

const VERSIONS: &str = "0.2.6";
const ORDER: &str = "5P and 3P, stated";

/// The table of breakpoints.
pub(super) static BREAKPOINTS: TableCaller = TableCaller {
    name: "integrate",
    manual: Manual {
        title: "INTEGRATE breakpoints.tsv, with or without counts",
        versions: VERSIONS,
        written_from: WrittenFrom::Files,
        recognised_by: "#5P, 3P, Chr1, RNA_BK1, Exon_BK1, Chr2, RNA_BK2, Exon_BK2",
        columns: &[
            ("#5P / 3P", "5' and 3' partner; several by slash"),
            ("Chr1, Exon_BK1, else RNA_BK1", "5' breakpoint, 1-based"),
            ("Chr2, Exon_BK2, else RNA_BK2", "3' breakpoint, 1-based"),
            ("NUM_SP_RNA", "split_reads"),
            ("NUM_EN_RNA", "spanning_pairs"),
        ],
        support: "spanning (SP) reads cross the junction; encompassing (EN) pairs lie on either side",
        order: ORDER,
    },
    detects: &[Detects::Fusion],
    header: &[
        "#5P", "3P", "Chr1", "RNA_BK1", "Exon_BK1", "Chr2", "RNA_BK2", "Exon_BK2",
    ],
    also: by_header,
    genes: &["5P", "3P"],
    least_cells: None,
    calls: of_breakpoints,
};

/// The table in BEDPE form.
pub(super) static BEDPE: TableCaller = TableCaller {
    name: "integrate-bedpe",
    manual: Manual {
        title: "INTEGRATE bk_fusion.bedpe",
        versions: VERSIONS,
        written_from: WrittenFrom::Files,
        recognised_by: "#chr5p, start5p, end5p, chr3p, start3p, end3p, gene5p, gene3p, tier",
        columns: &[
            ("gene5p / gene3p", "5' and 3' partner; several by slash"),
            ("chr5p, end5p", "5' breakpoint; may be one base low"),
            ("chr3p, end3p", "3' breakpoint; may be one base low"),
        ],
        support: "none in the file",
        order: ORDER,
    },
    header: &[
        "#chr5p", "start5p", "end5p", "chr3p", "start3p", "end3p", "gene5p", "gene3p", "tier",
    ],
    genes: &["gene5p", "gene3p"],
    calls: of_bedpe,
    ..BREAKPOINTS
};

/// The summary, without breakpoints.
pub(super) static SUMMARY: TableCaller = TableCaller {
    name: "integrate-summary",
    manual: Manual {
        title: "INTEGRATE summary.tsv",
        versions: VERSIONS,
        written_from: WrittenFrom::Files,
        recognised_by: "Fusion_Candidate, 5_Prime, 3_Prime, Reciprocal, Tier, Type, EN_RNA, SP_RNA",
        columns: &[
            ("5_Prime / 3_Prime", "5' and 3' partner; several by slash"),
            ("SP_RNA", "split_reads"),
            ("EN_RNA", "spanning_pairs"),
            ("Type", "as named"),
        ],
        support: "SP reads cross the junction; EN pairs lie on either side; of all isoforms together",
        order: ORDER,
    },
    header: &[
        "Fusion_Candidate",
        "5_Prime",
        "3_Prime",
        "Reciprocal",
        "Tier",
        "Type",
        "EN_RNA",
        "SP_RNA",
    ],
    genes: &["5_Prime", "3_Prime"],
    calls: of_summary,
    ..BREAKPOINTS
};

fn of_breakpoints(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let place = |number: &str| {
        let exon = format!("Exon_BK{number}");
        let column = match row.text(&exon) {
            Some(_) => exon,
            None => format!("RNA_BK{number}"),
        };
        row.locus(&format!("Chr{number}"), &column)
    };
    let (five, three) = (place("1")?, place("2")?);
    let (spanning_pairs, split_reads) = counts(row);
    let fusion = Fusion {
        split_reads,
        spanning_pairs,
        ..Fusion::of(
            Partner::at(None, five, None),
            Partner::at(None, three, None),
            PartnerOrder::Stated,
        )
    };
    pairs(row, &fusion, ("5P", "3P"))
}

/// Encompassing pairs and spanning reads: in one column with a space, in two, or in none.
fn counts(row: &mut Row<'_>) -> (Option<u32>, Option<u32>) {
    const TOGETHER: &str = "NUM_EN_RNA NUM_SP_RNA";
    if !row.has(TOGETHER) {
        return (row.count("NUM_EN_RNA"), row.count("NUM_SP_RNA"));
    }
    let written = row.text(TOGETHER).unwrap_or_default().to_owned();
    let read: Vec<Option<u32>> = written
        .split_whitespace()
        .map(|count| count.parse().ok())
        .collect();
    match read.as_slice() {
        [Some(pairs), Some(reads)] => (Some(*pairs), Some(*reads)),
        _ => {
            row.warn(format!(
                "{TOGETHER}: found \"{}\", expected two whole numbers; left out",
                shown(&written)
            ));
            (None, None)
        }
    }
}

fn of_bedpe(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let fusion = Fusion::of(
        Partner::at(None, row.locus("chr5p", "end5p")?, None),
        Partner::at(None, row.locus("chr3p", "end3p")?, None),
        PartnerOrder::Stated,
    );
    pairs(row, &fusion, ("gene5p", "gene3p"))
}

fn of_summary(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let fusion = Fusion {
        split_reads: row.count("SP_RNA"),
        spanning_pairs: row.count("EN_RNA"),
        event_type: row.text("Type").map(str::to_owned),
        ..Fusion::of(Partner::default(), Partner::default(), PartnerOrder::Stated)
    };
    if row.gene("5_Prime").is_none() || row.gene("3_Prime").is_none() {
        return Err("5_Prime, 3_Prime: expected two genes".to_owned());
    }
    pairs(row, &fusion, ("5_Prime", "3_Prime"))
}

fn pairs(row: &Row<'_>, fusion: &Fusion, (five, three): (&str, &str)) -> Result<Vec<Call>, String> {
    let genes = (listed(row.text(five), '/'), listed(row.text(three), '/'));
    each_pair(row, fusion, (&genes.0, &genes.1), &Standing::Passed)
}
