//! Current symbols of Ensembl's gene identifiers (`ensembl.tsv`), for files that name genes so.
//!
//! As with the exons, the table that the program carries is used whatever knowledge base was
//! given.

use crate::domain::GeneSymbol;
use crate::kb::source::embedded_text;
use crate::kb::symbols::rows_of;

/// The gene whose identifier `name` is, with or without a version (`ENSG00000157404.17`). `None`
/// where it is no identifier, or one of a gene that is neither coding nor known.
pub(super) fn symbol(name: &str) -> Option<GeneSymbol> {
    let bare = name.split_once('.').map_or(name, |(bare, _)| bare);
    if !bare.get(..4)?.eq_ignore_ascii_case("ENSG") {
        return None;
    }
    let bare = bare.to_ascii_uppercase();
    let row = rows_of(embedded_text("ensembl.tsv")?, &bare).next()?;
    GeneSymbol::new(row.split('\t').nth(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kb::KnowledgeBase;
    use std::collections::BTreeSet;

    #[test]
    fn identifiers_with_and_without_version() {
        let kit = GeneSymbol::new("KIT");
        assert_eq!(symbol("ENSG00000157404"), kit);
        assert_eq!(symbol("ensg00000157404.17"), kit);
        assert_eq!(symbol("ENSG99999999999"), None);
        assert_eq!(symbol("ENST00000288135"), None);
        assert_eq!(symbol("KIT"), None);
    }

    /// A known gene without its identifier would be taken for one that nobody looks for.
    #[test]
    fn every_known_gene_has_its_identifier() {
        let text = embedded_text("ensembl.tsv").unwrap();
        let named: BTreeSet<&str> = text
            .lines()
            .skip(1)
            .filter_map(|line| line.split('\t').nth(1))
            .collect();
        let knowledge = KnowledgeBase::embedded().unwrap();
        let lacking: Vec<&str> = knowledge
            .genes
            .iter()
            .map(|gene| gene.symbol.as_str())
            .filter(|symbol| !named.contains(symbol))
            .collect();
        assert!(lacking.is_empty(), "{lacking:?}");
    }
}
