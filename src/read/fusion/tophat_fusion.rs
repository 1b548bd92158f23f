//! TopHat-Fusion, `result.txt` of `tophat-fusion-post`: eleven columns without a header.
//!
//! | column | ours |
//! |---|---|
//! | 1 sample | the row's sample |
//! | 2, 5 genes left and right (`N/A`: none) | the two partners |
//! | 3, 4 and 6, 7 chromosome and coordinate | breakpoints, 0-based in the file |
//! | 8 reads that span the junction | `split_reads` |
//! | 9 pairs with one read on either side | `spanning_pairs` |
//! | 10 pairs of which one read spans the junction | not read: those reads stand in 8 |
//! | 11 score | not read |
//!
//! The program turns a junction round where the strands of both genes ask for it, but the table does
//! not say of which rows they were known, so no order is claimed. Manual: the tool's source,
//! `tophat-fusion-post`, and the description in its `result.html`.

use crate::domain::{Call, Detects, Fusion, Locus, Partner, PartnerOrder, Standing};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Separator, Table, shown};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

/// Our names of its columns.
const COLUMNS: &[&str] = &[
    "sample",
    "left_gene",
    "left_chrom",
    "left_coord",
    "right_gene",
    "right_chrom",
    "right_coord",
    "spanning_reads",
    "spanning_pairs",
    "pairs_of_spanning_reads",
    "score",
];

/// TopHat-Fusion's result.
pub(super) struct TopHatFusion;

/// See [`TopHatFusion`].
pub(super) static CALLER: TopHatFusion = TopHatFusion;

impl Caller for TopHatFusion {
    fn name(&self) -> &'static str {
        "tophat-fusion"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "TopHat-Fusion result.txt (tophat-fusion-post)",
            versions: "2.x",
            written_from: WrittenFrom::Files,
            recognised_by: "no header: rows of 11 cells, sample, gene, chromosome, coordinate, gene, \
                            chromosome, coordinate, three counts and a score",
            columns: &[
                ("2 / 5", "partners"),
                ("3, 4 / 6, 7", "breakpoints, 0-based made 1-based"),
                ("8", "split_reads"),
                ("9", "spanning_pairs"),
            ],
            support: "column 8 cross the junction; column 9 lie on either side",
            order: "none claimed",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn recognises(&self, head: &Head) -> bool {
        let first = head.lines().find(|line| !line.trim().is_empty());
        first.is_some_and(|line| is_row(&line))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), Rows, options)
    }
}

fn is_row(line: &str) -> bool {
    let cells = Separator::Tab.cells(line);
    let [_, _, _, left, _, _, right, reads, pairs, both, score] = cells.as_slice() else {
        return false;
    };
    let whole = |cell: &String| cell.parse::<u64>().is_ok();
    [left, right, reads, pairs, both].into_iter().all(whole) && score.parse::<f64>().is_ok()
}

struct Rows;

impl RowReader for Rows {
    fn needed(&self) -> &'static [&'static str] {
        COLUMNS
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &["left_gene", "right_gene"]
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        Some(COLUMNS)
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let left = partner(row, "left")?;
        let right = partner(row, "right")?;
        let fusion = Fusion {
            split_reads: row.count("spanning_reads"),
            spanning_pairs: row.count("spanning_pairs"),
            ..Fusion::of(left, right, PartnerOrder::Unoriented)
        };
        Ok(vec![row.fusion(fusion, Standing::Passed)])
    }
}

fn partner(row: &Row<'_>, side: &str) -> Result<Partner, String> {
    let column = format!("{side}_coord");
    let text = row.text(&column).unwrap_or_default();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let pos = text
        .parse::<u64>()
        .ok()
        .filter(|_| digits)
        .and_then(|coord| coord.checked_add(1))
        .ok_or_else(|| format!("{column}: found \"{}\", expected a coordinate", shown(text)))?;
    let chrom = row.chrom(&format!("{side}_chrom"))?;
    let gene = row.gene(&format!("{side}_gene"));
    Ok(Partner::at(gene, Locus { chrom, pos }, None))
}
