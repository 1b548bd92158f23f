//! ORTH-SUGGEST: An alteration to expect was not seen or not assessable, and the knowledge base names another test.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::OrthSuggest,
    checks: "An alteration to expect was not seen or not assessable, and the knowledge base names another test.",
    why: "A simpler test often settles what the panel left open.",
    example: "No fusion in a submitted Ewing sarcoma: FISH for EWSR1.",
    source: "Requirement R13.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let tests: BTreeSet<&str> = view
        .missing()
        .chain(view.unassessed())
        .filter_map(|expected| expected.known.confirm_by.as_deref())
        .collect();
    tests
        .into_iter()
        .map(|test| Raised::case(RULE.code, format!("{test} can confirm.")))
        .collect()
}
