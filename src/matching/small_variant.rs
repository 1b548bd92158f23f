//! Small variants against `variant GENE …`.

use crate::domain::{MatchDegree, Pattern, ProteinChange, ProteinEffect, SmallVariant, VariantSet};
use crate::matching::Met;

/// Terms that leave the protein as it is.
const SILENT: &[&str] = &[
    "synonymous_variant",
    "synonymous",
    "stop_retained_variant",
    "start_retained_variant",
    "intron_variant",
    "intron",
    "upstream_gene_variant",
    "downstream_gene_variant",
    "intergenic_variant",
    "intergenic_region",
    "5_prime_UTR_variant",
    "3_prime_UTR_variant",
    "5_prime_utr",
    "3_prime_utr",
    "non_coding_transcript_variant",
    "non_coding_transcript_exon_variant",
    "non_coding",
    "splice_polypyrimidine_tract_variant",
];

/// How `pattern` is met.
///
/// A variant that changes the protein elsewhere in the gene, or one whose effect the file does
/// not tell, meets the gene alone.
pub(super) fn meets(variant: &SmallVariant, pattern: &Pattern) -> Option<Met> {
    let (gene, set) = match pattern {
        Pattern::Variant { gene, change } => (gene, change),
        Pattern::Fusion { .. }
        | Pattern::CopyNumber { .. }
        | Pattern::Duplication { .. }
        | Pattern::Rearrangement { .. }
        | Pattern::AtLeast { .. }
        | Pattern::MsiHigh => return None,
    };
    if variant.gene.as_ref() != Some(gene) {
        return None;
    }
    if let VariantSet::Coding(wanted) = set {
        // Promoter and splice changes leave the protein as it is, so they are looked for first.
        let same = variant.hgvs_c.as_ref() == Some(wanted);
        return same.then_some(Met::as_is(MatchDegree::Exact));
    }
    if is_silent(variant) {
        return None;
    }
    let change = variant.protein_change();
    let full = match set {
        VariantSet::Any => !variant.consequence.is_empty() || change.is_some(),
        VariantSet::Exon(exon) => variant.exon == Some(*exon) && change.is_some(),
        VariantSet::Codons(first, last) => change
            .as_ref()
            .is_some_and(|change| change.first <= *last && change.last_position() >= *first),
        VariantSet::Residue(residue, position) => change
            .as_ref()
            .is_some_and(|change| touches(change, *residue, *position)),
        VariantSet::Exact(wanted) => change
            .as_ref()
            .is_some_and(|change| change.to_string() == *wanted),
        VariantSet::Truncating => variant.is_truncating(),
        VariantSet::Coding(_) => false, // Told above.
    };
    if full {
        return Some(Met::as_is(MatchDegree::Exact));
    }
    // An unusual change of a gene whose truncation matters says little; of one with hotspots it
    // is worth an expert's look.
    (*set != VariantSet::Truncating).then_some(Met::as_is(MatchDegree::Gene))
}

fn touches(change: &ProteinChange, residue: char, position: u32) -> bool {
    if change.first == position {
        return change.first_residue == residue;
    }
    change.first < position && position <= change.last_position()
}

fn is_silent(variant: &SmallVariant) -> bool {
    let silent_terms = !variant.consequence.is_empty()
        && variant
            .consequence
            .iter()
            .all(|term| SILENT.contains(&term.as_str()));
    let silent_change = variant
        .protein_change()
        .is_some_and(|change| change.effect == ProteinEffect::Synonymous);
    silent_terms || silent_change
}
