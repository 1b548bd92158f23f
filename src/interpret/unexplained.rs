//! The case without a driver: what among the uninterpreted a reader should see. Nothing here is a
//! finding, and no rule counts it.

use crate::domain::{
    Alteration, Frame, Fusion, GeneSymbol, SmallVariant, Unaccounted, Unexplained,
};
use crate::interpret::Item;
use crate::interpret::sort_out::SortedOut;
use crate::kb::{GeneRole, KnowledgeBase};

const TEXT: &str = "No finding supports or defines an entity. The alterations below are no findings: \
    no assertion speaks of them. They are listed because one of them may explain the case.";
const NOTHING: &str = "No finding supports or defines an entity, and among what was not interpreted \
    is neither an in-frame fusion nor a truncating variant of a known gene.";

/// What is shown. `None` where a driver was found.
pub(crate) fn list(sorted: &SortedOut, knowledge: &KnowledgeBase) -> Option<Unexplained> {
    if sorted.items.iter().any(is_driver) {
        return None;
    }
    let (mut fusions, mut variants) = (Vec::new(), Vec::new());
    for other in &sorted.uninterpreted {
        let listed = |why: String| Unaccounted {
            alteration: other.alteration.clone(),
            label: other.label.clone(),
            why,
            sources: other.sources.clone(),
        };
        match &other.alteration {
            Alteration::Fusion(fusion) => {
                let artefact = sorted.bystanders.iter().any(|bystander| {
                    bystander.label == other.label && !bystander.aside.artefacts.is_empty()
                });
                fusions.extend(why_fusion(fusion, artefact, knowledge).map(listed));
            }
            Alteration::SmallVariant(variant) => {
                variants.extend(why_variant(variant, knowledge).map(listed));
            }
            Alteration::CopyNumber(_)
            | Alteration::Rearrangement(_)
            | Alteration::TandemDuplication(_)
            | Alteration::Biomarker(_) => {}
        }
    }
    let is_empty = fusions.is_empty() && variants.is_empty();
    Some(Unexplained {
        stated: true,
        text: if is_empty { NOTHING } else { TEXT }.to_owned(),
        fusions,
        variants,
    })
}

/// Whether it passed and is linked to an entity that it does not share with unrelated tumours.
fn is_driver(item: &Item) -> bool {
    item.observed.passed() && item.links().any(|(matched, _)| !matched.is_unspecific())
}

/// Both genes known by name, and a fusion protein possible.
fn why_fusion(fusion: &Fusion, artefact: bool, knowledge: &KnowledgeBase) -> Option<String> {
    let genes: Vec<&GeneSymbol> = fusion.genes().collect();
    let [five_prime, three_prime] = genes.as_slice() else {
        return None;
    };
    let frame = match fusion.frame {
        Frame::InFrame => "In frame",
        Frame::SkippedExons => "In frame when exons are skipped",
        Frame::OutOfFrame | Frame::NotApplicable | Frame::Unknown => return None,
    };
    if five_prime == three_prime {
        return None;
    }
    let by = if fusion.frame_from_breakpoints {
        "by its breakpoints"
    } else {
        "as the caller says"
    };
    let known: Vec<String> = genes
        .iter()
        .filter_map(|gene| in_words(gene, knowledge))
        .collect();
    let seen = if artefact {
        "; also described in normal tissue or as an artefact"
    } else {
        ""
    };
    Some(format!("{frame} {by}; {}{seen}.", known.join("; ")))
}

fn why_variant(variant: &SmallVariant, knowledge: &KnowledgeBase) -> Option<String> {
    let by_place = || {
        variant
            .as_computed()
            .is_some_and(|computed| computed.is_truncating())
    };
    let by = match (variant.is_truncating(), by_place()) {
        (true, _) => "Truncating",
        (false, true) => "Truncating by its place on the reference transcript",
        (false, false) => return None,
    };
    let gene = in_words(variant.gene.as_ref()?, knowledge)?;
    Some(format!("{by}; {gene}."))
}

/// The gene and what the knowledge base knows it for. `None` where it knows it not by this name.
fn in_words(gene: &GeneSymbol, knowledge: &KnowledgeBase) -> Option<String> {
    let known = knowledge.genes.get(gene)?;
    // That agents aim at a gene is told by associations alone, which have their gate.
    let roles: Vec<String> = known
        .roles
        .iter()
        .filter(|role| **role != GeneRole::Target)
        .map(ToString::to_string)
        .collect();
    Some(if roles.is_empty() {
        format!("{gene} is a gene of the knowledge base")
    } else {
        format!("{gene} is known in sarcoma as {}", roles.join(", "))
    })
}
