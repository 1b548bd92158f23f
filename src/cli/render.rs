//! `sarcolens render`

use crate::cli::output;
use crate::pipeline::Failure;
use crate::read::ReadError;
use crate::render::{self, RenderError};
use anyhow::Context as _;
use clap::Args;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// Render a saved report again, from the JSON alone
#[derive(Debug, Args)]
pub(super) struct Render {
    /// A `.sarcolens.json` file; `-` is standard input
    report: PathBuf,
    /// Folder for the files; made if missing
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    outdir: PathBuf,
    /// Report formats: json, html, tsv, md
    #[arg(
        short,
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "html,tsv,md"
    )]
    format: Vec<String>,
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
}

impl Render {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let formats = output::formats(&self.format)?;
        let path = self.report.to_string_lossy().into_owned();
        let bytes = read(&self.report).map_err(|source| {
            Failure::Read(ReadError::Io {
                path: path.clone(),
                source,
            })
        })?;
        let report = render::read_report(&bytes).map_err(|error| {
            let what = match &error {
                RenderError::NotAReport { .. } => error.to_string(),
                RenderError::Json(_)
                | RenderError::Html(_)
                | RenderError::Tsv(_)
                | RenderError::Contradiction { .. }
                | RenderError::Schema { .. } => format!(" {error}"),
            };
            Failure::Read(ReadError::Report { path, what })
        })?;
        if !crate::read::valid_sample(&report.case.sample) {
            return Err(Failure::usage(
                "the report's sample identifier is refused",
                "letters, digits, `_`, `.` and `-`, at most 64, a letter or digit first",
            )
            .into());
        }
        let written = output::write(&report, &self.outdir, &formats, self.force)
            .context("rendering a saved report")?;
        for path in written {
            tracing::info!("wrote {}", path.display());
        }
        Ok(())
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path != Path::new("-") {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}
