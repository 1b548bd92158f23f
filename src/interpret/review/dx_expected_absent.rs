//! DX-EXPECTED-ABSENT: An alteration carried by at least 90 % of the submitted entity was not detected by an assay that is able and adequate.

use crate::domain::{EntityId, ReasonCode, Strength};
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
        .filter(|expected| view.subject.nearly_always(expected.known.frequency))
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
                let thoughts: Vec<String> = known
                    .differential
                    .iter()
                    .map(|entity| with_marks(view, entity))
                    .collect();
                message.push_str(&format!(" To be thought of: {}.", thoughts.join("; ")));
            }
            Raised::case(RULE.code, message).resting_on([&expected.known.id])
        })
        .collect()
}

/// An entity with the alterations that define it, as far as a sentence bears.
fn with_marks(view: &View<'_>, entity: &EntityId) -> String {
    const NAMED: usize = 3;
    let knowledge = view.subject.knowledge;
    let marks: Vec<String> = knowledge
        .diagnostic
        .iter()
        .filter(|assertion| assertion.entity == *entity && assertion.strength == Strength::Defining)
        .map(|assertion| assertion.pattern.to_string())
        .take(NAMED)
        .collect();
    let name = knowledge.entity_name(entity);
    if marks.is_empty() {
        return name;
    }
    format!("{name} ({})", marks.join(", "))
}
