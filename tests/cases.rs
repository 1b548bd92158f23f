//! Every case of `test-data/cases` gives the report that stands beside it. `SARCOLENS_BLESS=1`
//! writes the expected files anew; look at the difference before it is committed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::{cases, run_case};
use std::fs;

/// Digests of the knowledge base and of the genome's tables change with every edit of them; the rest
/// must not.
fn without_digests(text: &str, knowledge: &str, genome: &str) -> String {
    text.replace(knowledge, "DIGEST")
        .replace(&knowledge[..8], "DIGEST8")
        .replace(genome, "GENOME-DIGEST")
}

#[test]
fn every_case_gives_its_expected_report() {
    let bless = std::env::var_os("SARCOLENS_BLESS").is_some();
    let mut different = Vec::new();
    for folder in cases() {
        let run = run_case(&folder, &[]);
        let tool = &run.report["tool"];
        let text_of = |part: &serde_json::Value| part.as_str().unwrap().to_owned();
        let knowledge = text_of(&tool["knowledge_base"]["sha256"]);
        let genome = text_of(&tool["reference"]["embedded_sha256"]);
        for (name, text) in [
            ("report.json", run.text(".json")),
            ("report.md", run.text(".md")),
            ("stderr.txt", run.stderr.clone()),
        ] {
            let path = folder.join("expected").join(name);
            let text = without_digests(&text, &knowledge, &genome);
            if bless {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, text).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != text {
                different.push(path.display().to_string());
            }
        }
    }
    assert!(different.is_empty(), "not as expected: {different:#?}");
}
