//! The rows of the files as domain types. The lints have read every text once, so none is lost.

use crate::domain::{
    Artefact, ArtefactException, AssertionId, Behaviour, ConfirmatoryTest, Day, Detects,
    DiagnosticAssertion, Entity, EntityContext, EntityId, ExclusivePair, ExpectedAlteration,
    Fraction, GenomeClass, GermlinePrompt, Pattern, PrognosticAssertion, RegulatoryEvent,
    TherapeuticAssertion, VoidedBy,
};
use crate::kb::at::At;
use crate::kb::file::{
    ArtefactFile, EntityFile, ExclusiveFile, ExpectedRow, GermlineFile, TargetFile, VoidedByRow,
};
use crate::kb::raw::{Raw, RawFile};
use crate::kb::{Example, KnowledgeBase};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every entity, with what overlays add to its names.
pub(super) fn entities(raw: &Raw) -> BTreeMap<EntityId, Entity> {
    let mut entities: BTreeMap<EntityId, Entity> = raw
        .entities
        .iter()
        .filter(|file| !file.value.extends)
        .map(|file| (file.value.id.get_ref().clone(), entity(&file.value)))
        .collect();
    for file in raw.entities.iter().filter(|file| file.value.extends) {
        if let Some(entity) = entities.get_mut(file.value.id.get_ref()) {
            let more = file.value.synonyms.iter().map(|s| s.get_ref().clone());
            entity.synonyms.extend(more);
        }
    }
    entities
}

fn entity(file: &EntityFile) -> Entity {
    Entity {
        id: file.id.get_ref().clone(),
        name: file.name.clone().unwrap_or_default(),
        synonyms: file.synonyms.iter().map(|s| s.get_ref().clone()).collect(),
        parent: file.parent.as_ref().map(|parent| parent.get_ref().clone()),
        codes: file.codes.clone(),
        behaviour: file.behaviour.unwrap_or(Behaviour::Uncertain),
        genome: file.genome.unwrap_or(GenomeClass::Unknown),
        category: file.category.clone(),
        histotype: file.histotype,
        sarcoma: file.sarcoma,
        ngs: file.ngs.clone(),
        age: file.age.clone(),
        site: file.site.clone(),
        reviewed: file.reviewed.clone(),
    }
}

/// When the files of entities and targets were last read against their sources; of two files with one
/// id the earlier day counts.
pub(super) fn reviewed(raw: &Raw) -> BTreeMap<String, Day> {
    let entities = raw
        .entities
        .iter()
        .map(|file| (file.value.id.get_ref().to_string(), &file.value.reviewed));
    let targets = raw
        .targets
        .iter()
        .map(|file| (file.value.id.get_ref().clone(), &file.value.reviewed));
    let mut days: BTreeMap<String, Day> = BTreeMap::new();
    for (id, reviewed) in entities.chain(targets) {
        if let Some(reviewed) = reviewed {
            let day = days.entry(id).or_insert(reviewed.on);
            *day = reviewed.on.min(*day);
        }
    }
    days
}

/// Adds the rows of every file to `joined`.
pub(super) fn join(joined: &mut KnowledgeBase, raw: &Raw) {
    for file in &raw.entities {
        entity_rows(joined, file);
    }
    for file in &raw.targets {
        target_rows(joined, file);
    }
    for file in &raw.germline {
        germline_rows(joined, file);
    }
    for file in &raw.artefacts {
        artefact_rows(joined, file);
    }
    for file in &raw.exclusive {
        exclusive_rows(joined, file);
    }
}

fn pattern(text: &At<String>) -> Option<Pattern> {
    text.get_ref().parse().ok()
}

fn id(text: &At<String>) -> AssertionId {
    AssertionId(text.get_ref().clone())
}

fn ids(entities: &[At<EntityId>]) -> Vec<EntityId> {
    entities.iter().map(|e| e.get_ref().clone()).collect()
}

/// The executable examples of one assertion, and where they stand.
fn examples<'a, T>(
    file: &'a RawFile<T>,
    assertion: &'a At<String>,
    examples: &'a [At<String>],
    near_misses: &'a [At<String>],
) -> impl Iterator<Item = Example> + 'a {
    let wanted = examples.iter().map(|text| (text, true));
    wanted
        .chain(near_misses.iter().map(|text| (text, false)))
        .map(|(text, meets)| Example {
            assertion: id(assertion),
            text: text.get_ref().clone(),
            meets,
            place: file.place(text.span()),
        })
}

fn entity_rows(joined: &mut KnowledgeBase, file: &RawFile<EntityFile>) {
    let entity = file.value.id.get_ref();
    let layer = file.layer;
    for row in &file.value.diagnostic {
        let Some(pattern) = pattern(&row.pattern) else {
            continue;
        };
        joined
            .examples
            .extend(examples(file, &row.id, &row.examples, &row.near_misses));
        joined.diagnostic.push(Arc::new(DiagnosticAssertion {
            id: id(&row.id),
            entity: entity.clone(),
            pattern,
            predicate: row.predicate,
            strength: row.strength,
            shared: row.shared,
            frequency: row.frequency.and_then(Fraction::new),
            frame: row.frame,
            mechanism: row.mechanism,
            requires: row
                .requires
                .iter()
                .filter_map(|text| text.get_ref().parse().ok())
                .collect(),
            note: row.note.clone(),
            evidence: row.evidence.clone(),
            provisional: row.provisional,
            layer,
        }));
    }
    let expected = file.value.expected.iter().filter_map(|row| {
        let patterns: Vec<Pattern> = row.patterns.iter().filter_map(pattern).collect();
        Some(Arc::new(ExpectedAlteration {
            id: id(&row.id),
            entity: entity.clone(),
            name: row.name.clone(),
            frequency: Fraction::new(row.frequency)?,
            assays: assays(row, &patterns),
            patterns,
            confirm_by: row.confirm_by.clone(),
            differential: ids(&row.differential),
            evidence: row.evidence.clone(),
            provisional: row.provisional,
        }))
    });
    joined.expected.extend(expected);
    let prognostic = file.value.prognostic.iter().filter_map(|row| {
        Some(Arc::new(PrognosticAssertion {
            id: id(&row.id),
            entity: entity.clone(),
            pattern: pattern(&row.pattern)?,
            outcome: row.outcome,
            statement: row.statement.clone(),
            evidence: row.evidence.clone(),
            provisional: row.provisional,
            layer,
        }))
    });
    joined.prognostic.extend(prognostic);
    let confirmatory = file.value.orthogonal.iter().map(|row| {
        Arc::new(ConfirmatoryTest {
            id: id(&row.id),
            entity: entity.clone(),
            test: row.test.clone(),
            method: row.method,
            positive: row.positive.clone(),
            negative: row.negative.clone(),
            evidence: row.evidence.clone(),
            provisional: row.provisional,
        })
    });
    joined.confirmatory.extend(confirmatory);
}

/// The kinds of result that can show an expected alteration: those the curator names, else those
/// that its patterns are written for.
fn assays(row: &ExpectedRow, patterns: &[Pattern]) -> Vec<Detects> {
    let mut assays = if row.assays.is_empty() {
        patterns.iter().map(Pattern::class).collect()
    } else {
        row.assays.clone()
    };
    assays.sort_unstable();
    assays.dedup();
    assays
}

fn voided_by(row: &VoidedByRow) -> Option<VoidedBy> {
    Some(VoidedBy {
        pattern: pattern(&row.pattern)?,
        statement: row.statement.clone(),
        evidence: row.evidence.clone(),
    })
}

fn target_rows(joined: &mut KnowledgeBase, file: &RawFile<TargetFile>) {
    for row in &file.value.therapeutic {
        let except = ids(&row.except);
        let Ok(context) = EntityContext::new(row.entities.get_ref().clone(), except) else {
            continue;
        };
        joined
            .examples
            .extend(examples(file, &row.id, &row.examples, &row.near_misses));
        joined.therapeutic.push(Arc::new(TherapeuticAssertion {
            id: id(&row.id),
            pattern: row.pattern.as_ref().and_then(pattern),
            context,
            direction: row.direction,
            agents: row.agents.clone(),
            evidence_level: row.level.clone(),
            escat: row.escat.clone(),
            statement: row.statement.clone(),
            regulatory: oldest_first(&row.regulatory),
            voided_by: row.voided_by.iter().filter_map(voided_by).collect(),
            evidence: row.evidence.clone(),
            provisional: row.provisional,
            layer: file.layer,
        }));
    }
}

fn germline_rows(joined: &mut KnowledgeBase, file: &RawFile<GermlineFile>) {
    let prompts = file.value.prompt.iter().filter_map(|row| {
        Some(Arc::new(GermlinePrompt {
            id: id(&row.id),
            pattern: pattern(&row.pattern)?,
            entities: ids(&row.entities),
            below_age_years: row.below_age_years,
            code: row.code,
            yield_class: row.yield_class,
            statement: row.statement.clone(),
            evidence: row.evidence.clone(),
            provisional: row.provisional,
        }))
    });
    joined.germline.extend(prompts);
}

fn artefact_rows(joined: &mut KnowledgeBase, file: &RawFile<ArtefactFile>) {
    let artefacts = file.value.artefact.iter().filter_map(|row| {
        Some(Arc::new(Artefact {
            id: id(&row.id),
            pattern: pattern(&row.pattern)?,
            kind: row.kind,
            statement: row.statement.clone(),
            evidence: row.evidence.clone(),
        }))
    });
    joined.artefacts.extend(artefacts);
    let exceptions = file.value.exception.iter().filter_map(|row| {
        Some(Arc::new(ArtefactException {
            id: id(&row.id),
            pattern: pattern(&row.pattern)?,
            statement: row.statement.clone(),
            evidence: row.evidence.clone(),
        }))
    });
    joined.exceptions.extend(exceptions);
}

fn exclusive_rows(joined: &mut KnowledgeBase, file: &RawFile<ExclusiveFile>) {
    let pairs = file.value.exclusive.iter().filter_map(|row| {
        Some(Arc::new(ExclusivePair {
            id: id(&row.id),
            one: pattern(&row.one)?,
            other: pattern(&row.other)?,
            statement: row.statement.clone(),
            evidence: row.evidence.clone(),
        }))
    });
    joined.exclusive.extend(pairs);
}

/// Dates are as exact as their source, `2020` to `2020-01-23`, so text sorts them.
fn oldest_first(events: &[RegulatoryEvent]) -> Vec<RegulatoryEvent> {
    let mut events = events.to_vec();
    events.sort_by(|one, other| one.date.cmp(&other.date));
    events
}
