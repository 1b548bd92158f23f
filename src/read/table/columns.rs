//! The header of a table: which line it is, what separates its cells, and where each column stands.

use crate::read::stream::Head;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What separates the cells of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// A tab.
    Tab,
    /// A comma; cells that hold one are quoted.
    Comma,
}

impl Separator {
    /// By its header: a tab where there is one, else a comma.
    pub fn of(header: &str) -> Self {
        if header.contains('\t') || !header.contains(',') {
            Self::Tab
        } else {
            Self::Comma
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Comma => b',',
        }
    }

    /// Cells of a line; a quoted cell loses its quotes.
    pub fn cells(self, line: &str) -> Vec<String> {
        if !line.contains('"') {
            return line
                .split(char::from(self.byte()))
                .map(str::to_owned)
                .collect();
        }
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(self.byte())
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
            None => line
                .split(char::from(self.byte()))
                .map(str::to_owned)
                .collect(),
        }
    }
}

/// Names of the columns and where they stand. Letter case, a leading `#` and space around a name do
/// not count.
#[derive(Debug)]
pub struct Columns {
    by_name: BTreeMap<String, usize>,
    names: Vec<String>,
    /// What separates the cells of its rows.
    pub separator: Separator,
    /// How many there are.
    pub count: usize,
}

impl Columns {
    /// The columns of a header line. The first of two columns of one name wins; the names of the
    /// others come back.
    pub fn new(line: &str) -> (Self, Vec<String>) {
        let separator = Separator::of(line);
        let cells = separator.cells(line);
        let mut by_name = BTreeMap::new();
        let mut doubled = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
            match by_name.entry(plain(cell)) {
                Entry::Vacant(free) => {
                    free.insert(index);
                }
                Entry::Occupied(_) => doubled.push(cell.clone()),
            }
        }
        let columns = Self {
            by_name,
            separator,
            count: cells.len(),
            names: cells,
        };
        (columns, doubled)
    }

    /// The columns of a table without a header, by their places.
    pub fn fixed(names: &[&str], separator: Separator) -> Self {
        let by_name = names.iter().zip(0..).map(|(name, at)| (plain(name), at));
        Self {
            by_name: by_name.collect(),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            separator,
            count: names.len(),
        }
    }

    /// Where the column of that name stands, from 0.
    pub fn at(&self, name: &str) -> Option<usize> {
        self.by_name.get(&plain(name)).copied()
    }

    /// Their names as the file spells them, in its order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|name| name.trim())
    }

    /// Whether there is a column of that name.
    pub fn has(&self, name: &str) -> bool {
        self.at(name).is_some()
    }

    /// Every column's name, in lower case, and where it stands.
    pub fn placed_names(&self) -> impl Iterator<Item = (&str, usize)> {
        self.by_name.iter().map(|(name, at)| (name.as_str(), *at))
    }

    /// Whether every one of `names` is there.
    pub fn has_all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.has(name))
    }

    /// What stands before `end` in the name of each column that ends so, in lower case, sorted:
    /// the samples of a table that has columns for each.
    pub fn before(&self, end: &str) -> Vec<&str> {
        let end = plain(end);
        self.by_name
            .keys()
            .filter_map(|name| name.strip_suffix(&end))
            .collect()
    }

    /// The first column whose name ends so, in lower case: callers that put the sample's name
    /// before it (`T1.SeedCount`).
    pub fn ending(&self, end: &str) -> Option<usize> {
        let end = plain(end);
        self.by_name
            .iter()
            .filter(|(name, _)| name.ends_with(&end))
            .map(|(_, at)| *at)
            .min()
    }
}

/// A column's name for comparing.
fn plain(name: &str) -> String {
    name.trim()
        .trim_start_matches('#')
        .trim()
        .to_ascii_lowercase()
}

/// Whether a line before the header is none: blank, or a comment (`#…`, `@…`) that lacks the
/// columns looked for.
pub(super) fn is_before_header(line: &str, needed: &[&str]) -> bool {
    let is_comment = line.starts_with('#') || line.starts_with('@');
    line.trim().is_empty() || (is_comment && !Columns::new(line).0.has_all(needed))
}

/// The columns of the line that is the header of a table with the columns `needed`, if `head` begins
/// such a table.
pub fn header_with(head: &Head, needed: &[&str]) -> Option<Columns> {
    let line = head.lines().find(|line| !is_before_header(line, needed))?;
    let columns = Columns::new(&line).0;
    columns.has_all(needed).then_some(columns)
}

/// How many of each hundred of `names` the best line at the beginning of `head` has.
pub fn header_score(head: &Head, names: &[&str]) -> usize {
    const LINES: usize = 40;
    let score = |line: String| {
        let columns = Columns::new(&line).0;
        let found = names.iter().filter(|name| columns.has(name)).count();
        (found * 100).checked_div(names.len()).unwrap_or(0)
    };
    head.lines().take(LINES).map(score).max().unwrap_or(0)
}
