//! OS1: the same change of the protein as a known oncogenic variant.

use super::{Facts, Rule, Verdict};
use crate::domain::{Criterion, VariantSet};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    criterion: Criterion::Os1,
    by_effect: true,
    not_with: &[],
    assess,
};

fn assess(facts: &Facts<'_>) -> Verdict {
    let ids = facts.known(|set| match set {
        VariantSet::Exact(_) => true,
        VariantSet::Any
        | VariantSet::Exon(_)
        | VariantSet::Codons(..)
        | VariantSet::Residue(..)
        | VariantSet::Truncating
        | VariantSet::Coding(_) => false,
    });
    if !ids.is_empty() {
        let why = "The knowledge base names this very change of the protein as a recurrent or \
                   defining alteration.";
        return Verdict::Met(why.to_owned(), ids);
    }
    let coding = facts.known(|set| match set {
        VariantSet::Coding(_) => true,
        VariantSet::Any
        | VariantSet::Exon(_)
        | VariantSet::Codons(..)
        | VariantSet::Residue(..)
        | VariantSet::Exact(_)
        | VariantSet::Truncating => false,
    });
    if coding.is_empty() {
        Verdict::NotMet
    } else {
        let why = "The criterion speaks of changes of the protein; the knowledge base names this \
                   change of other bases.";
        Verdict::NotAssessed(why.to_owned())
    }
}
