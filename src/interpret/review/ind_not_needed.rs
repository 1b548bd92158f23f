//! IND-NOT-NEEDED: Sequencing is not generally called for in the submitted entity.

use crate::domain::{NgsClass, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::IndNotNeeded,
    checks: "Sequencing is not generally called for in the submitted entity.",
    why: "What is found where nothing was asked is easily overread.",
    example: "A panel of a nodular fasciitis.",
    source: "Requirement R12.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let Some(histotype) = view.subject.histotype() else {
        return Vec::new();
    };
    let class = histotype.ngs.as_ref().map(|indication| indication.class);
    if class != Some(NgsClass::NotNeeded) {
        return Vec::new();
    }
    let message = format!(
        "NGS is not generally required to diagnose {}; interpret incidental findings with care.",
        histotype.name
    );
    vec![Raised::case(RULE.code, message)]
}
