//! fusion-report CSV: a column for each caller, its fields in one cell.

use super::{MANUAL, claims};
use crate::domain::{Call, Detects};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, RowReader, Table, header_with};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records};

const HEADER: &[&str] = &["Fusion", "Databases"];

/// Columns that are none of a caller.
const OTHERS: &[&str] = &[
    "fusion",
    "databases",
    "score",
    "explained score",
    "fusion indication index (fii)",
    "explained fii",
];

/// fusion-report's CSV.
pub static CALLER: Csv = Csv;

/// The CSV.
#[derive(Clone, Copy)]
pub struct Csv;

impl Caller for Csv {
    fn name(&self) -> &'static str {
        "fusion-report-csv"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "fusion-report, fusions.csv",
            recognised_by: "Fusion, Databases and Score or Fusion Indication Index (FII)",
            ..MANUAL
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn tokens(&self) -> &'static [&'static str] {
        HEADER
    }

    fn recognises(&self, head: &Head) -> bool {
        header_with(head, HEADER).is_some_and(|columns| {
            columns.has("Score") || columns.has("Fusion Indication Index (FII)")
        })
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        let reader = Reader { tools: Vec::new() };
        Table::open(stream, self.name(), reader, options)
    }
}

struct Reader {
    /// Callers and where their columns stand.
    tools: Vec<(String, usize)>,
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        HEADER
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn header(&mut self, columns: &Columns, _: &ReadOptions) -> Result<(), String> {
        self.tools = columns
            .placed_names()
            .filter(|(name, _)| !OTHERS.contains(name))
            .map(|(name, at)| (name.to_owned(), at))
            .collect();
        self.tools.sort_by_key(|(_, at)| *at);
        Ok(())
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let text = row.text("Fusion").unwrap_or_default().to_owned();
        let cells: Vec<(&str, String)> = self
            .tools
            .iter()
            .filter_map(|(tool, at)| Some((tool.as_str(), row.cell(*at)?.to_owned())))
            .collect();
        let told = cells
            .iter()
            .map(|(tool, cell)| (*tool, fields(cell)))
            .collect();
        claims(&text, told, row)
    }
}

/// `key: value,key: value`; a part without a key goes on with the value before it.
fn fields(cell: &str) -> Vec<(&str, String)> {
    let mut fields: Vec<(&str, String)> = Vec::new();
    for part in cell.split(',') {
        match (part.split_once(": "), fields.last_mut()) {
            (Some((key, value)), _) => fields.push((key.trim(), value.trim().to_owned())),
            (None, Some((_, value))) => {
                value.push(',');
                value.push_str(part);
            }
            (None, None) => {}
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_may_hold_commas() {
        assert_eq!(
            fields("position: 22:5:+#11:7:+,type: a,b,num_LR: 4"),
            [
                ("position", "22:5:+#11:7:+".to_owned()),
                ("type", "a,b".to_owned()),
                ("num_LR", "4".to_owned()),
            ]
        );
        assert!(fields("").is_empty());
    }
}
