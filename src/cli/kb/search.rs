//! `sarcolens kb search`

use super::{Which, json, line};
use crate::cli::output::print;
use crate::kb::Entry;
use clap::Args;

/// Find every line that holds all the words, in any letter case
#[derive(Debug, Args)]
pub(crate) struct Search {
    /// Words to find
    #[arg(required = true)]
    words: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    which: Which,
}

impl Search {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let words: Vec<String> = self.words.iter().map(|word| word.to_lowercase()).collect();
        let found: Vec<Entry> = self
            .which
            .load()?
            .entries()
            .into_iter()
            .filter(|entry| entry.holds(&words))
            .collect();
        if self.json {
            return Ok(print(&json(&found)?)?);
        }
        let mut text: String = found.iter().map(line).collect();
        if found.is_empty() {
            text.push_str("nothing holds all of these words\n");
        }
        Ok(print(&text)?)
    }
}
