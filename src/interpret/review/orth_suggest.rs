//! ORTH-SUGGEST: An alteration to expect was not seen or not assessable, a finding of the submitted entity rests on weak evidence, or one contradicts the diagnosis, and the knowledge base names another test.

use crate::domain::{ConfirmatoryTest, DiagnosticPredicate, ReasonCode, Strength, TestMethod};
use crate::interpret::Item;
use crate::interpret::review::{Raised, Rule, View};
use std::collections::{BTreeMap, BTreeSet};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::OrthSuggest,
    checks: "An alteration to expect was not seen or not assessable, a finding of the submitted entity rests on weak evidence, or one contradicts the diagnosis, and the knowledge base names another test.",
    why: "A simpler test often settles what the panel left open.",
    example: "No fusion in a submitted Ewing sarcoma: FISH for EWSR1.",
    source: "Requirement R13; knowledge base, orthogonal tests of the entity.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let is_open = view.missing().chain(view.unassessed()).next().is_some()
        || view.items.iter().any(is_weak_here);
    // What it can tell, by the words of its name: one test is named once, in whatever order.
    let mut tests: BTreeMap<Vec<String>, (&str, &str)> = BTreeMap::new();
    for test in of_entity(view).filter(|_| is_open) {
        let told = (test.test.as_str(), test.positive.as_str());
        tests.entry(words(&test.test)).or_insert(told);
    }
    let settling: BTreeSet<Vec<String>> = settling(view).map(words).collect();
    let confirming = view
        .missing()
        .chain(view.unassessed())
        .filter_map(|expected| expected.known.confirm_by.as_deref())
        .chain(simpler_test(view));
    for test in confirming {
        tests.entry(words(test)).or_insert((test, ""));
    }
    tests.retain(|name, _| !is_done(view, name));
    tests
        .into_iter()
        .map(|(name, (test, positive))| {
            // A test that the knowledge base does not name as the one to settle it only helps.
            let can = if positive.is_empty() || settling.contains(&name) {
                "can confirm"
            } else {
                "can help"
            };
            let message = if positive.is_empty() {
                format!("{test} {can}.")
            } else {
                format!("{test} {can}. Where positive: {positive}")
            };
            Raised::case(RULE.code, message)
        })
        .collect()
}

/// Names of the tests that settle what is to be expected in the submitted entity.
fn settling<'v>(view: &View<'v>) -> impl Iterator<Item = &'v str> + use<'v> {
    let indication = view
        .subject
        .histotype()
        .and_then(|entity| entity.ngs.as_ref());
    view.diagnosis
        .expected
        .iter()
        .filter_map(|expected| expected.known.confirm_by.as_deref())
        .chain(indication.and_then(|ngs| ngs.simpler_test.as_deref()))
}

/// Tests of the submitted entity on tissue.
fn of_entity<'v>(view: &View<'v>) -> impl Iterator<Item = &'v ConfirmatoryTest> + use<'v> {
    let histotype = view.subject.histotype().map(|entity| &entity.id);
    view.subject
        .knowledge
        .confirmatory
        .iter()
        .map(AsRef::as_ref)
        .filter(move |test| Some(&test.entity) == histotype)
        .filter(|test| match test.method {
            TestMethod::Ihc
            | TestMethod::Fish
            | TestMethod::Molecular
            | TestMethod::Methylation => true,
            TestMethod::Serology | TestMethod::Imaging => false,
        })
}

/// Whether the item would define the submitted entity, were its evidence better.
fn is_weak_here(item: &Item) -> bool {
    item.links().any(|(matched, assertion)| {
        matched.relation.applies()
            && assertion.predicate == DiagnosticPredicate::Supports
            && assertion.strength == Strength::Defining
            && !item.is_adequate(matched)
    })
}

/// Whether a test of that name was declared with a result.
fn is_done(view: &View<'_>, name: &[String]) -> bool {
    view.subject
        .case
        .orthogonal
        .iter()
        .any(|done| words(&done.test) == name)
}

fn words(test: &str) -> Vec<String> {
    let mut words: Vec<String> = test
        .to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort();
    words
}

/// The simpler test of the submitted entity, where a finding contradicts it (requirement R13).
fn simpler_test<'v>(view: &View<'v>) -> Option<&'v str> {
    if view.diagnosis.discordant.is_empty() {
        return None;
    }
    let indication = view.subject.histotype()?.ngs.as_ref()?;
    indication.simpler_test.as_deref()
}
