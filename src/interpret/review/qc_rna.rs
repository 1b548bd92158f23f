//! QC-RNA: The RNA is below what the assay needs, where a fusion file was given or a fusion is to be expected.

use crate::domain::{Detects, ReasonCode};
use crate::interpret::expected::rna_failures;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::QcRna,
    checks: "The RNA is below what the assay needs, where a fusion file was given or a fusion is to be expected.",
    why: "From inadequate RNA the absence of a fusion cannot be stated.",
    example: "DV200 of 12 % with a minimum of 30 %.",
    source: "Requirement R21.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let failures = rna_failures(&view.subject);
    let matters =
        view.subject.provided.contains(&Detects::Fusion) || view.unassessed().next().is_some();
    if failures.is_empty() || !matters {
        return Vec::new();
    }
    let message = format!(
        "RNA inadequate ({}); fusion absence cannot be stated.",
        failures.join("; ")
    );
    vec![Raised::case(RULE.code, message)]
}
