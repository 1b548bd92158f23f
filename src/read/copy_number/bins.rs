//! Tables of bins or windows: ratios along the genome before they are joined to segments. Each is
//! noise by itself, so such a file is recognised and refused, and the file to give is named.

use crate::domain::Detects;
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, header_with};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records};

/// A table that is no list of calls.
pub(super) struct Bins {
    pub(super) name: &'static str,
    pub(super) manual: Manual,
    pub(super) header: &'static [&'static str],
    /// What it is recognised by beside its header.
    pub(super) also: fn(&Columns) -> bool,
    /// Why it is refused, and what to give in its place.
    pub(super) refusal: &'static str,
}

impl Caller for Bins {
    fn name(&self) -> &'static str {
        self.name
    }

    fn manual(&self) -> Manual {
        self.manual
    }

    fn detects(&self) -> &'static [Detects] {
        &[]
    }

    fn tokens(&self) -> &'static [&'static str] {
        self.header
    }

    fn recognises(&self, head: &Head) -> bool {
        header_with(head, self.header).is_some_and(|columns| (self.also)(&columns))
    }

    fn open(&self, stream: Stream, _: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Err(ReadError::Header {
            path: stream.path().to_owned(),
            line: 1,
            what: self.refusal.to_owned(),
        })
    }
}
