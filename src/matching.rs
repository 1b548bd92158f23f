//! Observed alterations against what the knowledge base looks for: how closely each pattern is
//! met, and in which tumours the assertion holds. Floor 2: imports [`crate::domain`] and
//! [`crate::kb`] alone.

mod aside;
mod biomarker;
mod copy_number;
pub mod examples;
mod fusion;
mod rearrangement;
mod small_variant;
mod tandem_duplication;

pub use aside::aside;

use crate::domain::{
    ANY_SARCOMA, ANY_SOLID_TUMOUR, Alteration, Asserted, Entity, EntityContext, EntityId,
    EntityRelation, Match, MatchDegree, Observed, Pattern, SmallVariant, Strength,
};
use crate::kb::KnowledgeBase;
use std::collections::BTreeSet;

/// How a pattern is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// How closely.
    pub degree: MatchDegree,
    /// A fusion was seen only in the reverse order of the pattern.
    pub reciprocal_only: bool,
}

impl Met {
    /// Met in the pattern's own direction.
    fn as_is(degree: MatchDegree) -> Self {
        Self {
            degree,
            reciprocal_only: false,
        }
    }
}

/// How `pattern` is met by what was observed. `None`: it is not.
pub fn meets(alteration: &Alteration, pattern: &Pattern, knowledge: &KnowledgeBase) -> Option<Met> {
    match alteration {
        Alteration::SmallVariant(variant) => small_variant_meets(variant, pattern),
        Alteration::Fusion(fusion) => fusion::meets(fusion, pattern, knowledge),
        Alteration::CopyNumber(copy_number) => copy_number::meets(copy_number, pattern),
        Alteration::Rearrangement(rearrangement) => {
            rearrangement::meets(rearrangement, pattern, knowledge)
        }
        Alteration::TandemDuplication(duplication) => {
            tandem_duplication::meets(duplication, pattern)
        }
        Alteration::Biomarker(biomarker) => biomarker::meets(biomarker, pattern),
    }
}

/// By the file's annotation or by the place on the genome, whichever is closer: a file may count
/// residues by another isoform than the knowledge does.
fn small_variant_meets(variant: &SmallVariant, pattern: &Pattern) -> Option<Met> {
    let by_file = small_variant::meets(variant, pattern);
    let by_place = variant
        .as_computed()
        .and_then(|computed| small_variant::meets(&computed, pattern));
    by_file.into_iter().chain(by_place).min_by_key(closeness)
}

/// Whether the file's annotation and the place on the genome meet different patterns in full.
fn small_variant_is_told_apart(variant: &SmallVariant, knowledge: &KnowledgeBase) -> bool {
    let Some(computed) = variant.as_computed() else {
        return false;
    };
    let full = |variant: &SmallVariant, pattern: &Pattern| {
        small_variant::meets(variant, pattern).is_some_and(|met| met.degree.is_full())
    };
    knowledge
        .patterns()
        .any(|pattern| full(variant, pattern) != full(&computed, pattern))
}

/// Every assertion that `observed` meets, closest first, then by identifier.
///
/// Diagnostic assertions may be met in part (one partner, the gene alone), where they define an
/// entity; every other kind is met in full or not at all.
pub fn matches(
    observed: &Observed,
    submitted: Option<&Entity>,
    knowledge: &KnowledgeBase,
) -> Vec<Match> {
    let met = |pattern: &Pattern| meets(&observed.alteration, pattern, knowledge);
    let full = |pattern: &Pattern| met(pattern).filter(|met| met.degree.is_full());
    let mut found = Vec::new();
    for assertion in &knowledge.diagnostic {
        let close = met(&assertion.pattern)
            .filter(|met| met.degree.is_full() || assertion.strength == Strength::Defining);
        if let Some(met) = close {
            found.push(Match {
                degree: met.degree,
                relation: knowledge.relation(submitted, &assertion.entity),
                reciprocal_only: met.reciprocal_only,
                asserted: Asserted::Diagnostic(assertion.clone()),
            });
        }
    }
    for expected in &knowledge.expected {
        if let Some(met) = expected
            .patterns
            .iter()
            .filter_map(full)
            .min_by_key(closeness)
        {
            found.push(Match {
                degree: met.degree,
                relation: knowledge.relation(submitted, &expected.entity),
                reciprocal_only: met.reciprocal_only,
                asserted: Asserted::Expected(expected.clone()),
            });
        }
    }
    for assertion in &knowledge.prognostic {
        if let Some(met) = full(&assertion.pattern) {
            found.push(Match {
                degree: met.degree,
                relation: knowledge.relation(submitted, &assertion.entity),
                reciprocal_only: met.reciprocal_only,
                asserted: Asserted::Prognostic(assertion.clone()),
            });
        }
    }
    for assertion in &knowledge.therapeutic {
        if let Some(met) = assertion.pattern.as_ref().and_then(full) {
            found.push(Match {
                degree: met.degree,
                relation: context_relation(submitted, &assertion.context, knowledge),
                reciprocal_only: met.reciprocal_only,
                asserted: Asserted::Therapeutic(assertion.clone()),
            });
        }
    }
    for prompt in &knowledge.germline {
        if let Some(met) = full(&prompt.pattern) {
            let relation = prompt
                .entities
                .iter()
                .map(|entity| knowledge.relation(submitted, entity))
                .min()
                .unwrap_or(EntityRelation::Narrower);
            found.push(Match {
                degree: met.degree,
                relation,
                reciprocal_only: met.reciprocal_only,
                asserted: Asserted::Germline(prompt.clone()),
            });
        }
    }
    found.sort_by(|one, other| {
        (one.degree, one.reciprocal_only, one.id()).cmp(&(
            other.degree,
            other.reciprocal_only,
            other.id(),
        ))
    });
    without_echoes(found)
}

/// Leaves out partial diagnostic matches that say nothing more than others do: those of an entity
/// that is met in full, further ones of the same entity, and one partner of a fusion whose pair is
/// known.
fn without_echoes(found: Vec<Match>) -> Vec<Match> {
    let entity = |matched: &Match| matched.diagnostic().map(|known| known.entity.clone());
    let is_full = |matched: &&Match| matched.degree.is_full();
    let met_in_full: BTreeSet<EntityId> = found.iter().filter(is_full).filter_map(entity).collect();
    let pair_is_known = found
        .iter()
        .any(|matched| matched.degree == MatchDegree::Pair && matched.diagnostic().is_some());
    let mut told = BTreeSet::new();
    found
        .into_iter()
        .filter(|matched| match entity(matched) {
            None => true,
            Some(_) if matched.degree.is_full() => true,
            Some(_) if matched.degree == MatchDegree::OnePartner && pair_is_known => false,
            Some(entity) => !met_in_full.contains(&entity) && told.insert(entity),
        })
        .collect()
}

fn closeness(met: &Met) -> (MatchDegree, bool) {
    (met.degree, met.reciprocal_only)
}

/// How the tumours of an association relate to the submitted entity: the closest of them, unless
/// the entity is excluded.
pub fn context_relation(
    submitted: Option<&Entity>,
    context: &EntityContext,
    knowledge: &KnowledgeBase,
) -> EntityRelation {
    let excluded = context
        .except()
        .iter()
        .any(|entity| knowledge.relation(submitted, entity).applies());
    if excluded {
        return EntityRelation::Excluded;
    }
    let one = |entity: &EntityId| match (entity.as_str(), submitted) {
        (_, None) => EntityRelation::Undeclared,
        (ANY_SOLID_TUMOUR, Some(_)) => EntityRelation::Narrower,
        (ANY_SARCOMA, Some(submitted)) if submitted.sarcoma => EntityRelation::Narrower,
        (ANY_SARCOMA, Some(_)) => EntityRelation::Different,
        _ => knowledge.relation(submitted, entity),
    };
    context
        .entities()
        .iter()
        .map(one)
        .min()
        .unwrap_or(EntityRelation::Different)
}
