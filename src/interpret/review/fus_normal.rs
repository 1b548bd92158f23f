//! FUS-NORMAL: A fusion is in the knowledge base's list of fusions of normal tissue, read-throughs and technical artefacts, and not in its list of exceptions.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusNormal,
    checks: "A fusion is in the knowledge base's list of fusions of normal tissue, read-throughs and technical artefacts, and not in its list of exceptions.",
    why: "What normal tissue makes too does not tell a tumour.",
    example: "A read-through that GTEx tissues show.",
    source: "Knowledge base, artefacts and exceptions.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.indexed()
        .filter(|(_, item)| item.aside.exceptions.is_empty())
        .flat_map(|(index, item)| {
            item.aside.artefacts.iter().map(move |known| {
                let message = format!(
                    "Also described in normal tissue or as an artefact ({}). {} ({})",
                    known.kind, known.statement, known.id
                );
                Raised::finding(view, index, RULE.code, message)
            })
        })
        .collect()
}
