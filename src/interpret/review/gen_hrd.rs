//! GEN-HRD: A file tells a score of homologous recombination deficiency.

use crate::domain::{Measure, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::GenHrd,
    checks: "A file tells a score of homologous recombination deficiency.",
    why: "Such scores were made for carcinomas; complex sarcoma genomes reach high ones without a repair defect.",
    example: "An HRD score of 48 in a submitted leiomyosarcoma.",
    source: "Review reasons page, GEN-HRD.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let told: BTreeSet<String> = view
        .measures
        .iter()
        .filter(|found| found.measure == Measure::Hrd)
        .map(|found| found.label())
        .collect();
    told.into_iter()
        .map(|label| {
            let message = format!("{label}: not validated in sarcoma for decisions.");
            Raised::case(RULE.code, message)
        })
        .collect()
}
