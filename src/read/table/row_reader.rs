//! What a caller's table has of its own.

use super::{Columns, Row};
use crate::domain::Call;
use crate::read::{FileFacts, ReadOptions};

/// One caller's mapping from a row to calls.
pub trait RowReader: Send + Sync {
    /// Columns that the header must have.
    fn needed(&self) -> &'static [&'static str];

    /// Columns that hold gene symbols, watched for what spreadsheets make of them.
    fn gene_columns(&self) -> &'static [&'static str];

    /// The claims of one row.
    ///
    /// # Errors
    /// With the reason where the row cannot be used.
    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String>;

    /// Names of the columns of a table that has no header. `None`: it has one.
    fn without_header(&self) -> Option<&'static [&'static str]> {
        None
    }

    /// Cells that a row needs at least, for callers that leave out empty last ones. `None`: as many
    /// as the header.
    fn least_cells(&self) -> Option<usize> {
        None
    }

    /// Whether a line is a record; `false` for what a log or a comment says between records.
    fn is_record(&self, line: &str) -> bool {
        let _ = line;
        true
    }

    /// The column that names the sample of each row. `None`: one of the usual names, if it is there.
    fn sample_column(&self) -> Option<&'static str> {
        None
    }

    /// Takes a comment line before the header, for facts that stand there.
    fn comment(&mut self, line: &str, facts: &mut FileFacts) {
        let _ = (line, facts);
    }

    /// Whether the reader sees to rows of another assembly than the file's itself; else they are
    /// rejected.
    fn sees_to_assembly(&self) -> bool {
        false
    }

    /// Takes the header before the first row.
    ///
    /// # Errors
    /// In words where the table cannot be read with these columns.
    fn header(&mut self, columns: &Columns, options: &ReadOptions) -> Result<(), String> {
        let _ = (columns, options);
        Ok(())
    }

    /// Adds what the comments and the header told to the facts of the file.
    fn tell(&self, facts: &mut FileFacts) {
        let _ = facts;
    }

    /// Takes the first row before the others are read, for facts that every row states (the
    /// assembly).
    fn first_row(&mut self, row: &Row<'_>, facts: &mut FileFacts) {
        let _ = (row, facts);
    }

    /// The sample that the sample column's cell names. `None` where the word names nobody
    /// (`TUMOR`).
    fn sample_named<'n>(&self, cell: &'n str) -> Option<&'n str> {
        Some(cell)
    }
}
