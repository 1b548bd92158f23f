//! How long it takes to load the knowledge base. `cargo bench --bench kb`; the goal of the whole
//! load is 20 ms in a release build.

use sarcolens::kb::{Counts, KnowledgeBase};
use std::path::Path;

fn main() {
    divan::main();
}

/// The embedded knowledge base, as every run loads it.
#[divan::bench]
fn load_embedded() -> Option<KnowledgeBase> {
    KnowledgeBase::embedded().ok()
}

/// A folder with every lint, as `--knowledgebase` and `kb check` load it.
#[divan::bench]
fn load_folder_and_lint() -> Option<KnowledgeBase> {
    let overlays: [&Path; 0] = [];
    KnowledgeBase::load(Some(Path::new("knowledgebase")), &overlays).ok()
}

/// All examples, as `kb check` runs them.
#[divan::bench]
fn run_examples(bencher: divan::Bencher<'_, '_>) {
    let Ok(knowledge) = KnowledgeBase::embedded() else {
        return;
    };
    bencher.bench(|| sarcolens::matching::examples::failures(&knowledge).len());
}

/// The counts of `kb list`.
#[divan::bench]
fn count(bencher: divan::Bencher<'_, '_>) {
    let Ok(knowledge) = KnowledgeBase::embedded() else {
        return;
    };
    bencher.bench(|| Counts::of(&knowledge));
}
