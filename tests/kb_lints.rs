//! Every lint refuses what it is for, on the smallest knowledge base that is right otherwise.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::sarcolens;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ENTITY: &str = r#"
id = "example-sarcoma"
name = "Example sarcoma"
synonyms = ["EXS"]
category = "small round cell"
behaviour = "malignant"
genome = "simple"
reviewed = { by = "AB", on = 2026-01-15 }

[ngs]
class = "simpler-test"
text = "FISH shows it."

[[orthogonal]]
id = "example-sarcoma.fish"
test = "EWSR1 break-apart FISH"
method = "fish"
positive = "EWSR1 is broken."
negative = "EWSR1 looks whole."
evidence = [{ source = "PMID:1", cite = "One. 2001", kind = "review", shows = "The test." }]

[[diagnostic]]
id = "example-sarcoma.ewsr1-fli1"
pattern = "fusion EWSR1::FLI1"
strength = "defining"
frequency = 0.9
requires = ["keeps FLI1 DNA-binding domain"]
examples = ["EWSR1::FLI1"]
near_misses = ["EWSR1::ATF1"]
evidence = [{ source = "PMID:1", cite = "One. 2001", kind = "review", shows = "The fusion." }]
"#;

const TARGET: &str = r#"
id = "exampleinib"
question = "What has been shown of exampleinib?"

[[therapeutic]]
id = "exampleinib.line"
entities = ["example-sarcoma"]
direction = "sensitivity"
agents = ["exampleinib"]
level = "AMP/ASCO/CAP D"
statement = "Two tumours shrank."
examples = ["diagnosis example-sarcoma"]
near_misses = ["diagnosis other-tumour"]
evidence = [{ source = "A page", cite = "A page", kind = "reference", shows = "It says so." }]
"#;

const OTHER: &str = r#"
id = "other-tumour"
name = "Other tumour"
category = "other"
behaviour = "benign"
genome = "simple"
reviewed = { by = "AB", on = 2026-01-15 }
[ngs]
class = "not-needed"
text = "Morphology tells."
"#;

/// A knowledge base that is right, with `edit` made to the file at `path`.
fn knowledge(path: &str, edit: impl Fn(&str) -> String) -> TempDir {
    let files = [
        (
            "manifest.toml",
            "version = \"2026.9\"\nschema = 1\ndate = 2026-01-15\n",
        ),
        ("citations.tsv", "pmid\tcite\tseen\n1\tOne. 2001\ta page\n"),
        ("retired.tsv", "id\tsince\treplaced_by\treason\n"),
        ("entities/example-sarcoma.toml", ENTITY),
        ("entities/other-tumour.toml", OTHER),
        ("targets/exampleinib.toml", TARGET),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let target = folder.path().join(name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        let text = if name == path {
            let edited = edit(text);
            assert_ne!(edited, text, "the edit of {path} changes nothing");
            edited
        } else {
            text.to_owned()
        };
        fs::write(target, text).unwrap();
    }
    folder
}

fn check(folder: &Path) -> (Option<i32>, String) {
    let output = sarcolens()
        .args(["kb", "check"])
        .arg(folder)
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).unwrap())
}

/// Code of a lint, the file, what is replaced by what.
const FAULTS: &[(&str, &str, &str, &str)] = &[
    (
        "KB001",
        "entities/example-sarcoma.toml",
        "strength",
        "strenght",
    ),
    ("KB001", "citations.tsv", "1\tOne. 2001\ta page", "one"),
    (
        "KB002",
        "targets/exampleinib.toml",
        "id = \"exampleinib\"\n",
        "id = \"example\"\n",
    ),
    (
        "KB003",
        "entities/example-sarcoma.toml",
        "id = \"example-sarcoma.fish\"",
        "id = \"example-sarcoma.ewsr1-fli1\"",
    ),
    (
        "KB004",
        "entities/example-sarcoma.toml",
        "category =",
        "parent = \"nobody\"\ncategory =",
    ),
    (
        "KB005",
        "targets/exampleinib.toml",
        "[\"example-sarcoma\"]",
        "[\"nobody\"]",
    ),
    (
        "KB006",
        "entities/example-sarcoma.toml",
        "pattern = \"fusion EWSR1::FLI1\"",
        "pattern = \"fusion PAX3::FKHR\"",
    ),
    (
        "KB007",
        "targets/exampleinib.toml",
        "shows = \"It says so.\"",
        "shows = \"\"",
    ),
    (
        "KB008",
        "targets/exampleinib.toml",
        "source = \"A page\", cite = \"A page\"",
        "source = \"PMID:1\", cite = \"Another. 2001\"",
    ),
    (
        "KB009",
        "entities/other-tumour.toml",
        "name = \"Other tumour\"",
        "name = \"EXS\"",
    ),
    (
        "KB010",
        "targets/exampleinib.toml",
        "Two tumours shrank.",
        "Patients should receive it.",
    ),
    (
        "KB010",
        "entities/example-sarcoma.toml",
        "FISH shows it.",
        "We recommend FISH.",
    ),
    (
        "KB011",
        "entities/example-sarcoma.toml",
        "pattern = \"fusion EWSR1::FLI1\"",
        "pattern = \"mutation KIT\"",
    ),
    (
        "KB012",
        "targets/exampleinib.toml",
        "id = \"exampleinib.line\"",
        "id = \"line\"",
    ),
    (
        "KB013",
        "entities/example-sarcoma.toml",
        "frequency = 0.9",
        "frequency = 90.0",
    ),
    ("KB014", "citations.tsv", "1\tOne", "2\tOne"),
    ("KB014", "citations.tsv", "One. 2001", "One. 2002"),
    (
        "KB015",
        "entities/example-sarcoma.toml",
        "near_misses = [\"EWSR1::ATF1\"]",
        "near_misses = []",
    ),
    (
        "KB016",
        "entities/example-sarcoma.toml",
        "near_misses = [\"EWSR1::ATF1\"]",
        "near_misses = [\"EWSR1::FLI1\"]",
    ),
    (
        "KB016",
        "targets/exampleinib.toml",
        "diagnosis example-sarcoma",
        "diagnosis other-tumour",
    ),
    (
        "KB017",
        "entities/example-sarcoma.toml",
        "pattern = \"fusion EWSR1::FLI1\"",
        "pattern = \"fusion EWSR1::A1BG\"",
    ),
    (
        "KB018",
        "retired.tsv",
        "reason\n",
        "reason\nexampleinib.line\t2026.8\t\tmerged\n",
    ),
    (
        "KB018",
        "retired.tsv",
        "reason\n",
        "reason\nold.line\t2026.8\tnobody\tmerged\n",
    ),
    (
        "KB019",
        "entities/example-sarcoma.toml",
        "keeps FLI1",
        "has FLI1",
    ),
    (
        "KB020",
        "entities/other-tumour.toml",
        "genome = \"simple\"\n",
        "",
    ),
];

#[test]
fn a_right_knowledge_base_passes() {
    let folder = knowledge("none", str::to_owned);
    let (code, text) = check(folder.path());
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.contains("no problem found") && text.contains("4 examples run"),
        "{text}"
    );
}

#[test]
fn every_lint_refuses_what_it_is_for() {
    for (lint, path, from, to) in FAULTS {
        let folder = knowledge(path, |text| text.replace(from, to));
        let (code, text) = check(folder.path());
        assert_eq!(code, Some(4), "{lint} {to}: {text}");
        let place = path.rsplit('/').next().unwrap();
        assert!(
            text.lines()
                .any(|line| line.contains(&format!(": {lint}: "))
                    // A missing paper is told where it is cited.
                    && (line.contains(place) || place == "citations.tsv" || place == "retired.tsv")),
            "{lint} is not told of {to:?}:\n{text}"
        );
    }
    let tried: BTreeSet<&str> = FAULTS.iter().map(|(lint, ..)| *lint).collect();
    let all: BTreeSet<&str> = sarcolens::kb::check::LINTS
        .iter()
        .map(|lint| lint.code())
        .collect();
    assert_eq!(tried, all);
}

#[test]
fn all_problems_are_told_at_once() {
    let folder = knowledge("entities/example-sarcoma.toml", |text| {
        text.replace("frequency = 0.9", "frequency = 90.0")
            .replace("keeps FLI1", "has FLI1")
            .replace(
                "near_misses = [\"EWSR1::ATF1\"]",
                "near_misses = [\"EWSR1::FLI1\"]",
            )
    });
    let (_, text) = check(folder.path());
    for lint in ["KB013", "KB016", "KB019"] {
        assert!(text.contains(lint), "{lint}: {text}");
    }
}
