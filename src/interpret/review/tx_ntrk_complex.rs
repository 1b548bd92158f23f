//! TX-NTRK-COMPLEX: A fusion of NTRK1, NTRK2, NTRK3, RET or ALK in an entity whose genome is expected to be complex, or in a genome seen to be.

use crate::domain::{GenomeClass, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxNtrkComplex,
    checks: "A fusion of NTRK1, NTRK2, NTRK3, RET or ALK in an entity whose genome is expected to be complex, or in a genome seen to be.",
    why: "In a complex genome such a fusion may be a passenger.",
    example: "TPM3::NTRK1 in a submitted leiomyosarcoma.",
    source: "Requirement R15; PMC10163158.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let is_expected = view
        .subject
        .histotype()
        .is_some_and(|entity| entity.genome == GenomeClass::Complex);
    let is_seen = view.genome.class == Some(GenomeClass::Complex);
    if !is_expected && !is_seen {
        return Vec::new();
    }
    view.fusions()
        .filter(|(_, _, fusion)| {
            fusion
                .genes()
                .any(|gene| matches!(gene.as_str(), "NTRK1" | "NTRK2" | "NTRK3" | "RET" | "ALK"))
        })
        .map(|(index, _, _)| {
            let message = "In a small series complex-genome sarcomas with NTRK fusion did not \
                           respond; the fusion may be a passenger.";
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
