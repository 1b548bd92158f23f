//! The layout is the architecture: which module may import which, and files on disk equal the rows
//! of the tables that list them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Module, and the modules that it may import beside itself.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("kb", &["domain"]),
    ("genome", &["domain", "read"]),
    ("read", &["domain"]),
    ("normalise", &["domain", "kb", "genome"]),
    ("annotate", &["domain", "kb", "genome"]),
    ("matching", &["domain", "kb"]),
    ("interpret", &["domain", "kb"]),
    ("render", &["domain"]),
    (
        "pipeline",
        &[
            "domain",
            "kb",
            "read",
            "genome",
            "normalise",
            "annotate",
            "matching",
            "interpret",
        ],
    ),
    (
        "cli",
        &[
            "domain",
            "kb",
            "genome",
            "read",
            "matching",
            "interpret",
            "render",
            "pipeline",
        ],
    ),
];

fn source_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            source_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn files_of(module: &str) -> Vec<PathBuf> {
    let root = Path::new("src");
    let mut files = vec![root.join(format!("{module}.rs"))];
    let folder = root.join(module);
    if folder.is_dir() {
        source_files(&folder, &mut files);
    }
    files
}

/// Modules that a text names after `crate::`, comments left out.
fn imported(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect()
        })
        .filter(|name: &String| !name.is_empty())
        .collect()
}

#[test]
fn imports_point_down() {
    let mut upward = Vec::new();
    for (module, allowed) in MAY_IMPORT {
        for file in files_of(module) {
            let text = fs::read_to_string(&file).unwrap();
            for name in imported(&text) {
                if name != *module && !allowed.contains(&name.as_str()) {
                    upward.push(format!("{} imports {name}", file.display()));
                }
            }
        }
    }
    assert!(upward.is_empty(), "{upward:#?}");
}

#[test]
fn a_planted_upward_import_is_caught() {
    let planted = "use crate::pipeline::run;\n// crate::cli is only a comment\n";
    assert_eq!(imported(planted), BTreeSet::from(["pipeline".to_owned()]));
}

#[test]
fn every_module_has_its_row() {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let declared: BTreeSet<&str> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let listed: BTreeSet<&str> = MAY_IMPORT.iter().map(|(module, _)| *module).collect();
    assert_eq!(declared, listed);
}

/// Only `read` and the reader of a reference's bases know noodles, only `pipeline` uses threads.
#[test]
fn one_place_for_noodles_and_for_threads() {
    for (library, allowed) in [
        (
            "noodles::",
            &["src/read", "src/genome/reference/fasta.rs"][..],
        ),
        ("rayon::", &["src/pipeline"][..]),
        ("indicatif::", &["src/cli"][..]),
    ] {
        let mut files = Vec::new();
        source_files(Path::new("src"), &mut files);
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let path = file.to_string_lossy().replace('\\', "/");
            let used = text
                .lines()
                .any(|line| !line.trim_start().starts_with("//") && line.contains(library));
            let may = allowed.iter().any(|prefix| path.starts_with(prefix));
            assert!(!used || may, "{path} uses {library}");
        }
    }
}

/// Modules declared in `table` and rows of its registry, against the files in `folder`.
fn registry(table: &str, folder: &str, row: impl Fn(&str) -> Option<String>) {
    let text = fs::read_to_string(table).unwrap();
    let on_disk: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| {
            let path = entry.unwrap().path();
            (path.extension()? == "rs")
                .then(|| path.file_stem().unwrap().to_str().unwrap().to_owned())
        })
        .collect();
    let rows: BTreeSet<String> = text.lines().filter_map(row).collect();
    let missing: Vec<_> = rows.difference(&on_disk).collect();
    assert!(
        missing.is_empty(),
        "{table}: rows without a file: {missing:?}"
    );
    for stem in &on_disk {
        assert!(
            text.contains(&format!("mod {stem};")),
            "{folder}/{stem}.rs is not declared in {table}"
        );
    }
}

/// The module of a row `    &module::Type,`.
fn row_module(line: &str) -> Option<String> {
    let (module, _) = line.trim().strip_prefix('&')?.split_once("::")?;
    Some(module.to_owned())
}

#[test]
fn rules_on_disk_equal_their_rows() {
    registry(
        "src/interpret/review.rs",
        "src/interpret/review",
        row_module,
    );
    assert_eq!(
        sarcolens::interpret::review::RULES.len(),
        sarcolens::domain::ReasonCode::ALL.len()
    );
}

#[test]
fn criteria_on_disk_equal_their_rows() {
    registry(
        "src/interpret/oncogenicity.rs",
        "src/interpret/oncogenicity",
        row_module,
    );
}

#[test]
fn lints_on_disk_equal_their_rows() {
    registry("src/kb/check.rs", "src/kb/check", row_module);
    assert_eq!(
        sarcolens::kb::check::LINTS.len(),
        fs::read_dir("src/kb/check").unwrap().count()
    );
}

#[test]
fn callers_and_formats_on_disk_equal_their_rows() {
    registry("src/read.rs", "src/read", row_module);
    registry("src/render.rs", "src/render", row_module);
}
