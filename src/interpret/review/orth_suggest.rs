//! ORTH-SUGGEST: An alteration to expect was not seen or not assessable, or a finding contradicts the diagnosis, and the knowledge base names another test.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::OrthSuggest,
    checks: "An alteration to expect was not seen or not assessable, or a finding contradicts the diagnosis, and the knowledge base names another test.",
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
        .chain(simpler_test(view))
        .collect();
    tests
        .into_iter()
        .map(|test| Raised::case(RULE.code, format!("{test} can confirm.")))
        .collect()
}

/// The simpler test of the submitted entity, where a finding contradicts it (requirement R13).
fn simpler_test<'v>(view: &View<'v>) -> Option<&'v str> {
    if view.diagnosis.discordant.is_empty() {
        return None;
    }
    let indication = view.subject.histotype()?.ngs.as_ref()?;
    indication.simpler_test.as_deref()
}
