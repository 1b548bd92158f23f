//! TX-HELD-QC: A reason of severity hold concerns the quality of the sample or the assay.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxHeldQc,
    checks: "A reason of severity hold concerns the quality of the sample or the assay.",
    why: "What was measured in an inadequate sample is no ground for a choice of therapy.",
    example: "RNA with DV200 below the assay's minimum.",
    source: "Requirements R05 and R21.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let causes = view.holds_of(|family| matches!(family, "QC"));
    if causes.is_empty() {
        return Vec::new();
    }
    let message = format!(
        "Therapeutic associations withheld: the quality of the sample is to be settled first ({}).",
        causes.join(", ")
    );
    vec![Raised::case(RULE.code, message)]
}
