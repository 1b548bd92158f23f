//! An entity as a sarcoma pathologist would read it.

use super::Page;
use crate::domain::{
    ANY_SARCOMA, ANY_SOLID_TUMOUR, DiagnosticAssertion, DiagnosticPredicate, Entity, EntityId,
    FrameRule, Outcome, Pattern, Strength, TherapeuticAssertion,
};
use crate::kb::{Entry, EntryKind, KnowledgeBase, event_text, percent};
use crate::matching::context_relation;

/// Whether a therapeutic or germline line names the entity or what it is a kind of.
pub(in crate::cli::kb) fn concerns(
    entry: &Entry,
    entity: &Entity,
    knowledge: &KnowledgeBase,
) -> bool {
    match entry.kind {
        EntryKind::Therapeutic => knowledge
            .therapeutic
            .iter()
            .any(|known| known.id.0 == entry.id && names_it(known, entity, knowledge)),
        EntryKind::Germline => knowledge
            .germline
            .iter()
            .any(|known| known.id.0 == entry.id && known.entities.contains(&entity.id)),
        EntryKind::Entity
        | EntryKind::Diagnostic
        | EntryKind::Expected
        | EntryKind::Prognostic
        | EntryKind::Orthogonal
        | EntryKind::Artefact
        | EntryKind::Exception
        | EntryKind::Exclusive
        | EntryKind::Gene
        | EntryKind::Citation => false,
    }
}

/// Whether an association was shown in the entity or in what it is a kind of, not in any tumour.
fn names_it(known: &TherapeuticAssertion, entity: &Entity, knowledge: &KnowledgeBase) -> bool {
    let pseudo = |id: &EntityId| [ANY_SOLID_TUMOUR, ANY_SARCOMA].contains(&id.as_str());
    context_relation(Some(entity), &known.context, knowledge).applies()
        && known
            .context
            .entities()
            .iter()
            .any(|id| !pseudo(id) && knowledge.relation(Some(entity), id).applies())
}

/// The page.
pub(in crate::cli::kb) fn text(entity: &Entity, knowledge: &KnowledgeBase) -> String {
    let mut page = Page::new(&entity.name);
    head(&mut page, entity, knowledge);
    presentation(&mut page, entity);
    diagnostic(&mut page, entity, knowledge);
    expected(&mut page, entity, knowledge);
    other_tests(&mut page, entity, knowledge);
    prognostic(&mut page, entity, knowledge);
    therapeutic(&mut page, entity, knowledge);
    germline(&mut page, entity, knowledge);
    page.finish()
}

fn head(page: &mut Page, entity: &Entity, knowledge: &KnowledgeBase) {
    page.line(&format!(
        "{}; {}; genome expected {}",
        entity.category, entity.behaviour, entity.genome
    ));
    let codes: Vec<String> = entity
        .codes
        .iter()
        .map(|(system, code)| format!("{system} {code}"))
        .collect();
    page.line(&format!("id {}  {}", entity.id, codes.join("  ")));
    if let Some(parent) = &entity.parent {
        page.line(&format!("A kind of: {}", knowledge.entity_name(parent)));
    }
    let kinds: Vec<&str> = knowledge
        .entities
        .values()
        .filter(|other| other.parent.as_ref() == Some(&entity.id))
        .map(|other| other.name.as_str())
        .collect();
    if !kinds.is_empty() {
        page.line(&format!("Kinds of it: {}", kinds.join("; ")));
    }
    if !entity.synonyms.is_empty() {
        page.line(&format!("Also called: {}", entity.synonyms.join("; ")));
    }
    if let Some(reviewed) = &entity.reviewed {
        let second = reviewed.second.as_deref();
        let second = second.map_or_else(String::new, |by| format!(", a second time by {by}"));
        page.line(&format!(
            "Read against its sources by {} on {}{second}",
            reviewed.by, reviewed.on
        ));
    }
}

fn presentation(page: &mut Page, entity: &Entity) {
    if let Some(ngs) = &entity.ngs {
        let sources = page.cite(&ngs.evidence);
        let mut lines = vec![format!("{}: {}{sources}", ngs.class, ngs.text)];
        if let Some(test) = &ngs.simpler_test {
            lines.push(format!("Simpler test: {test}"));
        }
        page.section("Is sequencing called for", lines);
    }
    let mut lines = Vec::new();
    if let Some(age) = &entity.age {
        let sources = page.cite(&age.evidence);
        lines.push(format!("Age: {}{sources}", age.note));
    }
    if let Some(site) = &entity.site {
        let sources = page.cite(&site.evidence);
        lines.push(format!("Site: {}{sources}", site.note));
    }
    page.section("Age and site", lines);
}

fn diagnostic(page: &mut Page, entity: &Entity, knowledge: &KnowledgeBase) {
    for (strength, heading) in [
        (Strength::Defining, "Defining alterations"),
        (Strength::Recurrent, "Recurrent alterations"),
        (Strength::Reported, "Reported alterations"),
    ] {
        let mut known: Vec<&DiagnosticAssertion> = knowledge
            .diagnostic
            .iter()
            .filter(|known| known.entity == entity.id && known.strength == strength)
            .map(AsRef::as_ref)
            .collect();
        let share = |known: &DiagnosticAssertion| known.frequency.map_or(0.0, |share| share.get());
        known.sort_by(|one, other| share(other).total_cmp(&share(one)));
        let lines = known
            .into_iter()
            .map(|known| diagnostic_line(page, known, knowledge))
            .collect();
        page.section(heading, lines);
    }
}

fn diagnostic_line(
    page: &mut Page,
    known: &DiagnosticAssertion,
    knowledge: &KnowledgeBase,
) -> String {
    let mut parts = vec![known.pattern.to_string()];
    if known.predicate == DiagnosticPredicate::Excludes {
        parts.push("speaks against the entity".to_owned());
    }
    parts.extend(known.frequency.map(|share| percent(share.get())));
    parts.extend(known.mechanism.map(|mechanism| mechanism.to_string()));
    if known.frame == FrameRule::NotApplicable {
        parts.push("reading frame not applicable".to_owned());
    }
    parts.extend(known.requires.iter().map(ToString::to_string));
    let mut line = parts.join("; ");
    line.push_str(&page.cite(&known.evidence));
    if known.provisional {
        line.push_str(" PROVISIONAL: the support could not be verified yet");
    }
    if let Some(note) = &known.note {
        line.push_str(&format!(". {note}"));
    }
    line.push_str(&elsewhere(known, knowledge));
    line
}

/// In which other entities the same alteration is known; by number where it is common.
fn elsewhere(known: &DiagnosticAssertion, knowledge: &KnowledgeBase) -> String {
    /// More than this many names hide what the line is about.
    const NAMED: usize = 6;
    let others: Vec<&DiagnosticAssertion> = knowledge
        .diagnostic
        .iter()
        .filter(|other| other.entity != known.entity && other.pattern == known.pattern)
        .filter(|other| other.predicate == DiagnosticPredicate::Supports)
        .map(AsRef::as_ref)
        .collect();
    if others.is_empty() {
        return String::new();
    }
    if others.len() > NAMED {
        return format!(" Also in {} other entities.", others.len());
    }
    let names: Vec<String> = others
        .into_iter()
        .map(|other| {
            let behaviour = knowledge.entities.get(&other.entity).map(|e| e.behaviour);
            let behaviour = behaviour.map_or_else(String::new, |b| format!(", {b}"));
            let name = knowledge.entity_name(&other.entity);
            format!("{name} ({}{behaviour})", other.strength)
        })
        .collect();
    format!(" Also in: {}.", names.join("; "))
}

fn expected(page: &mut Page, entity: &Entity, knowledge: &KnowledgeBase) {
    let mut lines = Vec::new();
    for known in knowledge.expected.iter().filter(|e| e.entity == entity.id) {
        let sources = page.cite(&known.evidence);
        let assays: Vec<String> = known.assays.iter().map(ToString::to_string).collect();
        let mut line = format!(
            "{}: {} of cases{sources}; shown by {}",
            known.name,
            percent(known.frequency.get()),
            assays.join(", ")
        );
        if let Some(test) = &known.confirm_by {
            line.push_str(&format!("; to confirm: {test}"));
        }
        if !known.differential.is_empty() {
            let names: Vec<String> = known
                .differential
                .iter()
                .map(|id| knowledge.entity_name(id))
                .collect();
            line.push_str(&format!("; where absent, think of {}", names.join(", ")));
        }
        if known.provisional {
            line.push_str(" PROVISIONAL");
        }
        lines.push(line);
    }
    page.section("What most cases carry", lines);
}

fn other_tests(page: &mut Page, entity: &Entity, knowledge: &KnowledgeBase) {
    let mut lines = Vec::new();
    for known in knowledge
        .confirmatory
        .iter()
        .filter(|t| t.entity == entity.id)
    {
        let sources = page.cite(&known.evidence);
        let mark = if known.provisional {
            " PROVISIONAL"
        } else {
            ""
        };
        lines.push(format!(
            "{} ({}). Positive: {} Negative: {}{sources}{mark}",
            known.test, known.method, known.positive, known.negative
        ));
    }
    page.section("Other tests", lines);
}

fn prognostic(page: &mut Page, entity: &Entity, knowledge: &KnowledgeBase) {
    let mut lines = Vec::new();
    for known in knowledge
        .prognostic
        .iter()
        .filter(|p| p.entity == entity.id)
    {
        let sources = page.cite(&known.evidence);
        let outcome = match known.outcome {
            Outcome::Better => "better",
            Outcome::Worse => "worse",
        };
        let mark = if known.provisional {
            " PROVISIONAL"
        } else {
            ""
        };
        lines.push(format!(
            "{}: {outcome} course. {}{sources}{mark}",
            known.pattern, known.statement
        ));
    }
    page.section("Course (prognostic only)", lines);
}

fn therapeutic(page: &mut Page, entity: &Entity, knowledge: &KnowledgeBase) {
    let mut lines = Vec::new();
    for known in &knowledge.therapeutic {
        if !names_it(known, entity, knowledge) {
            continue;
        }
        let sources = page.cite(&known.evidence);
        let pattern = known.pattern.as_ref();
        let on = pattern.map_or_else(|| "the diagnosis alone".to_owned(), Pattern::to_string);
        let mark = if known.provisional {
            " PROVISIONAL"
        } else {
            ""
        };
        let mut line = format!(
            "{}: {} on {on}; {}. {}{sources}{mark}",
            known.agents.join(", "),
            known.direction,
            known.evidence_level,
            known.statement
        );
        if !known.regulatory.is_empty() {
            let events: Vec<String> = known.regulatory.iter().map(event_text).collect();
            line.push_str(&format!(" Status: {}.", events.join("; ")));
        }
        for voided in &known.voided_by {
            line.push_str(&format!(
                " Void with {}: {}",
                voided.pattern, voided.statement
            ));
        }
        lines.push(line);
    }
    page.section(
        "Associations with agents, for discussion by a sarcoma multidisciplinary board; none is a \
         treatment",
        lines,
    );
}

fn germline(page: &mut Page, entity: &Entity, knowledge: &KnowledgeBase) {
    let mut lines = Vec::new();
    for known in knowledge
        .germline
        .iter()
        .filter(|prompt| prompt.entities.contains(&entity.id))
    {
        let sources = page.cite(&known.evidence);
        let class = known
            .yield_class
            .map_or_else(String::new, |class| format!(" ({class})"));
        lines.push(format!(
            "{}{class}: {}{sources}",
            known.pattern, known.statement
        ));
    }
    page.section("Questions of inheritance", lines);
}
