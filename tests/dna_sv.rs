//! DNA junctions: the sides they join, their reads caller by caller, two records of one junction, and
//! the order that the strands of two genes allow.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::wildcard_enum_match_arm
)]

mod common;

use common::{made, sarcolens};
use sarcolens::domain::{Alteration, Assembly, Call, FusedOrder, Observed, Rearrangement};
use sarcolens::kb::KnowledgeBase;
use sarcolens::read::stream::Stream;
use sarcolens::read::{ReadOptions, recognise};
use sarcolens::{annotate, normalise};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const FOLDER: &str = "test-data/callers";
const SAMPLES: &str = "../shared/formats";

/// What one file says: claims with their places' genes, and the numbers of records and refusals.
struct File {
    assembly: Option<Assembly>,
    calls: Vec<Call>,
    records: usize,
    silent: usize,
    rejected: usize,
}

fn read(path: &str, tumour: Option<&str>) -> File {
    let stream = Stream::open(path).unwrap();
    let caller = recognise(stream.head(), path).unwrap();
    let options = ReadOptions {
        tumor_sample: tumour.map(str::to_owned),
        ..ReadOptions::default()
    };
    let mut records = caller
        .open(stream, &options)
        .unwrap_or_else(|error| panic!("{error}"));
    let told = records.facts().assembly.as_ref();
    let mut file = File {
        assembly: told.map(|(assembly, _)| *assembly),
        calls: Vec::new(),
        records: 0,
        silent: 0,
        rejected: 0,
    };
    loop {
        let batch = records.next_batch().unwrap();
        if batch.is_empty() {
            break;
        }
        for raw in &batch {
            let parsed = records.parse(raw);
            file.records += 1;
            file.rejected += usize::from(parsed.rejected.is_some());
            file.silent += usize::from(parsed.calls.is_empty() && parsed.rejected.is_none());
            file.calls.extend(parsed.calls);
        }
    }
    records.finish().unwrap();
    file
}

/// The events of a file, their genes known by name or place.
fn events(file: File, knowledge: &KnowledgeBase) -> Vec<Observed> {
    let assembly = file.assembly.or(Some(Assembly::GRCh38));
    let placed = file.calls.into_iter().flat_map(|mut call| {
        normalise::current_symbols(&mut call, knowledge);
        call.claim.set_assembly(assembly);
        annotate::place(call, assembly, knowledge)
    });
    normalise::merge(placed.collect(), knowledge)
}

fn rearrangement(observed: &Observed) -> Option<&Rearrangement> {
    match &observed.alteration {
        Alteration::Rearrangement(event) => Some(event),
        _ => None,
    }
}

/// Genes, sides, order that the strands allow, reads / pairs / fragments, lines it was read in.
fn told(observed: &Observed) -> Option<String> {
    let event = rearrangement(observed)?;
    let genes: Vec<&str> = event.genes.iter().map(|gene| gene.as_str()).collect();
    let sides: Vec<String> = event
        .sides
        .iter()
        .map(|sides| match sides.second {
            Some(second) => format!("{}-{second}", sides.first),
            None => sides.first.to_string(),
        })
        .collect();
    let order = match event.candidate.as_deref() {
        None => "-".to_owned(),
        Some(FusedOrder::Both) => "both".to_owned(),
        Some(FusedOrder::Neither) => "neither".to_owned(),
        Some(FusedOrder::One {
            five_prime,
            three_prime,
        }) => format!("{five_prime}::{three_prime}"),
    };
    let count = |count: Option<u32>| count.map_or("-".to_owned(), |count| count.to_string());
    Some(format!(
        "{} {} [{}] {order} {}/{}/{} x{}",
        event.event_type,
        genes.join("/"),
        sides.join(" "),
        count(event.split_reads),
        count(event.spanning_pairs),
        count(event.fragments),
        observed.calls.len(),
    ))
}

/// Of each caller's file: its producer and its events.
const EXPECTED: &[(&str, &str, &[&str])] = &[
    (
        "vcf/sv-manta.vcf",
        "manta",
        &[
            "BND EWSR1/FLI1 [left-right] FLI1::EWSR1 12/15/- x2",
            "BND EWSR1/FLI1 [right-left] EWSR1::FLI1 26/21/- x2",
            "BND ETV6/NTRK3 [left-left] ETV6::NTRK3 14/9/- x2",
            "BND SS18/SSX1 [right-right] SS18::SSX1 -/4/- x1",
        ],
    ),
    (
        "vcf/sv-manta-vep.vcf",
        "manta",
        &["BND AP2A2/EWSR1 [left-right] - 26/21/- x2"],
    ),
    (
        "vcf/sv-dragen.vcf",
        "dragen-sv",
        &["BND SS18/SSX1 [right-right] SS18::SSX1 21/18/- x2"],
    ),
    (
        "vcf/sv-gridss.vcf",
        "gridss",
        &[
            "BND COL1A1/PDGFB [right-left] COL1A1::PDGFB 17/9/44 x2",
            "BND EWSR1 [left] - -/-/19 x1",
            "BND EWSR1 [right] - -/-/7 x1",
        ],
    ),
    (
        "vcf/sv-esvee.vcf",
        "esvee",
        &["BND ETV6/NTRK3 [left-left] ETV6::NTRK3 36/13/49 x2"],
    ),
    (
        "vcf/sv-delly.vcf",
        "delly",
        &[
            "BND ETV6/NTRK3 [left-left] ETV6::NTRK3 19/22/- x1",
            "INV ALK/EML4 [left-left] EML4::ALK -/14/- x1",
            "INV ALK/EML4 [right-right] ALK::EML4 -/3/- x1",
            "DEL EWSR1 [left-right] - 12/9/- x1",
        ],
    ),
    (
        "vcf/sv-lumpy.vcf",
        "lumpy",
        &[
            "INV ALK/EML4 [left-left right-right] both 0/119/119 x1",
            "BND EWSR1/FLI1 [left-right] FLI1::EWSR1 7/9/16 x2",
        ],
    ),
    (
        "vcf/sv-severus.vcf",
        "severus",
        &[
            "BND EWSR1/FLI1 [right-left] EWSR1::FLI1 13/-/- x2",
            "INV ALK/EML4 [right-right] ALK::EML4 14/-/- x1",
        ],
    ),
    (
        "vcf/sv-savana.vcf",
        "savana",
        &[
            "BND SS18/SSX1 [right-right] SS18::SSX1 9/-/- x2",
            "INS EWSR1 [] - 5/-/- x1",
        ],
    ),
    (
        "vcf/sv-sniffles1.vcf",
        "sniffles",
        &[
            "BND ETV6/NTRK3 [left-left] ETV6::NTRK3 15/-/- x1",
            "TRA SS18/SSX1 [right-right] SS18::SSX1 11/-/- x1",
        ],
    ),
    (
        "vcf/sv-sniffles2.vcf",
        "sniffles",
        &[
            "BND ETV6/NTRK3 [] - 12/-/- x1",
            "INV ALK/EML4 [left-left right-right] both 6/-/- x1",
        ],
    ),
    (
        "vcf/sv-svaba.vcf",
        "svaba",
        &["BND COL1A1/PDGFB [left-left] neither 17/12/25 x2"],
    ),
    (
        "vcf/sv-integrate.vcf",
        "integrate",
        &["BND ETV6/NTRK3 [] - -/-/- x2"],
    ),
    (
        "bedpe/gridss.bedpe",
        "bedpe",
        &[
            "BND EWSR1/FLI1 [right-left] EWSR1::FLI1 -/-/- x1",
            "BND SS18/SSX1 [right-right] SS18::SSX1 -/-/- x1",
            "BND EWSR1 [left] - -/-/- x1",
        ],
    ),
    (
        "bedpe/with-header.tsv",
        "bedpe",
        &[
            "TRA ETV6/NTRK3 [left-left] ETV6::NTRK3 -/-/- x1",
            "h2hINV ALK/EML4 [left-left] EML4::ALK -/-/- x1",
            "TRA COL1A1/PDGFB [] - -/-/- x1",
        ],
    ),
    (
        "manta-bedpe/somatic.bedpe",
        "manta-bedpe",
        &[
            "BND EWSR1/FLI1 [left-right] EWSR1::FLI1 26/21/- x1",
            "BND ETV6/NTRK3 [left-left] ETV6::NTRK3 -/4/- x1",
            "INV ALK/EML4 [left-left] EML4::ALK 8/11/- x1",
        ],
    ),
    (
        "manta-bedpe/tumour-only.bedpe",
        "manta-bedpe",
        &["BND SS18/SSX1 [right-right] SS18::SSX1 21/18/- x1"],
    ),
];

#[test]
fn every_caller_tells_its_junctions() {
    let knowledge = KnowledgeBase::embedded().unwrap();
    for (path, producer, expected) in EXPECTED {
        let file = read(&format!("{FOLDER}/{path}"), None);
        let of_caller = |call: &Call| call.origin.caller == *producer;
        assert!(file.calls.iter().all(of_caller), "{path}");
        let found: BTreeSet<String> = events(file, &knowledge).iter().filter_map(told).collect();
        let expected: BTreeSet<String> = expected.iter().map(|&text| text.to_owned()).collect();
        assert_eq!(found, expected, "{path}");
    }
}

/// The same junctions from several callers are one event, in any order of the files.
#[test]
fn callers_agree_on_a_junction() {
    let knowledge = KnowledgeBase::embedded().unwrap();
    let paths = [
        "sv-manta.vcf",
        "sv-severus.vcf",
        "sv-esvee.vcf",
        "sv-sniffles2.vcf",
    ];
    let merged = |order: &[usize]| {
        let mut calls = Vec::new();
        for index in order {
            let file = read(&format!("{FOLDER}/vcf/{}", paths[*index]), None);
            calls.extend(file.calls.into_iter().map(|mut call| {
                call.origin.input = *index;
                call
            }));
        }
        let file = File {
            assembly: Some(Assembly::GRCh38),
            calls,
            records: 0,
            silent: 0,
            rejected: 0,
        };
        let told: BTreeMap<String, Vec<String>> = events(file, &knowledge)
            .iter()
            .filter_map(|event| Some((told(event)?, rearrangement(event)?.callers.clone())))
            .collect();
        told
    };
    let found = merged(&[0, 1, 2, 3]);
    assert_eq!(found, merged(&[3, 1, 0, 2]));
    let callers = |event: &str| found.get(event).map(|callers| callers.join(" "));
    let told = |event| callers(event).unwrap_or_else(|| panic!("{event}: {found:#?}"));
    assert_eq!(
        told("BND EWSR1/FLI1 [right-left] EWSR1::FLI1 26/21/- x4"),
        "manta severus"
    );
    assert_eq!(
        told("BND EWSR1/FLI1 [left-right] FLI1::EWSR1 12/15/- x2"),
        "manta"
    );
    // Sniffles does not tell the sides; there is one junction at its places. Manta's lies farther off
    // than the tolerance, by the bases that both ends share.
    assert_eq!(
        told("BND ETV6/NTRK3 [left-left] ETV6::NTRK3 36/13/49 x3"),
        "esvee sniffles"
    );
}

fn interpreted(path: &str, more: &[&str]) -> (serde_json::Value, String) {
    let folder = tempfile::tempdir().unwrap();
    let output = sarcolens()
        .args([
            "interpret",
            "-s",
            "T1",
            "-d",
            "Ewing sarcoma",
            "-f",
            "json,md",
            "-o",
        ])
        .arg(folder.path())
        .args(more)
        .arg(format!("{FOLDER}/{path}"))
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.success() || output.status.code() == Some(1),
        "{stderr}"
    );
    let text = |suffix: &str| {
        fs::read_to_string(folder.path().join(format!("T1.sarcolens{suffix}")))
            .unwrap_or_else(|_| panic!("{stderr}"))
    };
    (serde_json::from_str(&text(".json")).unwrap(), text(".md"))
}

fn codes(report: &serde_json::Value) -> Vec<&str> {
    let reasons = report["reasons"].as_array().unwrap();
    reasons
        .iter()
        .map(|reason| reason["code"].as_str().unwrap())
        .collect()
}

/// Both junctions of a translocation: the driver's meets the pair, the other one in reverse, and
/// nobody is told that only the reverse was seen.
#[test]
fn the_report_tells_what_the_strands_allow() {
    let named = ["--tumor-sample", "lab-7-tissue"];
    let (report, text) = interpreted("vcf/sv-manta.vcf", &named);
    assert!(
        text.contains("strands allow EWSR1::FLI1, not the reverse"),
        "{text}"
    );
    assert!(
        text.contains("strands allow FLI1::EWSR1, not the reverse"),
        "{text}"
    );
    assert!(!codes(&report).contains(&"FUS-RECIPROCAL-ONLY"));
    let findings = report["findings"].as_array().unwrap();
    let driver = findings
        .iter()
        .find(|finding| finding["alteration"]["candidate"]["five_prime"] == "EWSR1")
        .unwrap();
    assert_eq!(driver["label"], "EWSR1/FLI1 rearrangement");
    assert_eq!(driver["sources"].as_array().unwrap().len(), 2);
    assert_eq!(driver["alteration"]["candidate"]["order"], "one");

    let (report, _) = interpreted("vcf/sv-lumpy.vcf", &["--assembly", "GRCh38"]);
    assert!(codes(&report).contains(&"FUS-RECIPROCAL-ONLY"));
    let (_, text) = interpreted("vcf/sv-lumpy.vcf", &["--assembly", "GRCh38"]);
    assert!(
        text.contains("both orders possible by the strands"),
        "{text}"
    );

    let (report, text) = interpreted("vcf/sv-svaba.vcf", &["--tumor-sample", "tumor.bam"]);
    assert!(
        text.contains("joined head to head or tail to tail"),
        "{text}"
    );
    assert!(!codes(&report).contains(&"FUS-RECIPROCAL-ONLY"));
    let links = report["findings"][0]["diagnostic"].as_array().unwrap();
    assert!(
        links.iter().any(|link| link["match_degree"] == "pair"),
        "the genes are joined all the same: {links:?}"
    );
}

/// A file without an assembly names no gene by place; its junctions are never the absence of one.
#[test]
fn without_an_assembly_nothing_is_absent() {
    const PANEL: &str = "name = \"D\"\nanalyte = [\"DNA\"]\ndetects = [\"rearrangement\"]\n\
                         fusion_genes = [\"*\"]\ngenes = [\"EWSR1\", \"FLI1\"]\n";
    let bedpe = fs::read_to_string(format!("{FOLDER}/bedpe/gridss.bedpe")).unwrap();
    let case = "sample = \"T1\"\n[diagnosis]\nsubmitted = \"Ewing sarcoma\"\n";
    let run = made(case, Some(PANEL), &[("sv.bedpe", &bedpe)]);
    let expected = &run.report["diagnosis"]["expected"][0];
    assert_eq!(expected["state"], "not-assessable", "{expected}");
    let cause = expected["cause"].as_str().unwrap();
    assert!(
        cause.contains("the assembly of its file is not known"),
        "{cause}"
    );
}

/// What the index of expected samples says of the DNA files.
fn samples() -> Vec<(String, Option<String>, usize)> {
    let index = fs::read_to_string("tests/shared_index.tsv").unwrap();
    index
        .lines()
        .skip(1)
        .filter(|line| {
            ["sv-", "integrate/bk_sv", "bedpe/"]
                .iter()
                .any(|start| line.starts_with(start))
        })
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let tumour = Some(cells[4]).filter(|name| !name.is_empty());
            let rejected = cells[2].parse().unwrap_or(0);
            (cells[0].to_owned(), tumour.map(str::to_owned), rejected)
        })
        .collect()
}

/// Identifiers of records and of their mates, by line.
fn mated_lines(path: &str) -> Vec<(u64, u64)> {
    let text = fs::read_to_string(path).unwrap();
    let mut by_id = BTreeMap::new();
    let mut mates = Vec::new();
    for (line, number) in text.lines().zip(1_u64..) {
        let cells: Vec<&str> = line.split('\t').collect();
        if line.starts_with('#') || cells.len() < 8 || !cells[4].contains(['[', ']']) {
            continue;
        }
        by_id.insert(cells[2].to_owned(), number);
        let mate = cells[7].split(';').find_map(|field| {
            let (key, value) = field.split_once('=')?;
            matches!(key, "MATEID" | "MATE_ID" | "PARID").then(|| value.to_owned())
        });
        mates.extend(mate.map(|mate| (number, mate)));
    }
    mates
        .into_iter()
        .filter_map(|(line, mate)| Some((line, *by_id.get(&mate)?)))
        .collect()
}

#[test]
fn samples_are_accounted_for_and_their_mates_are_one() {
    if !Path::new(SAMPLES).is_dir() {
        eprintln!("skipped: {SAMPLES} is absent");
        return;
    }
    let knowledge = KnowledgeBase::embedded().unwrap();
    let mut pairs = 0;
    for (file, tumour, rejected) in samples() {
        let path = format!("{SAMPLES}/{file}");
        let read = read(&path, tumour.as_deref());
        assert_eq!((read.silent, read.rejected), (0, rejected), "{file}");
        assert_eq!(read.calls.len() + rejected, read.records, "{file}");
        let is_pair = |call: &Call| match &call.claim {
            Alteration::Rearrangement(event) => event.second.is_some(),
            _ => false,
        };
        let has_support = |call: &Call| match &call.claim {
            Alteration::Rearrangement(event) => event.support().is_some(),
            Alteration::SmallVariant(variant) => variant.alt_reads.is_some(),
            _ => true,
        };
        let supported = read.calls.iter().filter(|call| has_support(call)).count();
        if !file.starts_with("integrate") && !file.starts_with("bedpe") {
            assert_eq!(supported, read.calls.len(), "{file}");
        }
        eprintln!(
            "{file}: {} records, {} junctions, {supported} with reads",
            read.records,
            read.calls.iter().filter(|call| is_pair(call)).count()
        );
        let lines = normalise::merge(read.calls, &knowledge);
        let of_line: BTreeMap<u64, usize> = lines
            .iter()
            .enumerate()
            .flat_map(|(index, event)| {
                event
                    .calls
                    .iter()
                    .map(move |call| (call.origin.line, index))
            })
            .collect();
        for (line, mate) in mated_lines(&path) {
            assert_eq!(of_line[&line], of_line[&mate], "{file}:{line} and {mate}");
            assert_eq!(lines[of_line[&line]].calls.len(), 2, "{file}:{line}");
            pairs += 1;
        }
    }
    assert!(pairs >= 48, "{pairs} mated records");
}
