//! What the laboratory declared of the case.

use crate::domain::{OrthogonalTest, QcStatus, QualityControl, Report};
use crate::render::block::{Block, Section, Table};
use crate::render::text::{Text, count, number};
use crate::render::words;

const METHOD: &str = "As declared in the case file or on the command line; nothing here was \
    measured by this program. NOT STATED means that nobody said.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let case = &report.case;
    let mut blocks = vec![Block::facts(vec![
        ("Sample", Text::new(&case.sample)),
        (
            "Age in years",
            words::stated(case.patient.age_years.map(number)),
        ),
        ("Sex", words::stated(case.patient.sex.as_ref())),
        ("Site", words::stated(case.specimen.site.as_ref())),
        (
            "Tumour content",
            words::stated(case.specimen.tumour_fraction),
        ),
        ("Decalcified", words::yes_no(case.specimen.decalcified)),
        (
            "Normal tissue sequenced",
            words::yes_no(case.specimen.normal_sequenced),
        ),
        ("RNA DV200", words::stated(case.rna.dv200)),
        (
            "RNA mapped reads",
            words::stated(case.rna.mapped_reads.map(count)),
        ),
        (
            "Mutations per megabase",
            words::stated(case.biomarkers.tmb_per_mb.map(number)),
        ),
        ("Microsatellites", words::stated(case.biomarkers.msi)),
        (
            "HRD score",
            words::stated(case.biomarkers.hrd_score.map(number)),
        ),
        (
            "Ultraviolet signature",
            words::stated(case.biomarkers.uv_signature_fraction),
        ),
        ("Quality control", quality(&case.qc)),
        ("Board date", words::stated(case.centre.mdt_date)),
    ])];
    blocks.push(if case.orthogonal.is_empty() {
        Block::Paragraph(Text::new("Results of other tests: NONE declared"))
    } else {
        let row = |test: &OrthogonalTest| vec![Text::new(&test.test), Text::new(&test.result)];
        Block::Table(Table::new(
            "Results of other tests",
            vec!["Test", "Result"],
            case.orthogonal.iter().map(row),
        ))
    });
    Section {
        anchor: "case",
        title: "Case as declared",
        method: METHOD,
        blocks,
    }
}

fn quality(control: &QualityControl) -> Text {
    let status = match control.status {
        QcStatus::Pass => "passed",
        QcStatus::Fail => "FAILED",
        QcStatus::Unknown => words::NOT_STATED,
    };
    match &control.metric {
        Some(metric) => Text::new(format!("{status}: {metric}")),
        None => Text::new(status),
    }
}
