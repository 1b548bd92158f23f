//! CTR-NONEXPERT: The submitting centre is not declared to be a sarcoma centre.

use crate::domain::{CentreKind, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::CtrNonexpert,
    checks: "The submitting centre is not declared to be a sarcoma centre.",
    why: "A panel result from a non-expert centre replaces neither pathology review nor an expert multidisciplinary decision.",
    example: "Centre kind non-expert or unknown.",
    source: "Requirement R10; Serrano et al., JAMA Oncol 2025, doi 10.1001/jamaoncol.2025.3608.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    match view.subject.case.centre.kind {
        CentreKind::Expert => Vec::new(),
        CentreKind::NonExpert | CentreKind::Unknown => vec![Raised::case(
            RULE.code,
            "A multigene panel from a non-expert centre cannot replace pathology review nor guide \
             therapy without prior evaluation by sarcoma experts.",
        )],
    }
}
