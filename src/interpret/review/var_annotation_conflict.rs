//! VAR-ANNOTATION-CONFLICT: The file's annotation of a small variant gives another protein change than its place on the same transcript, or the two meet different patterns of the knowledge base.

use crate::domain::ReasonCode;
use crate::interpret::annotation;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarAnnotationConflict,
    checks: "The file's annotation of a small variant gives another protein change than its place on the same transcript (version aside), or the two meet different patterns of the knowledge base; the numbering of another isoform alone is no conflict.",
    why: "One of them is wrong, by the wrong assembly, allele or transcript, and a hotspot is gained or lost by it.",
    example: "KIT p.V559E in the file, p.V559D by position and bases on the same transcript.",
    source: "Review reasons page, VAR-ANNOTATION-CONFLICT.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.small_variants()
        .filter_map(|(index, item, variant)| {
            let found = annotation::conflict(variant, &item.aside)?;
            let message = format!(
                "The file says {}, recomputation says {}.",
                found.file, found.place
            );
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
