//! TSV: a row for each finding, each association that rests on the diagnosis alone, and each
//! alteration that was not interpreted or was set aside.
//!
//! A cell that would begin with `=`, `+`, `-`, `@`, a tab or a carriage return gets a leading
//! single quote, so that no spreadsheet takes it for a formula. No cell holds a line break.

mod row;

use crate::domain::Report;
use crate::render::sections::Status;
use crate::render::text::clean;
use crate::render::{Format, RenderError};

/// A table for pipelines and spreadsheets.
pub struct Tsv;

impl Format for Tsv {
    fn name(&self) -> &'static str {
        "tsv"
    }

    fn suffix(&self) -> &'static str {
        ".sarcolens.tsv"
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, RenderError> {
        let status = Status::of(report);
        let head = format!(
            "# {}. {}. Sample {}, knowledge base {}\n# {}\n# A cell that would begin like a \
             formula is preceded by a single quote.\n",
            clean(&status.overall),
            status.sign_off,
            status.sample,
            status.knowledge_base,
            clean(&report.intended_use)
        );
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b'\t')
            .from_writer(head.into_bytes());
        writer
            .write_record(row::COLUMNS)
            .map_err(RenderError::Tsv)?;
        for row in row::all(report) {
            writer
                .write_record(row.cells(report).map(|cell| guarded(&cell)))
                .map_err(RenderError::Tsv)?;
        }
        writer
            .into_inner()
            .map_err(|error| RenderError::Tsv(error.into_error().into()))
    }
}

/// `cell` on one line and no formula.
fn guarded(cell: &str) -> String {
    let text = clean(cell);
    let formula = ['=', '+', '-', '@', '\t', '\r'];
    if cell.starts_with(formula) || text.trim_start().starts_with(formula) {
        return format!("'{text}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{sample, words};

    fn read(report: &Report) -> Vec<csv::StringRecord> {
        let bytes = Tsv.render(report).unwrap();
        csv::ReaderBuilder::new()
            .delimiter(b'\t')
            .comment(Some(b'#'))
            .from_reader(bytes.as_slice())
            .records()
            .map(Result::unwrap)
            .collect()
    }

    #[test]
    fn every_row_says_that_it_awaits_review() {
        let report = sample::harmless();
        let rows = read(&report);
        let expected = report.findings.len()
            + report.therapy.by_diagnosis.len()
            + report.uninterpreted.len()
            + report.filtered.len();
        assert_eq!(rows.len(), expected);
        for row in &rows {
            assert_eq!(&row[1], "awaits expert sarcoma review");
        }
        for cell in rows
            .iter()
            .map(|row| &row[17])
            .filter(|cell| !cell.is_empty())
        {
            assert_eq!(
                cell.split("; ").count(),
                cell.matches(words::FOR_BOARD).count(),
                "{cell}"
            );
        }
        let bytes = Tsv.render(&report).unwrap();
        let head = String::from_utf8_lossy(&bytes);
        assert!(head.starts_with("# REVIEW REQUIRED. NOT SIGNED OFF - EXPERT SARCOMA REVIEW"));
    }

    #[test]
    fn no_cell_is_a_formula_or_breaks_a_line() {
        let report = sample::hostile();
        let bytes = Tsv.render(&report).unwrap();
        let rows = read(&report);
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(lines, rows.len() + 4);
        for cell in rows.iter().flat_map(|row| row.iter()) {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
        }
        assert!(rows.iter().any(|row| row[4].starts_with("'=cmd|")));
        assert_eq!(guarded("\t=1"), "' =1");
        assert_eq!(guarded("a=1"), "a=1");
    }
}
