//! FUS-TSG: A fusion that passed breaks a gene whose loss is linked to tumours and of which no driver fusion is known.

use crate::domain::{Alteration, Fusion, GeneSymbol, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusTsg,
    checks: "A fusion that passed breaks a gene whose loss is linked to tumours and of which no driver fusion is known.",
    why: "The join disrupts the gene; it is easily read as an activating fusion.",
    example: "TP53 joined to any gene in an osteosarcoma.",
    source: "Review reasons page, FUS-TSG.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let of_findings = view
        .fusions()
        .filter(|(_, item, _)| item.observed.passed() && item.links().next().is_none())
        .filter_map(|(index, _, fusion)| {
            let message = message(view, fusion)?;
            Some(Raised::finding(view, index, RULE.code, message))
        });
    // Most are in no line of the knowledge base and so no finding.
    let of_others = view
        .uninterpreted
        .iter()
        .filter_map(|other| match &other.alteration {
            Alteration::Fusion(fusion) => Some(Raised::case(RULE.code, message(view, fusion)?)),
            Alteration::SmallVariant(_)
            | Alteration::CopyNumber(_)
            | Alteration::Rearrangement(_)
            | Alteration::TandemDuplication(_)
            | Alteration::Biomarker(_) => None,
        });
    of_findings.chain(of_others).collect()
}

fn message(view: &View<'_>, fusion: &Fusion) -> Option<String> {
    let broken: Vec<&str> = fusion
        .genes()
        .filter(|gene| view.subject.knowledge.is_suppressor(gene))
        .map(GeneSymbol::as_str)
        .collect();
    if broken.is_empty() {
        return None;
    }
    Some(format!(
        "{} disrupts a tumour suppressor ({}); not an activating fusion.",
        fusion.label(),
        broken.join(", ")
    ))
}
