//! FUS-NOVEL-PARTNER: One partner stands in its known place; the pair is not known.

use crate::domain::{MatchDegree, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusNovelPartner,
    checks: "One partner stands in its known place; the pair is not known.",
    why: "A new partner may be a new variant of a known tumour or chance; the step from known pairs is for experts.",
    example: "EWSR1 5' of a gene never reported with it.",
    source: "Requirement R26; review reasons page.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter(|(_, item, _)| item.degree() == MatchDegree::OnePartner)
        .filter_map(|(index, item, fusion)| {
            let five_prime = fusion.five_prime.gene.as_ref()?;
            let three_prime = fusion.three_prime.gene.as_ref()?;
            let (_, assertion) = item.diagnostic().next()?;
            let (known, partner) = if assertion.pattern.genes().contains(&five_prime) {
                (five_prime, three_prime)
            } else {
                (three_prime, five_prime)
            };
            let kept = if fusion.domains.kept.is_empty() {
                "not stated".to_owned()
            } else if fusion.domains_from_breakpoints {
                format!("{} (by the breakpoints)", fusion.domains.kept.join(", "))
            } else {
                fusion.domains.kept.join(", ")
            };
            let message = format!(
                "{known} with an unreported partner {partner}. Class: one partner matches. \
                 Retained: {kept}. Extrapolation from known pairs is a judgement for experts."
            );
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
