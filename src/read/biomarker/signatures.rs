//! SigProfilerAssignment, activities of signatures (`Assignment_Solution_Activities.txt`): a row a
//! sample, a column a signature, mutations in the cells. From its documentation; no file was seen.
//!
//! | SigProfilerAssignment | ours |
//! |---|---|
//! | `Samples` | the sample of the row |
//! | `SBS7a` to `SBS7d` | the share with an ultraviolet signature: their sum over all mutations |
//! | any other `SBS…` above 0 | a signature's share, under its name |
//!
//! The unit tells of how many mutations: a share of few means little. Activities of doublets,
//! indels and copy numbers are not read.

use super::{NO_ORDER, NO_READS, is_ultraviolet, measured, named};
use crate::domain::{Biomarker, Call, Detects, Measure};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, RowReader, Table, header_with, shown};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

const SAMPLE: &str = "Samples";

/// The activities.
pub(super) static CALLER: Activities = Activities;

pub(super) struct Activities;

impl Caller for Activities {
    fn name(&self) -> &'static str {
        "signatures"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "SigProfilerAssignment activities, signatures of single base substitutions",
            versions: "none seen",
            written_from: WrittenFrom::Documentation,
            recognised_by: "Samples, and SBS… in every other column",
            columns: &[
                ("Samples", "the sample of the row"),
                ("SBS7a, SBS7b, SBS7c, SBS7d", "UV signature, their share"),
                ("other SBS…", "signature, its share"),
            ],
            support: NO_READS,
            order: NO_ORDER,
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Biomarker]
    }

    fn recognises(&self, head: &Head) -> bool {
        header_with(head, &[SAMPLE]).is_some_and(|columns| is_activities(&columns))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), Reader::default(), options)
    }
}

fn is_activities(columns: &Columns) -> bool {
    let is_signature = |name: &str| name.starts_with("SBS");
    columns.at(SAMPLE) == Some(0) && columns.count > 1 && columns.names().skip(1).all(is_signature)
}

/// Names of the signatures, in the order of their columns.
#[derive(Default)]
struct Reader(Vec<String>);

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        &[SAMPLE]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn sample_column(&self) -> Option<&'static str> {
        Some(SAMPLE)
    }

    fn header(&mut self, columns: &Columns, _: &ReadOptions) -> Result<(), String> {
        if !is_activities(columns) {
            return Err("expected Samples first and SBS… in every other column".to_owned());
        }
        self.0 = columns.names().skip(1).map(str::to_owned).collect();
        Ok(())
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let mut activities = Vec::with_capacity(self.0.len());
        for name in &self.0 {
            let text = row.text(name).unwrap_or_default();
            let activity = text
                .parse()
                .ok()
                .filter(|activity: &f64| activity.is_finite() && *activity >= 0.0)
                .ok_or_else(|| {
                    format!(
                        "{name}: found \"{}\", expected a number from 0",
                        shown(text)
                    )
                })?;
            activities.push((name, activity));
        }
        let total: f64 = activities.iter().map(|(_, activity)| activity).sum();
        if total <= 0.0 {
            row.warn("no mutation is assigned to a signature; no share can be told".to_owned());
            return Ok(Vec::new());
        }
        let unit = format!(" of {total} mutations");
        let (light, others): (Vec<_>, Vec<_>) = activities
            .into_iter()
            .partition(|(name, _)| is_ultraviolet(name));
        let ultraviolet = (!light.is_empty()).then(|| {
            let sum: f64 = light.iter().map(|(_, activity)| activity).sum();
            Biomarker::number(Measure::UvSignature, sum / total, &unit)
        });
        let others = others
            .into_iter()
            .filter(|(_, activity)| *activity > 0.0)
            .map(|(name, activity)| named(Measure::Signature, name, activity / total, &unit));
        Ok(ultraviolet
            .into_iter()
            .chain(others)
            .map(|biomarker| measured(row, biomarker))
            .collect())
    }
}
