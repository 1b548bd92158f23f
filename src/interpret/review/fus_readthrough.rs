//! FUS-READTHROUGH: Both genes lie on the same strand within the distance set (fusion.readthrough_kb, 200 kb), or the caller calls the event a read-through; known pairs and the knowledge base's exceptions are left out, and the finding says so.

use crate::domain::ReasonCode;
use crate::interpret::neighbours;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusReadthrough,
    checks: "Both genes lie on the same strand within the distance set (fusion.readthrough_kb, 200 kb), or the caller calls the event a read-through; known pairs and the knowledge base's exceptions are left out, and the finding says so.",
    why: "Neighbouring genes are often transcribed together in normal tissue.",
    example: "Two neighbouring genes joined, typed deletion/read-through by Arriba.",
    source: "Arriba documentation, output files, type. The distance is this program's convention.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.fusions()
        .filter(|(_, _, fusion)| neighbours::may_be_readthrough(view, fusion))
        .filter(|(_, item, fusion)| neighbours::exception(view, item, fusion).is_none())
        .map(|(index, _, _)| {
            let message = "Neighbouring genes; may be a read-through transcript.";
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}
