//! VAR-LOWVAF: The allele fraction is below the limit that the assay was validated for.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarLowvaf,
    checks: "The allele fraction is below the limit that the assay was validated for.",
    why: "Below its limit an assay's calls have an unknown error rate.",
    example: "KIT p.V654A at 2 % with a limit of 5 %.",
    source: "Requirement R20.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let Some(limit) = view
        .subject
        .assay
        .and_then(|assay| assay.limit_of_detection_vaf)
    else {
        return Vec::new();
    };
    view.small_variants()
        .filter_map(|(index, _, variant)| {
            let vaf = variant.vaf.filter(|vaf| *vaf < limit)?;
            let message = format!("At {vaf}, below the validated limit {limit}.");
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
