//! Same inputs, options and knowledge: same bytes, for any number of threads and any order of the
//! files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::{cases, run_case, sarcolens};
use std::fs;

#[test]
fn threads_do_not_matter() {
    for folder in cases() {
        let one = run_case(&folder, &["--threads", "1"]).all_texts();
        for threads in ["2", "5"] {
            let many = run_case(&folder, &["--threads", threads]).all_texts();
            assert!(one == many, "{} with {threads} threads", folder.display());
        }
    }
}

#[test]
fn the_order_of_files_does_not_matter() {
    let folder = std::path::Path::new("test-data/cases/01-classic-ewing");
    let outputs: Vec<Vec<u8>> = [
        ["inputs/T1.arriba.tsv", "inputs/T1.star-fusion.tsv"],
        ["inputs/T1.star-fusion.tsv", "inputs/T1.arriba.tsv"],
    ]
    .iter()
    .map(|files| {
        let out = tempfile::tempdir().unwrap();
        sarcolens()
            .current_dir(folder)
            .args(["interpret", "--sample", "T1", "-d", "Ewing sarcoma", "-o"])
            .arg(out.path())
            .args(files)
            .assert()
            .success();
        fs::read(out.path().join("T1.sarcolens.json")).unwrap()
    })
    .collect();
    assert_eq!(outputs[0], outputs[1]);
}

#[test]
fn a_saved_report_renders_to_the_same_files() {
    for folder in cases() {
        let run = run_case(&folder, &[]);
        let again = tempfile::tempdir().unwrap();
        sarcolens()
            .arg("render")
            .arg(run.folder.path().join("T1.sarcolens.json"))
            .args(["-f", "json,html,tsv,md", "-o"])
            .arg(again.path())
            .assert()
            .success();
        for suffix in ["json", "html", "tsv", "md"] {
            let name = format!("T1.sarcolens.{suffix}");
            assert_eq!(
                fs::read(run.folder.path().join(&name)).unwrap(),
                fs::read(again.path().join(&name)).unwrap(),
                "{}: {name}",
                folder.display()
            );
        }
    }
}
