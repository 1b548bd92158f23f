//! Genes that the annotation of a structural record places at its ends.
//!
//! SnpEff names two genes that are fused (`gene_fusion`, `A&B`), the far end included. Else a
//! breakend's entries speak of its own end, a segment's of every gene between its ends: of those
//! only genes hit in part are at an end, and of an inversion nobody can tell. A gene beside a place
//! (`upstream_gene_variant`) and a region between two (`A-B`, `intergenic_region`) are none. Where a
//! place lies in genes that code for a protein and others, the others are left out.

use super::by_name::Named;
use crate::domain::GeneSymbol;

/// Terms of a gene that is not hit.
const BESIDE: &[&str] = &[
    "upstream_gene_variant",
    "downstream_gene_variant",
    "intergenic_region",
    "intergenic_variant",
    "regulatory_region_variant",
    "TF_binding_site_variant",
];

/// Terms of a gene that lies, or may lie, between the ends as a whole.
const BETWEEN: &[&str] = &[
    "transcript_ablation",
    "transcript_amplification",
    "feature_ablation",
    "feature_amplification",
    "duplication",
    "inversion",
];

/// The genes, sorted. `symbol` is the symbolic allele's name, empty for a breakend.
pub(super) fn genes(named: &[Named<'_>], symbol: &str) -> Vec<GeneSymbol> {
    let is_segment = symbol.starts_with("DEL") || symbol.starts_with("DUP");
    let says = |entry: &Named<'_>, terms: &[&str]| {
        entry.terms.split('&').any(|term| terms.contains(&term))
    };
    let is_fused = |entry: &&Named<'_>| entry.terms.contains("gene_fusion");
    let is_hit = |entry: &&Named<'_>| {
        let tells = symbol.is_empty() || (is_segment && !says(entry, BETWEEN));
        tells && !entry.terms.is_empty() && !says(entry, BESIDE)
    };
    let hit: Vec<&Named<'_>> = named.iter().filter(is_hit).collect();
    let any_coding = hit.iter().any(|entry| entry.is_coding);
    let mut genes: Vec<GeneSymbol> = named
        .iter()
        .filter(is_fused)
        .flat_map(|entry| entry.gene.split('&'))
        .chain(
            hit.iter()
                .filter(|entry| !is_fused(entry) && (entry.is_coding || !any_coding))
                .map(|entry| entry.gene),
        )
        .filter_map(GeneSymbol::new)
        .collect();
    genes.sort();
    genes.dedup();
    genes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(symbol: &str, entries: &[(&str, &str, bool)]) -> Vec<String> {
        let named: Vec<Named<'_>> = entries
            .iter()
            .map(|(gene, terms, is_coding)| Named {
                gene,
                terms,
                is_coding: *is_coding,
            })
            .collect();
        genes(&named, symbol)
            .iter()
            .map(GeneSymbol::to_string)
            .collect()
    }

    #[test]
    fn only_genes_at_an_end_are_named() {
        let fused = ("FLI1&EWSR1", "gene_fusion", true);
        let intron = ("EWSR1", "intron_variant", true);
        let lnc = ("AC000041.1", "intron_variant", false);
        let beside = ("RHBDD3", "downstream_gene_variant", true);
        let between = ("PLA2G4A-BRINP3", "intergenic_region", false);
        let whole = ("CDKN2A", "transcript_ablation", true);
        assert_eq!(told("", &[fused, beside]), ["EWSR1", "FLI1"]);
        assert_eq!(told("INV", &[fused, intron]), ["EWSR1", "FLI1"]);
        assert_eq!(told("", &[intron, lnc, beside, between]), ["EWSR1"]);
        assert_eq!(told("", &[lnc]), ["AC000041.1"]);
        assert_eq!(told("DEL", &[whole, intron]), ["EWSR1"]);
        assert!(told("INV", &[intron]).is_empty());
        assert!(told("", &[between]).is_empty());
        assert!(told("", &[("EWSR1", "", true)]).is_empty());
    }
}
