//! QC-FAIL: The case file states that the sample failed the laboratory's quality control.

use crate::domain::ReasonCode;
use crate::interpret::expected::qc_failure;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::QcFail,
    checks: "The case file states that the sample failed the laboratory's quality control.",
    why: "From a failed sample neither an absence nor a choice of therapy follows.",
    example: "[qc] status = \"fail\", metric = \"mean coverage 12\".",
    source: "Requirement R21; review reasons page, QC-FAIL.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    qc_failure(&view.subject)
        .map(|metric| {
            let message = format!("Quality failure: {metric}. No negative statement is made.");
            Raised::case(RULE.code, message)
        })
        .into_iter()
        .collect()
}
