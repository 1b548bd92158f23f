//! Genion (long reads), its output and `*.fail`: no header, 6, 7 or 8 columns.
//!
//! | Genion | ours |
//! |---|---|
//! | 1 `id::id`, 2 `A::B` | the two genes, by name, else by identifier |
//! | 5 | `split_reads` |
//! | the column that begins with `PASS:` or `FAIL:` | passed, or filtered for the reasons named |
//! | `PASS:RT`, `PASS:GF` | `event_type` read-through or gene fusion |
//!
//! The genes stand in the order of their identifiers (`PDGFB::COL1A1`), so no order is claimed.
//! Breakpoints are not in the file: the last column holds which stretch of each gene was read. Not
//! read: scores, counts of normal reads, stretches. Written from the example that the tool ships (6
//! columns) and its documentation (normal counts and stretches besides).

use super::own_table::OwnTable;
use crate::domain::{Call, Detects, Fusion, GeneSymbol, Partner, PartnerOrder, Standing};
use crate::read::stream::Head;
use crate::read::table::{Row, RowReader, shown};
use crate::read::{Manual, WrittenFrom};

const COLUMNS: &[&str] = &[
    "ids",
    "names",
    "ffigf-score",
    "FiN-score",
    "supporting-reads",
    "sixth",
    "seventh",
    "ranges",
];

/// Columns of the earlier output.
const FEWEST: usize = 6;

/// Genion's table.
pub(super) static CALLER: OwnTable<Reader> = OwnTable {
    name: "genion",
    manual: Manual {
        title: "Genion output and its .fail table",
        versions: "6 columns by its example, 7 and 8 by its documentation",
        written_from: WrittenFrom::Examples,
        recognised_by: "no header: id::id, A::B, two numbers, a whole number, and PASS: or FAIL: behind \
                        them",
        columns: &[
            ("1 and 2: id::id, A::B", "the two genes"),
            ("5: supporting reads", "split_reads"),
            (
                "PASS:… / FAIL:…",
                "passed, or filtered for the reasons named",
            ),
        ],
        support: "long reads that support the fusion",
        order: "none: the genes stand in the order of their identifiers",
    },
    detects: &[Detects::Fusion],
    header: &[],
    recognises,
    reader: || Reader,
};

pub(super) struct Reader;

fn recognises(head: &Head) -> bool {
    let Some(line) = head.lines().find(|line| !line.trim().is_empty()) else {
        return false;
    };
    let cells: Vec<&str> = line.split('\t').collect();
    let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
    (FEWEST..=COLUMNS.len()).contains(&cells.len())
        && [cell(0), cell(1)].iter().all(|pair| pair.contains("::"))
        && [cell(2), cell(3)]
            .iter()
            .all(|score| score.parse::<f64>().is_ok())
        && cell(4).parse::<u32>().is_ok()
        && [cell(5), cell(6)].iter().any(|text| is_verdict(text))
}

fn is_verdict(text: &str) -> bool {
    text.starts_with("PASS:") || text.starts_with("FAIL:")
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        COLUMNS
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        Some(COLUMNS)
    }

    fn least_cells(&self) -> Option<usize> {
        Some(FEWEST)
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let pair = |column: &str| {
            let text = row.text(column)?;
            let (one, other) = text.split_once("::")?;
            let whole = !other.contains("::");
            whole.then(|| (GeneSymbol::new(one), GeneSymbol::new(other)))
        };
        let (Some(ids), Some(names)) = (pair("ids"), pair("names")) else {
            return Err(format!(
                "found \"{}\", expected two genes as id::id and A::B",
                shown(row.text("names").unwrap_or_default())
            ));
        };
        let verdict = ["sixth", "seventh"]
            .iter()
            .filter_map(|column| row.text(column))
            .find(|text| is_verdict(text))
            .ok_or("found neither PASS: nor FAIL: behind the supporting reads")?;
        let (event_type, standing) = judged(verdict);
        let fusion = Fusion {
            split_reads: row.count("supporting-reads"),
            event_type,
            ..Fusion::of(
                Partner::named(names.0.or(ids.0)),
                Partner::named(names.1.or(ids.1)),
                PartnerOrder::Unoriented,
            )
        };
        Ok(vec![row.fusion(fusion, standing)])
    }
}

/// `PASS:GF`, `PASS:RT`, `FAIL:reason:reason`.
fn judged(verdict: &str) -> (Option<String>, Standing) {
    match verdict.split_once(':') {
        Some(("PASS", kind)) => {
            let words = match kind {
                "GF" => "gene fusion",
                "RT" => "read-through",
                other => other,
            };
            (Some(words.to_owned()), Standing::Passed)
        }
        Some((_, reasons)) => {
            let reasons = reasons
                .split(':')
                .filter(|reason| !reason.is_empty())
                .map(str::to_owned);
            (None, Standing::Filtered(reasons.collect()))
        }
        None => (None, Standing::Passed),
    }
}
