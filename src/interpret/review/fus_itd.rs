//! FUS-ITD: An internal tandem duplication of a known gene.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusItd,
    checks: "An internal tandem duplication of a known gene.",
    why: "It is no fusion of two genes, and without a normal it may be inherited.",
    example: "BCOR exon 15 duplication in a clear cell sarcoma of the kidney.",
    source: "Review reasons page, FUS-ITD.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.indexed()
        .filter(|(_, item)| item.observed.alteration.kind() == "tandem-duplication")
        .map(|(index, _)| {
            let message =
                "Internal tandem duplication; germline duplication is possible without a normal.";
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
