//! A caller whose table needs a reader of its own: it has no header, stands in a log, or its header
//! and comments say more than the names of the columns.

use crate::domain::Detects;
use crate::read::stream::{Head, Stream};
use crate::read::table::{RowReader, Table};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records};

/// A caller's table with its own reader.
pub(super) struct OwnTable<R: 'static> {
    /// Short name, as `-i FORMAT=PATH` takes it.
    pub name: &'static str,
    /// What `sarcolens formats` says of it.
    pub manual: Manual,
    /// Classes of alteration that such a file tells of.
    pub detects: &'static [Detects],
    /// Columns of its header; empty where it has none.
    pub header: &'static [&'static str],
    /// Whether a file that begins like this is of this format.
    pub recognises: fn(&Head) -> bool,
    /// A reader for one file.
    pub reader: fn() -> R,
}

impl<R: RowReader + 'static> Caller for OwnTable<R> {
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
        (self.recognises)(head)
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name, (self.reader)(), options)
    }
}
