//! FUS-ENHANCER: A fusion matches a line whose mechanism is a promoter swap, an enhancer event or a truncation.

use crate::domain::{FrameRule, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusEnhancer,
    checks: "A fusion matches a line whose mechanism is a promoter swap, an enhancer event or a truncation.",
    why: "Expression is the mechanism there, so the frame says nothing.",
    example: "MYH9::USP6 in a nodular fasciitis.",
    source: "Review reasons page, FUS-ENHANCER.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter(|(_, item, _)| {
            item.links()
                .any(|(_, assertion)| assertion.frame == FrameRule::NotApplicable)
        })
        .map(|(index, _, _)| {
            let message = "Promoter or 3'UTR event: expression, not a fusion protein, is the \
                           mechanism; frame is not applicable.";
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
