//! What a laboratory sets changes the report, is printed in it, and is refused where it is wrong.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::{Run, run_case, sarcolens};
use std::fs;
use std::path::Path;

const CASE: &str = "test-data/cases/01-classic-ewing";

/// The classic case with that configuration.
fn with(config: &str) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sarcolens.toml");
    fs::write(&path, config).unwrap();
    let path = path.to_string_lossy().into_owned();
    run_case(Path::new(CASE), &["--config", &path])
}

#[test]
fn nothing_set_changes_nothing() {
    let plain = run_case(Path::new(CASE), &[]);
    assert_eq!(
        plain.report["configuration"]["changed"],
        serde_json::json!([])
    );
    let same = with("[fusion]\nmin_reads = 6\n");
    assert_eq!(
        same.report["configuration"]["changed"],
        serde_json::json!([])
    );
    assert_eq!(plain.codes(), same.codes());
}

#[test]
fn what_is_set_decides_and_is_printed() {
    let run = with("[laboratory]\nname = \"Example laboratory\"\n[fusion]\nmin_reads = 5000\n");
    assert!(run.codes().iter().any(|code| code == "FUS-LOWSUPPORT"));
    let changed = &run.report["configuration"]["changed"][0];
    assert_eq!(changed["key"], "fusion.min_reads");
    assert_eq!(
        (&changed["value"], &changed["default"]),
        (&"5000".into(), &"6".into())
    );
    for text in [run.text(".md"), run.text(".html")] {
        for word in ["Example laboratory", "Thresholds that differ", "5000"] {
            assert!(text.contains(word), "{word}");
        }
    }
}

/// A copy number is judged by the laboratory's own threshold.
#[test]
fn copy_numbers_are_judged_by_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sarcolens.toml");
    fs::write(&path, "[copy_number]\namplified_copies = 500.0\n").unwrap();
    let path = path.to_string_lossy().into_owned();
    let case = Path::new("test-data/cases/kind-copy-number-mdm2-in-lipoma");
    let run = run_case(case, &["--config", &path]);
    assert!(
        run.codes().iter().any(|code| code == "CN-BORDER"),
        "{:?}",
        run.codes()
    );
    assert!(run.text(".md").contains("500 copies"));
}

#[test]
fn what_is_wrong_is_refused_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sarcolens.toml");
    fs::write(&path, "[fusion]\nreads = 3\n").unwrap();
    let output = sarcolens()
        .args([
            "interpret",
            "--case",
            &format!("{CASE}/case.toml"),
            "--config",
        ])
        .arg(&path)
        .arg("-o")
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(!output.status.success());
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        stderr.contains("sarcolens.toml:2:1: unknown field `reads`"),
        "{stderr}"
    );
}

/// The example of the README is read as it stands there.
#[test]
fn the_example_is_valid() {
    let readme = fs::read_to_string("README.md").unwrap();
    let (_, rest) = readme.split_once("```toml\n[laboratory]").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let run = with(&format!("[laboratory]{example}"));
    assert!(
        run.report["configuration"]["changed"]
            .as_array()
            .unwrap()
            .len()
            >= 6
    );
}

/// A failed quality control allows no statement of absence.
#[test]
fn a_failed_sample_states_no_absence() {
    let case = fs::read_to_string("test-data/cases/04-fusion-negative-ewing/case.toml").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new("test-data/cases/04-fusion-negative-ewing");
    fs::create_dir(folder.path().join("inputs")).unwrap();
    fs::copy(from.join("assay.toml"), folder.path().join("assay.toml")).unwrap();
    for entry in fs::read_dir(from.join("inputs")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(
            entry.path(),
            folder.path().join("inputs").join(entry.file_name()),
        )
        .unwrap();
    }
    let failed = format!("{case}\n[qc]\nstatus = \"fail\"\nmetric = \"mean coverage 12\"\n");
    fs::write(folder.path().join("case.toml"), failed).unwrap();
    let run = run_case(folder.path(), &[]);
    assert_eq!(run.report["diagnosis"]["relation"], "NOT_ASSESSABLE");
    assert_eq!(run.report["therapy"]["state"], "held");
    for code in ["QC-FAIL", "TX-HELD-QC", "DX-NOT-ASSESSABLE"] {
        assert!(run.codes().iter().any(|known| known == code), "{code}");
    }
    assert!(
        !run.codes()
            .iter()
            .any(|known| known == "DX-EXPECTED-ABSENT")
    );
}
