//! OM3: missense at a residue where another missense variant is known to be oncogenic.

use super::{Facts, Rule, Verdict};
use crate::domain::{Criterion, Pattern, ProteinChange, ProteinEffect, VariantSet};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    criterion: Criterion::Om3,
    by_effect: true,
    not_with: &[Criterion::Os1, Criterion::Os3, Criterion::Om1],
    assess,
};

/// Where the knowledge base names every change of the residue, it is met. Where it names another
/// change alone, the standard asks how unlike the amino acids are, which is not measured here.
fn assess(facts: &Facts<'_>) -> Verdict {
    let Some(change) = facts.change.as_ref().filter(|change| is_missense(change)) else {
        return Verdict::NotMet;
    };
    let ids = facts.known(|set| match set {
        VariantSet::Residue(..) => true,
        VariantSet::Any
        | VariantSet::Exon(_)
        | VariantSet::Codons(..)
        | VariantSet::Exact(_)
        | VariantSet::Truncating
        | VariantSet::Coding(_) => false,
    });
    if !ids.is_empty() {
        let why = format!(
            "Missense at {}{}, a residue of which the knowledge base names every change as a \
             recurrent or defining alteration.",
            change.first_residue, change.first
        );
        return Verdict::Met(why, ids);
    }
    match another_at_residue(facts, change) {
        Some(other) => Verdict::NotAssessed(format!(
            "The knowledge base names {other} at this residue; how unlike the amino acids are was \
             not measured."
        )),
        None => Verdict::NotMet,
    }
}

fn is_missense(change: &ProteinChange) -> bool {
    match &change.effect {
        ProteinEffect::Missense(_) => true,
        ProteinEffect::Synonymous
        | ProteinEffect::Nonsense
        | ProteinEffect::Frameshift(_)
        | ProteinEffect::Deletion
        | ProteinEffect::Insertion(_)
        | ProteinEffect::DeletionInsertion(_)
        | ProteinEffect::Duplication
        | ProteinEffect::Other(_) => false,
    }
}

/// Another missense change of that residue that some tumour is linked to.
fn another_at_residue(facts: &Facts<'_>, change: &ProteinChange) -> Option<String> {
    let mut others: Vec<String> = facts
        .knowledge
        .diagnostic
        .iter()
        .filter_map(|known| match &known.pattern {
            Pattern::Variant {
                gene,
                change: VariantSet::Exact(text),
            } if gene == facts.gene => text.parse::<ProteinChange>().ok(),
            Pattern::Variant { .. }
            | Pattern::Fusion { .. }
            | Pattern::CopyNumber { .. }
            | Pattern::Duplication { .. }
            | Pattern::Rearrangement { .. }
            | Pattern::AtLeast { .. }
            | Pattern::MsiHigh => None,
        })
        .filter(|other| is_missense(other) && other != change)
        .filter(|other| (other.first_residue, other.first) == (change.first_residue, change.first))
        .map(|other| other.to_string())
        .collect();
    others.sort();
    others.into_iter().next()
}
