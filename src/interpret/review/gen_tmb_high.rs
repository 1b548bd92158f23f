//! GEN-TMB-HIGH: Ten mutations per megabase or more (biomarker.tmb_high).

use crate::domain::{Measure, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::GenTmbHigh,
    checks: "Ten mutations per megabase or more (biomarker.tmb_high).",
    why: "That is rare in sarcoma: it raises melanoma, carcinoma, ultraviolet light, radiation or a repair defect before it raises a target.",
    example: "24 mutations per megabase in a submitted undifferentiated pleomorphic sarcoma.",
    source: "Requirement R16.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let high = view.subject.config.biomarker.tmb_high.get();
    let highest = view.numbers(Measure::Tmb).reduce(f64::max);
    let Some(burden) = highest.filter(|tmb| *tmb >= high) else {
        return Vec::new();
    };
    let message = format!(
        "{burden} mutations per megabase are high for a sarcoma; check diagnosis, germline \
         filter, hypermutation cause before any other reading."
    );
    vec![Raised::case(RULE.code, message)]
}
