//! OM1: in a critical part of a functional domain.

use super::{Facts, Rule, Verdict};
use crate::domain::{Criterion, VariantSet};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    criterion: Criterion::Om1,
    by_effect: true,
    not_with: &[Criterion::Ovs1, Criterion::Os1, Criterion::Os3],
    assess,
};

/// By the regions that the knowledge base itself draws: that a residue lies in a domain of a protein
/// table says nothing of how critical it is.
fn assess(facts: &Facts<'_>) -> Verdict {
    if facts.variant.is_truncating() {
        return Verdict::NotMet;
    }
    let ids = facts.known(|set| match set {
        VariantSet::Exon(_) | VariantSet::Codons(..) => true,
        VariantSet::Any
        | VariantSet::Residue(..)
        | VariantSet::Exact(_)
        | VariantSet::Truncating
        | VariantSet::Coding(_) => false,
    });
    if ids.is_empty() {
        return Verdict::NotMet;
    }
    let why = "In a region of the protein whose changes the knowledge base names as a recurrent or \
               defining alteration.";
    Verdict::Met(why.to_owned(), ids)
}
