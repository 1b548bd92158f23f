//! GEN-UV: Half or more of the mutations carry an ultraviolet signature (biomarker.uv_fraction), and the site is not stated to be skin.

use crate::domain::{Measure, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::GenUv,
    checks: "Half or more of the mutations carry an ultraviolet signature (biomarker.uv_fraction), and the site is not stated to be skin.",
    why: "A deep tumour has seen no light: melanoma or another tumour of the skin has to be thought of.",
    example: "An ultraviolet signature of 0.7 in a tumour of the lung.",
    source: "Review reasons page, GEN-UV. The share is this program's convention.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let much = view.subject.config.biomarker.uv_fraction.get();
    let case = view.subject.case;
    let share = view
        .numbers(Measure::UvSignature)
        .reduce(f64::max)
        .filter(|share| *share >= much);
    let site = case
        .specimen
        .site
        .as_deref()
        .unwrap_or_default()
        .to_lowercase();
    let on_skin = ["skin", "cutaneous", "scalp", "dermal"]
        .iter()
        .any(|word| site.contains(word));
    let Some(share) = share.filter(|_| !on_skin) else {
        return Vec::new();
    };
    let message = format!(
        "{share} of the mutations carry an ultraviolet signature. Consider melanoma or cutaneous \
         origin."
    );
    vec![Raised::case(RULE.code, message)]
}
