//! Delimited text addressed by column name, never by position.
//!
//! The header is the first line that is neither blank nor a comment before it; a leading `#` of
//! its first cell does not count. A blank line is no record. A row with fewer or more cells than the
//! header is rejected, since nobody can tell which cell belongs to which column; only surplus cells
//! that are empty and last are passed over with a warning (old STAR-Fusion tables end each row with
//! a tab). A header that stands again in the middle of a file (joined files) is rejected with that
//! reason. A file whose last row has no line end is told: it may have been cut.

use crate::domain::{Call, Rejected, Warning};
use crate::read::stream::Stream;
use crate::read::{
    BATCH_RECORDS, FileFacts, Parsed, RawRecord, ReadError, ReadOptions, Records, unended,
};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// Column names under which a table may name the sample of each row.
const SAMPLE_COLUMNS: &[&str] = &[
    "tumor_id",
    "sample",
    "sample_id",
    "tumor_sample",
    "tumor_sample_barcode",
];

/// What spreadsheet programs make of gene symbols.
const MANGLED: &str = r"^([0-9]{1,2}-(Sep|Mar|Dec|Oct|Feb|Apr)|(Sep|Mar|Dec)-[0-9]{1,2}|[0-9]{5}|[0-9](\.[0-9]+)?E\+[0-9]+)$";

/// One caller's mapping from a row to calls.
pub trait RowReader: Send + Sync {
    /// Cells that a row must have; without them it is rejected.
    fn needed(&self) -> &'static [&'static str];

    /// Columns that hold gene symbols, watched for what spreadsheets make of them.
    fn gene_columns(&self) -> &'static [&'static str];

    /// The claims of one row.
    ///
    /// # Errors
    /// With the reason where the row cannot be used.
    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String>;
}

/// Names of the columns and where they stand.
#[derive(Debug)]
pub struct Columns {
    by_name: BTreeMap<String, usize>,
    count: usize,
}

impl Columns {
    /// The columns of a header line. The first of two columns of one name wins; the names of the
    /// others come back.
    pub fn new(line: &str) -> (Self, Vec<String>) {
        let mut by_name = BTreeMap::new();
        let mut doubled = Vec::new();
        let cells = cells_of(line);
        for (index, cell) in cells.iter().enumerate() {
            let name = plain(cell);
            match by_name.entry(name) {
                Entry::Vacant(free) => {
                    free.insert(index);
                }
                Entry::Occupied(_) => doubled.push(cell.clone()),
            }
        }
        let columns = Self {
            by_name,
            count: cells.len(),
        };
        (columns, doubled)
    }

    /// Whether there is a column of that name.
    pub fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(&plain(name))
    }

    /// Whether every one of `names` is there.
    pub fn has_all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.has(name))
    }
}

/// A column's name for comparing: without `#`, without space around it.
fn plain(name: &str) -> String {
    name.trim().trim_start_matches('#').trim().to_owned()
}

/// Cells of a tab-separated line; a quoted cell loses its quotes.
fn cells_of(line: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .has_headers(false)
        .flexible(true)
        .from_reader(line.as_bytes());
    let whole = reader
        .records()
        .next()
        .and_then(Result::ok)
        .filter(|record| !record.is_empty());
    match whole {
        Some(record) => record.iter().map(str::to_owned).collect(),
        None => line.split('\t').map(str::to_owned).collect(),
    }
}

/// One row while it is read.
pub struct Row<'a> {
    columns: &'a Columns,
    cells: Vec<String>,
    /// Where the row is; goes into every call.
    pub origin: crate::domain::Origin,
    warnings: Vec<Warning>,
}

impl Row<'_> {
    /// The cell in that column. `None` where there is no such column or cell, or it is empty, `.`
    /// or `NA`.
    pub fn text(&self, column: &str) -> Option<&str> {
        let index = self.columns.by_name.get(&plain(column))?;
        let cell = self.cells.get(*index)?.trim();
        (!matches!(cell, "" | "." | "NA" | "N/A")).then_some(cell)
    }

    /// Whether the table has that column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.has(column)
    }

    /// A count in that column. Anything but digits is told and not guessed at.
    pub fn count(&mut self, column: &str) -> Option<u32> {
        let text = self.text(column)?.to_owned();
        let read = text.parse().ok();
        if read.is_none() {
            self.warn(format!(
                "{column}: found \"{}\", expected a whole number; left out",
                shown(&text)
            ));
        }
        read
    }

    /// Tells something odd that costs nothing.
    pub fn warn(&mut self, message: String) {
        self.warnings.push(Warning::at(&self.origin, message));
    }
}

/// A cell for a message: escaped and short.
pub fn shown(text: &str) -> String {
    text.chars()
        .take(40)
        .collect::<String>()
        .escape_debug()
        .to_string()
}

/// A table being read.
pub struct Table<R> {
    stream: Stream,
    reader: R,
    caller: &'static str,
    columns: Arc<Columns>,
    header: String,
    sample_column: Option<&'static str>,
    wanted_sample: Option<String>,
    input: usize,
    facts: FileFacts,
    mangled: Option<regex::Regex>,
}

impl<R: RowReader + 'static> Table<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// Where there is none or it lacks a column that the caller's rows need.
    pub fn open(
        mut stream: Stream,
        caller: &'static str,
        reader: R,
        options: &ReadOptions,
    ) -> Result<Box<dyn Records>, ReadError> {
        let header = loop {
            let Some(line) = stream.next_line()? else {
                return Err(ReadError::Empty {
                    path: stream.path().to_owned(),
                });
            };
            let line = String::from_utf8_lossy(&line).into_owned();
            if !line.trim().is_empty() {
                break line;
            }
        };
        let (columns, doubled) = Columns::new(&header);
        let missing: Vec<&str> = reader
            .needed()
            .iter()
            .copied()
            .filter(|name| !columns.has(name))
            .collect();
        if !missing.is_empty() {
            return Err(ReadError::Header {
                path: stream.path().to_owned(),
                line: stream.line(),
                what: format!(
                    "the header lacks {}; it begins with \"{}\"",
                    missing.join(", "),
                    shown(&header)
                ),
            });
        }
        let warnings = doubled
            .into_iter()
            .map(|name| Warning {
                input: Some(options.input),
                line: Some(stream.line()),
                message: format!(
                    "column \"{}\" stands twice; the first is read",
                    shown(&name)
                ),
            })
            .collect();
        let sample_column = SAMPLE_COLUMNS.iter().copied().find(|wanted| {
            columns
                .by_name
                .keys()
                .any(|name| name.eq_ignore_ascii_case(wanted))
        });
        Ok(Box::new(Self {
            stream,
            reader,
            caller,
            columns: Arc::new(columns),
            header,
            sample_column,
            wanted_sample: options.wanted_sample().map(str::to_owned),
            input: options.input,
            facts: FileFacts {
                warnings,
                ..FileFacts::default()
            },
            mangled: regex::Regex::new(MANGLED).ok(),
        }))
    }

    fn sample_of(&self, row: &Row<'_>) -> Option<String> {
        let wanted = self.sample_column?;
        let name = self
            .columns
            .by_name
            .keys()
            .find(|name| name.eq_ignore_ascii_case(wanted))?;
        row.text(name).map(str::to_owned)
    }

    /// Why the line is no row.
    fn refusal(&self, line: &str, cells: &[String]) -> Option<String> {
        if line.contains('\0') {
            return Some("found a NUL byte, expected text".to_owned());
        }
        if line == self.header {
            return Some("the header stands here again; files may have been joined".to_owned());
        }
        if line.contains('\r') {
            return Some(
                "found a carriage return inside the row; its line ends may be mixed".to_owned(),
            );
        }
        let surplus = cells.get(self.columns.count..);
        let fits = surplus.is_some_and(|surplus| surplus.iter().all(|cell| cell.trim().is_empty()));
        (!fits).then(|| {
            format!(
                "found {} cells, expected {} as in the header",
                cells.len(),
                self.columns.count
            )
        })
    }
}

impl<R: RowReader + 'static> Records for Table<R> {
    fn facts(&self) -> &FileFacts {
        &self.facts
    }

    fn next_batch(&mut self) -> Result<Vec<RawRecord>, ReadError> {
        let mut batch = Vec::new();
        while batch.len() < BATCH_RECORDS {
            let Some(bytes) = self.stream.next_line()? else {
                break;
            };
            if !bytes.iter().all(u8::is_ascii_whitespace) {
                let is_unended = self.stream.is_unended();
                if is_unended {
                    let told = unended(self.input, self.stream.line());
                    self.facts.warnings.push(told);
                }
                batch.push(RawRecord {
                    line: self.stream.line(),
                    bytes,
                    is_unended,
                });
            }
        }
        Ok(batch)
    }

    fn parse(&self, raw: &RawRecord) -> Parsed {
        let origin = crate::domain::Origin {
            input: self.input,
            line: raw.line,
            caller: self.caller.to_owned(),
        };
        let line = String::from_utf8_lossy(&raw.bytes);
        let rejected = |reason: String| Parsed {
            rejected: Some(Rejected {
                input: self.input,
                line: raw.line,
                reason,
            }),
            ..Parsed::default()
        };
        let cells = cells_of(&line);
        if let Some(reason) = self.refusal(&line, &cells) {
            return rejected(reason);
        }
        let mut row = Row {
            columns: &self.columns,
            cells,
            origin,
            warnings: Vec::new(),
        };
        let surplus = row.cells.len().saturating_sub(self.columns.count);
        if surplus > 0 {
            row.warn(format!(
                "found {surplus} empty cell(s) behind the last column; passed over"
            ));
        }
        if let Err(error) = std::str::from_utf8(&raw.bytes) {
            row.warn(format!(
                "column {}: found a byte that is not UTF-8; shown as \u{fffd}",
                error.valid_up_to() + 1
            ));
        }
        for column in self.reader.gene_columns() {
            let mangled = row.text(column).filter(|text| {
                self.mangled
                    .as_ref()
                    .is_some_and(|pattern| pattern.is_match(text))
            });
            if let Some(text) = mangled.map(str::to_owned) {
                row.warn(format!(
                    "{column}: \"{}\" looks like a gene symbol that a spreadsheet changed; kept \
                     as written",
                    shown(&text)
                ));
            }
        }
        let sample = self.sample_of(&row);
        match self.reader.calls(&mut row) {
            Err(reason) => rejected(reason),
            Ok(mut calls) => {
                if let (Some(sample), Some(wanted)) = (&sample, &self.wanted_sample)
                    && sample != wanted
                {
                    for call in &mut calls {
                        call.standing = crate::domain::Standing::OtherSample(sample.clone());
                    }
                }
                Parsed {
                    calls,
                    warnings: row.warnings,
                    rejected: None,
                    sample,
                }
            }
        }
    }

    fn finish(self: Box<Self>) -> Result<String, ReadError> {
        self.stream.finish()
    }
}

/// The columns of the first line of a head that is neither blank nor `##`.
pub fn header_of(head: &crate::read::stream::Head) -> Columns {
    let line = head.lines().find(|line| !line.trim().is_empty());
    Columns::new(&line.unwrap_or_default()).0
}
