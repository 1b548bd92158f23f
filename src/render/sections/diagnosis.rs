//! What the findings say of the submitted diagnosis, which itself is never changed.

use crate::domain::{
    DiagnosisSection, DifferentialEntry, Expected, ExpectedState, NgsIndication, PresentationNote,
    Report,
};
use crate::render::block::{Block, Section, Table};
use crate::render::text::Text;
use crate::render::words;

const METHOD: &str = "Each finding is compared with the alterations that the knowledge base links \
    to the submitted entity and to others; exactly one relation results. The strongest link of \
    each entity decides its place in the differential. The submitted diagnosis is printed as \
    submitted. Absence is only stated where the declared assay is able to see the alteration \
    and the sample is adequate; all else is not assessable, which says nothing of presence.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let diagnosis = &report.diagnosis;
    let mut section = Section {
        anchor: "diagnosis",
        title: "Diagnosis",
        method: METHOD,
        blocks: vec![
            Block::facts(vec![
                ("Submitted", Text::new(words::submitted(report))),
                ("Read as entity", entity(diagnosis)),
                (
                    "Relation",
                    Text::new(words::relation(diagnosis.relation)).small(diagnosis.relation),
                ),
                ("In this case", Text::new(&diagnosis.text)),
                ("Genome expected", Text::new(diagnosis.genome.expected)),
                ("Genome observed", observed(&diagnosis.genome.observed)),
            ]),
            Block::Group("Molecular differential", differential(report)),
            Block::Group("Alterations to expect", expected(diagnosis)),
            Block::Group("Is sequencing called for?", indication(diagnosis)),
        ],
    };
    if !diagnosis.presentation.is_empty() {
        let notes = presentation(&diagnosis.presentation);
        section.blocks.push(Block::Group("Age and site", notes));
    }
    section
}

/// What is known of age and site in the submitted entity (requirement R40).
fn presentation(notes: &[PresentationNote]) -> Vec<Block> {
    let line = |note: &PresentationNote| {
        let unusual = if note.unusual {
            "UNUSUAL for the submitted entity. "
        } else {
            ""
        };
        Text::strong(&note.about).then(format!(": {unusual}{}", note.note))
    };
    let sources = notes.iter().flat_map(|note| &note.evidence);
    let sources: Vec<Text> = sources.map(words::evidence).collect();
    let mut blocks = vec![Block::List(notes.iter().map(line).collect())];
    blocks.extend(folded_sources(sources));
    blocks
}

fn entity(diagnosis: &DiagnosisSection) -> Text {
    match (&diagnosis.submitted.name, &diagnosis.submitted.entity) {
        (Some(name), Some(id)) => Text::new(name).small(id),
        (None, Some(id)) => Text::new(id),
        (_, None) => Text::new(words::NONE),
    }
}

fn observed(text: &str) -> Text {
    if text.trim().is_empty() || text == "not assessed" {
        return Text::new(words::NOT_ASSESSED);
    }
    Text::new(text)
}

fn differential(report: &Report) -> Vec<Block> {
    let diagnosis = &report.diagnosis;
    let is_shared = report
        .findings
        .iter()
        .flat_map(|finding| &finding.diagnostic)
        .any(|line| line.unspecific);
    if diagnosis.differential.is_empty() {
        let text = if is_shared {
            "NONE: unrelated tumours share the alterations found, so they speak for none of them."
        } else {
            "NONE: no finding is linked to an entity."
        };
        return vec![Block::Paragraph(Text::new(text))];
    }
    let submitted = diagnosis.submitted.entity.as_ref();
    let row = |entry: &DifferentialEntry| {
        let note = if Some(&entry.entity) == submitted {
            "as submitted"
        } else {
            "beside the submitted diagnosis"
        };
        vec![
            Text::new(&entry.name),
            Text::new(entry.behaviour),
            Text::new(entry.specificity),
            Text::new(words::listed(&entry.findings)),
            Text::new(note),
        ]
    };
    let mut blocks = vec![Block::Table(Table::new(
        "Entities that the findings are linked to, strongest link first",
        vec!["Entity", "Behaviour", "Link", "Findings", "Standing"],
        diagnosis.differential.iter().map(row),
    ))];
    if is_shared {
        blocks.push(Block::Paragraph(Text::new(
            "Entities that share no more than a second hit with unrelated tumours are left out; \
             they stand with the findings.",
        )));
    }
    blocks
}

fn expected(diagnosis: &DiagnosisSection) -> Vec<Block> {
    if diagnosis.expected.is_empty() {
        return vec![Block::Paragraph(Text::new(
            "NONE: the knowledge base names no alteration to expect in the submitted entity.",
        ))];
    }
    let row = |expected: &Expected| {
        vec![
            Text::new(&expected.pattern).small(&expected.assertion),
            Text::new(format!("about {}", expected.frequency)),
            state(expected.state),
            expected
                .cause
                .as_deref()
                .map_or_else(|| Text::new(words::NONE), Text::new),
            expected
                .confirm_by
                .as_deref()
                .map_or_else(|| Text::new(words::NONE), Text::new),
        ]
    };
    let sources: Vec<Text> = diagnosis
        .expected
        .iter()
        .flat_map(|expected| expected.evidence.iter().map(words::evidence))
        .collect();
    let mut blocks = vec![Block::Table(Table::new(
        "Alterations that most cases of the submitted entity carry",
        vec![
            "Alteration",
            "Share of cases",
            "State",
            "Cause",
            "Another test",
        ],
        diagnosis.expected.iter().map(row),
    ))];
    blocks.extend(folded_sources(sources));
    blocks
}

fn state(state: ExpectedState) -> Text {
    match state {
        ExpectedState::Detected => Text::strong(state),
        ExpectedState::NotDetected => Text::strong("not detected by an assay able to see it"),
        ExpectedState::NotAssessable => Text::strong(words::NOT_ASSESSED),
    }
}

fn indication(diagnosis: &DiagnosisSection) -> Vec<Block> {
    let Some(NgsIndication {
        class,
        text,
        simpler_test,
        evidence,
    }) = &diagnosis.ngs_indication
    else {
        return vec![Block::Paragraph(Text::new(
            "NOT STATED: the knowledge base has no entry for the submitted entity.",
        ))];
    };
    let mut blocks = vec![Block::facts(vec![
        ("Class", Text::new(class)),
        ("Why", Text::new(text)),
        (
            "Simpler sufficient test",
            simpler_test
                .as_deref()
                .map_or_else(|| Text::new(words::NONE), Text::new),
        ),
    ])];
    blocks.extend(folded_sources(
        evidence.iter().map(words::evidence).collect(),
    ));
    blocks
}

/// `sources`, each once, folded. `None` where there are none.
pub fn folded_sources(mut sources: Vec<Text>) -> Option<Block> {
    let mut seen: Vec<Text> = Vec::new();
    sources.retain(|source| {
        let new = !seen.contains(source);
        if new {
            seen.push(source.clone());
        }
        new
    });
    (!sources.is_empty()).then(|| {
        let title = words::counted(sources.len(), "source", "sources");
        Block::Fold(Text::new(title), vec![Block::List(sources)])
    })
}
