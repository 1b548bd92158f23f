//! TX-HELD-DX: The submitted diagnosis is missing, contradicted by a finding, or lacks what it should carry, by any reason of severity hold that concerns the diagnosis.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxHeldDx,
    checks: "The submitted diagnosis is missing, contradicted by a finding, or lacks what it should carry, by any reason of severity hold that concerns the diagnosis.",
    why: "A matched drug follows from the exact subtype; while the subtype is in doubt an association would be misleading.",
    example: "EWSR1::FLI1 in a submitted desmoplastic small round cell tumour.",
    source: "Requirements R01 and R05.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let causes = view.holds_of(|family| matches!(family, "DX" | "GEN" | "ORTH"));
    if causes.is_empty() {
        return Vec::new();
    }
    let message = format!(
        "Therapeutic associations withheld: the diagnosis is to be settled first ({}).",
        causes.join(", ")
    );
    vec![Raised::case(RULE.code, message)]
}
