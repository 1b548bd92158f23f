//! A report into JSON, HTML, TSV and Markdown. Floor 2: imports [`crate::domain`] alone, so that
//! a saved report is rendered again without its inputs or the knowledge base.
//!
//! What the report says stands in [`sections`], one file per section, as plain text in
//! [`block::Block`]s; how it is printed stands in one file per format. HTML and Markdown print the
//! same blocks in the same order, TSV has a row per finding, JSON is the report itself.
//!
//! ```no_run
//! use sarcolens::render::{format_named, read_report};
//! let report = read_report(&std::fs::read("T1.sarcolens.json")?)?;
//! let html = format_named("html").ok_or("no such format")?.render(&report)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod block;
mod contradiction;
mod html;
mod json;
mod markdown;
#[cfg(test)]
mod sample;
mod schema;
pub mod sections;
pub mod text;
mod tsv;
mod words;

pub use schema::schema;

use crate::domain::{Report, SCHEMA_VERSION};
use serde::Deserialize;

/// One output format: a pure function from a report to bytes.
pub trait Format: Sync {
    /// The name as `--format` takes it: `html`.
    fn name(&self) -> &'static str;

    /// What follows the sample in the file's name: `.sarcolens.html`.
    fn suffix(&self) -> &'static str;

    /// The whole file. The same report gives the same bytes.
    ///
    /// # Errors
    /// Where the report cannot be written in this format.
    fn render(&self, report: &Report) -> Result<Vec<u8>, RenderError>;
}

/// Every format, the contract first.
pub static FORMATS: &[&dyn Format] = &[&json::Json, &html::Html, &tsv::Tsv, &markdown::Markdown];

/// The format called `name`. `None` where there is none.
pub fn format_named(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.name() == name)
}

/// Why a report cannot be rendered or read.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A value of the report has no place in JSON.
    #[error("the report cannot be written as JSON")]
    Json(#[source] serde_json::Error),
    /// A template failed.
    #[error("the report cannot be written as HTML")]
    Html(#[source] askama::Error),
    /// A row could not be written.
    #[error("the report cannot be written as TSV")]
    Tsv(#[source] csv::Error),
    /// The bytes are no JSON, or not that of a report.
    #[error("{line}:{column}: not a report: {found}")]
    NotAReport {
        /// Line, from 1.
        line: usize,
        /// Column, from 1; 0 where the whole line is meant.
        column: usize,
        /// What is wrong there.
        found: String,
    },
    /// It says one thing here and another there.
    #[error("the report contradicts itself: {found}")]
    Contradiction {
        /// What contradicts what.
        found: String,
    },
    /// The report's shape is of another major version.
    #[error(
        "the report has schema version `{found}`; this program reads version {} of the same first number",
        SCHEMA_VERSION
    )]
    Schema {
        /// The version in the report.
        found: String,
    },
}

/// The report in `bytes`, as [`Format::render`] wrote it as JSON.
///
/// # Errors
/// Where the bytes are not a report (with line and column), one of another major version, or one
/// that contradicts itself.
pub fn read_report(bytes: &[u8]) -> Result<Report, RenderError> {
    /// The version alone: a report of another major version need not have the rest.
    #[derive(Deserialize)]
    struct Head {
        schema_version: String,
    }
    let head: Head = serde_json::from_slice(bytes).map_err(not_a_report)?;
    if major(&head.schema_version) != major(SCHEMA_VERSION) {
        return Err(RenderError::Schema {
            found: head.schema_version,
        });
    }
    let report: Report = serde_json::from_slice(bytes).map_err(not_a_report)?;
    match contradiction::first(&report) {
        Some(found) => Err(RenderError::Contradiction { found }),
        None => Ok(report),
    }
}

fn major(version: &str) -> &str {
    version.split_once('.').map_or(version, |(major, _)| major)
}

/// serde_json puts the place at the end of its message; here it stands in front.
fn not_a_report(error: serde_json::Error) -> RenderError {
    let (line, column) = (error.line(), error.column());
    let whole = error.to_string();
    let place = format!(" at line {line} column {column}");
    let found = whole.strip_suffix(&place).unwrap_or(&whole).to_owned();
    RenderError::NotAReport {
        line,
        column,
        found,
    }
}

#[cfg(test)]
mod tests;
