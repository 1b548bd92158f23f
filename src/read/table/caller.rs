//! A caller whose file is a plain table: everything about it in one constant.

use super::{Columns, Row, RowReader, Table, header_with};
use crate::domain::{Call, Detects};
use crate::read::stream::{Head, Stream};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records};

/// A caller's table.
#[derive(Clone, Copy)]
pub struct TableCaller {
    /// Short name, as `-i FORMAT=PATH` takes it.
    pub name: &'static str,
    /// What `sarcolens formats` says of it.
    pub manual: Manual,
    /// Classes of alteration that such a file tells of.
    pub detects: &'static [Detects],
    /// Columns that the header must have; the format is recognised by them.
    pub header: &'static [&'static str],
    /// What the format is recognised by beside its header: columns of which one must be there, or
    /// that only another format has.
    pub also: fn(&Columns) -> bool,
    /// Columns that hold gene symbols.
    pub genes: &'static [&'static str],
    /// Cells that a row needs at least. `None`: as many as the header.
    pub least_cells: Option<usize>,
    /// The claims of one row.
    pub calls: fn(&mut Row<'_>) -> Result<Vec<Call>, String>,
}

/// For [`TableCaller::also`]: the header says it all.
pub fn by_header(_: &Columns) -> bool {
    true
}

impl Caller for TableCaller {
    fn name(&self) -> &'static str {
        self.name
    }

    fn manual(&self) -> Manual {
        self.manual
    }

    fn detects(&self) -> &'static [Detects] {
        self.detects
    }

    fn tokens(&self) -> &'static [&'static str] {
        self.header
    }

    fn recognises(&self, head: &Head) -> bool {
        header_with(head, self.header).is_some_and(|columns| (self.also)(&columns))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name, *self, options)
    }
}

impl RowReader for TableCaller {
    fn needed(&self) -> &'static [&'static str] {
        self.header
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        self.genes
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        (self.calls)(row)
    }

    fn least_cells(&self) -> Option<usize> {
        self.least_cells
    }
}

/// A caller's table that names the sample of each row under a name of its own.
#[derive(Clone, Copy)]
pub struct SampledTable {
    /// The table.
    pub table: TableCaller,
    /// The column with the sample's name.
    pub sample: &'static str,
}

impl Caller for SampledTable {
    fn name(&self) -> &'static str {
        self.table.name
    }

    fn manual(&self) -> Manual {
        self.table.manual
    }

    fn detects(&self) -> &'static [Detects] {
        self.table.detects
    }

    fn tokens(&self) -> &'static [&'static str] {
        self.table.header
    }

    fn recognises(&self, head: &Head) -> bool {
        self.table.recognises(head)
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.table.name, *self, options)
    }
}

impl RowReader for SampledTable {
    fn needed(&self) -> &'static [&'static str] {
        self.table.header
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        self.table.genes
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        (self.table.calls)(row)
    }

    fn least_cells(&self) -> Option<usize> {
        self.table.least_cells
    }

    fn sample_column(&self) -> Option<&'static str> {
        Some(self.sample)
    }
}
