//! The flat tables beside the assertions: papers cited (`citations.tsv`) and ids no longer used
//! (`retired.tsv`).

use crate::kb::problem::Problem;
use crate::kb::source::Source;
use std::collections::BTreeMap;

/// A paper, as its source prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// First author, title, journal and year.
    pub cite: String,
    /// Where the number was seen with the title.
    pub seen: String,
}

/// An id that is no longer used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    /// Version that retired it.
    pub since: String,
    /// The id that took its place. `None`: none did.
    pub replaced_by: Option<String>,
    /// Why.
    pub reason: String,
    /// Line in the table, from 1.
    pub line: usize,
}

/// Both tables.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// Papers by PMID.
    pub citations: BTreeMap<u64, Citation>,
    /// Retired ids.
    pub retired: BTreeMap<String, Retired>,
}

impl Tables {
    /// Reads the tables of `core`, and the papers that `overlays` add.
    pub fn read(core: &Source, overlays: &[Source], problems: &mut Vec<Problem>) -> Self {
        let mut tables = Self::default();
        for source in std::iter::once(core).chain(overlays) {
            tables.add_citations(source, problems);
        }
        tables.add_retired(core, problems);
        tables
    }

    fn add_citations(&mut self, source: &Source, problems: &mut Vec<Problem>) {
        let table = "citations.tsv";
        for (line, cells) in rows(source, table) {
            let [pmid, cite, seen] = cells.as_slice() else {
                problems.push(unread(source, table, line, "expected pmid, cite, seen"));
                continue;
            };
            let (Ok(pmid), false, false) = (pmid.parse(), cite.is_empty(), seen.is_empty()) else {
                let message = "expected a number, the citation, and where it was seen";
                problems.push(unread(source, table, line, message));
                continue;
            };
            let citation = Citation {
                cite: (*cite).to_owned(),
                seen: (*seen).to_owned(),
            };
            if self.citations.insert(pmid, citation).is_some() {
                problems.push(unread(source, table, line, "this PMID stands here twice"));
            }
        }
    }

    fn add_retired(&mut self, source: &Source, problems: &mut Vec<Problem>) {
        let table = "retired.tsv";
        for (line, cells) in rows(source, table) {
            let [id, since, replaced_by, reason] = cells.as_slice() else {
                let message = "expected id, since, replaced_by, reason";
                problems.push(unread(source, table, line, message));
                continue;
            };
            let retired = Retired {
                since: (*since).to_owned(),
                replaced_by: (!replaced_by.is_empty()).then(|| (*replaced_by).to_owned()),
                reason: (*reason).to_owned(),
                line,
            };
            self.retired.insert((*id).to_owned(), retired);
        }
    }
}

/// Lines after the header with their number, cut at tabs.
fn rows<'a>(source: &'a Source, table: &str) -> impl Iterator<Item = (usize, Vec<&'a str>)> {
    source
        .text(table)
        .unwrap_or_default()
        .lines()
        .enumerate()
        .skip(1)
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| (index + 1, line.split('\t').collect()))
}

fn unread(source: &Source, table: &str, line: usize, message: &str) -> Problem {
    Problem {
        path: format!("{}/{table}", source.name),
        line,
        column: 1,
        code: "KB001",
        message: message.to_owned(),
    }
}
