//! Human gene symbols with their earlier and alias names (`symbols.tsv`, from HGNC, CC0).
//!
//! The table is sorted by name, so that a look-up is a binary search over the text and nothing is
//! parsed at start.

use crate::domain::GeneSymbol;
use std::borrow::Cow;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// It is a current symbol.
    Current,
    /// It is an earlier or alias name of exactly one gene.
    Renamed(GeneSymbol),
    /// It is a name of several genes; never guessed.
    Ambiguous(Vec<GeneSymbol>),
    /// HGNC, as stored here, does not know it.
    Unknown,
}

/// The table.
#[derive(Clone, Debug)]
pub struct Symbols {
    text: Cow<'static, str>,
}

impl Symbols {
    /// The table in `text`: a header, then name, kind (`current`, `previous`, `alias`), symbols.
    pub fn new(text: Cow<'static, str>) -> Self {
        Self { text }
    }

    /// What `name` stands for.
    ///
    /// A name that was one gene's symbol and is another's alias (`SYT`: `SYT1` and `SS18`) is
    /// ambiguous.
    pub fn resolve(&self, name: &GeneSymbol) -> Resolved {
        let mut candidates: Vec<GeneSymbol> = Vec::new();
        for (kind, symbols) in self.rows_of(name.as_str()) {
            if kind == "current" {
                return Resolved::Current;
            }
            candidates.extend(symbols.split(',').filter_map(GeneSymbol::new));
        }
        candidates.sort();
        candidates.dedup();
        match candidates.as_slice() {
            [] => Resolved::Unknown,
            [one] => Resolved::Renamed(one.clone()),
            _ => Resolved::Ambiguous(candidates),
        }
    }

    /// Earlier and alias names of the gene of that current symbol, sorted. Reads the whole table.
    pub fn names_of(&self, symbol: &GeneSymbol) -> Vec<String> {
        self.text
            .lines()
            .skip(1)
            .filter_map(|line| {
                let mut cells = line.split('\t');
                let (name, kind, symbols) = (cells.next()?, cells.next()?, cells.next()?);
                let is_name =
                    kind != "current" && symbols.split(',').any(|other| other == symbol.as_str());
                is_name.then(|| name.to_owned())
            })
            .collect()
    }

    /// Kind and symbols of every row that bears `name`.
    fn rows_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        rows_of(&self.text, name).filter_map(|line| {
            let mut cells = line.split('\t').skip(1);
            Some((cells.next()?, cells.next()?))
        })
    }
}

/// Lines of `text`, a table with a header and sorted by its first cell, that begin with the cell
/// `name`: a binary search.
pub(super) fn rows_of<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let body = text.find('\n').map_or(text.len(), |end| end + 1);
    let (mut low, mut high) = (body, text.len());
    // Least offset of a line whose name is not below `name`.
    while low < high {
        let middle = low + (high - low) / 2;
        let start = line_start(text, middle).max(body);
        let line = line_at(text, start);
        let found = line.split('\t').next().unwrap_or_default();
        if found.as_bytes() < name.as_bytes() {
            low = (start + line.len() + 1).min(text.len());
        } else {
            high = start;
        }
    }
    text.get(low..)
        .unwrap_or_default()
        .lines()
        .take_while(move |line| line.split('\t').next() == Some(name))
}

fn line_start(text: &str, offset: usize) -> usize {
    text.as_bytes()
        .get(..offset)
        .and_then(|before| before.iter().rposition(|byte| *byte == b'\n'))
        .map_or(0, |end| end + 1)
}

fn line_at(text: &str, start: usize) -> &str {
    text.get(start..)
        .and_then(|rest| rest.split('\n').next())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kb::source::Source;

    #[test]
    fn names_of_the_embedded_table() {
        let source = Source::embedded();
        let symbols = Symbols::new(source.files.get("symbols.tsv").unwrap().clone());
        let resolve = |name: &str| symbols.resolve(&GeneSymbol::new(name).unwrap());
        let renamed = |to: &str| Resolved::Renamed(GeneSymbol::new(to).unwrap());
        assert_eq!(resolve("EWSR1"), Resolved::Current);
        for (old, new) in [
            ("FKHR", "FOXO1"),
            ("MLL", "KMT2A"),
            ("CHOP", "DDIT3"),
            ("C11orf95", "ZFTA"),
            ("WHSC1L1", "NSD3"),
            ("MKL2", "MRTFB"),
            ("ASPL", "ASPSCR1"),
            ("SEPT6", "SEPTIN6"),
            ("H3F3A", "H3-3A"),
        ] {
            assert_eq!(resolve(old), renamed(new), "{old}");
        }
        assert!(matches!(resolve("SYT"), Resolved::Ambiguous(_)));
        assert_eq!(resolve("NOSUCHGENE"), Resolved::Unknown);
        assert_eq!(resolve("0"), Resolved::Unknown);
        assert_eq!(resolve("~"), Resolved::Unknown);
    }

    #[test]
    fn every_row_is_found() {
        let source = Source::embedded();
        let text = source.files.get("symbols.tsv").unwrap().clone();
        let symbols = Symbols::new(text.clone());
        for line in text.lines().skip(1).step_by(97) {
            let name = line.split('\t').next().unwrap();
            assert!(symbols.rows_of(name).next().is_some(), "{name}");
        }
    }
}
