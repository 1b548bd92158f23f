//! Commands and options that no other test runs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::{run_case, sarcolens};
use std::fs;
use std::path::Path;

const ARRIBA: &str = "test-data/cases/01-classic-ewing/inputs/T1.arriba.tsv";

#[test]
fn standard_input_is_a_file() {
    let out = tempfile::tempdir().unwrap();
    sarcolens()
        .args([
            "interpret",
            "--sample",
            "T1",
            "-d",
            "Ewing sarcoma",
            "-",
            "-o",
        ])
        .arg(out.path())
        .write_stdin(fs::read(ARRIBA).unwrap())
        .assert()
        .success();
    assert!(out.path().join("T1.sarcolens.html").exists());
}

#[test]
fn a_saved_report_from_standard_input() {
    let out = tempfile::tempdir().unwrap();
    let report = run_case(Path::new("test-data/cases/01-classic-ewing"), &[]).text(".json");
    sarcolens()
        .args(["render", "-", "-o"])
        .arg(out.path())
        .write_stdin(report)
        .assert()
        .success();
    assert!(out.path().join("T1.sarcolens.html").exists());
}

#[test]
fn version_formats_explain_schema() {
    let said = |arguments: &[&str]| {
        let output = sarcolens().args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(
        said(&["--version"]),
        format!("sarcolens {}\n", env!("CARGO_PKG_VERSION"))
    );
    let version: serde_json::Value = serde_json::from_str(&said(&["version", "--json"])).unwrap();
    assert!(version["knowledge_base"]["sha256"].is_string());
    let formats = said(&["formats"]);
    for name in ["arriba", "star-fusion", "vcf", "bcf"] {
        assert!(formats.contains(name), "{name}");
        assert!(said(&["formats", name]).contains("recognised by"));
    }
    for code in sarcolens::domain::ReasonCode::ALL {
        let text = said(&["explain", code.as_str()]);
        assert!(
            text.contains("What it checks") && text.contains("Source"),
            "{code}"
        );
    }
    for lint in sarcolens::kb::check::LINTS {
        assert!(said(&["explain", lint.code()]).contains("Why it matters"));
    }
    assert!(said(&["kb", "check"]).contains("no problem found"));
    let _: serde_json::Value = serde_json::from_str(&said(&["schema"])).unwrap();
}

/// The README's first command does what it says; the second is this test run.
#[test]
fn the_readme_command_works() {
    let readme = fs::read_to_string("README.md").unwrap();
    let command = readme
        .lines()
        .find_map(|line| line.strip_prefix("cargo run --release -- "))
        .expect("the command of the README");
    let out = tempfile::tempdir().unwrap();
    let arguments: Vec<String> = command
        .split_whitespace()
        .map(|word| match word {
            "report" => out.path().to_string_lossy().into_owned(),
            _ => word.to_owned(),
        })
        .collect();
    sarcolens().args(&arguments).assert().success();
    assert!(readme.contains("report/T1.sarcolens.html"));
    assert!(out.path().join("T1.sarcolens.html").exists());
}
