//! Artefacts, exceptions, exclusive pairs and co-alterations that an observation meets.

use crate::domain::{Alteration, Aside, Observed, Pattern, Side};
use crate::kb::KnowledgeBase;
use crate::matching::{meets, small_variant_is_told_apart};
use std::sync::Arc;

/// What the knowledge base says of `observed` beside its assertions. A reverse product meets none
/// of it.
pub fn aside(observed: &Observed, knowledge: &KnowledgeBase) -> Aside {
    let full = |pattern: &Pattern| {
        meets(&observed.alteration, pattern, knowledge)
            .is_some_and(|met| met.degree.is_full() && !met.reciprocal_only)
    };
    let artefacts = knowledge.artefacts.iter();
    let exceptions = knowledge.exceptions.iter();
    let sides = knowledge.exclusive.iter().flat_map(|pair| {
        [(Side::One, &pair.one), (Side::Other, &pair.other)]
            .map(|(side, pattern)| (&pair.id, side, pattern))
    });
    let voids = knowledge.therapeutic.iter().flat_map(|assertion| {
        let of = assertion.voided_by.iter();
        of.map(move |voided| (&assertion.id, voided))
    });
    Aside {
        artefacts: artefacts
            .filter(|artefact| full(&artefact.pattern))
            .map(Arc::clone)
            .collect(),
        exceptions: exceptions
            .filter(|exception| full(&exception.pattern))
            .map(Arc::clone)
            .collect(),
        exclusive: sides
            .filter(|(_, _, pattern)| full(pattern))
            .map(|(id, side, _)| (id.clone(), side))
            .collect(),
        voids: voids
            .filter(|(_, voided)| full(&voided.pattern))
            .map(|(id, voided)| (id.clone(), voided.statement.clone()))
            .collect(),
        told_apart: match &observed.alteration {
            Alteration::SmallVariant(variant) => small_variant_is_told_apart(variant, knowledge),
            Alteration::Fusion(_)
            | Alteration::CopyNumber(_)
            | Alteration::Rearrangement(_)
            | Alteration::TandemDuplication(_)
            | Alteration::Biomarker(_) => false,
        },
    }
}
