//! CTR-NOMDT: No date of a multidisciplinary board is recorded.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::CtrNomdt,
    checks: "No date of a multidisciplinary board is recorded.",
    why: "Decisions in sarcoma belong to an expert board.",
    example: "No mdt_date in case.toml.",
    source: "Requirement R08; EURACAN guideline page.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if view.subject.case.centre.mdt_date.is_some() {
        return Vec::new();
    }
    vec![Raised::case(
        RULE.code,
        "No multidisciplinary review is recorded.",
    )]
}
