//! DX-EXPECTED-ABSENT: An alteration carried by at least 90 % of the submitted entity was not detected by an assay that is able and adequate.

use crate::domain::ReasonCode;
use crate::interpret::expected::nearly_always;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxExpectedAbsent,
    checks: "An alteration carried by at least 90 % of the submitted entity was not detected by an assay that is able and adequate.",
    why: "Its absence speaks against the diagnosis; therapy that follows from the diagnosis has to wait.",
    example: "No fusion of EWSR1 or FUS in a submitted Ewing sarcoma, RNA adequate.",
    source: "Requirements R05 and R19.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.missing()
        .filter(|expected| nearly_always(expected.known.frequency))
        .map(|expected| {
            let known = &expected.known;
            let mut message = format!(
                "{} is present in about {} of {} and was not detected by an assay able to detect \
                 it. The diagnosis should be re-examined",
                known.name,
                known.frequency,
                view.subject.submitted_name()
            );
            message.push_str(&match &known.confirm_by {
                Some(test) => format!("; {test} can confirm."),
                None => ".".to_owned(),
            });
            if !known.differential.is_empty() {
                let names = view.names(&known.differential);
                message.push_str(&format!(" To be thought of: {names}."));
            }
            Raised::case(RULE.code, message)
        })
        .collect()
}
