//! Each kind of line as an [`Entry`].

use crate::domain::{
    DiagnosticAssertion, DiagnosticPredicate, Entity, EntityId, Evidence, ExpectedAlteration,
    FrameRule, GermlinePrompt, Layer, Outcome, Pattern, RegulatoryEvent, TherapeuticAssertion,
};
use crate::kb::entry::{Entry, EntryKind};
use crate::kb::{Gene, KnowledgeBase};
use std::collections::BTreeMap;

pub(super) fn all(knowledge: &KnowledgeBase) -> Vec<Entry> {
    let name = |id: &EntityId| knowledge.entity_name(id);
    let mut entries = Vec::new();
    entries.extend(knowledge.entities.values().map(entity));
    entries.extend(knowledge.diagnostic.iter().map(|a| diagnostic(a, &name)));
    entries.extend(knowledge.expected.iter().map(|a| expected(a, &name)));
    entries.extend(knowledge.prognostic.iter().map(|known| Entry {
        subject: name(&known.entity),
        pattern: known.pattern.to_string(),
        says: format!(
            "{} course: {}",
            match known.outcome {
                Outcome::Better => "better",
                Outcome::Worse => "worse",
            },
            known.statement
        ),
        provisional: known.provisional,
        ..entry(EntryKind::Prognostic, &known.id.0, &known.evidence)
    }));
    entries.extend(knowledge.confirmatory.iter().map(|known| Entry {
        subject: name(&known.entity),
        says: known.test.clone(),
        provisional: known.provisional,
        ..with(
            entry(EntryKind::Orthogonal, &known.id.0, &known.evidence),
            [
                ("method", known.method.to_string()),
                ("positive", known.positive.clone()),
                ("negative", known.negative.clone()),
            ],
        )
    }));
    entries.extend(knowledge.therapeutic.iter().map(|a| therapeutic(a, &name)));
    entries.extend(knowledge.germline.iter().map(|a| germline(a, &name)));
    entries.extend(knowledge.artefacts.iter().map(|known| Entry {
        pattern: known.pattern.to_string(),
        says: format!("{}: {}", known.kind, known.statement),
        ..entry(EntryKind::Artefact, &known.id.0, &known.evidence)
    }));
    entries.extend(knowledge.exceptions.iter().map(|known| Entry {
        pattern: known.pattern.to_string(),
        says: known.statement.clone(),
        ..entry(EntryKind::Exception, &known.id.0, &known.evidence)
    }));
    entries.extend(knowledge.exclusive.iter().map(|known| Entry {
        pattern: format!("{} / {}", known.one, known.other),
        says: known.statement.clone(),
        ..entry(EntryKind::Exclusive, &known.id.0, &known.evidence)
    }));
    entries.extend(knowledge.genes.iter().map(|known| gene(known, knowledge)));
    entries.extend(
        knowledge
            .tables
            .citations
            .iter()
            .map(|(pmid, known)| Entry {
                says: known.cite.clone(),
                ..with(
                    entry(EntryKind::Citation, &format!("PMID:{pmid}"), &[]),
                    [("seen", known.seen.clone())],
                )
            }),
    );
    entries
}

fn entry(kind: EntryKind, id: &str, evidence: &[Evidence]) -> Entry {
    let shows: Vec<String> = evidence
        .iter()
        .map(|evidence| format!("{}: {}", evidence.source, evidence.shows))
        .collect();
    let mut details = BTreeMap::new();
    if !shows.is_empty() {
        details.insert("evidence", shows.join(" | "));
    }
    Entry {
        kind,
        id: id.to_owned(),
        subject: String::new(),
        pattern: String::new(),
        says: String::new(),
        provisional: false,
        sources: evidence.iter().map(|e| e.source.clone()).collect(),
        details,
    }
}

/// Adds the details that say something.
fn with<const N: usize>(mut entry: Entry, details: [(&'static str, String); N]) -> Entry {
    let told = details.into_iter().filter(|(_, text)| !text.is_empty());
    entry.details.extend(told);
    entry
}

fn joined<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    let texts: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    texts.join("; ")
}

fn layer(layer: Layer) -> String {
    match layer {
        Layer::Core => String::new(),
        Layer::Local => "local".to_owned(),
    }
}

fn entity(known: &Entity) -> Entry {
    let codes = known
        .codes
        .iter()
        .map(|(system, code)| format!("{system} {code}"));
    let age = known.age.as_ref();
    let ngs = known.ngs.as_ref();
    Entry {
        subject: known.name.clone(),
        says: known.behaviour.to_string(),
        ..with(
            entry(EntryKind::Entity, known.id.as_str(), &[]),
            [
                ("synonyms", joined(&known.synonyms)),
                ("parent", joined(&known.parent)),
                ("category", known.category.clone()),
                ("genome", known.genome.to_string()),
                ("codes", joined(codes)),
                ("histotype", known.histotype.to_string()),
                ("sarcoma", known.sarcoma.to_string()),
                (
                    "ngs",
                    ngs.map_or_else(String::new, |ngs| format!("{}. {}", ngs.class, ngs.text)),
                ),
                (
                    "simpler_test",
                    ngs.and_then(|ngs| ngs.simpler_test.clone())
                        .unwrap_or_default(),
                ),
                ("age", age.map_or_else(String::new, |age| age.note.clone())),
                (
                    "site",
                    known
                        .site
                        .as_ref()
                        .map_or_else(String::new, |site| site.note.clone()),
                ),
            ],
        )
    }
}

fn diagnostic(known: &DiagnosticAssertion, name: &dyn Fn(&EntityId) -> String) -> Entry {
    let frequency = known.frequency;
    Entry {
        subject: name(&known.entity),
        pattern: known.pattern.to_string(),
        says: match known.predicate {
            DiagnosticPredicate::Supports => known.strength.to_string(),
            DiagnosticPredicate::Excludes => format!("{}, speaks against", known.strength),
        },
        provisional: known.provisional,
        ..with(
            entry(EntryKind::Diagnostic, &known.id.0, &known.evidence),
            [
                (
                    "shared",
                    if known.shared { "shared" } else { "" }.to_owned(),
                ),
                (
                    "frequency",
                    frequency.map_or_else(String::new, |share| share.get().to_string()),
                ),
                (
                    "frame",
                    match known.frame {
                        FrameRule::Expected => String::new(),
                        FrameRule::NotApplicable => "not applicable".to_owned(),
                    },
                ),
                ("mechanism", joined(known.mechanism)),
                ("requires", joined(&known.requires)),
                ("note", known.note.clone().unwrap_or_default()),
                ("layer", layer(known.layer)),
            ],
        )
    }
}

fn expected(known: &ExpectedAlteration, name: &dyn Fn(&EntityId) -> String) -> Entry {
    Entry {
        subject: name(&known.entity),
        pattern: joined::<&Pattern>(&known.patterns),
        says: format!(
            "{} of cases: {}",
            percent(known.frequency.get()),
            known.name
        ),
        provisional: known.provisional,
        ..with(
            entry(EntryKind::Expected, &known.id.0, &known.evidence),
            [
                ("frequency", known.frequency.get().to_string()),
                ("assays", joined(&known.assays)),
                ("confirm_by", known.confirm_by.clone().unwrap_or_default()),
                ("differential", joined(&known.differential)),
            ],
        )
    }
}

/// `0.85` as `85%`.
pub(crate) fn percent(share: f64) -> String {
    format!("{}%", (share * 1000.0).round() / 10.0)
}

fn therapeutic(known: &TherapeuticAssertion, name: &dyn Fn(&EntityId) -> String) -> Entry {
    let voided = known
        .voided_by
        .iter()
        .map(|voided| format!("{}: {}", voided.pattern, voided.statement));
    Entry {
        subject: joined(known.context.entities().iter().map(name)),
        pattern: known
            .pattern
            .as_ref()
            .map_or_else(String::new, Pattern::to_string),
        says: format!(
            "{}: {}; {}; for discussion by a sarcoma multidisciplinary board",
            known.direction,
            known.agents.join(", "),
            known.evidence_level
        ),
        provisional: known.provisional,
        ..with(
            entry(EntryKind::Therapeutic, &known.id.0, &known.evidence),
            [
                ("statement", known.statement.clone()),
                ("except", joined(known.context.except().iter().map(name))),
                ("escat", known.escat.clone().unwrap_or_default()),
                ("regulatory", joined(known.regulatory.iter().map(event))),
                ("voided_by", joined(voided)),
                ("layer", layer(known.layer)),
            ],
        )
    }
}

/// `US approved 2020-01 (seen in …)`.
pub(crate) fn event(event: &RegulatoryEvent) -> String {
    let check = if event.verified {
        ""
    } else {
        ", date not verified"
    };
    format!(
        "{} {} {} ({}{check})",
        event.region, event.status, event.date, event.source
    )
}

fn germline(known: &GermlinePrompt, name: &dyn Fn(&EntityId) -> String) -> Entry {
    let below = known.below_age_years;
    Entry {
        subject: if known.entities.is_empty() {
            "any tumour".to_owned()
        } else {
            joined(known.entities.iter().map(name))
        },
        pattern: known.pattern.to_string(),
        says: format!("{}: {}", known.code, known.statement),
        provisional: known.provisional,
        ..with(
            entry(EntryKind::Germline, &known.id.0, &known.evidence),
            [
                ("yield", joined(known.yield_class)),
                (
                    "below_age_years",
                    below.map_or_else(String::new, |age| age.to_string()),
                ),
            ],
        )
    }
}

fn gene(known: &Gene, knowledge: &KnowledgeBase) -> Entry {
    Entry {
        subject: known.symbol.to_string(),
        says: joined(&known.roles),
        ..with(
            entry(EntryKind::Gene, known.symbol.as_str(), &[]),
            [
                ("hgnc_id", known.hgnc_id.clone().unwrap_or_default()),
                ("transcript", known.transcript.clone().unwrap_or_default()),
                (
                    "family",
                    knowledge
                        .genes
                        .family(&known.symbol)
                        .unwrap_or_default()
                        .to_owned(),
                ),
            ],
        )
    }
}
