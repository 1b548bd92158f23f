//! FUS-RNA-ONLY: A fusion transcript passed, and a file of DNA rearrangements was given that holds no join of the two genes.

use crate::domain::{Detects, ReasonCode};
use crate::interpret::Assayed;
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusRnaOnly,
    checks: "A fusion transcript passed, and a file of DNA rearrangements was given that holds no join of the two genes.",
    why: "A transcript without its break in DNA may be made by splicing or in the laboratory; DNA callers also miss breaks in introns that were not sequenced.",
    example: "EWSR1::FLI1 by Arriba, the structural variant VCF without it.",
    source: "Requirement R26; review reasons page, FUS-RNA-ONLY.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let files: Vec<&Assayed> = view
        .subject
        .callers_of(&[Detects::Rearrangement])
        .filter(|file| !file.detects.contains(&Detects::Fusion))
        .collect();
    let names: BTreeSet<&str> = files.iter().map(|file| file.caller).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let names: Vec<&str> = names.into_iter().collect();
    view.fusions()
        .filter(|(_, item, fusion)| item.observed.passed() && fusion.dna.is_empty())
        .filter(|(_, item, _)| {
            let sources = item.observed.sources();
            !files
                .iter()
                .any(|file| sources.iter().any(|origin| origin.input == file.input))
        })
        .filter(|(_, _, fusion)| {
            view.subject.assay.is_none_or(|assay| {
                fusion
                    .genes()
                    .any(|gene| assay.covers(Detects::Rearrangement, gene))
            })
        })
        .map(|(index, _, _)| {
            let message = format!(
                "Supported by RNA only; DNA rearrangements ({}) were assayed and silent.",
                names.join(", ")
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
