//! GERM-NONORMAL: A variant raises a question of inheritance at some age or in some entity, and no normal tissue was sequenced.

use crate::domain::{Asserted, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::GermNonormal,
    checks: "A variant raises a question of inheritance at some age or in some entity, and no normal tissue was sequenced.",
    why: "The absence of a flag is no reassurance: filters for tumour-only data remove true inherited variants.",
    example: "TP53 p.R175H at 67 years, tumour only.",
    source: "Requirement R24.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let asked = view.items.iter().any(|item| {
        item.matches.iter().any(|matched| match &matched.asserted {
            Asserted::Germline(_) => true,
            Asserted::Diagnostic(_)
            | Asserted::Expected(_)
            | Asserted::Prognostic(_)
            | Asserted::Therapeutic(_) => false,
        })
    });
    if !asked || view.subject.case.specimen.normal_sequenced == Some(true) {
        return Vec::new();
    }
    vec![Raised::case(
        RULE.code,
        "Somatic or germline origin was not determined; absence of a flag does not exclude \
         inheritance.",
    )]
}
