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
