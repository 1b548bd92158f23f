//! Associations with therapy, for a board.

use super::diagnosis::folded_sources;
use super::findings;
use crate::domain::{RegulatoryEvent, Report, TherapeuticAssociation, TherapyState};
use crate::render::block::{Block, Entry, EntryKind, ReasonLine, Section};
use crate::render::text::Text;
use crate::render::words;

const METHOD: &str = "An association says in which tumours a link between an alteration (or the \
    diagnosis alone) and an agent was studied, and with what result. It is listed only where the \
    diagnosis, the quality of the sample and the evidence of the alteration allow; otherwise all \
    are withheld. Resistance stands before sensitivity. Regulatory history is quoted with its \
    source and may have changed since.";

/// Fixed context for the board (requirement R36): the abstract of the first source was read, a
/// press summary of the second.
const CONTEXT: &str = "Context: in a programme that profiled 164 patients with advanced sarcoma, a \
    molecularly chosen therapy was started in 13 and one objective response was seen \
    (PMID:32950930). In a series of nearly 7 500 sarcomas about a third carried a potentially \
    actionable alteration, while an approved agent matched in fewer than 6 % of patients \
    (press summary of PMID:35705558).";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let therapy = &report.therapy;
    let mut blocks = vec![
        Block::Lead(Text::new(words::therapy(therapy.state))),
        Block::Paragraph(Text::new(&therapy.text)),
    ];
    match therapy.state {
        TherapyState::None | TherapyState::Held => {}
        TherapyState::Listed => {
            blocks.push(Block::Paragraph(Text::new(CONTEXT)));
            blocks.push(Block::Group("With the findings", with_findings(report)));
            let by_diagnosis = if therapy.by_diagnosis.is_empty() {
                vec![Block::Paragraph(Text::new(words::NONE))]
            } else {
                entries(&therapy.by_diagnosis)
            };
            blocks.push(Block::Group("With the diagnosis alone", by_diagnosis));
        }
    }
    Section {
        anchor: "therapy",
        title: "Associations with therapy",
        method: METHOD,
        blocks,
    }
}

fn with_findings(report: &Report) -> Vec<Block> {
    let lines: Vec<Text> = report
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| !finding.therapeutic.is_empty())
        .map(|(index, finding)| {
            Text::link(findings::anchor(index), &finding.id).then(format!(
                " {}: {}, with the finding, {}",
                findings::name(finding),
                words::counted(finding.therapeutic.len(), "association", "associations"),
                words::FOR_BOARD
            ))
        })
        .collect();
    if lines.is_empty() {
        return vec![Block::Paragraph(Text::new(words::NONE))];
    }
    vec![Block::List(lines)]
}

/// One entry per association, resistance first.
pub fn entries(associations: &[TherapeuticAssociation]) -> Vec<Block> {
    resistance_first(associations)
        .into_iter()
        .map(|association| Block::Entry(entry(association)))
        .collect()
}

/// The associations, resistance before sensitivity (requirement R37).
pub fn resistance_first(associations: &[TherapeuticAssociation]) -> Vec<&TherapeuticAssociation> {
    let mut sorted: Vec<&TherapeuticAssociation> = associations.iter().collect();
    sorted.sort_by_key(|association| association.direction());
    sorted
}

fn entry(association: &TherapeuticAssociation) -> Entry {
    let mut level = Text::new(association.evidence_level());
    if association.provisional() {
        level = level.then_strong(" - support not verified yet");
    }
    let reasons = association.reasons().as_slice();
    let mut blocks = vec![
        Block::Paragraph(Text::new(association.statement())),
        Block::facts(vec![
            ("Shown in", shown_in(association)),
            (
                "Relation to the submitted entity",
                Text::new(association.entity_relation()),
            ),
            ("Evidence level", level),
            (
                "ESCAT tier",
                association
                    .escat()
                    .map_or_else(|| Text::new("NONE published for sarcoma"), Text::new),
            ),
        ]),
        Block::Reasons(reasons.iter().map(ReasonLine::of).collect()),
    ];
    if !association.regulatory().is_empty() {
        let history = association.regulatory().iter().map(event).collect();
        blocks.push(Block::Group(
            "Regulatory history",
            vec![Block::List(history)],
        ));
    }
    blocks.extend(folded_sources(
        association.evidence().iter().map(words::evidence).collect(),
    ));
    Entry {
        kind: EntryKind::Association,
        anchor: None,
        eyebrow: Text::new(format!("{}", association.assertion())),
        title: Text::new(format!(
            "{}: {} - {}",
            association.agents().join(" + "),
            association.direction(),
            words::FOR_BOARD
        )),
        blocks,
    }
}

fn shown_in(association: &TherapeuticAssociation) -> Text {
    let text = Text::new(words::listed(association.entity_names()));
    let except = association.context().except();
    if except.is_empty() {
        return text;
    }
    text.then(format!("; not in: {}", words::listed(except)))
}

fn event(event: &RegulatoryEvent) -> Text {
    let dated = match event.source_date {
        Some(date) => format!("{} of {date}", event.source),
        None => event.source.clone(),
    };
    let verified = if event.verified {
        "date seen in the source"
    } else {
        "date awaits a check"
    };
    Text::new(format!("{} {}: {}", event.date, event.region, event.status))
        .small(format!("{dated} · {verified}"))
}
