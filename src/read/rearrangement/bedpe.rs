//! BEDPE of any caller, with or without a header: pairs of intervals that DNA joins.
//!
//! | BEDPE | ours |
//! |---|---|
//! | `chrom1`, `start1`, `end1` | first end: 0-based and half-open, so `end1` is the base meant, counted from 1 |
//! | `chrom2`, `start2`, `end2` | second end; `.` or -1: not known |
//! | `strand1`, `strand2` | sides kept: `+` the left one, `-` the right one, as LUMPY, GRIDSS and svtools write them (a deletion is `+-`) |
//! | `svclass`, `svtype` or `type` | event type; `BND` where the table has none |
//! | `filter` | whether the row passed |
//!
//! An interval wider than one base is a range of uncertainty; its middle is taken and told. Without a
//! header the columns are those of the format's definition, in its order. Not read: `name`, `score`
//! (a quality in one caller, a count in another), all other columns. The assembly stands nowhere in
//! such a file: without `--assembly` no gene is known at its places. Tables of fusion callers in this
//! form (SQUID) are other formats.

use crate::domain::{
    Alteration, Call, Chromosome, Detects, JoinedSides, KeptSide, Locus, Rearrangement, Strand,
};
use crate::read::rearrangement::filters;
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Separator, Table, header_with, shown};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

/// The general form.
pub(super) static CALLER: Bedpe = Bedpe;

/// See the module.
pub(super) struct Bedpe;

const NAME: &str = "bedpe";

const NEEDED: &[&str] = &["chrom1", "start1", "end1", "chrom2", "start2", "end2"];

/// Columns of the format's definition.
const DEFINED: &[&str] = &[
    "chrom1", "start1", "end1", "chrom2", "start2", "end2", "name", "score", "strand1", "strand2",
];

/// Columns of fusion callers that write this form.
const OF_OTHERS: &[&str] = &["num_concordantfrag_bp1", "FusedGenes"];

/// Lines that are no rows: comments, and what genome browsers put before them.
const NO_ROWS: &[&str] = &["#", "track", "browser"];

impl Caller for Bedpe {
    fn name(&self) -> &'static str {
        NAME
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "BEDPE of DNA rearrangements",
            versions: "with a header (chrom1 …) or without; 6 to 10 columns without",
            written_from: WrittenFrom::Files,
            recognised_by: "chrom1, start1, end1, chrom2, start2, end2; or two intervals and two \
                            strands in each row",
            columns: &[
                ("chrom1, start1, end1", "first end; 0-based, converted"),
                ("chrom2, start2, end2", "second end"),
                ("strand1, strand2", "sides joined: + left, - right"),
                ("svclass, svtype or type", "event type"),
                ("filter", "passed or not"),
            ],
            support: "none is stated",
            order: "a DNA junction has no 5' to 3' order; which the strands allow is derived",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Rearrangement]
    }

    fn tokens(&self) -> &'static [&'static str] {
        NEEDED
    }

    fn recognises(&self, head: &Head) -> bool {
        match header_with(head, NEEDED) {
            Some(columns) => !OF_OTHERS.iter().any(|name| columns.has(name)),
            None => head.lines().find(|line| is_row(line)).is_some_and(|line| {
                let cells = Separator::Tab.cells(&line);
                is_plain(&cells)
            }),
        }
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        let has_header = header_with(stream.head(), NEEDED).is_some();
        Table::open(stream, NAME, Rows { has_header }, options)
    }
}

fn is_row(line: &str) -> bool {
    !line.trim().is_empty() && !NO_ROWS.iter().any(|start| line.starts_with(start))
}

/// Whether these are the cells of a row without a header, and of no other format.
fn is_plain(cells: &[String]) -> bool {
    let [chrom1, start1, end1, chrom2, start2, end2, rest @ ..] = cells else {
        return false;
    };
    let is_chrom = |cell: &String| Chromosome::new(cell).as_str().starts_with("chr");
    let interval = |start: &String, end: &String| {
        let (start, end) = (start.parse::<i64>(), end.parse::<i64>());
        matches!((start, end), (Ok(start), Ok(end)) if start < end)
    };
    let strands = match rest {
        [_, _, one, other] => [one, other]
            .iter()
            .all(|strand| matches!(strand.as_str(), "+" | "-" | ".")),
        _ => rest.len() < 4,
    };
    is_chrom(chrom1)
        && is_chrom(chrom2)
        && interval(start1, end1)
        && interval(start2, end2)
        && strands
}

struct Rows {
    has_header: bool,
}

impl RowReader for Rows {
    fn needed(&self) -> &'static [&'static str] {
        NEEDED
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        (!self.has_header).then_some(DEFINED)
    }

    fn least_cells(&self) -> Option<usize> {
        (!self.has_header).then_some(NEEDED.len())
    }

    fn is_record(&self, line: &str) -> bool {
        is_row(line)
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let first = end(row, "chrom1", "start1", "end1")?
            .ok_or_else(|| "chrom1: not known, expected a place".to_owned())?;
        let second = end(row, "chrom2", "start2", "end2")?;
        let event_type = row
            .text_of(&["svclass", "svtype", "type"])
            .unwrap_or("BND")
            .to_owned();
        let (filter, standing) = filters(row, "filter");
        let sides = sides(row, second.is_some());
        let claim = Alteration::Rearrangement(Rearrangement {
            sides,
            callers: vec![row.origin.caller.clone()],
            filter,
            ..Rearrangement::of(first, second, &event_type)
        });
        Ok(vec![Call {
            standing,
            ..row.call(claim)
        }])
    }
}

/// The base that an interval means, counted from 1. `None` where the row says that it is not known.
fn end(row: &mut Row<'_>, chrom: &str, start: &str, end: &str) -> Result<Option<Locus>, String> {
    let Some(name) = row.text(chrom).map(str::to_owned) else {
        return Ok(None);
    };
    let bound = |column: &str| {
        let text = row.text(column).unwrap_or_default();
        text.parse::<i64>()
            .map_err(|_| format!("{column}: found \"{}\", expected a position", shown(text)))
    };
    let (from, to) = (bound(start)?, bound(end)?);
    if from < 0 || to < 0 {
        return Ok(None);
    }
    if to < from || to == 0 {
        return Err(format!(
            "{start}, {end}: found {from} and {to}, expected an interval"
        ));
    }
    if to - from != 1 {
        row.warn(format!(
            "{start}, {end}: {} bases wide, not one; its middle is taken",
            to - from
        ));
    }
    // An empty interval lies before its base; half of the width is left out of an even one.
    let pos = to - (to - from - 1).max(0) / 2;
    Ok(u64::try_from(pos).ok().map(|pos| Locus {
        chrom: Chromosome::new(&name),
        pos,
    }))
}

fn sides(row: &Row<'_>, has_second: bool) -> Vec<JoinedSides> {
    let side = |column: &str| {
        let strand = row.text(column).and_then(Strand::new)?;
        Some(match strand {
            Strand::Plus => KeptSide::Left,
            Strand::Minus => KeptSide::Right,
        })
    };
    let Some(first) = side("strand1") else {
        return Vec::new();
    };
    match (has_second, side("strand2")) {
        (true, Some(second)) => vec![JoinedSides::of(first, second)],
        (true, None) => Vec::new(),
        (false, _) => vec![JoinedSides {
            first,
            second: None,
        }],
    }
}
