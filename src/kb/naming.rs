//! What a gene's name in a file stands for: symbols of today and before, letter case, Ensembl
//! identifiers.

use crate::domain::GeneSymbol;
use crate::kb::{KnowledgeBase, Resolved, ensembl};

impl KnowledgeBase {
    /// What `name`, as a file wrote it, stands for.
    ///
    /// A name that HGNC does not know as written is looked up as an Ensembl identifier and then in
    /// capitals, so that `kit` and `ENSG00000157404` are KIT. Nothing ambiguous is guessed.
    pub fn resolve_gene(&self, name: &GeneSymbol) -> Resolved {
        let known = self.symbols.resolve(name);
        if known != Resolved::Unknown || self.genes.knows(name) {
            return known;
        }
        if let Some(symbol) = ensembl::symbol(name.as_str()) {
            return Resolved::Renamed(symbol);
        }
        let capitals = name.as_str().to_ascii_uppercase();
        // The only lower-case letters of human symbols: C11orf95.
        let open_reading_frame = capitals.replace("ORF", "orf");
        [capitals, open_reading_frame]
            .iter()
            .filter(|spelt| *spelt != name.as_str())
            .filter_map(|spelt| GeneSymbol::new(spelt))
            .map(|spelt| match self.symbols.resolve(&spelt) {
                Resolved::Current => Resolved::Renamed(spelt),
                other @ (Resolved::Renamed(_) | Resolved::Ambiguous(_) | Resolved::Unknown) => {
                    other
                }
            })
            .find(|resolved| *resolved != Resolved::Unknown)
            .unwrap_or(Resolved::Unknown)
    }

    /// The genes that `name` may stand for; none where it stands for one alone or for no gene.
    pub fn candidates(&self, name: &GeneSymbol) -> Vec<GeneSymbol> {
        match self.resolve_gene(name) {
            Resolved::Ambiguous(candidates) => candidates,
            Resolved::Current | Resolved::Renamed(_) | Resolved::Unknown => Vec::new(),
        }
    }

    /// Whether some pattern goes by the exon of that gene.
    pub fn goes_by_exon(&self, gene: &GeneSymbol) -> bool {
        use crate::domain::{Pattern, VariantSet};
        self.patterns().any(|pattern| {
            matches!(pattern, Pattern::Variant { gene: named, change: VariantSet::Exon(_) }
                if named == gene)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_files_write_them() {
        let knowledge = KnowledgeBase::embedded().unwrap();
        let resolve = |name: &str| knowledge.resolve_gene(&GeneSymbol::new(name).unwrap());
        let renamed = |to: &str| Resolved::Renamed(GeneSymbol::new(to).unwrap());
        assert_eq!(resolve("KIT"), Resolved::Current);
        assert_eq!(resolve("kit"), renamed("KIT"));
        assert_eq!(resolve("Ss18"), renamed("SS18"));
        assert_eq!(resolve("ENSG00000157404.17"), renamed("KIT"));
        assert_eq!(resolve("c11ORF95"), renamed("ZFTA"));
        assert_eq!(resolve("fkhr"), renamed("FOXO1"));
        assert!(matches!(resolve("syt"), Resolved::Ambiguous(_)));
        assert_eq!(resolve("AC016683.6"), Resolved::Unknown);
    }
}
