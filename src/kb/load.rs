//! Files to a knowledge base: lints first, then the rows become domain types and are joined.

use crate::domain::{
    AssertionId, Behaviour, DiagnosticAssertion, Entity, EntityContext, EntityId,
    ExpectedAlteration, Fraction, GenomeClass, GermlinePrompt, Layer, Pattern, PrognosticAssertion,
    RegulatoryEvent, TherapeuticAssertion,
};
use crate::kb::check::{Checked, LINTS};
use crate::kb::file::{EntityFile, GermlineFile, TargetFile};
use crate::kb::genes::{Gene, Genes};
use crate::kb::problem::{KbError, Problem};
use crate::kb::raw::{Raw, RawFile};
use crate::kb::source::Source;
use crate::kb::symbols::Symbols;
use crate::kb::{KnowledgeBase, Version};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads `core` with `overlays` on top.
///
/// # Errors
/// With every problem at once where it does not validate.
pub fn load(core: &Source, overlays: &[Source]) -> Result<KnowledgeBase, KbError> {
    let mut problems = Vec::new();
    let mut raw = Raw::default();
    raw.add(core, Layer::Core, &mut problems);
    for overlay in overlays {
        raw.add(overlay, Layer::Local, &mut problems);
    }
    let (mut genes, unread) = Genes::read(
        core.text("genes.tsv").unwrap_or_default(),
        core.text("families.tsv").unwrap_or_default(),
    );
    for (line, message) in unread {
        problems.push(Problem {
            path: format!("{}/genes.tsv", core.name),
            line,
            column: 1,
            code: "KB001",
            message,
        });
    }
    let symbols = Symbols::new(core.files.get("symbols.tsv").cloned().unwrap_or_default());
    let checked = Checked {
        raw: &raw,
        genes: &genes,
        symbols: &symbols,
    };
    for lint in LINTS {
        lint.check(&checked, &mut problems);
    }
    problems.sort();
    problems.dedup();
    let Some(manifest) = raw.manifest.as_ref().filter(|_| problems.is_empty()) else {
        return Err(KbError::Invalid(problems));
    };
    let version = Version {
        version: manifest.value.version.clone(),
        date: manifest.value.date,
        sha256: core.sha256(),
        overlays: overlays
            .iter()
            .map(|overlay| format!("{} {}", overlay.name, overlay.sha256()))
            .collect(),
    };
    let mut joined = KnowledgeBase {
        version,
        entities: entities(&raw),
        diagnostic: Vec::new(),
        expected: Vec::new(),
        prognostic: Vec::new(),
        therapeutic: Vec::new(),
        germline: Vec::new(),
        genes: Genes::default(),
        symbols: symbols.clone(),
    };
    for file in &raw.entities {
        entity_rows(&mut joined, file);
    }
    for file in &raw.targets {
        target_rows(&mut joined, file);
    }
    for file in &raw.germline {
        germline_rows(&mut joined, file);
    }
    let named: Vec<_> = joined
        .patterns()
        .flat_map(Pattern::genes)
        .cloned()
        .collect();
    for symbol in named {
        // Genes that only a pattern names are known too, without a place.
        genes.add(Gene {
            symbol,
            hgnc_id: None,
            transcript: None,
            anchor: None,
            grch37: None,
            grch38: None,
        });
    }
    joined.genes = genes;
    Ok(joined)
}

fn entities(raw: &Raw) -> BTreeMap<EntityId, Entity> {
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
    }
}

/// The lints have read every pattern once, so none is lost here.
fn pattern(text: &toml::Spanned<String>) -> Option<Pattern> {
    text.get_ref().parse().ok()
}

fn id(text: &toml::Spanned<String>) -> AssertionId {
    AssertionId(text.get_ref().clone())
}

fn entity_rows(joined: &mut KnowledgeBase, file: &RawFile<EntityFile>) {
    let entity = file.value.id.get_ref();
    let layer = file.layer;
    joined
        .diagnostic
        .extend(file.value.diagnostic.iter().filter_map(|row| {
            Some(Arc::new(DiagnosticAssertion {
                id: id(&row.id),
                entity: entity.clone(),
                pattern: pattern(&row.pattern)?,
                predicate: row.predicate,
                strength: row.strength,
                shared: row.shared,
                frequency: row.frequency.and_then(Fraction::new),
                frame: row.frame,
                note: row.note.clone(),
                evidence: row.evidence.clone(),
                provisional: row.provisional,
                layer,
            }))
        }));
    joined
        .expected
        .extend(file.value.expected.iter().filter_map(|row| {
            Some(Arc::new(ExpectedAlteration {
                id: id(&row.id),
                entity: entity.clone(),
                name: row.name.clone(),
                patterns: row.patterns.iter().filter_map(pattern).collect(),
                frequency: Fraction::new(row.frequency)?,
                confirm_by: row.confirm_by.clone(),
                differential: row
                    .differential
                    .iter()
                    .map(|e| e.get_ref().clone())
                    .collect(),
                evidence: row.evidence.clone(),
                provisional: row.provisional,
            }))
        }));
    joined
        .prognostic
        .extend(file.value.prognostic.iter().filter_map(|row| {
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
        }));
}

fn target_rows(joined: &mut KnowledgeBase, file: &RawFile<TargetFile>) {
    joined
        .therapeutic
        .extend(file.value.therapeutic.iter().filter_map(|row| {
            let except = row.except.iter().map(|e| e.get_ref().clone()).collect();
            Some(Arc::new(TherapeuticAssertion {
                id: id(&row.id),
                pattern: match &row.pattern {
                    Some(text) => Some(pattern(text)?),
                    None => None,
                },
                context: EntityContext::new(row.entities.get_ref().clone(), except).ok()?,
                direction: row.direction,
                agents: row.agents.clone(),
                evidence_level: row.level.clone(),
                escat: row.escat.clone(),
                statement: row.statement.clone(),
                regulatory: oldest_first(&row.regulatory),
                evidence: row.evidence.clone(),
                provisional: row.provisional,
                layer: file.layer,
            }))
        }));
}

fn germline_rows(joined: &mut KnowledgeBase, file: &RawFile<GermlineFile>) {
    joined
        .germline
        .extend(file.value.prompt.iter().filter_map(|row| {
            Some(Arc::new(GermlinePrompt {
                id: id(&row.id),
                pattern: pattern(&row.pattern)?,
                entities: row.entities.iter().map(|e| e.get_ref().clone()).collect(),
                below_age_years: row.below_age_years,
                code: row.code,
                statement: row.statement.clone(),
                evidence: row.evidence.clone(),
            }))
        }));
}

/// Dates are as exact as their source, `2020` to `2020-01-23`, so text sorts them.
fn oldest_first(events: &[RegulatoryEvent]) -> Vec<RegulatoryEvent> {
    let mut events = events.to_vec();
    events.sort_by(|one, other| one.date.cmp(&other.date));
    events
}
