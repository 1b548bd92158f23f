//! VAR-NOT-DERIVED: A variant in a known gene carries no annotation, none with a protein change where one is to be expected, or none with the exon that known alterations go by.

use crate::domain::{MatchDegree, ReasonCode};
use crate::interpret::Item;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarNotDerived,
    checks: "A variant in a known gene carries no annotation, none with a protein change where one is to be expected, or none with the exon that known alterations go by.",
    why: "Without the protein change, or the exon, a hotspot cannot be recognised.",
    example: "A VCF that no annotator has seen.",
    source: "Review reasons page, VAR-NOT-DERIVED.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    /// Variants named in the message; the list of what was not interpreted has them all.
    const NAMED: usize = 5;
    let mut raised: Vec<Raised> = view
        .small_variants()
        .filter_map(|(index, item, variant)| {
            let message = if !variant.is_derived() {
                "Protein effect not derived: the file's annotation names no protein change."
            } else if met_by_gene_alone(item) && view.subject.lacks_exon(variant) {
                "Exon not named by the file's annotation, and not to be derived from the change: \
                 whether this is a known alteration of an exon cannot be told."
            } else {
                return None;
            };
            Some(Raised::finding(view, index, RULE.code, message))
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

/// Whether a defining alteration of the gene is not met, and might be if more were known.
fn met_by_gene_alone(item: &Item) -> bool {
    item.diagnostic()
        .any(|(matched, _)| matched.degree == MatchDegree::Gene)
}
