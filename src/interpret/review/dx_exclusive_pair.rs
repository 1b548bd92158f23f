//! DX-EXCLUSIVE-PAIR: Two alterations that passed, on good evidence, are held not to occur together by the knowledge base.

use crate::domain::{ReasonCode, Side};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxExclusivePair,
    checks: "Two alterations that passed, on good evidence, are held not to occur together by the knowledge base.",
    why: "Two drivers that exclude each other point to an artefact, a mix of samples or two tumours before they point to one tumour with both.",
    example: "KIT exon 11 and PDGFRA exon 18 in one GIST.",
    source: "Requirement R17; knowledge base, exclusive pairs.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let mut raised = Vec::new();
    for pair in &view.subject.knowledge.exclusive {
        let labels = |wanted: Side| {
            view.firm_asides()
                .filter(move |(_, aside)| {
                    aside
                        .exclusive
                        .iter()
                        .any(|(id, side)| *id == pair.id && *side == wanted)
                })
                .map(|(label, _)| label)
        };
        for one in labels(Side::One) {
            for other in labels(Side::Other) {
                let message = format!(
                    "{one} and {other} are not expected together; consider artefact, sample \
                     mixture or a second tumour. {} ({})",
                    pair.statement, pair.id
                );
                raised.push(Raised::case(RULE.code, message).resting_on([&pair.id]));
            }
        }
    }
    raised
}
