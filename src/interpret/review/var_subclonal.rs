//! VAR-SUBCLONAL: The allele fraction is far below half the tumour content (small_variant.subclonal_factor), which is declared or measured.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarSubclonal,
    checks: "The allele fraction is far below half the tumour content (small_variant.subclonal_factor), which is declared or measured.",
    why: "A variant of some of the tumour cells may be a late event; what it is associated with may hold for these alone.",
    example: "TP53 p.R175H at 8 % with 80 % tumour cells.",
    source: "Review reasons page, VAR-SUBCLONAL. The factor is this program's convention.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let Some(purity) = view.purity() else {
        return Vec::new();
    };
    let factor = view.subject.config.small_variant.subclonal_factor;
    let limit = factor.get() * purity.get() / 2.0;
    view.small_variants()
        .filter(|(_, item, _)| item.observed.passed())
        .filter_map(|(index, _, variant)| {
            let vaf = variant.vaf.filter(|vaf| vaf.get() < limit)?;
            let message =
                format!("Possibly subclonal: allele fraction {vaf} at tumour content {purity}.");
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
