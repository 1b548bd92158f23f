//! The lines of the file by section: `[Name]`, then `key<TAB>value` or a table with its header. Lines
//! are padded with tabs; a line `NA` says that the section is empty; blank lines mean nothing.

use super::kind::Kind;
use crate::domain::Warning;
use crate::read::stream::Stream;
use crate::read::table::{Columns, shown};
use crate::read::{RawRecord, ReadError, Warnings, unended};
use std::collections::BTreeMap;

/// One section.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Line of its name.
    pub(super) line: u64,
    /// Of pairs: values by key; `None` where the file says `NA`.
    values: BTreeMap<String, Option<String>>,
    columns: Option<Columns>,
    /// Rows that are records.
    pub(super) rows: usize,
    /// Lines that are read in no way.
    unread: usize,
}

impl Section {
    /// The value of a pair. `None` where it is absent or `NA`.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        self.values.get(key)?.as_deref()
    }

    /// The columns for a row of these cells.
    ///
    /// # Errors
    /// In words where the header lacks a column, or the row does not fit it.
    pub(super) fn columns_for(&self, cells: &[String]) -> Result<&Columns, String> {
        let columns = self
            .columns
            .as_ref()
            .ok_or_else(|| format!("section [{}] has no header", self.name))?;
        let needed = self.kind.needed();
        let lacking: Vec<&str> = needed
            .iter()
            .copied()
            .filter(|name| !columns.has(name))
            .collect();
        if !lacking.is_empty() {
            return Err(format!(
                "the header of [{}] lacks {}",
                self.name,
                lacking.join(", ")
            ));
        }
        let least = needed
            .iter()
            .filter_map(|name| columns.at(name))
            .max()
            .map_or(0, |last| last + 1);
        let most = columns.count;
        if cells.len() < least || cells.len() > most {
            return Err(format!(
                "found {} cells, expected {least} to {most} as in the header of [{}]",
                cells.len(),
                self.name
            ));
        }
        Ok(columns)
    }
}

/// The whole file.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) sections: Vec<Section>,
    /// Records; `part` is the index of their section.
    pub(super) rows: Vec<RawRecord>,
    pub(super) warnings: Warnings,
}

impl Document {
    /// Reads to the end.
    ///
    /// # Errors
    /// Where the file is damaged or has no section.
    pub(super) fn read(stream: &mut Stream, input: usize) -> Result<Self, ReadError> {
        let mut document = Self::default();
        while let Some(bytes) = stream.next_line()? {
            let is_unended = stream.is_unended();
            if is_unended && !bytes.trim_ascii().is_empty() {
                document.warnings.push(unended(input, stream.line()));
            }
            document.take(RawRecord {
                line: stream.line(),
                bytes,
                is_unended,
                part: 0,
            });
        }
        if document.sections.is_empty() {
            return Err(ReadError::Header {
                path: stream.path().to_owned(),
                line: 1,
                what: "no section [Name] is there".to_owned(),
            });
        }
        for section in &document.sections {
            // Run details are nobody's finding.
            if section.unread > 0 && !section.name.eq_ignore_ascii_case("Sequencing Run Details") {
                document.warnings.push(Warning {
                    input: Some(input),
                    line: Some(section.line),
                    message: format!(
                        "section [{}]: its {} line(s) are not read",
                        shown(&section.name),
                        section.unread
                    ),
                });
            }
        }
        Ok(document)
    }

    /// A value of `[Analysis Details]`. `None` where it is absent or `NA`.
    pub(super) fn detail(&self, key: &str) -> Option<&str> {
        self.of(Kind::Details)
            .find_map(|section| section.value(key))
    }

    /// Whether `[Analysis Details]` says of that sample that it was not analysed. A file that does
    /// not list it (ctDNA) says nothing.
    pub(super) fn lacks(&self, key: &str) -> bool {
        self.of(Kind::Details)
            .any(|section| section.values.get(key) == Some(&None))
    }

    /// Sections of that kind.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &Section> {
        self.sections
            .iter()
            .filter(move |section| section.kind == kind)
    }

    fn take(&mut self, raw: RawRecord) {
        let text = String::from_utf8_lossy(&raw.bytes).into_owned();
        let text = text.trim_end();
        if text.trim().is_empty() {
            return;
        }
        if let Some(name) = text
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            self.sections.push(Section {
                name: name.to_owned(),
                kind: Kind::of(name),
                line: raw.line,
                values: BTreeMap::new(),
                columns: None,
                rows: 0,
                unread: 0,
            });
            return;
        }
        let part = self.sections.len().saturating_sub(1);
        // Lines above the first section are the title.
        if let Some(section) = self.sections.last_mut()
            && text != "NA"
            && section.take(text)
        {
            section.rows += 1;
            self.rows.push(RawRecord { part, ..raw });
        }
    }
}

impl Section {
    /// Takes one line. `true`: it is a record.
    fn take(&mut self, text: &str) -> bool {
        match self.kind {
            Kind::Details | Kind::Tmb | Kind::Msi | Kind::Gis => self.take_pair(text),
            Kind::NotRead => {
                self.unread += 1;
                false
            }
            Kind::Unknown => self.take_unknown(text),
            Kind::Amplifications
            | Kind::CopyNumbers
            | Kind::Exons
            | Kind::SmallVariants
            | Kind::Splice
            | Kind::Fusions => self.take_row(text),
        }
    }

    fn take_pair(&mut self, text: &str) -> bool {
        let (key, value) = text.split_once('\t').unwrap_or((text, ""));
        let (key, value) = (key.trim(), value.trim());
        let value = (!matches!(value, "" | "NA" | "N/A" | "NaN")).then(|| value.to_owned());
        let is_stated = value.is_some();
        self.values.insert(key.to_owned(), value);
        // Every pair is a row of the same two columns.
        self.columns
            .get_or_insert_with(|| Columns::new("Key\tValue").0);
        is_stated && self.kind.recorded().contains(&key)
    }

    fn take_row(&mut self, text: &str) -> bool {
        if self.columns.is_none() {
            self.columns = Some(Columns::new(text).0);
            return false;
        }
        // `BRCA1<TAB>NA`: looked at, nothing found.
        let is_empty = self.kind == Kind::Exons
            && text
                .split('\t')
                .skip(1)
                .all(|cell| matches!(cell.trim(), "" | "NA"));
        !is_empty
    }

    /// A table's rows are records, to be rejected; pairs of a key and a value are told once.
    fn take_unknown(&mut self, text: &str) -> bool {
        const PAIR: usize = 2;
        let is_table = self.columns.is_some();
        if !is_table && text.split('\t').count() > PAIR && self.unread == 0 {
            self.columns = Some(Columns::new(text).0);
            return false;
        }
        self.unread += usize::from(!is_table);
        is_table
    }
}

/// The cells of a row without the padding.
///
/// # Errors
/// In words where it is no text.
pub(super) fn cells(bytes: &[u8]) -> Result<Vec<String>, String> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_end();
    if text.contains('\0') {
        return Err("found a NUL byte, expected text".to_owned());
    }
    if text.contains('\r') {
        return Err(
            "found a carriage return inside the row; its line ends may be mixed".to_owned(),
        );
    }
    Ok(text
        .split('\t')
        .map(|cell| cell.trim().to_owned())
        .collect())
}

/// What is told of a row whose bytes are not UTF-8.
pub(super) fn not_text(bytes: &[u8]) -> Option<String> {
    let error = std::str::from_utf8(bytes).err()?;
    Some(format!(
        "column {}: found a byte that is not UTF-8; shown as \u{fffd}",
        error.valid_up_to() + 1
    ))
}
