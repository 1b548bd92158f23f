//! OM2: the protein's length is changed in frame, or a tumour suppressor lost its stop.

use super::{Facts, Rule, Verdict};
use crate::domain::{Criterion, ProteinChange, ProteinEffect};
use crate::kb::GeneRole;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    criterion: Criterion::Om2,
    by_effect: true,
    not_with: &[Criterion::Ovs1],
    assess,
};

/// Terms of a change in frame, for a file that names no protein change.
const IN_FRAME: &[&str] = &[
    "inframe_insertion",
    "inframe_deletion",
    "conservative_inframe_insertion",
    "conservative_inframe_deletion",
    "disruptive_inframe_insertion",
    "disruptive_inframe_deletion",
];

fn assess(facts: &Facts<'_>) -> Verdict {
    let says = |terms: &[&str]| {
        let mut told = facts.variant.consequence.iter();
        told.any(|term| terms.contains(&term.as_str()))
    };
    let is_suppressor = facts.knowledge.is_suppressor(facts.gene);
    let gene = facts.gene;
    if is_suppressor && says(&["stop_lost"]) {
        let why = format!("The stop is lost in {gene}, a tumour suppressor.");
        return Verdict::Met(why, Vec::new());
    }
    let in_frame = match &facts.change {
        Some(change) => changes_length(change),
        None => says(IN_FRAME),
    };
    let is_driver = facts.knowledge.genes.get(gene).is_some_and(|known| {
        known.roles.iter().any(|role| match role {
            GeneRole::Driver => true,
            GeneRole::FusionPartner
            | GeneRole::CopyNumber
            | GeneRole::Target
            | GeneRole::Germline => false,
        })
    });
    if !in_frame || !(is_driver || is_suppressor) {
        return Verdict::NotMet;
    }
    let kind = if is_suppressor {
        "a tumour suppressor"
    } else {
        "a driver by small variants"
    };
    let why = format!("Residues are lost or gained in frame in {gene}, {kind}.");
    Verdict::Met(why, Vec::new())
}

fn changes_length(change: &ProteinChange) -> bool {
    match &change.effect {
        ProteinEffect::Deletion | ProteinEffect::Insertion(_) | ProteinEffect::Duplication => true,
        ProteinEffect::DeletionInsertion(inserted) => {
            let lost = change.last_position().saturating_sub(change.first) as usize;
            inserted.chars().count() != lost.saturating_add(1)
        }
        ProteinEffect::Missense(_)
        | ProteinEffect::Synonymous
        | ProteinEffect::Nonsense
        | ProteinEffect::Frameshift(_)
        | ProteinEffect::Other(_) => false,
    }
}
