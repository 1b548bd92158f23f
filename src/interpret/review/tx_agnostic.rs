//! TX-AGNOSTIC: An association holds for any solid tumour with the alteration.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxAgnostic,
    checks: "An association holds for any solid tumour with the alteration.",
    why: "A tissue-agnostic label rests on few sarcomas; what sarcoma data there are has to be said.",
    example: "Larotrectinib in a tumour with an NTRK fusion.",
    source: "Requirement R15; World Sarcoma Network, PMID:32891793.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let lines = view.lines();
    lines
        .iter()
        .filter(|line| line.assertion.context.is_agnostic())
        .map(|line| {
            let specific = lines
                .iter()
                .filter(|other| {
                    other.finding == line.finding
                        && !other.assertion.context.is_agnostic()
                        && other.assertion.agents == line.assertion.agents
                })
                .count();
            let message = format!(
                "Tissue-agnostic association; sarcoma-specific data: {specific} further line(s) \
                 on the same agents."
            );
            Raised::line(view, line, RULE.code, message)
        })
        .collect()
}
