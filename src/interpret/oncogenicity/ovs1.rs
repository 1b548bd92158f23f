//! OVS1: null variant in a tumour suppressor.

use super::{Facts, Rule, Verdict};
use crate::domain::{Criterion, VariantSet};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    criterion: Criterion::Ovs1,
    by_effect: true,
    not_with: &[],
    assess,
};

fn assess(facts: &Facts<'_>) -> Verdict {
    if !facts.variant.is_truncating() || !facts.knowledge.is_suppressor(facts.gene) {
        return Verdict::NotMet;
    }
    let why = format!(
        "Null variant (stop, shifted frame, essential splice site or start lost) of {}, whose loss \
         is what the knowledge base links to tumours. Whether the message escapes decay (last exon) \
         was not looked at.",
        facts.gene
    );
    Verdict::Met(why, facts.known(|set| *set == VariantSet::Truncating))
}
