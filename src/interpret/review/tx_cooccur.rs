//! TX-COOCCUR: Beside an association stands an alteration that passed and that the knowledge base holds to void it.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxCooccur,
    checks: "Beside an association stands an alteration that passed and that the knowledge base holds to void it.",
    why: "Loss of RB1 takes the ground from a CDK4/6 inhibitor, a TP53 mutation from an MDM2 inhibitor, whatever the target's own alteration.",
    example: "MDM2 amplification with a TP53 mutation in a dedifferentiated liposarcoma.",
    source: "Review reasons page, TX-COOCCUR; knowledge base, voided_by.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let mut raised = Vec::new();
    for line in view.lines() {
        for (label, aside) in view.asides() {
            let voids = aside.voids.iter();
            for (_, statement) in voids.filter(|(id, _)| *id == line.assertion.id) {
                let message = format!("{label} may void this association. {statement}");
                raised.push(Raised::line(view, &line, RULE.code, message));
            }
        }
    }
    raised
}
