//! fusion-report's list of fusions: `A--B`, one a line, no header.
//!
//! Which callers saw a fusion is not told, so no order is claimed; there are no counts and no places.

use super::MANUAL;
use crate::domain::{Call, Detects, Fusion, Partner, PartnerOrder, Standing};
use crate::read::fusion::partners::pair;
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Table, shown};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records};

/// Lines that are looked at for recognition.
const LINES: usize = 20;

/// fusion-report's list.
pub static CALLER: List = List;

/// The list.
#[derive(Clone, Copy)]
pub struct List;

impl Caller for List {
    fn name(&self) -> &'static str {
        "fusion-report-list"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "fusion-report, fusion_list.tsv (also the list that FusionInspector takes)",
            recognised_by: "no header; every line is A--B",
            columns: &[("A--B", "partners")],
            support: "none stated",
            order: "none claimed: the callers are not named",
            ..MANUAL
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn recognises(&self, head: &Head) -> bool {
        let lines: Vec<String> = head
            .lines()
            .map(|line| line.trim_end().to_owned())
            .filter(|line| !line.is_empty())
            .take(LINES)
            .collect();
        !lines.is_empty() && lines.iter().all(|line| is_pair(line))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), *self, options)
    }
}

fn is_pair(line: &str) -> bool {
    let is_gene = |gene: &str| !gene.is_empty() && !gene.contains(char::is_whitespace);
    !line.starts_with('#')
        && !line.contains([',', '"', '{', '['])
        && line
            .split_once("--")
            .is_some_and(|(one, other)| is_gene(one) && is_gene(other))
}

impl RowReader for List {
    fn needed(&self) -> &'static [&'static str] {
        &[]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        Some(&["fusion"])
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let text = row.text("fusion").unwrap_or_default();
        if !is_pair(text) {
            return Err(format!("found \"{}\", expected A--B", shown(text)));
        }
        let (one, other) = pair(text, row.symbols)?;
        let fusion = Fusion::of(
            Partner::named(Some(one)),
            Partner::named(Some(other)),
            PartnerOrder::Unoriented,
        );
        Ok(vec![row.fusion(fusion, Standing::Passed)])
    }
}
