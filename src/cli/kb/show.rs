//! `sarcolens kb show`

use super::{Which, json, page};
use crate::cli::output::print;
use crate::domain::GeneSymbol;
use crate::kb::{Entry, KnowledgeBase, Resolved};
use crate::pipeline::Failure;
use clap::Args;

/// Tell what is known about an entity, a gene, a target, an assertion or a paper
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Entity (id, WHO name, synonym, OncoTree code), gene symbol, id of an assertion or of a file
    /// of targets, or PMID:number
    #[arg(required = true)]
    name: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    which: Which,
}

impl Show {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let name = self.name.join(" ");
        let knowledge = self.which.load()?;
        let (page, entries) = found(&name, &knowledge)?;
        let text = if self.json { json(&entries)? } else { page };
        Ok(print(&text)?)
    }
}

/// The page for a reader, and the same lines for a program.
fn found(name: &str, knowledge: &KnowledgeBase) -> Result<(String, Vec<Entry>), Failure> {
    let entries = knowledge.entries();
    let about = |wanted: &dyn Fn(&Entry) -> bool| -> Vec<Entry> {
        entries
            .iter()
            .filter(|entry| wanted(entry))
            .cloned()
            .collect()
    };
    if let Some(symbol) = gene(name, knowledge) {
        let page = page::gene::text(&symbol, &entries, knowledge);
        return Ok((page, about(&|entry| page::gene::names(entry, &symbol))));
    }
    if let Ok(entity) = knowledge.resolve(name) {
        let page = page::entity::text(entity, knowledge);
        let prefix = format!("{}.", entity.id);
        let lines = about(&|entry| {
            entry.id == entity.id.as_str()
                || entry.id.starts_with(&prefix)
                || page::entity::concerns(entry, entity, knowledge)
        });
        return Ok((page, lines));
    }
    let prefix = format!("{name}.");
    let is_named = |entry: &Entry| {
        entry.id.eq_ignore_ascii_case(name)
            || entry.id.starts_with(&prefix)
            || entry
                .sources
                .iter()
                .any(|source| source.eq_ignore_ascii_case(name))
    };
    let lines = about(&is_named);
    if !lines.is_empty() {
        return Ok((page::lines(&lines), lines));
    }
    if let Some(retired) = knowledge.tables.retired.get(name) {
        let replaced = retired.replaced_by.as_ref();
        let by = replaced.map_or_else(String::new, |id| format!(", replaced by {id}"));
        let (since, reason) = (&retired.since, &retired.reason);
        let page = format!("{name}: retired in {since}{by}: {reason}\n");
        return Ok((page, Vec::new()));
    }
    let nearest = match knowledge.resolve(name) {
        Ok(_) => String::new(),
        Err(unresolved) => unresolved.nearest.join(", "),
    };
    Err(Failure::usage(
        format!(
            "\"{}\" is not known; closest entities: {nearest}",
            name.escape_debug()
        ),
        "`sarcolens kb search WORDS` finds lines by their words",
    ))
}

/// The known gene of that symbol or earlier name, in upper case as symbols are typed. `None` where
/// it is none.
fn gene(name: &str, knowledge: &KnowledgeBase) -> Option<GeneSymbol> {
    let symbol = GeneSymbol::new(name)?;
    if knowledge.genes.get(&symbol).is_some() {
        return Some(symbol);
    }
    match knowledge.symbols.resolve(&symbol) {
        Resolved::Renamed(current) => knowledge.genes.get(&current).map(|_| current),
        Resolved::Current | Resolved::Ambiguous(_) | Resolved::Unknown => None,
    }
}
