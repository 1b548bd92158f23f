//! DX-NON-INFORMATIVE: No alteration is to be expected in the submitted entity, and no finding is linked to it.

use crate::domain::{DiagnosisRelation, ReasonCode, Strength};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxNonInformative,
    checks: "No alteration is to be expected in the submitted entity, and no finding is linked to it.",
    why: "A report without a molecular handle leaves the diagnosis as pathology made it, and says so.",
    example: "TP53 and RB1 loss in a submitted undifferentiated pleomorphic sarcoma.",
    source: "Requirement R03.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let Some(histotype) = view.subject.histotype() else {
        return Vec::new();
    };
    if view.diagnosis.relation != DiagnosisRelation::NonInformative {
        return Vec::new();
    }
    let has_defining = view.subject.knowledge.diagnostic.iter().any(|assertion| {
        assertion.entity == histotype.id && assertion.strength == Strength::Defining
    });
    let known = if has_defining {
        "No defining alteration of"
    } else {
        "No defining alteration is known for"
    };
    let seen = if has_defining {
        " is among the findings"
    } else {
        ""
    };
    let message = format!(
        "{known} {}{seen}; the findings neither support nor contradict it.",
        histotype.name
    );
    vec![Raised::case(RULE.code, message)]
}
