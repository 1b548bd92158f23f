//! `sarcolens formats`

use crate::cli::output::print;
use crate::pipeline::format_named;
use crate::read::callers;
use clap::Args;

/// List the input formats that are recognised, and by what
#[derive(Debug, Args)]
pub(super) struct Formats {
    /// One format's name: its columns beside ours
    name: Option<String>,
}

impl Formats {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let mut text = String::new();
        let Some(name) = &self.name else {
            for caller in callers() {
                let manual = caller.manual();
                text.push_str(&format!(
                    "{}\n  {}\n  versions seen: {}\n  written from: {}\n  recognised by: {}\n\n",
                    caller.name(),
                    manual.title,
                    manual.versions,
                    manual.written_from,
                    manual.recognised_by
                ));
            }
            return Ok(print(&text)?);
        };
        let caller = format_named(name)?;
        let manual = caller.manual();
        text.push_str(&format!(
            "{}\n  {}\n  versions seen: {}\n  written from: {}\n  recognised by: {}\n  read support: {}\n  order: {}\n\n",
            caller.name(),
            manual.title,
            manual.versions,
            manual.written_from,
            manual.recognised_by,
            manual.support,
            manual.order
        ));
        let width = manual.columns.iter().map(|(theirs, _)| theirs.len()).max();
        for (theirs, ours) in manual.columns {
            text.push_str(&format!(
                "  {theirs:<width$}  {ours}\n",
                width = width.unwrap_or(0)
            ));
        }
        Ok(print(&text)?)
    }
}
