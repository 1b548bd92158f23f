//! GERM-VAF: A variant that raises a question of inheritance at some age or in some entity has an allele fraction of 40 to 60 %, or of 90 % and more at low tumour content, and no normal tissue was sequenced (thresholds: germline).

use crate::domain::{Asserted, Fraction, ReasonCode};
use crate::interpret::Item;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::GermVaf,
    checks: "A variant that raises a question of inheritance at some age or in some entity has an allele fraction of 40 to 60 %, or of 90 % and more at low tumour content, and no normal tissue was sequenced (thresholds: germline).",
    why: "Such a fraction is compatible with an inherited variant; a tumour with a lost second copy gives the same.",
    example: "BRCA2 truncating at 50 %, tumour only.",
    source: "Requirement R23; review reasons page, GERM-VAF.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    if view.subject.case.specimen.normal_sequenced == Some(true) {
        return Vec::new();
    }
    let limits = &view.subject.config.germline;
    let is_low = view
        .purity()
        .is_some_and(|purity| purity < limits.low_purity);
    let fits = |vaf: &Fraction| {
        (limits.vaf_low..=limits.vaf_high).contains(vaf) || (is_low && *vaf >= limits.vaf_both)
    };
    view.small_variants()
        .filter(|(_, item, _)| item.observed.passed() && is_asked(item))
        .filter_map(|(index, _, variant)| {
            let vaf = variant.vaf.filter(fits)?;
            let message = format!(
                "Allele fraction {vaf}: compatible with germline origin, and with somatic origin \
                 as well."
            );
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}

fn is_asked(item: &Item) -> bool {
    item.matches.iter().any(|matched| match &matched.asserted {
        Asserted::Germline(_) => true,
        Asserted::Diagnostic(_)
        | Asserted::Expected(_)
        | Asserted::Prognostic(_)
        | Asserted::Therapeutic(_) => false,
    })
}
