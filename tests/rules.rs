//! Every review reason is raised by a small case made for it, and keeps silent in the case beside it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;
#[path = "rules/dx.rs"]
mod dx;
#[path = "rules/fus.rs"]
mod fus;
#[path = "rules/local.rs"]
mod local;
#[path = "rules/more.rs"]
mod more;
#[path = "rules/pieces.rs"]
mod pieces;
#[path = "rules/rest.rs"]
mod rest;

use common::sarcolens;
use pieces::Pair;
use sarcolens::domain::{ReasonCode, forbidden};
use sarcolens::interpret::review;
use sarcolens::pipeline::STOPS;
use std::collections::BTreeSet;

/// Raised in every draft, so that no case keeps silent.
const ALWAYS: &[&str] = &["PROC-UNSIGNED"];

/// The codes that `pairs` shows raised, each with a silent case beside it.
fn shown(pairs: Vec<Pair>) -> BTreeSet<String> {
    let mut wrong = Vec::new();
    let mut shown = BTreeSet::new();
    for (code, loud, quiet) in pairs {
        let raises = |run: &common::Run| run.codes().iter().any(|known| known == code);
        if !raises(&loud) {
            wrong.push(format!("{code} is not in {:?}", loud.codes()));
        }
        match quiet {
            Some(quiet) if raises(&quiet) => {
                wrong.push(format!("{code} is in {:?}", quiet.codes()))
            }
            Some(_) => {}
            None if ALWAYS.contains(&code) => {}
            None => wrong.push(format!("{code} has no case that keeps silent")),
        }
        // Titles of cited papers may hold what our own sentences may not.
        if let Some(word) = forbidden(&loud.report["reasons"].to_string()) {
            wrong.push(format!("the case of {code} says \"{word}\""));
        }
        shown.insert(code.to_owned());
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    shown
}

#[test]
fn every_rule_is_raised_by_its_case_and_silent_beside_it() {
    let raised: BTreeSet<String> = [
        dx::pairs(),
        fus::pairs(),
        more::pairs(),
        local::pairs(),
        rest::pairs(),
    ]
    .into_iter()
    .flat_map(shown)
    .collect();
    let all: BTreeSet<String> = ReasonCode::ALL.iter().map(ToString::to_string).collect();
    assert_eq!(raised, all);
}

/// Where no driver was found the reader sees what may explain the case, apart from findings; where
/// one was, nothing is shown.
#[test]
fn a_case_without_a_driver_shows_what_may_explain_it() {
    use pieces::{HEADER, row, row_of_frame, run, vcf};
    let stop = ("MDM2", "stop_gained", "2/9", "p.Arg10Ter", "PASS", "0.4");
    let missense = (
        "CDK4",
        "missense_variant",
        "2/8",
        "p.Arg24Cys",
        "PASS",
        "0.4",
    );
    let variants = vcf(&[stop, missense]);
    let with = |driver: &str| {
        let out = row_of_frame("ATRX", "SDHA", "out-of-frame");
        let fusions = format!("{HEADER}{driver}{}{out}", row("CDK4", "RB1"));
        let files = [("f.tsv", &*fusions), ("v.vcf", &*variants)];
        run("Ewing sarcoma", "", None, &files).report
    };
    let open = with("");
    let labels = |part: &str| -> Vec<String> {
        let items = open["unexplained"][part].as_array().unwrap();
        let label = |item: &serde_json::Value| {
            assert!(!item["sources"].as_array().unwrap().is_empty(), "{item}");
            assert!(!item["why"].as_str().unwrap().is_empty(), "{item}");
            item["label"].as_str().unwrap().to_owned()
        };
        items.iter().map(label).collect()
    };
    assert_eq!(open["unexplained"]["stated"], true);
    assert_eq!(labels("fusions"), ["CDK4::RB1"]);
    assert_eq!(labels("variants"), ["MDM2 p.R10*"]);
    assert!(open["findings"].as_array().unwrap().is_empty());
    assert!(with(&row("EWSR1", "FLI1"))["unexplained"].is_null());
}

/// Every reason of a finding leads to the records read, and to the assertion behind it with its
/// citation; points of oncogenicity stand apart from the links.
#[test]
fn reasons_are_traced_and_oncogenicity_stands_apart() {
    let report = pieces::variants("GIST", "", &[pieces::KIT]).report;
    let finding = &report["findings"][0];
    let reasons = finding["reasons"].as_array().unwrap();
    assert!(!reasons.is_empty());
    for reason in reasons {
        assert_eq!(reason["finding"], finding["id"], "{reason}");
        assert_eq!(reason["trace"]["sources"], finding["sources"], "{reason}");
        for part in ["assertions", "citations"] {
            let listed = reason["trace"][part].as_array();
            assert!(listed.is_some_and(|ids| !ids.is_empty()), "{reason}");
        }
    }
    let points = &finding["oncogenicity"];
    assert_eq!(
        (&points["points"], &points["criteria"][0]["code"]),
        (&2.into(), &"OM1".into())
    );
    assert_eq!(points["review_status"], "computed, awaits review");
    let ewing = pieces::fusions("Ewing sarcoma", &[pieces::row("EWSR1", "FLI1")]).report;
    assert!(ewing["findings"][0]["oncogenicity"].is_null());
}

/// `explain` knows every code, those that end a run included, and no code stands twice.
#[test]
fn every_code_is_explained() {
    let codes: Vec<&str> = ReasonCode::ALL
        .iter()
        .map(|code| code.as_str())
        .chain(STOPS.iter().map(|stop| stop.code))
        .collect();
    let once: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(once.len(), codes.len());
    let explain = |code: &str| {
        let output = sarcolens().args(["explain", code]).output().unwrap();
        assert!(output.status.success(), "{code}");
        String::from_utf8(output.stdout).unwrap()
    };
    for code in STOPS.iter().map(|stop| stop.code).chain(["DX-12Q-CLUSTER"]) {
        let text = explain(code);
        assert!(
            text.starts_with(code) && text.contains("Why it matters"),
            "{text}"
        );
    }
    for rule in review::RULES {
        let words = [rule.checks, rule.why, rule.example, rule.source].join(" ");
        assert_eq!(forbidden(&words), None, "{}", rule.code);
    }
}
