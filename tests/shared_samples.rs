//! Real files of real callers, read without loss. They lie beside the checkout and are not part of
//! the project; where they are absent each test says so and passes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::wildcard_enum_match_arm
)]

use sarcolens::domain::{Alteration, Call};
use sarcolens::read::stream::Stream;
use sarcolens::read::{self, FileFacts, ReadError, ReadOptions};
use std::fs;
use std::path::Path;

const SAMPLES: &str = "../shared/formats";

/// What came of one file.
struct File {
    facts: FileFacts,
    format: &'static str,
    records: usize,
    rejected: Vec<String>,
    calls: Vec<Call>,
    /// Records without any claim.
    silent: usize,
}

fn absent() -> bool {
    let absent = !Path::new(SAMPLES).is_dir();
    if absent {
        eprintln!("skipped: {SAMPLES} is absent");
    }
    absent
}

fn read_file(path: &str, tumour: Option<&str>) -> Result<File, ReadError> {
    let stream = Stream::open(path)?;
    let caller = read::recognise(stream.head(), path)?;
    let options = ReadOptions {
        tumor_sample: tumour.map(str::to_owned),
        ..ReadOptions::default()
    };
    let mut records = caller.open(stream, &options)?;
    let mut file = File {
        facts: records.facts().clone(),
        format: caller.name(),
        records: 0,
        rejected: Vec::new(),
        calls: Vec::new(),
        silent: 0,
    };
    loop {
        let batch = records.next_batch()?;
        if batch.is_empty() {
            break;
        }
        for raw in &batch {
            let parsed = records.parse(raw);
            file.records += 1;
            file.silent += usize::from(parsed.calls.is_empty() && parsed.rejected.is_none());
            file.rejected
                .extend(parsed.rejected.map(|r| format!("{}: {}", r.line, r.reason)));
            file.calls.extend(parsed.calls);
        }
    }
    records.finish()?;
    Ok(file)
}

/// Lines that are no header, no comment and not blank.
fn data_lines(path: &str, is_table: bool) -> usize {
    let bytes = fs::read(path).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    if is_table {
        lines.count() - 1
    } else {
        let behind: Vec<&str> = match text.find("#CHROM") {
            Some(start) => text[start..].lines().collect(),
            None => lines.collect(),
        };
        let is_data = |line: &&&str| !line.starts_with('#') && !line.trim().is_empty();
        behind.iter().filter(is_data).count()
    }
}

/// Files of the index whose format begins with one of `formats`.
fn indexed(formats: &[&str]) -> Vec<String> {
    let index = fs::read_to_string(format!("{SAMPLES}/INDEX.tsv")).unwrap();
    index
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (format, file) = (cells.next()?, cells.next()?);
            formats
                .iter()
                .any(|wanted| format.starts_with(wanted))
                .then(|| format!("{SAMPLES}/{file}"))
        })
        .collect()
}

#[test]
fn fusion_tables_are_read_without_loss() {
    if absent() {
        return;
    }
    for (formats, name, least) in [
        (["arriba"], "arriba", 7),
        (["starfusion"], "star-fusion", 9),
    ] {
        let files = indexed(&formats);
        assert!(files.len() >= least, "{files:?}");
        for path in files {
            let file = read_file(&path, None).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(file.format, name, "{path}");
            assert_eq!(file.records, data_lines(&path, true), "{path}");
            assert!(file.rejected.is_empty(), "{path}: {:?}", file.rejected);
            assert_eq!(file.silent, 0, "{path}");
            assert_eq!(file.calls.len(), file.records, "{path}");
        }
    }
}

/// The read files of one set of simulated reads, through the whole program: both callers name each
/// fusion in the right order, and each is one event. CIC::DUX4, which other callers found in these
/// reads, stands in neither of the two files; `tests/callers.rs` has it.
#[test]
fn the_same_fusions_in_both_callers_are_one_event_each() {
    if absent() {
        return;
    }
    let arriba = format!("{SAMPLES}/arriba/fusion-report.arriba.tsv");
    let star_fusion = format!("{SAMPLES}/star-fusion/fusion-report.starfusion.tsv");
    for files in [
        vec![&arriba],
        vec![&star_fusion],
        vec![&arriba, &star_fusion],
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = assert_cmd::Command::cargo_bin("sarcolens").unwrap();
        command
            .args(["interpret", "-s", "T1", "-o"])
            .arg(folder.path());
        command.args(&files).assert().success();
        let text = fs::read_to_string(folder.path().join("T1.sarcolens.json")).unwrap();
        let report: serde_json::Value = serde_json::from_str(&text).unwrap();
        let findings = report["findings"].as_array().unwrap();
        for pair in [
            ["EWSR1", "FLI1"],
            ["EWSR1", "ATF1"],
            ["ETV6", "NTRK3"],
            ["BRD4", "NUTM1"],
        ] {
            let events: Vec<&str> = findings
                .iter()
                .map(|finding| finding["label"].as_str().unwrap())
                .filter(|label| pair.iter().all(|gene| label.contains(gene)))
                .collect();
            assert_eq!(events, [pair.join("::")], "{files:?}");
        }
        for input in report["inputs"].as_array().unwrap() {
            let records = &input["records"];
            let sum: u64 = [
                "in_findings",
                "uninterpreted",
                "filtered",
                "rejected",
                "outside",
            ]
            .iter()
            .map(|part| records[part].as_u64().unwrap())
            .sum();
            assert_eq!(records["read"].as_u64().unwrap(), sum);
            assert_eq!(records["rejected"], 0);
        }
    }
}

/// Small variants: the tumour's column where it cannot be told, and how many records claim
/// something with a fraction.
#[test]
fn small_variants_are_read_without_loss() {
    if absent() {
        return;
    }
    let files = indexed(&["snv-", "ann-", "pcgr-vcf"]);
    assert!(files.len() >= 32, "{}", files.len());
    for path in files {
        if path.ends_with("csq.1.out") {
            // Columns of a unit test, no VCF: it has to be refused, not guessed at.
            assert!(matches!(
                read_file(&path, None),
                Err(ReadError::NotRecognised { .. })
            ));
            continue;
        }
        let file = match read_file(&path, None) {
            Err(ReadError::Samples { what, .. }) => {
                assert!(what.contains("cannot be told"), "{path}: {what}");
                let name = tumour_of(&path);
                read_file(&path, Some(name)).unwrap_or_else(|error| panic!("{error}"))
            }
            other => other.unwrap_or_else(|error| panic!("{error}")),
        };
        assert_eq!(file.format, "vcf", "{path}");
        assert_eq!(file.records, data_lines(&path, false), "{path}");
        assert!(file.rejected.is_empty(), "{path}: {:?}", file.rejected);
        let mut with_fraction = 0;
        let mut annotated = 0;
        let mut variants = 0;
        for call in &file.calls {
            if let Alteration::SmallVariant(variant) = &call.claim {
                variants += 1;
                with_fraction += usize::from(variant.vaf.is_some());
                annotated += usize::from(call.effects.iter().any(|e| e.gene.is_some()));
            }
        }
        eprintln!(
            "{path}: {} records, {variants} alleles, {with_fraction} with a fraction, \
             {annotated} annotated, {} silent, {:?}, {:?}",
            file.records, file.silent, file.facts.sample, file.facts.caller_version
        );
        assert!(variants > 0, "{path}");
        if !path.contains("annotation/") {
            assert!(
                with_fraction * 10 >= variants * 8,
                "{path}: {with_fraction} of {variants}"
            );
        }
        let has_annotation = [
            "vatools",
            "vep104",
            "ann.vcf",
            "tumor_only.snv",
            "panel_vep",
        ]
        .iter()
        .any(|part| path.contains(part) && !path.contains("tnscope"));
        if has_annotation {
            assert!(
                annotated * 10 >= variants * 8,
                "{path}: {annotated} of {variants}"
            );
        }
    }
}

/// What a user would give as `--tumor-sample` where the columns are two persons or three.
fn tumour_of(path: &str) -> &'static str {
    for (part, name) in [
        ("vep104_annotated", "earlycasualcaiman"),
        ("candidates.vcf", "S-M1-D1"),
    ] {
        if path.contains(part) {
            return name;
        }
    }
    panic!("{path}: the tumour's column should be told by the header")
}

#[test]
fn structural_variants_never_pass_for_small_ones() {
    if absent() {
        return;
    }
    let files = indexed(&["sv-"]);
    for path in files.into_iter().filter(|path| path.ends_with(".vcf")) {
        let file = match read_file(&path, None) {
            Err(ReadError::Samples { .. }) => continue,
            other => other.unwrap_or_else(|error| panic!("{error}")),
        };
        // One file is broken on purpose: an insertion without reference base.
        let broken = usize::from(path.ends_with("MantaVcfFix_in2.vcf"));
        assert!(file.rejected.len() <= broken, "{path}: {:?}", file.rejected);
        let detects = file.facts.detects.unwrap();
        assert!(
            !detects.contains(&sarcolens::domain::Detects::SmallVariant),
            "{path}: {detects:?}"
        );
    }
}
