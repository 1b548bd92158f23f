//! Every sample file of real callers: recognised as what it is, and read without loss. They lie
//! beside the checkout and are not part of the project; where they are absent the test says so and
//! passes.
//!
//! `shared_index.tsv` says of each file: its path, our format, how many of its records are rejected
//! (samples that were cut or made up hold some), where it cannot be told by content alone, that the
//! format is named, the tumour's name where the file needs one, and with which words it is refused where
//! it is no input (bins instead of segments, a fragment of a VCF).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use sarcolens::read::stream::Stream;
use sarcolens::read::{Caller, ReadOptions, caller_named, recognise};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const SAMPLES: &str = "../shared/formats";
const EXPECTED: &str = "tests/shared_index.tsv";

struct Expected {
    format: String,
    rejected: usize,
    is_named: bool,
    tumour: Option<String>,
    refused: Option<String>,
}

fn expected() -> BTreeMap<String, Expected> {
    let mut expected = BTreeMap::new();
    let text = fs::read_to_string(EXPECTED).unwrap();
    for line in text.lines().skip(1).filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |index: usize| cells.get(index).copied().filter(|cell| !cell.is_empty());
        let row = Expected {
            format: cells[1].to_owned(),
            rejected: cell(2).map_or(0, |count| count.parse().unwrap()),
            is_named: cell(3) == Some("named"),
            tumour: cell(4).map(str::to_owned),
            refused: cell(5).map(str::to_owned),
        };
        let twice = expected.insert(cells[0].to_owned(), row);
        assert!(twice.is_none(), "{line}");
    }
    expected
}

#[derive(Default)]
struct Counts {
    files: usize,
    records: usize,
    claims: usize,
    silent: usize,
    rejected: usize,
}

fn read(path: &str, expected: &Expected) -> Result<(&'static str, Counts, Vec<String>), String> {
    let told = |error: sarcolens::read::ReadError| error.to_string();
    let stream = Stream::open(path).map_err(told)?;
    let recognised: &dyn Caller = if expected.is_named {
        caller_named(&expected.format).ok_or("no such format")?
    } else {
        recognise(stream.head(), path).map_err(told)?
    };
    let options = ReadOptions {
        tumor_sample: expected.tumour.clone(),
        ..ReadOptions::default()
    };
    let mut records = recognised.open(stream, &options).map_err(told)?;
    let mut counts = Counts {
        files: 1,
        ..Counts::default()
    };
    let mut reasons = Vec::new();
    loop {
        let batch = records.next_batch().map_err(told)?;
        if batch.is_empty() {
            break;
        }
        for raw in &batch {
            let parsed = records.parse(raw);
            counts.records += 1;
            counts.claims += parsed.calls.len();
            match parsed.rejected {
                Some(rejected) => {
                    counts.rejected += 1;
                    reasons.push(format!("{}: {}", rejected.line, rejected.reason));
                }
                None => counts.silent += usize::from(parsed.calls.is_empty()),
            }
        }
    }
    records.finish().map_err(told)?;
    Ok((recognised.name(), counts, reasons))
}

/// Prints a table: `cargo test --test shared_index -- --nocapture`.
#[test]
fn every_sample_is_what_the_index_says() {
    if !Path::new(SAMPLES).is_dir() {
        eprintln!("skipped: {SAMPLES} is absent");
        return;
    }
    let mut by_format: BTreeMap<&'static str, Counts> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (file, expected) in expected() {
        match read(&format!("{SAMPLES}/{file}"), &expected) {
            Err(error)
                if expected
                    .refused
                    .as_ref()
                    .is_some_and(|words| error.contains(words)) => {}
            Ok(_) if expected.refused.is_some() => wrong.push(format!("{file}: is not refused")),
            Err(error) => wrong.push(format!("{file}: {error}")),
            Ok((format, _, _)) if format != expected.format => {
                wrong.push(format!("{file}: read as {format}, not {}", expected.format));
            }
            Ok((_, counts, reasons)) if counts.rejected != expected.rejected => {
                let shown: Vec<_> = reasons.iter().take(3).collect();
                wrong.push(format!("{file}: {} rejected: {shown:?}", counts.rejected));
            }
            Ok((format, counts, _)) => {
                let sum = by_format.entry(format).or_default();
                sum.files += counts.files;
                sum.records += counts.records;
                sum.claims += counts.claims;
                sum.silent += counts.silent;
                sum.rejected += counts.rejected;
            }
        }
    }
    println!("format\tfiles\trecords\tclaims\twithout claim\trejected");
    for (format, sum) in &by_format {
        println!(
            "{format}\t{}\t{}\t{}\t{}\t{}",
            sum.files, sum.records, sum.claims, sum.silent, sum.rejected
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_row_of_the_index_is_expected() {
    let Ok(index) = fs::read_to_string(format!("{SAMPLES}/INDEX.tsv")) else {
        eprintln!("skipped: {SAMPLES} is absent");
        return;
    };
    let expected = expected();
    let indexed: BTreeSet<&str> = index
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').nth(1))
        .collect();
    let missing: Vec<_> = indexed
        .iter()
        .filter(|file| !expected.contains_key(**file))
        .collect();
    assert!(missing.is_empty(), "not in {EXPECTED}: {missing:?}");
    let unknown: Vec<_> = expected
        .keys()
        .filter(|file| !indexed.contains(file.as_str()))
        .collect();
    assert!(unknown.is_empty(), "not in INDEX.tsv: {unknown:?}");
}
