//! What a pipeline may rely on: the report's schema, the sums of the ledger, the words inside each
//! finding, the words that are never used.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::{cases, run_case, sarcolens};
use sarcolens::domain::{AWAITS_REVIEW, forbidden};

#[test]
fn every_report_validates_against_the_schema() {
    let output = sarcolens().arg("schema").output().unwrap();
    let schema = serde_json::from_slice(&output.stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for folder in cases() {
        let run = run_case(&folder, &[]);
        let errors: Vec<String> = validator
            .iter_errors(&run.report)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", folder.display());
    }
    assert!(!validator.is_valid(&serde_json::json!({ "findings": [] })));
}

#[test]
fn every_record_read_has_ended_somewhere() {
    for folder in cases() {
        let run = run_case(&folder, &[]);
        for input in run.report["inputs"].as_array().unwrap() {
            let records = &input["records"];
            let count = |key: &str| records[key].as_u64().unwrap();
            let ended = [
                "in_findings",
                "uninterpreted",
                "filtered",
                "rejected",
                "outside",
            ]
            .iter()
            .map(|key| count(key))
            .sum::<u64>();
            assert_eq!(count("read"), ended, "{}: {input}", folder.display());
        }
        assert!(run.stderr.contains("in findings"), "the sums are printed");
    }
}

/// A saved report is read again, and one that a hand has made contradict itself is not.
#[test]
fn a_report_that_contradicts_itself_is_not_rendered() {
    let render = |text: &str| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r.json");
        std::fs::write(&path, text).unwrap();
        sarcolens()
            .args(["render", "r.json", "-o", "out"])
            .current_dir(folder.path())
            .output()
            .unwrap()
    };
    for folder in cases() {
        let run = run_case(&folder, &[]);
        let whole = run.text(".json");
        let output = render(&whole);
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{}: {stderr}", folder.display());
        let signed = whole.replace("\"status\": \"draft\"", "\"status\": \"signed\"");
        let output = render(&signed);
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{stderr}");
        assert!(
            stderr.contains("r.json: the report contradicts itself"),
            "{stderr}"
        );
        assert!(stderr.contains("hint:"), "{stderr}");
    }
}

#[test]
fn every_finding_says_that_it_awaits_review_in_every_format() {
    for folder in cases() {
        let run = run_case(&folder, &[]);
        let (html, md, tsv) = (run.text(".html"), run.text(".md"), run.text(".tsv"));
        for finding in run.report["findings"].as_array().unwrap() {
            let (id, label) = (
                finding["id"].as_str().unwrap(),
                finding["label"].as_str().unwrap(),
            );
            assert!(finding["text"].as_str().unwrap().contains(AWAITS_REVIEW));
            let line = tsv
                .lines()
                .find(|line| line.split('\t').any(|cell| cell == id))
                .unwrap_or_else(|| panic!("{}: {label} is not in the TSV", folder.display()));
            assert!(line.contains(AWAITS_REVIEW), "{line}");
            let (before, _) = md
                .split_once(&format!("\n{id} · "))
                .unwrap_or_else(|| panic!("{}: {id} has no entry", folder.display()));
            let heading = before.trim_end().lines().next_back().unwrap();
            assert!(heading.starts_with("### "), "{heading}");
            assert!(heading.contains(AWAITS_REVIEW), "{heading}");
        }
        let findings = run.report["findings"].as_array().unwrap().len();
        assert!(html.matches(AWAITS_REVIEW).count() >= findings);
    }
}

#[test]
fn no_output_recommends_or_doses() {
    for folder in cases() {
        let run = run_case(&folder, &[]);
        for suffix in [".html", ".md", ".tsv"] {
            let mut text = run.text(suffix);
            // Titles of cited papers are the one exception beside the fixed sentences.
            let mut titles = Vec::new();
            cited(&run.report, &mut titles);
            for title in titles {
                text = text.replace(&title, "");
            }
            let found = forbidden(&text);
            assert_eq!(found, None, "{}{suffix}", folder.display());
        }
        let mut said = Vec::new();
        strings(&run.report, &mut said);
        for text in said {
            assert_eq!(forbidden(text), None, "{}.json: {text}", folder.display());
        }
    }
}

/// Every text of the report but titles of cited papers.
fn strings<'v>(value: &'v serde_json::Value, said: &mut Vec<&'v str>) {
    match value {
        serde_json::Value::Object(map) => map
            .iter()
            .filter(|(key, _)| *key != "cite" && *key != "source")
            .for_each(|(_, value)| strings(value, said)),
        serde_json::Value::Array(values) => values.iter().for_each(|value| strings(value, said)),
        serde_json::Value::String(text) => said.push(text),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}

fn cited(value: &serde_json::Value, titles: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            if let Some(title) = map.get("cite").and_then(|cite| cite.as_str()) {
                titles.push(title.to_owned());
            }
            map.values().for_each(|value| cited(value, titles));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| cited(value, titles)),
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => {}
    }
}
