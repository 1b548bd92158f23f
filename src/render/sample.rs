//! Reports for the tests: one of every kind of alteration, the same with hostile text, and one
//! with nothing in it.

mod alterations;
mod findings;

use crate::domain::*;
use alterations::{copy_number, small_variant};
use findings::{association, findings};
use std::collections::BTreeMap;

/// Text as a well-meaning file holds it.
pub fn harmless() -> Report {
    report(&|text| text.to_owned())
}

/// The same report where every free text tries to be markup or a formula.
pub fn hostile() -> Report {
    report(&|text| {
        format!(
            "=cmd|' /C calc'!A1 <script>alert(1)</script> {text} \"><img src=x onerror=alert(1)> \
             `code` [a](http://b) *c* _d_ </td></table>\n# e\r\n\t| f | &lt; {{{{ g }}}} \u{202e}"
        )
    })
}

/// Nothing was found and nothing was declared.
pub fn bare() -> Report {
    let mut report = harmless();
    report.overall.state = OverallState::RoutineMdtReview;
    report.case = Case {
        sample: "T0".to_owned(),
        ..Case::default()
    };
    report.assay = None;
    report.inputs = Vec::new();
    report.findings = Vec::new();
    report.diagnosis.submitted = Submitted::default();
    report.diagnosis.differential = Vec::new();
    report.diagnosis.expected = Vec::new();
    report.diagnosis.ngs_indication = None;
    report.therapy = Therapy {
        state: TherapyState::None,
        text: "The knowledge base holds none for this case.".to_owned(),
        by_diagnosis: Vec::new(),
    };
    report.reasons = Vec::new();
    report.unexplained = None;
    report.uninterpreted = Vec::new();
    report.filtered = Vec::new();
    report.rejected = Vec::new();
    report.warnings = Vec::new();
    report.limitations = Vec::new();
    report
}

/// Associations with therapy are withheld.
pub fn held() -> Report {
    let mut report = harmless();
    for finding in &mut report.findings {
        finding.therapeutic = Vec::new();
    }
    report.therapy = Therapy {
        state: TherapyState::Held,
        text: "Withheld: pathology review comes first.".to_owned(),
        by_diagnosis: Vec::new(),
    };
    report
}

/// A usual case with one finding.
pub fn single() -> Report {
    let mut report = harmless();
    report.findings.truncate(1);
    report.diagnosis.differential.truncate(2);
    report
        .reasons
        .retain(|r| r.finding.as_deref().is_none_or(|id| id == "F1"));
    report.therapy = bare().therapy;
    report
}

type Spell<'a> = &'a dyn Fn(&str) -> String;

fn evidence(t: Spell<'_>, shows: &str) -> Vec<Evidence> {
    vec![Evidence {
        source: t("PMID:12345678"),
        cite: t("Example A, Journal of Examples, 2020: a series of 120 cases"),
        kind: StudyKind::RetrospectiveSeries,
        shows: t(shows),
    }]
}

fn gene(t: Spell<'_>, symbol: &str) -> GeneSymbol {
    GeneSymbol::new(&t(symbol)).unwrap()
}

fn fraction(value: f64) -> Option<Fraction> {
    Fraction::new(value)
}

fn origin(t: Spell<'_>, line: u64) -> Origin {
    Origin {
        input: 0,
        line,
        caller: t("arriba"),
    }
}

fn case(t: Spell<'_>) -> Case {
    Case {
        sample: t("T1"),
        diagnosis: DeclaredDiagnosis {
            submitted: Some(t("Ewing sarcoma")),
            status: DiagnosisStatus::Confirmed,
            pathology_review: PathologyReview::General,
        },
        centre: Centre {
            kind: CentreKind::NonExpert,
            mdt_date: Some("2026-03-02".parse().unwrap()),
        },
        patient: Patient {
            age_years: Some(14.0),
            sex: Some(t("female")),
        },
        specimen: Specimen {
            site: Some(t("femur")),
            tumour_fraction: fraction(0.6),
            decalcified: Some(false),
            normal_sequenced: None,
        },
        rna: RnaAdequacy {
            dv200: fraction(0.62),
            mapped_reads: Some(31_000_000),
        },
        qc: QualityControl {
            status: QcStatus::Fail,
            metric: Some(t("mean coverage 12")),
        },
        orthogonal: vec![OrthogonalTest {
            test: t("FISH EWSR1 break-apart"),
            result: t("positive"),
        }],
        biomarkers: DeclaredBiomarkers {
            tmb_per_mb: Some(1.2),
            msi: Some(MsiState::Stable),
            hrd_score: Some(12.0),
            uv_signature_fraction: fraction(0.0),
        },
    }
}

fn assay(t: Spell<'_>) -> Assay {
    Assay {
        name: t("Example RNA fusion panel"),
        analyte: vec![Analyte::RNA],
        detects: vec![Detects::Fusion],
        fusion_genes: vec![gene(t, "EWSR1"), gene(t, "FUS")],
        genes: Vec::new(),
        limit_of_detection_vaf: fraction(0.05),
        min_tumour_fraction: fraction(0.2),
        min_dv200: fraction(0.3),
        min_mapped_reads: Some(10_000_000),
        sensitivity: BTreeMap::from([(Detects::Fusion, fraction(0.96).unwrap())]),
    }
}

fn diagnosis(t: Spell<'_>) -> DiagnosisSection {
    let entry = |name: &str, behaviour, specificity| DifferentialEntry {
        entity: EntityId(t(&name.to_lowercase().replace(' ', "-"))),
        name: t(name),
        behaviour,
        specificity,
        findings: vec!["F1".to_owned()],
    };
    let expected = |pattern: &str, state| Expected {
        assertion: AssertionId(t("ewing.expected")),
        pattern: t(pattern),
        frequency: fraction(0.85).unwrap(),
        state,
        cause: Some(t("the assay does not see it")),
        confirm_by: Some(t("FISH EWSR1 break-apart")),
        evidence: evidence(t, "Found in 85 % of cases."),
    };
    DiagnosisSection {
        submitted: Submitted {
            text: Some(t("Ewing sarcoma")),
            entity: Some(EntityId(t("ewing-sarcoma"))),
            name: Some(t("Ewing sarcoma")),
            histotype: true,
        },
        relation: DiagnosisRelation::Supports,
        text: t("EWSR1::FLI1 is a defining alteration of Ewing sarcoma."),
        differential: vec![
            entry("Ewing sarcoma", Behaviour::Malignant, Strength::Defining),
            entry(
                "Superficial neurocristic tumour",
                Behaviour::Uncertain,
                Strength::Reported,
            ),
            entry("GIST", Behaviour::Malignant, Strength::Defining),
        ],
        expected: vec![
            expected(
                "EWSR1 or FUS fusion with an ETS gene",
                ExpectedState::Detected,
            ),
            expected("STAG2 loss", ExpectedState::NotAssessable),
        ],
        ngs_indication: Some(NgsIndication {
            class: NgsClass::SelectedContext,
            text: t("Break-apart FISH settles most cases; sequencing names the partner."),
            simpler_test: Some(t("EWSR1 FISH")),
            evidence: evidence(t, "Consensus."),
        }),
        genome: Genome {
            expected: GenomeClass::Simple,
            observed: t("not assessed"),
        },
        presentation: vec![PresentationNote {
            about: t("age 14 (child, adolescent or young adult)"),
            note: t("The incidence has its peak between 10 and 19 years."),
            unusual: false,
            evidence: evidence(t, "Incidence by age."),
        }],
    }
}

fn reasons(t: Spell<'_>, findings: &[Finding]) -> Vec<ReviewReason> {
    let whole_case = [
        (
            ReasonCode::CtrNonexpert,
            "A multigene panel from a non-expert centre cannot replace pathology review nor guide \
             therapy without prior evaluation by sarcoma experts.",
        ),
        (
            ReasonCode::CtrNopathrev,
            "No expert pathology review is recorded.",
        ),
        (
            ReasonCode::GermNonormal,
            "Somatic or germline origin was not determined; absence of a flag does not exclude \
             inheritance.",
        ),
        (ReasonCode::ProcUnsigned, "Draft: not reviewed."),
        (
            ReasonCode::ProcDropped,
            "1 row could not be read: file 1, line 7.",
        ),
        (
            ReasonCode::GermTp53Age,
            "Young age raises the prior; most tumour TP53 variants are somatic.",
        ),
    ]
    .map(|(code, text)| ReviewReason::new(code, t(text)));
    let mut all: Vec<ReviewReason> = whole_case.to_vec();
    for finding in findings {
        all.extend(finding.reasons.iter().cloned().map(|reason| ReviewReason {
            finding: Some(finding.id.clone()),
            ..reason
        }));
    }
    all.sort();
    all
}

fn configuration(t: Spell<'_>) -> Configuration {
    Configuration {
        path: Some(t("sarcolens.toml")),
        sha256: Some("cd".repeat(32)),
        laboratory: Laboratory {
            name: Some(t("Laboratory of the example")),
            address: vec![t("First line"), t("Second line")],
            contact: None,
        },
        changed: vec![Setting {
            key: "fusion.min_reads".to_owned(),
            value: t("10"),
            default: "6".to_owned(),
            unit: "reads".to_owned(),
            meaning: "Fewer are low support.".to_owned(),
            source: "convention".to_owned(),
        }],
    }
}

fn report(t: Spell<'_>) -> Report {
    let findings = findings(t);
    Report {
        schema_version: SCHEMA_VERSION.to_owned(),
        tool: Tool {
            name: "sarcolens".to_owned(),
            version: t("0.1.0"),
            knowledge_base: KnowledgeBaseVersion {
                version: t("2026.1"),
                date: t("2026-01-15"),
                sha256: "ab".repeat(32),
                overlays: Vec::new(),
            },
            reference: Some(ReferenceUsed {
                embedded_sha256: "ef".repeat(32),
                assembly: Some(Assembly::GRCh38),
                files: vec![ReferenceFile {
                    role: ReferenceRole::Cache,
                    path: t("genes.sarcoref"),
                    sha256: "cd".repeat(32),
                }],
            }),
        },
        status: ReportStatus::Draft,
        report_date: None,
        configuration: configuration(t),
        intended_use: INTENDED_USE.to_owned(),
        overall: Overall {
            state: OverallState::ReviewRequired,
            reasons: vec![ReasonCode::DxMulti, ReasonCode::CtrNonexpert],
        },
        case: case(t),
        assay: Some(assay(t)),
        inputs: vec![Input {
            path: t("inputs/T1.arriba.tsv"),
            sha256: "0f".repeat(32),
            format: "arriba".to_owned(),
            caller_version: Some(t("2.5.1")),
            assembly: Some(Assembly::GRCh38),
            assembly_from: Some("gene positions".to_owned()),
            sample: Some(t("T1")),
            records: Ledger {
                read: 9,
                in_findings: 2,
                uninterpreted: 4,
                filtered: 1,
                rejected: 1,
                outside: 1,
            },
            access: Access::Whole,
        }],
        diagnosis: diagnosis(t),
        therapy: Therapy {
            state: TherapyState::Listed,
            text: t("Lines are for a sarcoma multidisciplinary board."),
            by_diagnosis: vec![
                association(t, Direction::NoBenefit),
                association(t, Direction::Sensitivity),
            ],
        },
        reasons: reasons(t, &findings),
        unexplained: Some(Unexplained {
            stated: true,
            text: t("No finding supports or defines an entity."),
            fusions: vec![Unaccounted {
                label: t("AAA::BBB"),
                alteration: alterations::fusion(t),
                why: t("In frame as the caller says."),
                sources: vec![origin(t, 8)],
            }],
            variants: vec![Unaccounted {
                label: t("RB1 p.R320*"),
                alteration: small_variant(t),
                why: t("Truncating."),
                sources: vec![origin(t, 5)],
            }],
        }),
        uninterpreted: vec![Uninterpreted {
            label: t("TP53 p.R175H"),
            alteration: small_variant(t),
            sources: vec![origin(t, 5)],
        }],
        filtered: vec![Filtered {
            label: t("MDM2 amplification"),
            alteration: copy_number(t),
            rule: t("FILTER: weak"),
            sources: vec![origin(t, 6)],
        }],
        rejected: vec![Rejected {
            input: 0,
            line: 7,
            reason: t("`breakpoint1` is `x`; a place like `chr22:29287134` is read"),
        }],
        warnings: vec![Warning {
            input: Some(0),
            line: Some(3),
            message: t("`9-Sep` looks like a gene that a spreadsheet turned into a date"),
        }],
        limitations: vec![t(
            "MDM2 amplification: the assay does not measure copy number.",
        )],
        findings,
    }
}
