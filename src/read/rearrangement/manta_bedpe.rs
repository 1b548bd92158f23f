//! Manta's somatic calls as megSAP writes them: `SV_Manta_somatic.bedpe`, one line a junction, with and
//! without a normal.
//!
//! | megSAP | ours |
//! |---|---|
//! | `CHROM_A`, `START_A` | first end: `POS` in `INFO_A`, else `START_A` less the first number of its `CIPOS` |
//! | `CHROM_B`, `START_B` | second end: the place in the brackets of `ALT_A`, else `END` in `INFO_A`, else `START_B` |
//! | `ALT_A`, `INFO_A` (`INV3`, `INV5`) | sides joined |
//! | `TYPE` | event type |
//! | `FILTER` | whether the row passed; `off-target` is a filter of the pipeline |
//! | `TUM_SR_ALT` | `split_reads` |
//! | `TUM_PR_ALT` | `spanning_pairs` |
//! | `##reference`, `##source` | assembly, version |
//!
//! Unlike the general form the positions are those of the VCF, counted from 1: the program that
//! writes the table takes them over and adds the interval of confidence (its `VcfToBedpe`), and the
//! places inside `ALT_A` agree. Not read: `TUM_PR_REF`, `TUM_SR_REF`, all of the normal, the scores.

use crate::domain::{Alteration, Call, Detects, JoinedSides, Locus, Rearrangement};
use crate::read::junction;
use crate::read::rearrangement::filters;
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Table, header_with};
use crate::read::vcf::assembly_named;
use crate::read::{Caller, FileFacts, Manual, ReadError, ReadOptions, Records, WrittenFrom};

/// megSAP's table.
pub(super) static CALLER: MantaBedpe = MantaBedpe;

/// See the module.
pub(super) struct MantaBedpe;

const NAME: &str = "manta-bedpe";

const NEEDED: &[&str] = &[
    "CHROM_A",
    "START_A",
    "CHROM_B",
    "START_B",
    "TYPE",
    "FILTER",
    "TUM_PR_ALT",
    "ALT_A",
    "INFO_A",
];

impl Caller for MantaBedpe {
    fn name(&self) -> &'static str {
        NAME
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "Manta somatic calls as BEDPE of megSAP",
            versions: "by their headers",
            written_from: WrittenFrom::Files,
            recognised_by: "#CHROM_A, START_A, CHROM_B, START_B, TYPE, FILTER, TUM_PR_ALT, ALT_A, \
                            INFO_A",
            columns: &[
                (
                    "CHROM_A, START_A, INFO_A",
                    "first end, 1-based as in the VCF",
                ),
                ("CHROM_B, START_B, ALT_A", "second end"),
                ("ALT_A, INFO_A", "sides joined"),
                ("TYPE", "event type"),
                ("FILTER", "passed or not"),
                ("TUM_SR_ALT", "split_reads"),
                ("TUM_PR_ALT", "spanning_pairs"),
                ("##reference, ##source", "assembly, version"),
            ],
            support: "TUM_SR_ALT cross the junction, TUM_PR_ALT lie on either side",
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
        header_with(head, NEEDED).is_some()
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, NAME, Rows, options)
    }
}

struct Rows;

impl RowReader for Rows {
    fn needed(&self) -> &'static [&'static str] {
        NEEDED
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn comment(&mut self, line: &str, facts: &mut FileFacts) {
        if let Some(reference) = line.strip_prefix("##reference=") {
            let told = assembly_named(reference);
            facts.assembly = told.map(|assembly| (assembly, "##reference".to_owned()));
        } else if let Some(source) = line.strip_prefix("##source=") {
            facts.caller_version = Some(source.trim().to_owned());
        }
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let alternate = row.text("ALT_A").unwrap_or_default().to_owned();
        let first = Locus {
            chrom: row.chrom("CHROM_A")?,
            pos: match info(row, "POS") {
                Some(pos) => pos,
                None => shifted(row)?,
            },
        };
        let is_breakend = junction::is_breakend(&alternate);
        let second = if is_breakend {
            junction::mate(&alternate)
        } else {
            info(row, "END").and_then(|pos| {
                Some(Locus {
                    chrom: row.chrom("CHROM_B").ok()?,
                    pos,
                })
            })
        };
        let second = match second {
            Some(second) => second,
            None => row.locus("CHROM_B", "START_B")?,
        };
        let event_type = row.text("TYPE").unwrap_or("BND").to_owned();
        let sides: Vec<JoinedSides> = if is_breakend {
            junction::of_breakend(&alternate).into_iter().collect()
        } else {
            junction::of_type(&event_type, |flag| flags(row).any(|known| known == flag))
        };
        let (filter, standing) = filters(row, "FILTER");
        let claim = Alteration::Rearrangement(Rearrangement {
            sides,
            split_reads: row.count("TUM_SR_ALT"),
            spanning_pairs: row.count("TUM_PR_ALT"),
            callers: vec![row.origin.caller.clone()],
            filter,
            ..Rearrangement::of(first, Some(second), &event_type)
        });
        Ok(vec![Call {
            standing,
            ..row.call(claim)
        }])
    }
}

fn flags<'r>(row: &'r Row<'_>) -> impl Iterator<Item = &'r str> {
    row.text("INFO_A")
        .into_iter()
        .flat_map(|text| text.split(';'))
}

fn info(row: &Row<'_>, key: &str) -> Option<u64> {
    flags(row)
        .find_map(|field| field.strip_prefix(key)?.strip_prefix('='))
        .and_then(|text| text.parse().ok())
        .filter(|pos| *pos > 0)
}

/// `START_A` less what the interval of confidence added.
fn shifted(row: &Row<'_>) -> Result<u64, String> {
    let start = row.position("START_A")?;
    let before: i64 = flags(row)
        .find_map(|field| {
            field
                .strip_prefix("CIPOS=")?
                .split(',')
                .next()?
                .parse()
                .ok()
        })
        .unwrap_or(0);
    start
        .checked_add_signed(before.saturating_neg())
        .filter(|pos| *pos > 0)
        .ok_or_else(|| format!("START_A: found {start} with CIPOS {before}, expected a position"))
}
