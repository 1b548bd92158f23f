//! VAR-NOT-DERIVED: A variant in a known gene carries no annotation, or none with a protein change where one is to be expected.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarNotDerived,
    checks: "A variant in a known gene carries no annotation, or none with a protein change where one is to be expected.",
    why: "Without the protein change a hotspot cannot be recognised.",
    example: "A VCF that no annotator has seen.",
    source: "Review reasons page, VAR-NOT-DERIVED.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    /// Variants named in the message; the list of what was not interpreted has them all.
    const NAMED: usize = 5;
    let mut raised: Vec<Raised> = view
        .small_variants()
        .filter(|(_, _, variant)| !variant.is_derived())
        .map(|(index, _, _)| {
            let message = "Protein effect not derived: the file's annotation names no protein \
                           change.";
            Raised::finding(view, index, RULE.code, message)
        })
        .collect();
    let count = view.unannotated.len();
    if count > 0 {
        let mut named: Vec<&str> = view
            .unannotated
            .iter()
            .take(NAMED)
            .map(|variant| variant.label.as_str())
            .collect();
        if count > NAMED {
            named.push("and others");
        }
        let message = format!(
            "Protein effect of {count} variant(s) in known genes not derived: the file carries no \
             annotation (VEP, SnpEff or bcftools csq) for {}.",
            named.join(", ")
        );
        raised.push(Raised::case(RULE.code, message));
    }
    raised
}
