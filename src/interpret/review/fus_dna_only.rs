//! FUS-DNA-ONLY: Two known genes are joined in DNA, and a file of fusion transcripts was given that holds no fusion of the two.

use crate::domain::{Alteration, Detects, ReasonCode};
use crate::interpret::Assayed;
use crate::interpret::expected::rna_failures;
use crate::interpret::review::{Raised, Rule, View};
use std::collections::BTreeSet;

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusDnaOnly,
    checks: "Two known genes are joined in DNA, and a file of fusion transcripts was given that holds no fusion of the two.",
    why: "Without a transcript a joined gene makes no fusion protein; or the transcript was missed.",
    example: "A break between EWSR1 and FLI1 in a structural variant VCF, the Arriba file empty.",
    source: "Requirement R26; review reasons page, FUS-DNA-ONLY.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let silent: BTreeSet<&str> = view
        .subject
        .callers_of(&[Detects::Fusion])
        .filter(|file| !file.detects.contains(&Detects::Rearrangement))
        .flat_map(Assayed::callers)
        .collect();
    if silent.is_empty() {
        return Vec::new();
    }
    let silent: Vec<&str> = silent.into_iter().collect();
    let poor = if rna_failures(&view.subject).is_empty() {
        ""
    } else {
        " The RNA was inadequate, so its silence says little."
    };
    view.indexed()
        .filter(|(_, item)| item.observed.passed())
        .filter(|(_, item)| match &item.observed.alteration {
            Alteration::Rearrangement(ends) => {
                ends.within_gene.is_none() && ends.genes.len() > 1 && covered(view, item)
            }
            Alteration::SmallVariant(_)
            | Alteration::Fusion(_)
            | Alteration::CopyNumber(_)
            | Alteration::TandemDuplication(_)
            | Alteration::Biomarker(_) => false,
        })
        .map(|(index, _)| {
            let message = format!(
                "Supported by DNA only; RNA ({}) was assayed and silent.{poor}",
                silent.join(", ")
            );
            Raised::finding(view, index, RULE.code, message)
        })
        .collect()
}

/// Whether fusions of one of its genes are in scope, as far as a scope is declared.
fn covered(view: &View<'_>, item: &crate::interpret::Item) -> bool {
    let genes = item.observed.alteration.genes();
    view.subject
        .assay
        .is_none_or(|assay| genes.iter().any(|gene| assay.sees_fusions_of(gene)))
}
