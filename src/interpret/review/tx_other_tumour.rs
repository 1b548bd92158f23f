//! TX-OTHER-TUMOUR: An association was shown in tumours that are no sarcoma.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxOtherTumour,
    checks: "An association was shown in tumours that are no sarcoma.",
    why: "Evidence from carcinoma or melanoma weighs little in a sarcoma.",
    example: "An association shown in melanoma alone.",
    source: "Requirement R06.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.lines()
        .iter()
        .filter(|line| !line.relation.applies() && !view.in_sarcoma(line))
        .map(|line| {
            let message = format!(
                "Evidence comes from {}; low weight in sarcoma.",
                view.names(line.assertion.context.entities())
            );
            Raised::line(view, line, RULE.code, message)
        })
        .collect()
}
