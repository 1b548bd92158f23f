//! What holds for every case: made from the knowledge base's own examples and submitted entities.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use proptest::prelude::*;
use sarcolens::genome::Genome;
use sarcolens::kb::KnowledgeBase;
use sarcolens::pipeline::{self, InputSpec, Request, Silent};
use sarcolens::read::{CaseFile, ConfigFile};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

static KNOWN: LazyLock<KnowledgeBase> = LazyLock::new(|| KnowledgeBase::embedded().unwrap());

/// Fusions and variants of the examples that must meet their assertion.
static SEEN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let examples = KNOWN.examples.iter().filter(|example| example.meets);
    let words = examples.map(|example| example.text.split(" in ").next().unwrap().to_owned());
    let told = words.filter(|text| arriba(text).is_some() || vcf_row(text, 0, "PASS").is_some());
    told.collect::<BTreeSet<_>>().into_iter().collect()
});

static ENTITIES: LazyLock<Vec<String>> =
    LazyLock::new(|| KNOWN.entities.keys().map(|id| id.0.clone()).collect());

const FUSIONS: &str = "#gene1\tgene2\tstrand1(gene/fusion)\tstrand2(gene/fusion)\tbreakpoint1\t\
                       breakpoint2\ttype\tsplit_reads1\tsplit_reads2\tdiscordant_mates\t\
                       confidence\treading_frame\tfilters\n";

const VARIANTS: &str = "##fileformat=VCFv4.2\n##tumor_sample=T1\n\
                        ##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Format: \
                        Allele|Consequence|SYMBOL|Feature|EXON|HGVSp\">\n\
                        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\n";

fn fusion_row(five: &str, three: &str, filters: &str) -> String {
    format!(
        "{five}\t{three}\t+/+\t+/+\tchr1:1000000\tchr2:2000000\ttranslocation\t30\t30\t10\thigh\t\
         in-frame\t{filters}\n"
    )
}

/// A row of the fusion that `text` names.
fn arriba(text: &str) -> Option<(&str, &str)> {
    let (five, three) = text.split_once("::")?;
    let is_symbol = |gene: &str| {
        gene.chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    };
    (is_symbol(five) && is_symbol(three)).then_some((five, three))
}

/// A row of the variant that `text` names.
fn vcf_row(text: &str, index: usize, filter: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let (gene, change, exon) = match words.as_slice() {
        [gene, change] => (gene, change, "."),
        [gene, change, "exon", exon] => (gene, change, *exon),
        _ => return None,
    };
    if !change.starts_with("p.") {
        return None;
    }
    let consequence = match () {
        () if change.contains("fs") => "frameshift_variant",
        () if change.ends_with('*') => "stop_gained",
        () if change.ends_with("del") => "inframe_deletion",
        () if change.contains("ins") || change.ends_with("dup") => "inframe_insertion",
        () => "missense_variant",
    };
    let pos = 1_000_000 + index * 1_000;
    let exon = if exon == "." {
        String::new()
    } else {
        format!("{exon}/30")
    };
    Some(format!(
        "chr1\t{pos}\t.\tG\tA\t.\t{filter}\tCSQ=A|{consequence}|{gene}|ENST1.1|{exon}|{change}\t\
         GT:DP:AF\t0/1:100:0.4\n"
    ))
}

/// The two files of what was seen; `arriba_filter` and `filter` stand in every row.
fn files(seen: &[String], arriba_filter: &str, filter: &str) -> [String; 2] {
    let mut fusions = String::new();
    let mut variants = String::new();
    for (index, text) in seen.iter().enumerate() {
        if let Some((five, three)) = arriba(text) {
            fusions.push_str(&fusion_row(five, three, arriba_filter));
        } else if let Some(row) = vcf_row(text, index, filter) {
            variants.push_str(&row);
        }
    }
    [fusions, variants]
}

struct Asked<'a> {
    knowledge: &'a KnowledgeBase,
    diagnosis: &'a str,
    threads: usize,
    reversed: bool,
}

fn ask(diagnosis: &str) -> Asked<'_> {
    Asked {
        knowledge: &KNOWN,
        diagnosis,
        threads: 1,
        reversed: false,
    }
}

impl Asked<'_> {
    /// The report on those rows, written into `folder`.
    fn of(&self, folder: &Path, [fusions, variants]: &[String; 2]) -> Value {
        let paths = [folder.join("T1.arriba.tsv"), folder.join("T1.vcf")];
        fs::write(&paths[0], format!("{FUSIONS}{fusions}")).unwrap();
        fs::write(&paths[1], format!("{VARIANTS}{variants}")).unwrap();
        let mut case = CaseFile::default();
        case.sample = Some("T1".to_owned());
        case.diagnosis.submitted = Some(self.diagnosis.to_owned());
        let mut specs: Vec<InputSpec> = paths
            .iter()
            .map(|path| InputSpec {
                path: path.display().to_string(),
                format: None,
            })
            .collect();
        if self.reversed {
            specs.reverse();
        }
        let request = Request {
            files: specs,
            case,
            assay: None,
            config: ConfigFile::default(),
            knowledge: self.knowledge,
            genome: Genome::embedded(),
            assembly: None,
            tumor_sample: None,
            normal_sample: None,
            report_date: None,
        };
        let report = pipeline::run(request, self.threads, &Silent).unwrap();
        serde_json::to_value(report).unwrap()
    }
}

fn labels(report: &Value) -> BTreeSet<String> {
    let findings = report["findings"].as_array().unwrap();
    let label = |finding: &Value| finding["label"].as_str().unwrap().to_owned();
    findings.iter().map(label).collect()
}

/// Identifiers of the assertions named under `kind` in the findings.
fn asserted(report: &Value, kind: &str) -> BTreeSet<String> {
    let findings = report["findings"].as_array().unwrap();
    findings
        .iter()
        .flat_map(|finding| finding[kind].as_array().unwrap())
        .map(|line| line["assertion"].as_str().unwrap().to_owned())
        .collect()
}

fn listed(report: &Value) -> bool {
    let findings = report["findings"].as_array().unwrap();
    let by_diagnosis = report["therapy"]["by_diagnosis"].as_array().unwrap();
    let lines = findings
        .iter()
        .flat_map(|finding| finding["therapeutic"].as_array().unwrap())
        .chain(by_diagnosis);
    report["therapy"]["state"] == "listed"
        || lines.into_iter().any(|line| line["state"] == "listed")
}

fn some_seen() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(0..SEEN.len(), 1..4)
        .prop_map(|indices| indices.into_iter().map(|at| SEEN[at].clone()).collect())
}

fn some_entity() -> impl Strategy<Value = String> {
    (0..ENTITIES.len()).prop_map(|at| ENTITIES[at].clone())
}

#[test]
fn the_examples_are_many() {
    assert!(SEEN.len() > 300, "{}", SEEN.len());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_benign_record_takes_no_finding_away(seen in some_seen(), entity in some_entity()) {
        let folder = tempfile::tempdir().unwrap();
        let [fusions, variants] = files(&seen, ".", "PASS");
        let before = ask(&entity).of(folder.path(), &[fusions.clone(), variants.clone()]);
        let synonymous = "chr1\t900000\t.\tG\tA\t.\tPASS\tCSQ=A|synonymous_variant|TP53|ENST1.1|\
                          5/11|p.Arg175=\tGT:DP:AF\t0/1:100:0.4\n";
        let more = [
            format!("{}{fusions}", fusion_row("GAPDH", "ACTG1", ".")),
            format!("{variants}{synonymous}"),
        ];
        let after = ask(&entity).of(folder.path(), &more);
        let (before, after) = (labels(&before), labels(&after));
        prop_assert!(before.is_subset(&after), "{before:?} {after:?}");
    }

    #[test]
    fn a_failing_filter_adds_no_finding(seen in some_seen(), entity in some_entity()) {
        let folder = tempfile::tempdir().unwrap();
        let passed = ask(&entity).of(folder.path(), &files(&seen, ".", "PASS"));
        let failed = ask(&entity).of(folder.path(), &files(&seen, "blacklist", "weak_evidence"));
        let (more, less) = (labels(&passed), labels(&failed));
        prop_assert!(less.is_subset(&more), "{less:?} {more:?}");
        prop_assert_ne!(&failed["diagnosis"]["relation"], "SUPPORTS");
    }

    #[test]
    fn order_and_threads_change_nothing(seen in some_seen(), entity in some_entity()) {
        let folder = tempfile::tempdir().unwrap();
        let one = ask(&entity).of(folder.path(), &files(&seen, ".", "PASS"));
        let other = Asked { threads: 3, reversed: true, ..ask(&entity) }
            .of(folder.path(), &files(&seen, ".", "PASS"));
        prop_assert_eq!(&one, &other);
        let mut turned = seen;
        turned.reverse();
        let other = ask(&entity).of(folder.path(), &files(&turned, ".", "PASS"));
        prop_assert_eq!(labels(&one), labels(&other));
        prop_assert_eq!(&one["diagnosis"]["relation"], &other["diagnosis"]["relation"]);
        for kind in ["diagnostic", "therapeutic", "prognostic", "germline"] {
            prop_assert_eq!(asserted(&one, kind), asserted(&other, kind));
        }
    }

    #[test]
    fn an_assertion_taken_away_takes_its_lines_alone(
        seen in some_seen(),
        entity in some_entity(),
        at in 0..1000_usize,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let before = ask(&entity).of(folder.path(), &files(&seen, ".", "PASS"));
        for kind in ["therapeutic", "prognostic"] {
            let mut expected = asserted(&before, kind);
            let Some(id) = expected.iter().nth(at % expected.len().max(1)).cloned() else {
                continue;
            };
            let mut less = KNOWN.clone();
            less.therapeutic.retain(|known| known.id.0 != id);
            less.prognostic.retain(|known| known.id.0 != id);
            let after = Asked { knowledge: &less, ..ask(&entity) }
                .of(folder.path(), &files(&seen, ".", "PASS"));
            expected.remove(&id);
            prop_assert_eq!(asserted(&after, kind), expected);
            prop_assert_eq!(asserted(&after, "diagnostic"), asserted(&before, "diagnostic"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_is_listed_before_the_diagnosis_is_settled(
        seen in some_seen(),
        entity in some_entity(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let report = ask(&entity).of(folder.path(), &files(&seen, ".", "PASS"));
        let relation = report["diagnosis"]["relation"].as_str().unwrap();
        let unsettled = matches!(relation, "DISCORDANT" | "EXPECTED_ABSENT")
            || report["diagnosis"]["submitted"]["histotype"] != true;
        prop_assert!(!(unsettled && listed(&report)), "{entity} {seen:?} {relation}");
    }
}
