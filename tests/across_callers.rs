//! One event of many callers is one finding: every caller is listed, no reads are summed, nothing of it
//! stands beside it as an event of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::sarcolens;
use serde_json::Value;
use std::fs;
use std::path::Path;

const SHARED: &str = "../shared/formats";
const OWN: &str = "test-data/callers";

fn report(files: &[String], more: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let mut command = sarcolens();
    command
        .args(["interpret", "-q", "-s", "T1", "-d", "Ewing sarcoma", "-o"])
        .arg(folder.path())
        .args(more)
        .args(files);
    command.assert().success();
    let text = fs::read_to_string(folder.path().join("T1.sarcolens.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn in_folder(folder: &str, files: &[&str]) -> Vec<String> {
    files
        .iter()
        .map(|file| format!("{folder}/{file}"))
        .collect()
}

fn written(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

/// Findings and what is not interpreted.
fn events(report: &Value) -> impl Iterator<Item = &Value> {
    ["findings", "uninterpreted"]
        .into_iter()
        .flat_map(|part| report[part].as_array().unwrap())
}

/// The one event of that label.
fn event<'a>(report: &'a Value, label: &str) -> &'a Value {
    let found: Vec<&Value> = events(report)
        .filter(|event| event["label"] == label)
        .collect();
    let labels: Vec<&Value> = events(report).map(|event| &event["label"]).collect();
    assert_eq!(found.len(), 1, "{label}: {labels:?}");
    found[0]
}

fn texts(list: &Value) -> Vec<&str> {
    let list = list.as_array().unwrap();
    list.iter().map(|text| text.as_str().unwrap()).collect()
}

fn callers(event: &Value) -> Vec<&str> {
    texts(&event["alteration"]["callers"])
}

fn reasons<'a>(event: &'a Value, code: &str) -> Vec<&'a str> {
    event["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|reason| reason["code"] == code)
        .map(|reason| reason["message"].as_str().unwrap())
        .collect()
}

/// No event is told both ways round, and no junction without a place stands beside the main one.
fn assert_no_shadows(report: &Value) {
    let labels: Vec<&str> = events(report)
        .map(|event| event["label"].as_str().unwrap())
        .collect();
    for label in &labels {
        if let Some((five, three)) = label.split_once("::") {
            let reverse = format!("{three}::{five}");
            assert!(five != three, "{label}");
            assert!(!labels.contains(&reverse.as_str()), "{labels:?}");
        }
    }
    for event in events(report) {
        let junctions = event["alteration"]["junctions"].as_array();
        for junction in junctions.into_iter().flatten() {
            let unplaced = junction["five_prime"].is_null() && junction["three_prime"].is_null();
            assert!(
                !(unplaced && junction["relation"] == "alternative"),
                "{junction}"
            );
            assert!(junction["relation"] != "reciprocal", "{junction}");
        }
    }
}

#[test]
fn every_true_fusion_of_the_shared_set_is_one_event() {
    if !Path::new(SHARED).is_dir() {
        eprintln!("skipped: {SHARED} is absent");
        return;
    }
    let files = in_folder(
        SHARED,
        &[
            "arriba/fusion-report.arriba.tsv",
            "dragen-rna/fusion-report.dragen.tsv",
            "ericscript/fusion-report.ericscript.tsv",
            "fusioncatcher/fusion-report.fusioncatcher.txt",
            "jaffa/fusion-report.jaffa.csv",
            "pizzly/pizzly.tsv",
            "squid/squid.txt",
            "star-fusion/fusion-report.starfusion.tsv",
        ],
    );
    let together = report(&files, &["--tumor-sample", "reads"]);
    let merged = |file: &str| report(&[format!("{SHARED}/fusion-report/{file}")], &[]);
    let (json, csv) = (merged("fusions.json"), merged("fusions.csv"));
    for report in [&together, &json, &csv] {
        assert_no_shadows(report);
    }
    for (label, seven) in [
        ("EWSR1::FLI1", 7),
        ("EWSR1::ATF1", 7),
        ("ETV6::NTRK3", 7),
        ("BRD4::NUTM1", 7),
        ("AKAP9::BRAF", 7),
        ("CIC::DUX4", 2),
        ("CD74::ROS1", 6),
        ("FGFR3::TACC3", 8),
        ("FIP1L1::PDGFRA", 3),
    ] {
        for report in [&together, &json] {
            let event = event(report, label);
            assert_eq!(event["alteration"]["order"], "stated", "{label}");
            assert_eq!(callers(event).len(), seven, "{label}: {event}");
        }
        event(&csv, label);
    }
    let dux4 = event(&csv, "CIC::DUX4");
    assert_eq!(
        reasons(dux4, "FUS-SINGLE-CALLER"),
        ["Seen by 1 of 4 callers (fusioncatcher)."]
    );
    assert_eq!(
        texts(&dux4["silent_callers"]),
        ["arriba", "ctat-lr-fusion", "star-fusion"]
    );
}

#[test]
fn own_files_of_many_callers_make_one_event() {
    let files = in_folder(
        OWN,
        &[
            "dragen-fusion/new.final",
            "ericscript/filtered.tsv",
            "fusioncatcher/1.x.txt",
            "jaffa/3.x.csv",
            "pizzly/genes.tsv",
            "squid/annotated.txt",
        ],
    );
    let report = report(&files, &[]);
    let event = event(&report, "EWSR1::FLI1");
    assert_eq!(
        callers(event),
        [
            "dragen-fusion",
            "ericscript",
            "fusioncatcher",
            "jaffa",
            "pizzly",
            "squid"
        ]
    );
    // The best record's, never a sum.
    assert!(event["alteration"]["split_reads"].as_u64().unwrap() <= 30);
    for junction in event["alteration"]["junctions"].as_array().unwrap() {
        assert!(junction["relation"] != "alternative", "{junction}");
    }
}

#[test]
fn callers_are_counted_inside_a_merged_file() {
    let csv = in_folder(OWN, &["fusion-report-csv/fusions.csv"]);
    let report = report(&csv, &[]);
    let ssx1 = event(&report, "SS18::SSX1");
    assert_eq!(
        reasons(ssx1, "FUS-SINGLE-CALLER"),
        ["Seen by 1 of 4 callers (star-fusion)."]
    );
    assert_eq!(
        texts(&ssx1["silent_callers"]),
        ["arriba", "ctat-lr-fusion", "fusioncatcher"]
    );
    let fli1 = event(&report, "EWSR1::FLI1");
    assert_eq!(callers(fli1).len(), 4);
    assert!(reasons(fli1, "FUS-SINGLE-CALLER").is_empty());
}

const MANTA: &str = "##fileformat=VCFv4.2
##source=GenerateSVCandidates 1.6
##contig=<ID=chr7,length=159345973>
##contig=<ID=chrX,length=156040895>
##contig=<ID=chr22,length=50818468>
##contig=<ID=chr11,length=135086622>
##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"Type\">
##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">
##FORMAT=<ID=PR,Number=.,Type=Integer,Description=\"Pairs\">
##FORMAT=<ID=SR,Number=.,Type=Integer,Description=\"Reads\">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1
chr7\t55100000\tMantaDEL:1\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=55155500\tPR:SR\t20,12:25,9
chr7\t55160000\tMantaDUP:2\tN\t<DUP:TANDEM>\t.\tPASS\tSVTYPE=DUP;END=55173500\tPR:SR\t20,12:25,9
chr7\t55030000\tMantaDEL:3\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=55040000\tPR:SR\t20,12:25,9
chrX\t77600000\tMantaDEL:4\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=77680000\tPR:SR\t20,12:25,9
chr22\t29287500\tMantaBND:5:0\tN\tN[chr11:128800000[\t.\tPASS\tSVTYPE=BND;MATEID=MantaBND:5:1\tPR:SR\t20,12:25,9
chr11\t128800000\tMantaBND:5:1\tN\t]chr22:29287500]N\t.\tPASS\tSVTYPE=BND;MATEID=MantaBND:5:0\tPR:SR\t20,12:25,9
";

#[test]
fn joins_within_one_gene_by_dna_are_kinds_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let vcf = written(folder.path(), "sv.vcf", MANTA);
    let report = report(&[vcf], &[]);
    assert_no_shadows(&report);
    let deletion = event(&report, "EGFR exons 2-7 deletion");
    assert_eq!(deletion["alteration"]["within_gene"]["kind"], "deletion");
    // ATRX lies on the minus strand.
    event(&report, "ATRX exons 10-23 deletion");
    let doubled = event(&report, "EGFR ITD");
    assert_eq!(doubled["kind"], "tandem-duplication");
    assert_eq!(doubled["alteration"]["first_exon"], 12);
    assert_eq!(doubled["alteration"]["last_exon"], 17);
    // Inside an intron: no exon is changed.
    let intron = event(&report, "EGFR rearrangement");
    assert!(intron["alteration"]["within_gene"].is_null());
}

#[test]
fn a_fusion_and_its_join_in_dna_are_one_finding() {
    let folder = tempfile::tempdir().unwrap();
    let vcf = written(folder.path(), "sv.vcf", MANTA);
    let mut files = in_folder(OWN, &["fusioncatcher/1.x.txt", "star-fusion/abridged.tsv"]);
    files.push(vcf);
    let report = report(&files, &[]);
    let fusion = event(&report, "EWSR1::FLI1");
    let mut sources: Vec<&str> = fusion["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source["caller"].as_str().unwrap())
        .collect();
    sources.dedup();
    assert!(sources.contains(&"manta"), "{sources:?}");
    assert!(sources.contains(&"fusioncatcher"), "{sources:?}");
    assert!(!events(&report).any(|event| event["label"] == "EWSR1/FLI1 rearrangement"));
    let dna = &fusion["alteration"]["dna"][0];
    assert_eq!(dna["split_reads"], 9);
    assert_eq!(dna["spanning_pairs"], 12);
    // A fusion that DNA does not show says who looked.
    let without = event(&report, "SS18::SSX1");
    assert!(texts(&without["silent_callers"]).contains(&"manta"));
}

#[test]
fn a_panels_segment_that_ends_inside_its_gene_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let of = |name: &str, rows: &str| {
        let header = "chromosome\tstart\tend\tgene\tlog2\tcn\tdepth\tprobes\tweight\n";
        let file = written(folder.path(), name, &format!("{header}{rows}"));
        report(&[file], &["--assembly", "GRCh38"])
    };
    let named = of(
        "a.cns",
        "chr12\t68808700\t68844000\tMDM2\t3.6\t24\t900\t12\t10\n",
    );
    let gene = event(&named, "MDM2 amplification");
    let threshold = gene["alteration"]["threshold"].as_str().unwrap();
    assert!(
        threshold.contains("holds 10 of the gene's 11 coding exons"),
        "{threshold}"
    );
    assert!(threshold.contains("names the gene"), "{threshold}");
    // Without a name half of the coding exons is needed.
    let most = of(
        "b.cns",
        "chr12\t68808700\t68844000\t-\t3.6\t24\t900\t12\t10\n",
    );
    event(&most, "MDM2 amplification");
    let few = of(
        "c.cns",
        "chr12\t68836600\t68844000\t-\t3.6\t24\t900\t12\t10\n",
    );
    assert!(!events(&few).any(|event| event["label"] == "MDM2 amplification"));
}

#[test]
fn segments_of_depth_callers_become_genes() {
    let dragen = report(&in_folder(OWN, &["vcf/dragen-cnv.vcf"]), &[]);
    let mdm2 = &event(&dragen, "MDM2 amplification")["alteration"];
    assert_eq!(mdm2["copies"], 22.0);
    assert_eq!(mdm2["minor_copies"], 1.0);
    assert_eq!(mdm2["purity"], 0.62);
    assert_eq!(mdm2["ploidy"], 2.1);
    assert_eq!(mdm2["region"]["start"], 67_000_001);
    event(&dragen, "CDKN2A deletion");
    let canvas = report(&in_folder(OWN, &["vcf/canvas.vcf"]), &[]);
    let cdk4 = &event(&canvas, "CDK4 amplification")["alteration"];
    assert_eq!(cdk4["copies"], 18.0);
    assert_eq!(cdk4["minor_copies"], 2.0);
    event(&canvas, "RB1 deletion");
}
