//! The rows and their cells, before they are guarded and written.

use crate::domain::{
    AWAITS_REVIEW, Alteration, DiagnosticLine, Finding, Locus, Origin, Report,
    TherapeuticAssociation,
};
use crate::render::sections::{finding_words, measure, place_of_duplication, resistance_first};
use crate::render::text::number;
use crate::render::words;

/// Names of the columns.
pub const COLUMNS: [&str; 19] = [
    "sample",
    "review_status",
    "id",
    "kind",
    "label",
    "genes",
    "disposition",
    "match_degree",
    "relation",
    "entities",
    "reasons",
    "position",
    "hgvs_c",
    "hgvs_p",
    "vaf",
    "reads_or_copies",
    "frame",
    "therapeutic",
    "sources",
];

/// One row; a cell that says nothing is empty.
#[derive(Default)]
pub struct Row {
    review_status: String,
    id: String,
    kind: String,
    label: String,
    genes: String,
    disposition: String,
    match_degree: String,
    entities: String,
    reasons: String,
    seen: Seen,
    therapeutic: String,
    sources: String,
}

/// What the columns say of an alteration itself.
#[derive(Default)]
struct Seen {
    position: String,
    hgvs_c: String,
    hgvs_p: String,
    vaf: String,
    amount: String,
    frame: String,
}

impl Row {
    /// The cells, in the order of [`COLUMNS`].
    pub fn cells(self, report: &Report) -> [String; 19] {
        [
            report.case.sample.clone(),
            self.review_status,
            self.id,
            self.kind,
            self.label,
            self.genes,
            self.disposition,
            self.match_degree,
            report.diagnosis.relation.to_string(),
            self.entities,
            self.reasons,
            self.seen.position,
            self.seen.hgvs_c,
            self.seen.hgvs_p,
            self.seen.vaf,
            self.seen.amount,
            self.seen.frame,
            self.therapeutic,
            self.sources,
        ]
    }
}

/// Every row of `report`, findings first; made one after the other, since there may be very many.
pub fn all(report: &Report) -> impl Iterator<Item = Row> {
    let findings = report
        .findings
        .iter()
        .map(|finding| of_finding(report, finding));
    let by_diagnosis = resistance_first(&report.therapy.by_diagnosis)
        .into_iter()
        .map(of_association);
    let uninterpreted = report.uninterpreted.iter().map(|record| {
        let alteration = &record.alteration;
        no_finding(
            alteration,
            &record.label,
            "not-interpreted".to_owned(),
            &record.sources,
        )
    });
    let filtered = report.filtered.iter().map(|record| {
        let why = format!("set aside: {}", record.rule);
        no_finding(&record.alteration, &record.label, why, &record.sources)
    });
    findings
        .chain(by_diagnosis)
        .chain(uninterpreted)
        .chain(filtered)
}

fn of_finding(report: &Report, finding: &Finding) -> Row {
    let entity = |line: &DiagnosticLine| {
        let link = words::predicate(line.predicate);
        format!("{} ({link}, {})", line.name, line.strength)
    };
    let codes: Vec<String> = finding.reasons.iter().map(|r| r.code.to_string()).collect();
    let therapeutic: Vec<String> = resistance_first(&finding.therapeutic)
        .into_iter()
        .map(association)
        .collect();
    Row {
        review_status: finding_words(report, finding),
        id: finding.id.clone(),
        kind: finding.alteration.kind().to_owned(),
        label: finding.label.clone(),
        genes: joined(
            &finding
                .genes
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>(),
        ),
        disposition: words::disposition_code(finding.disposition).to_owned(),
        match_degree: finding.match_degree.to_string(),
        entities: joined(&finding.diagnostic.iter().map(entity).collect::<Vec<_>>()),
        reasons: joined(&codes),
        seen: seen(&finding.alteration),
        therapeutic: joined(&therapeutic),
        sources: sources(&finding.sources),
    }
}

fn of_association(line: &TherapeuticAssociation) -> Row {
    let reasons = line.reasons().as_slice().iter();
    Row {
        review_status: AWAITS_REVIEW.to_owned(),
        id: line.assertion().to_string(),
        kind: "therapy-by-diagnosis".to_owned(),
        label: format!("by diagnosis - {}", words::FOR_BOARD),
        disposition: "expert-review".to_owned(),
        entities: joined(line.entity_names()),
        reasons: joined(&reasons.map(|r| r.code.to_string()).collect::<Vec<_>>()),
        therapeutic: association(line),
        ..Row::default()
    }
}

fn no_finding(alteration: &Alteration, label: &str, why: String, read: &[Origin]) -> Row {
    let genes: Vec<String> = alteration.genes().iter().map(ToString::to_string).collect();
    Row {
        review_status: AWAITS_REVIEW.to_owned(),
        kind: alteration.kind().to_owned(),
        label: label.to_owned(),
        genes: joined(&genes),
        disposition: why,
        seen: seen(alteration),
        sources: sources(read),
        ..Row::default()
    }
}

/// Agents, direction and level; each with the words for the board.
fn association(line: &TherapeuticAssociation) -> String {
    format!(
        "{}: {}, {} - {}",
        line.agents().join(" + "),
        line.direction(),
        line.evidence_level(),
        words::FOR_BOARD
    )
}

fn seen(alteration: &Alteration) -> Seen {
    match alteration {
        Alteration::SmallVariant(variant) => Seen {
            position: variant.place(str::to_owned).unwrap_or_default(),
            hgvs_c: text(variant.hgvs_c.as_ref()),
            hgvs_p: text(variant.hgvs_p.as_ref()),
            vaf: text(variant.vaf.map(|vaf| number(vaf.get()))),
            amount: reads(variant.alt_reads),
            frame: String::new(),
        },
        Alteration::Fusion(fusion) => Seen {
            position: ends(fusion.five_prime.locus(), fusion.three_prime.locus()),
            amount: reads(fusion.support()),
            frame: words::frame_of(fusion),
            ..Seen::default()
        },
        Alteration::CopyNumber(copy_number) => Seen {
            amount: measure(copy_number),
            ..Seen::default()
        },
        Alteration::Rearrangement(event) => Seen {
            position: ends(event.first.clone(), event.second.clone()),
            amount: reads(event.support()),
            ..Seen::default()
        },
        Alteration::TandemDuplication(duplication) => Seen {
            position: place_of_duplication(duplication),
            amount: reads(duplication.split_reads.or(duplication.spanning_pairs)),
            frame: words::frame(duplication.frame).to_owned(),
            ..Seen::default()
        },
        Alteration::Biomarker(biomarker) => Seen {
            amount: biomarker.label(),
            ..Seen::default()
        },
    }
}

fn ends(first: Option<Locus>, second: Option<Locus>) -> String {
    format!("{} / {}", or_unknown(first), or_unknown(second))
}

fn or_unknown(locus: Option<Locus>) -> String {
    locus.map_or_else(|| "?".to_owned(), |locus| locus.to_string())
}

fn reads(count: Option<u32>) -> String {
    count.map_or_else(String::new, |count| format!("{count} reads"))
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn sources(origins: &[Origin]) -> String {
    joined(&origins.iter().map(words::place).collect::<Vec<_>>())
}

fn joined(parts: &[String]) -> String {
    parts.join("; ")
}
