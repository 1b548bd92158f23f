//! DX-SITE-AGE: The submitted entity is unusual at the declared age or site, by the limits of the knowledge base.

use crate::domain::ReasonCode;
use crate::interpret::presentation;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxSiteAge,
    checks: "The submitted entity is unusual at the declared age or site, by the limits of the knowledge base.",
    why: "An infantile tumour in an adult, or a tumour of bone in the bowel, asks for a second look at the diagnosis; a metastasis may lie anywhere.",
    example: "Infantile fibrosarcoma at 45 years.",
    source: "Review reasons page, DX-SITE-AGE; knowledge base, age and site of the entity.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let submitted = view.subject.submitted_name();
    let age = presentation::age(&view.subject).map(|note| (note, ""));
    let site = presentation::site(&view.subject).map(|note| (note, ", a metastasis apart"));
    age.into_iter()
        .chain(site)
        .filter(|(note, _)| note.unusual)
        .map(|(note, but)| {
            let message = format!(
                "{submitted} is unusual at {}{but}. {}",
                note.about, note.note
            );
            Raised::case(RULE.code, message)
        })
        .collect()
}
