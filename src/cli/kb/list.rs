//! `sarcolens kb list`

use super::{Which, json, line};
use crate::cli::output::print;
use crate::kb::{Counts, Entry, EntryKind, KnowledgeBase, percent};
use clap::Args;

/// Count what is known, or list one kind of it
///
/// Kinds: entities, diagnostic, expected, prognostic, orthogonal, therapeutic, germline, artefacts,
/// exceptions, exclusive, genes, citations. Columns: kind, id, pattern, subject, what it says.
#[derive(Debug, Args)]
pub(crate) struct List {
    /// Kind to list; without one, the counts of every kind
    kind: Option<EntryKind>,
    /// List only what is provisional
    #[arg(long, requires = "kind")]
    provisional: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    which: Which,
}

impl List {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let knowledge = self.which.load()?;
        let Some(kind) = self.kind else {
            let counts = Counts::of(&knowledge);
            let text = if self.json {
                json(&counts)?
            } else {
                table(&counts, &knowledge)
            };
            return Ok(print(&text)?);
        };
        let entries: Vec<Entry> = knowledge
            .entries()
            .into_iter()
            .filter(|entry| entry.kind == kind && (entry.provisional || !self.provisional))
            .collect();
        if self.json {
            return Ok(print(&json(&entries)?)?);
        }
        Ok(print(&entries.iter().map(line).collect::<String>())?)
    }
}

fn table(counts: &Counts, knowledge: &KnowledgeBase) -> String {
    let rows: [(&str, usize, String); 14] = [
        (
            "entities",
            counts.entities,
            format!(
                "{} histotypes, {} of them no sarcoma or mesenchymal tumour",
                counts.histotypes, counts.mimics
            ),
        ),
        (
            "diagnostic",
            counts.diagnostic,
            format!(
                "{} fusion pairs; {} partner rules ({} any partner, {} rearrangements, {} internal \
                 duplications, {} gene families, {} neighbouring-gene drivers); {} hotspots, \
                 copy-number changes and losses by entity",
                counts.fusion_pairs,
                counts.partner_rules,
                counts.any_partner,
                counts.rearrangements,
                counts.duplications,
                counts.families,
                counts.exceptions,
                counts.hotspots_and_copy_number
            ),
        ),
        (
            "expected",
            counts.expected,
            "what most cases carry".to_owned(),
        ),
        ("prognostic", counts.prognostic, String::new()),
        (
            "orthogonal",
            counts.orthogonal,
            "tests by other methods".to_owned(),
        ),
        (
            "therapeutic",
            counts.therapeutic,
            format!("{} questions", counts.targets),
        ),
        (
            "germline",
            counts.germline,
            "questions of inheritance".to_owned(),
        ),
        ("artefacts", counts.artefacts, String::new()),
        ("exceptions", counts.exceptions, String::new()),
        ("exclusive", counts.exclusive, String::new()),
        ("genes", counts.genes, String::new()),
        ("citations", counts.citations, String::new()),
        ("examples", counts.examples, "run by `kb check`".to_owned()),
        (
            "assertions",
            counts.assertions,
            format!(
                "of every kind, {} ({}) of them provisional",
                counts.provisional,
                percent(counts.provisional_share())
            ),
        ),
    ];
    let mut text = format!(
        "knowledge base {} of {}\n",
        knowledge.version.version, knowledge.version.date
    );
    for (name, count, note) in rows {
        text.push_str(format!("{name:<12} {count:>6}  {note}").trim_end());
        text.push('\n');
    }
    text.push_str(
        "\n`sarcolens kb list KIND` lists one kind, `kb show NAME` tells about one thing\n",
    );
    text
}
