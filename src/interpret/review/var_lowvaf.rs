//! VAR-LOWVAF: The allele fraction is below the limit that the assay was validated for (small_variant.min_vaf where it states none), or few reads cover the position (small_variant.min_depth).

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarLowvaf,
    checks: "The allele fraction is below the limit that the assay was validated for (small_variant.min_vaf where it states none), or few reads cover the position (small_variant.min_depth).",
    why: "Below its limit an assay's calls have an unknown error rate.",
    example: "KIT p.V654A at 2 % with a limit of 5 %.",
    source: "Requirement R20.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let set = &view.subject.config.small_variant;
    let validated = view
        .subject
        .assay
        .and_then(|assay| assay.limit_of_detection_vaf);
    let mut raised = Vec::new();
    for (index, _, variant) in view.small_variants() {
        if let Some(vaf) = variant
            .vaf
            .filter(|vaf| *vaf < validated.unwrap_or(set.min_vaf))
        {
            let message = match validated {
                Some(limit) => format!("At {vaf}, below the validated limit {limit}."),
                None => format!(
                    "At {vaf}, below {}, the limit that is taken where no assay file states one.",
                    set.min_vaf
                ),
            };
            raised.push(Raised::finding(view, index, RULE.code, message));
        }
        if let Some(depth) = variant.depth.filter(|depth| *depth < set.min_depth) {
            let message = format!("Read depth {depth}, below {}.", set.min_depth);
            raised.push(Raised::finding(view, index, RULE.code, message));
        }
    }
    raised
}
