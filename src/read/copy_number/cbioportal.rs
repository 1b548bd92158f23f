//! cBioPortal and GISTIC, discrete copy numbers: the matrix with a column a sample (`data_cna.txt`,
//! `all_thresholded.by_genes.txt`).
//!
//! | cBioPortal | ours |
//! |---|---|
//! | `Hugo_Symbol` or `Gene Symbol` | the gene |
//! | the wanted sample's column | the call, from -2 to 2; empty and `NA`: not measured |
//!
//! A matrix of one sample needs no name, one of several does; the others are left unread. The same
//! header stands over tables of ratios and of expression: the levels of the first rows tell them
//! apart. Not read: `Entrez_Gene_Id`, `Cytoband`.

use super::discrete::{called, stated};
use super::measure::{claim, gene};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, Detects};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, RowReader, Table, header_with, shown};
use crate::read::{Caller, FileFacts, Manual, ReadError, ReadOptions, Records, WrittenFrom};

const GENE: [&str; 2] = ["Hugo_Symbol", "Gene Symbol"];

/// Columns of a matrix that are no samples.
const NO_SAMPLES: &[&str] = &[
    "Hugo_Symbol",
    "Gene Symbol",
    "Entrez_Gene_Id",
    "Gene ID",
    "Locus ID",
    "Cytoband",
];

/// Columns of tables with one row a sample and gene, which begin with the gene too.
const OTHER_TABLES: &[&str] = &[
    "Sample_Id",
    "Tumor_Sample_Barcode",
    "Value",
    "Chromosome",
    "NCBI_Build",
    "Variant_Classification",
];

/// Names told beside a matrix whose sample is not known.
const NAMED: usize = 20;

/// The matrix.
pub(super) static CALLER: Matrix = Matrix;

const MANUAL: Manual = Manual {
    title: "cBioPortal and GISTIC discrete copy numbers, a column a sample",
    versions: "by their headers",
    written_from: WrittenFrom::Examples,
    recognised_by: "Hugo_Symbol or Gene Symbol first, levels from -2 to 2 in the rows",
    columns: &[
        ("Hugo_Symbol, Gene Symbol", "the gene"),
        ("the sample's column", "the call, from -2 to 2"),
    ],
    support: NO_READS,
    order: NO_ORDER,
};

pub(super) struct Matrix;

impl Caller for Matrix {
    fn name(&self) -> &'static str {
        "cbioportal-cna"
    }

    fn manual(&self) -> Manual {
        MANUAL
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::CopyNumber]
    }

    fn recognises(&self, head: &Head) -> bool {
        GENE.iter()
            .find_map(|gene| header_with(head, &[*gene]))
            .is_some_and(|columns| is_matrix(&columns) && are_levels(head, &columns))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), Reader::default(), options)
    }
}

fn is_matrix(columns: &Columns) -> bool {
    columns.at(GENE[0]).or(columns.at(GENE[1])) == Some(0)
        && !OTHER_TABLES.iter().any(|other| columns.has(other))
        && samples(columns).next().is_some()
}

/// Samples and where their columns stand.
fn samples(columns: &Columns) -> impl Iterator<Item = (usize, &str)> {
    columns.names().enumerate().filter(|(_, name)| {
        !NO_SAMPLES
            .iter()
            .any(|other| name.eq_ignore_ascii_case(other))
    })
}

/// Whether the whole rows at the beginning hold levels alone in the columns of the samples. Without
/// a row a number beside the gene's name has to do.
fn are_levels(head: &Head, columns: &Columns) -> bool {
    let mut rows = head
        .lines()
        .skip_while(|line| line.trim().is_empty() || line.starts_with('#'))
        .skip(1)
        .map(|line| columns.separator.cells(&line))
        .filter(|cells| cells.len() == columns.count)
        .peekable();
    if rows.peek().is_none() {
        return columns.has("Entrez_Gene_Id") || columns.has("Locus ID");
    }
    rows.all(|cells| {
        samples(columns).all(|(at, _)| {
            let cell = cells.get(at).map_or("", |cell| cell.trim());
            matches!(cell, "" | "NA") || called(cell).is_some()
        })
    })
}

/// Reads one column.
#[derive(Default)]
struct Reader {
    column: usize,
    sample: String,
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        &[]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &GENE
    }

    fn header(&mut self, columns: &Columns, options: &ReadOptions) -> Result<(), String> {
        if !is_matrix(columns) {
            return Err(format!(
                "expected {} first and a column a sample",
                GENE.join(" or ")
            ));
        }
        let found: Vec<(usize, &str)> = samples(columns).collect();
        let wanted = options.wanted_sample();
        let chosen = match (wanted, found.as_slice()) {
            (Some(wanted), found) => found.iter().find(|(_, name)| *name == wanted),
            (None, [only]) => Some(only),
            (None, _) => None,
        };
        let Some((column, sample)) = chosen else {
            let names: Vec<String> = found
                .iter()
                .take(NAMED)
                .map(|(_, name)| shown(name))
                .collect();
            let more = if found.len() > NAMED { ", …" } else { "" };
            let why = match wanted {
                Some(wanted) => format!("has no column \"{}\"", shown(wanted)),
                None => "holds several samples".to_owned(),
            };
            return Err(format!(
                "the table {why}; its samples are {}{more}; `--tumor-sample NAME` chooses one",
                names.join(", ")
            ));
        };
        self.column = *column;
        self.sample = (*sample).to_owned();
        Ok(())
    }

    fn tell(&self, facts: &mut FileFacts) {
        facts.sample = Some(self.sample.clone());
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let Some(level) = row.cell(self.column).map(str::to_owned) else {
            return Ok(Vec::new());
        };
        let named = if row.has(GENE[0]) { GENE[0] } else { GENE[1] };
        let copy_number = stated(&self.sample, gene(row, named)?, &level)?;
        Ok(claim(row, copy_number))
    }
}
