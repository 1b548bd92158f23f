//! Delimited text addressed by column name, never by position.
//!
//! The header is the first line that is neither blank nor a comment (`#…`, `@…`) without the columns
//! looked for; a leading `#` of its first cell and letter case do not count. Tabs separate the cells,
//! commas where the header has no tab. Tables that have no header get the names their reader gives.
//! A blank line is no record. A row with fewer or more cells than the header is rejected, since
//! nobody can tell which cell belongs to which column; only surplus cells that are empty and last
//! are passed over with a warning (old STAR-Fusion tables end each row with a tab), and missing last
//! ones where the reader says that its caller leaves them out. A header that stands again in the
//! middle of a file (joined files) is rejected with that reason. A column `NCBI_Build` tells the
//! assembly; a row of another one than the first is rejected. A file whose last row has no line
//! end is told: it may have been cut.

mod caller;
mod columns;
mod row;
mod row_reader;

pub use caller::{SampledTable, TableCaller, by_header};
pub use columns::{Columns, Separator, header_score, header_with};
pub use row::{Row, shown};
pub use row_reader::RowReader;

use crate::domain::{Assembly, Origin, Rejected, Standing, Warning};
use crate::read::stream::{Head, Stream};
use crate::read::{
    BATCH_RECORDS, FileFacts, Parsed, RawRecord, ReadError, ReadOptions, Records, Symbols, unended,
};

/// Column names under which a table may name the sample of each row.
const SAMPLE_COLUMNS: &[&str] = &[
    "tumor_id",
    "sample",
    "sample_id",
    "sampleid",
    "tumor_sample",
    "tumor_sample_barcode",
];

/// The column that names the assembly of each row, in tables of cBioPortal's kind.
const BUILD_COLUMN: &str = "NCBI_Build";

/// What spreadsheet programs make of gene symbols.
const MANGLED: &str = r"^([0-9]{1,2}-(Sep|Mar|Dec|Oct|Feb|Apr)|(Sep|Mar|Dec)-[0-9]{1,2}|[0-9]{5}|[0-9](\.[0-9]+)?E\+[0-9]+)$";

/// A table being read.
pub struct Table<R> {
    stream: Stream,
    reader: R,
    caller: &'static str,
    columns: Columns,
    header: String,
    sample_column: Option<&'static str>,
    wanted_sample: Option<String>,
    symbols: Symbols,
    input: usize,
    facts: FileFacts,
    mangled: Option<regex::Regex>,
    /// The first row, read before the others.
    first: Option<RawRecord>,
}

impl<R: RowReader + 'static> Table<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// Where there is none or it lacks a column that the caller's rows need.
    pub fn open(
        mut stream: Stream,
        caller: &'static str,
        mut reader: R,
        options: &ReadOptions,
    ) -> Result<Box<dyn Records>, ReadError> {
        let mut facts = FileFacts::default();
        let raw = first_line(&mut stream, &mut reader, &mut facts)?;
        let line = String::from_utf8_lossy(&raw.bytes).into_owned();
        let (columns, doubled) = match reader.without_header() {
            Some(names) => (Columns::fixed(names, Separator::of(&line)), Vec::new()),
            None => Columns::new(&line),
        };
        let refuse = |what| ReadError::Header {
            path: stream.path().to_owned(),
            line: raw.line,
            what,
        };
        let missing: Vec<&str> = reader
            .needed()
            .iter()
            .copied()
            .filter(|name| !columns.has(name))
            .collect();
        if !missing.is_empty() {
            return Err(refuse(format!(
                "the header lacks {}; it begins with \"{}\"",
                missing.join(", "),
                shown(&line)
            )));
        }
        reader.header(&columns, options).map_err(refuse)?;
        if !reader.sees_to_assembly() {
            facts.assembly = build(stream.head(), &columns, reader.needed()).or(facts.assembly);
        }
        reader.tell(&mut facts);
        facts
            .warnings
            .extend(doubled.into_iter().map(|name| Warning {
                input: Some(options.input),
                line: Some(raw.line),
                message: format!(
                    "column \"{}\" stands twice; the first is read",
                    shown(&name)
                ),
            }));
        let sample_column = reader.sample_column().or_else(|| {
            SAMPLE_COLUMNS
                .iter()
                .copied()
                .find(|name| columns.has(name))
        });
        let headerless = reader.without_header().is_some();
        // A log without a record is one: its caller found nothing.
        let first = (headerless && reader.is_record(&line)).then_some(raw);
        let mut table = Self {
            stream,
            reader,
            caller,
            columns,
            header: if headerless { String::new() } else { line },
            sample_column,
            wanted_sample: options.wanted_sample().map(str::to_owned),
            symbols: options.symbols.clone(),
            input: options.input,
            facts,
            mangled: regex::Regex::new(MANGLED).ok(),
            first,
        };
        if table.first.is_none() {
            table.first = table.next_row()?;
        }
        table.take_first();
        Ok(Box::new(table))
    }

    /// Shows the reader the first row, if it is one.
    fn take_first(&mut self) {
        let Some(raw) = &self.first else { return };
        let line = String::from_utf8_lossy(&raw.bytes).into_owned();
        let cells = self.columns.separator.cells(&line);
        if self.refusal(&line, &cells).is_none() {
            let origin = self.origin(raw.line);
            let row = Row::new(&self.columns, cells, origin, &self.symbols);
            self.reader.first_row(&row, &mut self.facts);
        }
    }

    fn origin(&self, line: u64) -> Origin {
        Origin {
            input: self.input,
            line,
            caller: self.caller.to_owned(),
        }
    }

    /// The next line that is a row.
    fn next_row(&mut self) -> Result<Option<RawRecord>, ReadError> {
        while let Some(bytes) = self.stream.next_line()? {
            if bytes.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let is_unended = self.stream.is_unended();
            if is_unended {
                let told = unended(self.input, self.stream.line());
                self.facts.warnings.push(told);
            }
            if self.reader.is_record(&String::from_utf8_lossy(&bytes)) {
                return Ok(Some(RawRecord {
                    line: self.stream.line(),
                    bytes,
                    is_unended,
                    part: 0,
                }));
            }
        }
        Ok(None)
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
        let least = self.reader.least_cells().unwrap_or(self.columns.count);
        let surplus = cells.get(self.columns.count..).unwrap_or_default();
        let fits = cells.len() >= least && surplus.iter().all(|cell| cell.trim().is_empty());
        (!fits).then(|| {
            let expected = match self.reader.without_header() {
                Some(_) if cells.len() < least => format!("expected {least}"),
                Some(_) => format!("expected {}", self.columns.count),
                None => format!("expected {} as in the header", self.columns.count),
            };
            format!("found {} cells, {expected}", cells.len())
        })
    }

    /// Why the row's places cannot stand beside those of the others.
    fn other_build(&self, row: &Row<'_>) -> Option<String> {
        if self.reader.sees_to_assembly() {
            return None;
        }
        let (of_file, _) = self.facts.assembly.as_ref()?;
        let of_row: Assembly = row.text(BUILD_COLUMN)?.parse().ok()?;
        (of_row != *of_file)
            .then(|| format!("{BUILD_COLUMN}: found {of_row}, the first rows say {of_file}"))
    }

    /// Tells what is odd about the whole row.
    fn look_over(&self, row: &mut Row<'_>, raw: &RawRecord) {
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
    }
}

/// The assembly that the first rows name.
fn build(head: &Head, columns: &Columns, needed: &[&str]) -> Option<(Assembly, String)> {
    let at = columns.at(BUILD_COLUMN)?;
    let mut lines = head
        .lines()
        .skip_while(|line| columns::is_before_header(line, needed));
    lines.next();
    lines
        .find_map(|line| columns.separator.cells(&line).get(at)?.trim().parse().ok())
        .map(|assembly| (assembly, BUILD_COLUMN.to_owned()))
}

/// The first line that is neither blank nor a comment: the header, or the first row. Where it lacks
/// columns that a comment before it has, that one is a header of another version, told with what it
/// lacks.
fn first_line<R: RowReader>(
    stream: &mut Stream,
    reader: &mut R,
    facts: &mut FileFacts,
) -> Result<RawRecord, ReadError> {
    let mut best_comment: Option<(usize, RawRecord)> = None;
    let needed = reader.needed();
    let has = |line: &str| {
        let columns = Columns::new(line).0;
        needed.iter().filter(|name| columns.has(name)).count()
    };
    loop {
        let Some(bytes) = stream.next_line()? else {
            let (_, comment) = best_comment.ok_or_else(|| ReadError::Empty {
                path: stream.path().to_owned(),
            })?;
            return Ok(comment);
        };
        let raw = RawRecord {
            line: stream.line(),
            bytes,
            is_unended: stream.is_unended(),
            part: 0,
        };
        let line = String::from_utf8_lossy(&raw.bytes);
        let is_comment = match reader.without_header() {
            Some(_) => line.trim().is_empty() || !reader.is_record(&line),
            None => columns::is_before_header(&line, needed),
        };
        let found = has(&line);
        if !is_comment {
            return Ok(match best_comment {
                Some((most, comment)) if reader.without_header().is_none() && most > found => {
                    comment
                }
                Some(_) | None => raw,
            });
        }
        reader.comment(&line, facts);
        if !line.trim().is_empty() && best_comment.as_ref().is_none_or(|(most, _)| found >= *most) {
            best_comment = Some((found, raw));
        }
    }
}

impl<R: RowReader + 'static> Records for Table<R> {
    fn facts(&self) -> &FileFacts {
        &self.facts
    }

    fn next_batch(&mut self) -> Result<Vec<RawRecord>, ReadError> {
        let mut batch: Vec<RawRecord> = self.first.take().into_iter().collect();
        while batch.len() < BATCH_RECORDS
            && let Some(raw) = self.next_row()?
        {
            batch.push(raw);
        }
        Ok(batch)
    }

    fn parse(&self, raw: &RawRecord) -> Parsed {
        let line = String::from_utf8_lossy(&raw.bytes);
        let rejected = |reason: String| Parsed {
            rejected: Some(Rejected {
                input: self.input,
                line: raw.line,
                reason,
            }),
            ..Parsed::default()
        };
        let cells = self.columns.separator.cells(&line);
        if let Some(reason) = self.refusal(&line, &cells) {
            return rejected(reason);
        }
        let mut row = Row::new(&self.columns, cells, self.origin(raw.line), &self.symbols);
        if let Some(reason) = self.other_build(&row) {
            return rejected(reason);
        }
        self.look_over(&mut row, raw);
        let sample = self
            .sample_column
            .and_then(|column| row.text(column))
            .and_then(|cell| self.reader.sample_named(cell))
            .map(str::to_owned);
        match self.reader.calls(&mut row) {
            Err(reason) => rejected(reason),
            Ok(mut calls) => {
                if let (Some(sample), Some(wanted)) = (&sample, &self.wanted_sample)
                    && sample != wanted
                {
                    for call in &mut calls {
                        call.standing = Standing::OtherSample(sample.clone());
                    }
                }
                Parsed {
                    calls,
                    alerts: std::mem::take(&mut row.alerts),
                    warnings: row.into_warnings(),
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
