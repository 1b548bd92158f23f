//! Findings, each with what was seen, what it is linked to and why an expert should look.

use super::diagnosis::folded_sources;
use super::status::finding_words;
use super::{alteration, inputs, oncogenicity, therapy};
use crate::domain::{
    DiagnosticLine, Finding, GermlineLine, Layer, PrognosticLine, Report, ReviewReason, Severity,
    TherapyState,
};
use crate::render::block::{Block, Entry, EntryKind, ReasonLine, Section, Table};
use crate::render::text::{Text, allele};
use crate::render::words;

const METHOD: &str = "A finding is an alteration that the knowledge base speaks of, seen by one \
    record or more; records of one event are one finding, and their reads are never summed. How \
    closely it was matched is stated: exact, pair, one partner, gene only. Links, reasons and \
    sources come from the knowledge base; only the reading frame, exons and domains that a caller \
    gave are repeated.";

/// The name that leads to the finding at `index`; of our making, never out of the file.
pub fn anchor(index: usize) -> String {
    format!("finding-{}", index.saturating_add(1))
}

/// The label, without an allele that nobody would read base by base.
pub fn name(finding: &Finding) -> String {
    finding
        .label
        .split(' ')
        .map(allele)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let blocks = if report.findings.is_empty() {
        vec![Block::Paragraph(Text::new(
            "NONE: no alteration that the knowledge base speaks of is in the files. What was not \
             looked at stands below.",
        ))]
    } else {
        report
            .findings
            .iter()
            .enumerate()
            .map(|(index, finding)| Block::Entry(entry(report, index, finding)))
            .collect()
    };
    Section {
        anchor: "findings",
        title: "Findings",
        method: METHOD,
        blocks,
    }
}

fn entry(report: &Report, index: usize, finding: &Finding) -> Entry {
    let mut blocks = vec![
        Block::Paragraph(Text::new(&finding.text)),
        Block::facts(vec![
            (
                "Standing",
                Text::new(words::disposition(finding.disposition))
                    .small(words::disposition_code(finding.disposition)),
            ),
            ("Match", Text::new(finding.match_degree)),
            ("Read in", inputs::places(&finding.sources)),
            (
                "Callers that say nothing of it",
                Text::new(words::listed(&finding.silent_callers)),
            ),
        ]),
    ];
    let (notes, heavy): (Vec<_>, Vec<_>) = finding
        .reasons
        .iter()
        .partition(|reason| reason.severity == Severity::Note);
    if heavy.is_empty() && notes.is_empty() {
        blocks.push(Block::Paragraph(Text::new("Reasons for review: NONE")));
    }
    if !heavy.is_empty() {
        blocks.push(Block::Group(
            "Why an expert should look",
            vec![Block::Reasons(
                heavy.into_iter().map(ReasonLine::of).collect(),
            )],
        ));
    }
    if !notes.is_empty() {
        blocks.push(Block::Fold(
            Text::new(words::counted(notes.len(), "note", "notes")),
            vec![Block::Reasons(
                notes.into_iter().map(ReasonLine::of).collect(),
            )],
        ));
    }
    blocks.extend(trace(finding));
    blocks.push(Block::Group(
        "What was seen",
        alteration::blocks(&finding.alteration),
    ));
    blocks.extend(oncogenicity::block(finding.oncogenicity.as_ref()));
    blocks.push(Block::Group("Linked to", diagnostic(&finding.diagnostic)));
    blocks.extend(prognostic(&finding.prognostic));
    blocks.extend(germline(&finding.germline));
    blocks.push(Block::Group(
        "Associations with therapy",
        therapeutic(report, finding),
    ));
    Entry {
        kind: EntryKind::Finding,
        anchor: Some(anchor(index)),
        eyebrow: Text::new(format!("{} · {}", finding.id, finding.alteration.kind())),
        title: Text::new(format!(
            "{} - {}",
            name(finding),
            finding_words(report, finding)
        )),
        blocks,
    }
}

/// What each reason rests on, by rule, assertion, citation and record.
fn trace(finding: &Finding) -> Option<Block> {
    let traced: Vec<&ReviewReason> = finding
        .reasons
        .iter()
        .filter(|reason| !reason.trace.is_empty())
        .collect();
    if traced.is_empty() {
        return None;
    }
    let row = |reason: &ReviewReason| {
        let trace = &reason.trace;
        vec![
            Text::new(reason.code),
            Text::new(words::listed(&trace.assertions)),
            Text::new(words::listed(&trace.citations)),
            inputs::places(&trace.sources),
        ]
    };
    let table = Table::new(
        "Rule, assertions, their sources, records read",
        vec!["Rule", "Assertions", "Citations", "Read in"],
        traced.into_iter().map(row),
    );
    Some(Block::Trace(
        Text::new("What the reasons rest on"),
        vec![Block::Table(table)],
    ))
}

/// The finding of that id, by name and leading to it; the name alone where there is none.
pub fn link(report: &Report, id: &str) -> Text {
    match report.findings.iter().position(|finding| finding.id == id) {
        Some(index) => Text::link(anchor(index), id),
        None => Text::new(id),
    }
}

fn diagnostic(lines: &[DiagnosticLine]) -> Vec<Block> {
    if lines.is_empty() {
        return vec![Block::Paragraph(Text::new("NONE: no entity."))];
    }
    let (shared, specific): (Vec<&DiagnosticLine>, Vec<&DiagnosticLine>) =
        lines.iter().partition(|line| line.unspecific);
    let mut blocks = specific_links(&specific);
    blocks.extend(shared_links(&shared));
    blocks
}

/// Tumours that share the alteration without being set apart by it: names alone, since a table of
/// dozens would hide the rest. The JSON holds each with its sources.
fn shared_links(lines: &[&DiagnosticLine]) -> Option<Block> {
    let mut names: Vec<&str> = lines.iter().map(|line| line.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    (!names.is_empty()).then(|| {
        Block::Paragraph(Text::new(format!(
            "Shared by unrelated tumours, so that it speaks for none of them ({}): {}.",
            names.len(),
            names.join("; ")
        )))
    })
}

fn specific_links(lines: &[&DiagnosticLine]) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    let row = |line: &&DiagnosticLine| {
        let mut remarks: Vec<&str> = line.note.as_deref().into_iter().collect();
        if line.provisional {
            remarks.push("Support not verified yet.");
        }
        match line.layer {
            Layer::Core => {}
            Layer::Local => remarks.push("Addition of the laboratory."),
        }
        if remarks.is_empty() {
            remarks.push(words::NONE);
        }
        vec![
            Text::new(&line.name),
            Text::new(format!(
                "{} ({})",
                words::predicate(line.predicate),
                line.strength
            )),
            Text::new(line.behaviour),
            Text::new(line.entity_relation),
            Text::new(format!("{}: {}", line.match_degree, line.pattern)),
            Text::new(remarks.join(" ")).small(&line.assertion),
        ]
    };
    let sources = lines
        .iter()
        .flat_map(|line| line.evidence.iter().map(words::evidence))
        .collect();
    let mut blocks = vec![Block::Table(Table::new(
        "Entities that the alteration speaks for or against",
        vec![
            "Entity",
            "Link",
            "Behaviour",
            "Relation",
            "Match",
            "Remarks",
        ],
        lines.iter().map(row),
    ))];
    blocks.extend(folded_sources(sources));
    blocks
}

fn prognostic(lines: &[PrognosticLine]) -> Option<Block> {
    if lines.is_empty() {
        return None;
    }
    let said = |line: &PrognosticLine| {
        Text::strong("Prognostic association only")
            .then(format!(
                " - {} in {} ({}): {}",
                words::outcome(line.outcome),
                line.name,
                line.entity_relation,
                line.statement
            ))
            .small(&line.assertion)
    };
    let sources = lines
        .iter()
        .flat_map(|line| line.evidence.iter().map(words::evidence))
        .collect();
    let mut blocks = vec![Block::List(lines.iter().map(said).collect())];
    blocks.extend(folded_sources(sources));
    Some(Block::Group("Course of the disease", blocks))
}

fn germline(lines: &[GermlineLine]) -> Option<Block> {
    if lines.is_empty() {
        return None;
    }
    let said = |line: &GermlineLine| Text::new(&line.statement).small(&line.assertion);
    let sources = lines
        .iter()
        .flat_map(|line| line.evidence.iter().map(words::evidence))
        .collect();
    let mut blocks = vec![Block::List(lines.iter().map(said).collect())];
    blocks.extend(folded_sources(sources));
    Some(Block::Group("Question of inheritance", blocks))
}

fn therapeutic(report: &Report, finding: &Finding) -> Vec<Block> {
    if !finding.therapeutic.is_empty() {
        return therapy::entries(&finding.therapeutic);
    }
    let text = match report.therapy.state {
        TherapyState::None | TherapyState::Listed => Text::new("NONE for this finding."),
        TherapyState::Held => {
            Text::new("WITHHELD: see ").and(Text::link("therapy", "associations with therapy"))
        }
    };
    vec![Block::Paragraph(text)]
}
