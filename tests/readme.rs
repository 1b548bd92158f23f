//! The table of formats in the README is the registry's. `SARCOLENS_BLESS=1 cargo test --test readme`
//! writes it anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use sarcolens::read::callers;
use std::fs;

const BEGIN: &str = "<!-- formats: written by tests/readme.rs -->\n";
const END: &str = "<!-- end of formats -->\n";

fn table() -> String {
    let mut text = "| name | what | versions | written from |\n|---|---|---|---|\n".to_owned();
    for caller in callers() {
        let manual = caller.manual();
        let cell = |text: &str| text.replace('|', "\\|");
        text.push_str(&format!(
            "| `{}` | {} | {} | {} |\n",
            caller.name(),
            cell(manual.title),
            cell(manual.versions),
            manual.written_from
        ));
    }
    text
}

#[test]
fn the_table_of_formats_is_the_registry() {
    let readme = fs::read_to_string("README.md").unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("README.md: no table");
    let (shown, after) = rest
        .split_once(END)
        .expect("README.md: the table has no end");
    let table = table();
    if std::env::var_os("SARCOLENS_BLESS").is_some() {
        fs::write("README.md", format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
        return;
    }
    assert!(
        shown == table,
        "README.md: the formats changed: run with SARCOLENS_BLESS=1 and look at the difference"
    );
}
