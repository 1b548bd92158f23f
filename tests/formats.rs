//! What holds of every format alike, over the files of `test-data/callers/<format>/`: a good file is
//! recognised and read whole, a bad one is told, and no bytes make a reader panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use proptest::prelude::*;
use proptest::sample::Index;
use sarcolens::read::stream::Stream;
use sarcolens::read::{
    Parsed, RawRecord, ReadError, ReadOptions, caller_named, callers, recognise,
};
use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

const FOLDER: &str = "test-data/callers";

/// Formats without a folder: read as another one's file is, or recognised and refused.
const WITHOUT_FILES: &[&str] = &[
    "arriba-discarded",
    "bcf",
    "cnvkit-bins",
    "dragen-fusion-preliminary",
    "freec-windows",
    "linx-drivers",
];

/// Files of one format, the bad ones (their names begin with `bad`) apart.
fn files(format: &str) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let folder = Path::new(FOLDER).join(format);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|_| panic!("{} is absent", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths.into_iter().partition(|path| {
        let name = path.file_name().unwrap().to_string_lossy();
        !name.starts_with("bad")
    })
}

fn read(bytes: Vec<u8>, named: Option<&str>) -> Result<(&'static str, Vec<Parsed>), ReadError> {
    let stream = Stream::new("t", Cursor::new(bytes))?;
    let caller = match named {
        Some(name) => caller_named(name).unwrap(),
        None => recognise(stream.head(), "t")?,
    };
    let mut records = caller.open(stream, &ReadOptions::default())?;
    let mut parsed = Vec::new();
    loop {
        let batch: Vec<RawRecord> = records.next_batch()?;
        if batch.is_empty() {
            break;
        }
        parsed.extend(batch.iter().map(|raw| records.parse(raw)));
    }
    records.finish()?;
    Ok((caller.name(), parsed))
}

fn formats() -> impl Iterator<Item = &'static str> {
    callers()
        .map(|caller| caller.name())
        .filter(|name| !WITHOUT_FILES.contains(name))
}

#[test]
fn good_files_are_recognised_and_read_whole() {
    for format in formats() {
        let (good, _) = files(format);
        assert!(!good.is_empty(), "{format}: no good file");
        let mut claims = 0;
        for path in good {
            let (name, parsed) = read(fs::read(&path).unwrap(), None)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert_eq!(name, format, "{}", path.display());
            for record in &parsed {
                assert_eq!(record.rejected, None, "{}", path.display());
                claims += record.calls.len();
            }
        }
        assert!(claims > 0, "{format}: nothing is claimed by its good files");
    }
}

/// A bad file is refused, or rejects the bad rows and keeps the others.
#[test]
fn bad_files_are_told() {
    for format in formats() {
        let (_, bad) = files(format);
        assert!(!bad.is_empty(), "{format}: no bad file");
        for path in bad {
            let told = match read(fs::read(&path).unwrap(), Some(format)) {
                Err(_) => true,
                Ok((_, parsed)) => parsed
                    .iter()
                    .any(|record| record.rejected.is_some() || !record.warnings.is_empty()),
            };
            assert!(told, "{}: nothing is said", path.display());
        }
    }
}

/// A named format that the header does not fit is refused with the header's own line, though it
/// begins like a comment.
#[test]
fn a_header_of_another_version_is_told_with_what_it_lacks() {
    let table = b"#FusionName\tJunctionReadCount\tLeftGene\tRightGene\nA--B\t1\tA\tB\n";
    let error = read(table.to_vec(), Some("star-fusion"))
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("lacks LeftBreakpoint, RightBreakpoint"),
        "{error}"
    );
    assert!(error.contains("#FusionName"), "{error}");
}

#[test]
fn every_folder_is_a_format() {
    let known: BTreeSet<&str> = callers().map(|caller| caller.name()).collect();
    for entry in fs::read_dir(FOLDER).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(known.contains(name.as_str()), "{name} is no format");
    }
}

/// Every format has a name of its own and says all that `sarcolens formats` prints.
#[test]
fn every_manual_is_whole() {
    let mut names = BTreeSet::new();
    for caller in callers() {
        assert!(
            names.insert(caller.name()),
            "{} stands twice",
            caller.name()
        );
        let manual = caller.manual();
        for said in [
            manual.title,
            manual.versions,
            manual.recognised_by,
            manual.support,
            manual.order,
        ] {
            assert!(!said.is_empty(), "{}: says too little", caller.name());
        }
        assert!(!manual.columns.is_empty(), "{}", caller.name());
    }
}

/// Files cut off, with cells exchanged, lines shuffled or bytes changed: any answer, no panic.
fn bent(bytes: &[u8], cut: Index, swaps: &[(Index, Index)], changes: &[(Index, u8)]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let mut cells: Vec<String> = text
        .split_inclusive(['\t', ',', '\n'])
        .map(str::to_owned)
        .collect();
    for (one, other) in swaps {
        let (one, other) = (one.index(cells.len()), other.index(cells.len()));
        cells.swap(one, other);
    }
    let mut bytes = cells.concat().into_bytes();
    for (place, byte) in changes {
        let at = place.index(bytes.len());
        bytes[at] = *byte;
    }
    bytes.truncate(cut.index(bytes.len() + 1));
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn no_bytes_make_a_reader_panic(
        cut in any::<Index>(),
        swaps in proptest::collection::vec((any::<Index>(), any::<Index>()), 0..6),
        changes in proptest::collection::vec((any::<Index>(), any::<u8>()), 0..4),
    ) {
        for format in formats() {
            let (good, bad) = files(format);
            for path in good.into_iter().chain(bad) {
                let bytes = fs::read(path).unwrap();
                if !bytes.is_empty() {
                    let _ = read(bent(&bytes, cut, &swaps, &changes), Some(format));
                    let _ = read(bent(&bytes, cut, &swaps, &changes), None);
                }
            }
        }
    }
}
