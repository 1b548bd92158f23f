//! `sarcolens schema`

use crate::cli::output::print;
use crate::render;
use clap::Args;

/// Print the JSON Schema of the report
#[derive(Debug, Args)]
pub(super) struct Schema {}

impl Schema {
    pub(super) fn run(self) -> anyhow::Result<()> {
        Ok(print(&render::schema())?)
    }
}
