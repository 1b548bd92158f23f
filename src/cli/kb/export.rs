//! `sarcolens kb export`

use super::{Which, json};
use crate::cli::output::print;
use crate::kb::Entry;
use clap::{Args, ValueEnum};

/// Print every line as a table or as JSON, for other tools
///
/// TSV columns: kind, id, subject, pattern, says, provisional, sources, details (`name=text`
/// parts). The knowledge base is CC BY 4.0: name it where you use it.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Form of what is printed
    #[arg(short, long, value_name = "FORM", default_value = "tsv")]
    format: Form,
    #[command(flatten)]
    which: Which,
}

/// Forms of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Tsv,
    Json,
}

#[derive(serde::Serialize)]
struct Exported<'a> {
    version: &'a str,
    date: String,
    sha256: &'a str,
    licence: &'static str,
    entries: &'a [Entry],
}

const LICENCE: &str = "CC BY 4.0";

impl Export {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let knowledge = self.which.load()?;
        let entries = knowledge.entries();
        let text = match self.format {
            Form::Tsv => table(&entries)?,
            Form::Json => json(&Exported {
                version: &knowledge.version.version,
                date: knowledge.version.date.to_string(),
                sha256: &knowledge.version.sha256,
                licence: LICENCE,
                entries: &entries,
            })?,
        };
        Ok(print(&text)?)
    }
}

fn table(entries: &[Entry]) -> anyhow::Result<String> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b'\t')
        .from_writer(Vec::new());
    writer.write_record([
        "kind",
        "id",
        "subject",
        "pattern",
        "says",
        "provisional",
        "sources",
        "details",
    ])?;
    for entry in entries {
        let details: Vec<String> = entry
            .details
            .iter()
            .map(|(name, text)| format!("{name}={text}"))
            .collect();
        writer.write_record([
            entry.kind.to_string().as_str(),
            &entry.id,
            &entry.subject,
            &entry.pattern,
            &entry.says,
            if entry.provisional { "yes" } else { "no" },
            &entry.sources.join("; "),
            &details.join(" | "),
        ])?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}
