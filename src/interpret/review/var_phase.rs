//! VAR-PHASE: Two small variants of one gene that passed lie in one codon or within two bases, at least one of them a finding; changes that are silent by themselves count.

use crate::domain::{Alteration, ReasonCode, SmallVariant};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarPhase,
    checks: "Two small variants of one gene that passed lie in one codon or within two bases, at least one of them a finding; changes that are silent by themselves count.",
    why: "Two changes of one codon on one allele are one change, and another than either.",
    example: "Two substitutions in codon 600 of BRAF, called apart.",
    source: "Review reasons page, VAR-PHASE.",
    raise,
};

/// Bases between two variants that may be one change.
const NEAR: u64 = 2;

/// The filter of changes that leave the protein as it is by themselves.
const SILENT: &str = "no-protein-effect";

fn raise(view: &View<'_>) -> Vec<Raised> {
    let findings: Vec<(usize, &SmallVariant)> = view
        .small_variants()
        .filter(|(_, item, _)| item.observed.passed())
        .map(|(index, _, variant)| (index, variant))
        .collect();
    let silent = view.filtered.iter().filter(|other| other.rule == SILENT);
    let others: Vec<&SmallVariant> = view
        .uninterpreted
        .iter()
        .map(|other| &other.alteration)
        .chain(silent.map(|other| &other.alteration))
        .filter_map(small_variant)
        .collect();
    let mut raised = Vec::new();
    for (place, (index, one)) in findings.iter().enumerate() {
        let later = findings.iter().skip(place + 1).map(|(_, other)| *other);
        for other in later.chain(others.iter().copied()) {
            if are_close(one, other) {
                let message = format!(
                    "{} and {} lie side by side and may be one change; to be read together by an \
                     expert.",
                    one.label(),
                    other.label()
                );
                raised.push(Raised::finding(view, *index, RULE.code, message));
            }
        }
    }
    raised
}

fn small_variant(alteration: &Alteration) -> Option<&SmallVariant> {
    match alteration {
        Alteration::SmallVariant(variant) => Some(variant),
        Alteration::Fusion(_)
        | Alteration::CopyNumber(_)
        | Alteration::Rearrangement(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => None,
    }
}

/// Two alleles of one position are no neighbours.
fn are_close(one: &SmallVariant, other: &SmallVariant) -> bool {
    let same_gene = one.gene.is_some() && one.gene == other.gene;
    let Some((one_pos, other_pos)) = one.pos.zip(other.pos) else {
        return false;
    };
    let apart = one_pos.abs_diff(other_pos);
    let beside = one.chrom == other.chrom && (1..=NEAR).contains(&apart);
    let codon = |variant: &SmallVariant| variant.protein_change().map(|change| change.first);
    let same_codon = codon(one).is_some() && codon(one) == codon(other) && apart != 0;
    same_gene && (beside || same_codon)
}
