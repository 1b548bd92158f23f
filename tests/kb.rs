//! The knowledge base is as large as it should be, and the `kb` commands answer.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::sarcolens;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn said(arguments: &[&str]) -> String {
    let output = sarcolens().args(arguments).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

/// The counts that the knowledge base was built to reach, as `kb list` prints them.
#[test]
fn the_knowledge_base_is_as_large_as_it_should_be() {
    let counts: serde_json::Value = serde_json::from_str(&said(&["kb", "list", "--json"])).unwrap();
    let at_least = |name: &str, least: u64| {
        let found = counts[name].as_u64().unwrap();
        assert!(found >= least, "{name}: {found}, expected {least} or more");
    };
    at_least("entities", 225);
    at_least("fusion_pairs", 450);
    at_least("partner_rules", 55);
    at_least("hotspots_and_copy_number", 165);
    let share = counts["provisional"].as_f64().unwrap() / counts["assertions"].as_f64().unwrap();
    assert!(share < 0.1, "{share} of the assertions are provisional");
}

#[test]
fn lists_hold_what_they_name() {
    let entities = said(&["kb", "list", "entities"]);
    assert!(entities.contains("entity\tewing-sarcoma\t"));
    let kinds = [
        "diagnostic",
        "expected",
        "prognostic",
        "orthogonal",
        "therapeutic",
        "germline",
        "artefacts",
        "exceptions",
        "exclusive",
        "genes",
        "citations",
    ];
    for kind in kinds {
        assert!(said(&["kb", "list", kind]).lines().count() > 3, "{kind}");
    }
    let listed: Vec<serde_json::Value> =
        serde_json::from_str(&said(&["kb", "list", "diagnostic", "--json"])).unwrap();
    assert!(listed.iter().all(|line| line["kind"] == "diagnostic"));
    sarcolens().args(["kb", "list", "drugs"]).assert().code(2);
}

#[test]
fn show_tells_of_entities_genes_targets_assertions_and_papers() {
    let page = said(&["kb", "show", "ES"]);
    for part in [
        "Ewing sarcoma",
        "Is sequencing called for",
        "Defining alterations",
        "fusion EWSR1::FLI1",
        "What most cases carry",
        "Other tests",
        "Sources",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(page.lines().all(|line| line.chars().count() <= 100));
    let gene = said(&["kb", "show", "FKHR"]);
    assert!(
        gene.starts_with("FOXO1\n") && gene.contains("PAX3::FOXO1"),
        "{gene}"
    );
    let target = said(&["kb", "show", "tazemetostat-epithelioid-sarcoma"]);
    let target = target.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(target.contains("withdrawn") && target.contains("accelerated approval"));
    assert!(target.contains("for discussion by a sarcoma multidisciplinary board"));
    let one = said(&["kb", "show", "ewing-sarcoma.ewsr1-fli1", "--json"]);
    let one: Vec<serde_json::Value> = serde_json::from_str(&one).unwrap();
    assert_eq!(one.len(), 1);
    assert!(said(&["kb", "show", "PMID:1522903"]).contains("ewing-sarcoma.ewsr1-fli1"));
    let output = sarcolens()
        .args(["kb", "show", "nothing like it"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("closest"));
}

#[test]
fn search_finds_lines_by_all_their_words() {
    let found = said(&["kb", "search", "EWSR1", "ewing"]);
    assert!(found.contains("ewing-sarcoma.ewsr1-fli1"));
    assert!(!found.contains("desmoid"));
    assert!(said(&["kb", "search", "zzzz"]).contains("nothing holds"));
}

#[test]
fn export_holds_every_line_in_both_forms() {
    let table = said(&["kb", "export"]);
    let lines = table.lines().count() - 1;
    let json: serde_json::Value =
        serde_json::from_str(&said(&["kb", "export", "-f", "json"])).unwrap();
    assert_eq!(json["entries"].as_array().unwrap().len(), lines);
    assert_eq!(json["licence"], "CC BY 4.0");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .from_reader(table.as_bytes());
    assert!(reader.records().all(|record| record.unwrap().len() == 8));
}

/// A revised strength is told, and so is the case whose report changes with it.
#[test]
fn diff_tells_lines_and_cases_that_change() {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new("knowledgebase"), folder.path());
    let entity = folder.path().join("entities/ewing-sarcoma.toml");
    let text = fs::read_to_string(&entity).unwrap();
    let edited = text.replacen("strength = \"defining\"", "strength = \"reported\"", 1);
    assert_ne!(edited, text);
    fs::write(&entity, edited).unwrap();
    let new = folder.path().to_str().unwrap();
    let cases = tempfile::tempdir().unwrap();
    for case in ["01-classic-ewing", "14-gist-kit-exon-11"] {
        copy(
            &Path::new("test-data/cases").join(case),
            &cases.path().join(case),
        );
    }
    let cases = cases.path().to_str().unwrap();
    let text = said(&["kb", "diff", "embedded", new, "--cases", cases]);
    assert!(
        text.contains("- Revised diagnostic `ewing-sarcoma.ewsr1-fli1`"),
        "{text}"
    );
    assert!(
        text.contains("says: \"defining\" -> \"reported\""),
        "{text}"
    );
    assert!(
        text.contains("1 case(s) change") && text.contains("- 01-classic-ewing"),
        "{text}"
    );
    let json = said(&["kb", "diff", "embedded", new, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["changes"].as_array().unwrap().len(), 1);
    assert!(said(&["kb", "diff", "embedded", "knowledgebase"]).contains("no line differs"));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The embedded text and the folder it was made from are one knowledge base.
#[test]
fn embedded_and_folder_are_the_same() {
    let digest = |arguments: &[&str]| {
        let text = said(arguments);
        text.lines().last().unwrap().to_owned()
    };
    assert_eq!(
        digest(&["kb", "check"]),
        digest(&["kb", "check", "knowledgebase"])
    );
}

/// Requirement R07 over everything that the tools print of the knowledge base.
#[test]
fn no_word_of_the_knowledge_base_names_a_treatment() {
    let titles: BTreeMap<String, String> = {
        let json = said(&["kb", "list", "citations", "--json"]);
        let lines: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
        lines
            .iter()
            .map(|line| {
                (
                    line["id"].to_string(),
                    line["says"].as_str().unwrap().to_owned(),
                )
            })
            .collect()
    };
    let json = said(&["kb", "export", "-f", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    for entry in json["entries"].as_array().unwrap() {
        if entry["kind"] == "citation" {
            continue; // Titles of papers are quoted as they are.
        }
        let sources = entry["sources"].as_array().unwrap();
        let named = sources.iter().map(|source| source.as_str().unwrap());
        let mut text = entry.to_string();
        // A source without a number is named by its title.
        for title in titles.values().map(String::as_str).chain(named) {
            text = text.replace(title, "");
        }
        let found = sarcolens::domain::forbidden(&text);
        assert_eq!(found, None, "{}", entry["id"]);
    }
}
