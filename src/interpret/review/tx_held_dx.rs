//! TX-HELD-DX: The submitted diagnosis is missing, contradicted by a finding, or lacks what it should carry, by any reason of severity hold that concerns the diagnosis.

use crate::domain::{ReasonCode, Severity};
use crate::interpret::review::{RULES, Raised, Rule, RuleManual, View};

/// See [`Rule::manual`].
pub struct TxHeldDx;

impl Rule for TxHeldDx {
    fn code(&self) -> ReasonCode {
        ReasonCode::TxHeldDx
    }

    fn manual(&self) -> RuleManual {
        RuleManual {
            checks: "The submitted diagnosis is missing, contradicted by a finding, or lacks what it should carry, by any reason of severity hold that concerns the diagnosis.",
            why: "A matched drug follows from the exact subtype; while the subtype is in doubt an association would be misleading.",
            example: "EWSR1::FLI1 in a submitted desmoplastic small round cell tumour.",
            source: "Requirements R01 and R05.",
        }
    }

    fn raise(&self, view: &View<'_>) -> Vec<Raised> {
        let own = self.code();
        let mut causes: Vec<&str> = RULES
            .iter()
            .filter(|rule| rule.code() != own && concerns_diagnosis(rule.code()))
            .filter(|rule| !rule.raise(view).is_empty())
            .map(|rule| rule.code().as_str())
            .collect();
        causes.dedup();
        if causes.is_empty() {
            return Vec::new();
        }
        let message = format!(
            "Therapeutic associations withheld: the diagnosis is to be settled first ({}).",
            causes.join(", ")
        );
        vec![Raised::case(own, message)]
    }
}

/// Whether the code is a hold about the diagnosis, not about the sample or the evidence.
fn concerns_diagnosis(code: ReasonCode) -> bool {
    let family = code.as_str().split('-').next().unwrap_or_default();
    code.severity() == Severity::Hold && matches!(family, "DX" | "GEN" | "ORTH")
}
