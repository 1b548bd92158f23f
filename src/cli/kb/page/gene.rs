//! A gene: what it is known for, and every line that names it.

use super::Page;
use crate::domain::{Assembly, GeneSymbol};
use crate::kb::{Entry, EntryKind, KnowledgeBase};

/// Whether a line is the gene's own or names it in its pattern.
pub(in crate::cli::kb) fn names(entry: &Entry, symbol: &GeneSymbol) -> bool {
    let is_gene = |word: &str| word == symbol.as_str();
    entry.kind == EntryKind::Gene && entry.id == symbol.as_str()
        || entry
            .pattern
            .split(|c: char| c.is_whitespace() || matches!(c, ':' | '{' | '}' | ',' | ';'))
            .any(is_gene)
}

/// The page.
pub(in crate::cli::kb) fn text(
    symbol: &GeneSymbol,
    entries: &[Entry],
    knowledge: &KnowledgeBase,
) -> String {
    let mut page = Page::new(symbol.as_str());
    if let Some(gene) = knowledge.genes.get(symbol) {
        let roles: Vec<String> = gene.roles.iter().map(ToString::to_string).collect();
        page.line(&format!(
            "{}; {}",
            gene.hgnc_id.as_deref().unwrap_or("no HGNC id"),
            roles.join(", ")
        ));
        if let Some(transcript) = &gene.transcript {
            page.line(&format!("Reference transcript {transcript}"));
        }
        for assembly in [Assembly::GRCh37, Assembly::GRCh38] {
            if let Some(span) = gene.span(assembly) {
                page.line(&format!(
                    "{assembly} {}:{}-{}",
                    span.chrom, span.start, span.end
                ));
            }
        }
    }
    let earlier = knowledge.symbols.names_of(symbol);
    if !earlier.is_empty() {
        page.line(&format!("Earlier and alias names: {}", earlier.join(", ")));
    }
    if let Some(family) = knowledge.genes.family(symbol) {
        page.line(&format!(
            "Family whose reads cannot be told apart: {family}"
        ));
    }
    for kind in EntryKind::ALL
        .into_iter()
        .filter(|kind| kind.is_assertion())
    {
        let lines = entries
            .iter()
            .filter(|entry| entry.kind == kind && names(entry, symbol))
            .map(|entry| {
                let mark = if entry.provisional {
                    " [provisional]"
                } else {
                    ""
                };
                let subject = if entry.subject.is_empty() {
                    String::new()
                } else {
                    format!(" in {}", entry.subject)
                };
                format!(
                    "{}{subject}: {}{mark} ({})",
                    entry.pattern, entry.says, entry.id
                )
            })
            .collect();
        page.section(&kind.to_string(), lines);
    }
    page.finish()
}
