//! FUS-MANY: One file holds more different fusions that passed than the norm (fusion.max_fusions), those outside known genes included.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusMany,
    checks: "One file holds more different fusions that passed than the norm (fusion.max_fusions), those outside known genes included.",
    why: "Many fusions come of an unstable genome or of the library; a single known one among them weighs less.",
    example: "Sixty fusions in one Arriba file.",
    source: "Review reasons page, FUS-MANY. The norm is this program's convention.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let norm = view.subject.config.fusion.max_fusions;
    view.subject
        .counted
        .fusions
        .iter()
        .filter(|(_, count)| u32::try_from(**count).is_ok_and(|count| count > norm))
        .map(|(input, count)| {
            let message = format!(
                "{count} fusions in {}: unstable genome or library artefact.",
                view.file_name(*input)
            );
            Raised::case(RULE.code, message)
        })
        .collect()
}
