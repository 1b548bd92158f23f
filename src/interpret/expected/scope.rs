//! Whether the assay, its files and the sample allow the statement that an alteration is absent
//! (requirements R19 to R22).

use super::{qc_failure, rna_failures, tumour_failure};
use crate::domain::{Analyte, Assay, Detects, ExpectedAlteration, GeneSymbol, PartnerSet, Pattern};
use crate::interpret::Subject;

/// Why the absence of what is known says nothing. `None`: the assay is able and adequate.
///
/// Patterns of different mechanism (a truncating variant, a deletion) have all to be in scope. Two
/// genes joined are one event, whether RNA shows it as a fusion or DNA as a rearrangement: one of
/// the two will do, DNA only where the knowledge base says that it shows the event.
pub(super) fn why_not_assessable(
    known: &ExpectedAlteration,
    subject: &Subject<'_>,
) -> Option<String> {
    let Some(assay) = subject.assay else {
        return Some("the scope of the assay was not declared".to_owned());
    };
    let (joined, others): (Vec<&Pattern>, Vec<&Pattern>) =
        known.patterns.iter().partition(|pattern| joins(pattern));
    let missing = others
        .into_iter()
        .find_map(|pattern| gap(pattern, pattern.class(), assay, subject))
        .or_else(|| joined_gap(&joined, known, assay, subject));
    if missing.is_some() {
        return missing;
    }
    if let Some(metric) = qc_failure(subject) {
        return Some(format!(
            "the laboratory's quality control failed ({metric})"
        ));
    }
    if let Some(failure) = tumour_failure(subject) {
        return Some(failure);
    }
    let unread = subject.rejected.len();
    (unread > 0).then(|| format!("{unread} record(s) could not be read"))
}

/// Whether the pattern is of two places joined.
fn joins(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::Fusion { .. } | Pattern::Duplication { .. } | Pattern::Rearrangement { .. } => {
            true
        }
        Pattern::Variant { .. }
        | Pattern::CopyNumber { .. }
        | Pattern::AtLeast { .. }
        | Pattern::MsiHigh => false,
    }
}

/// Why neither RNA nor DNA tells of `patterns`; what speaks against RNA is named first, since that
/// is where fusions are looked for.
fn joined_gap(
    patterns: &[&Pattern],
    known: &ExpectedAlteration,
    assay: &Assay,
    subject: &Subject<'_>,
) -> Option<String> {
    if patterns.is_empty() {
        return None;
    }
    let of_fusions: Vec<&&Pattern> = patterns
        .iter()
        .filter(|pattern| pattern.class() == Detects::Fusion)
        .collect();
    let as_fusion = if of_fusions.is_empty() {
        Some(format!(
            "the assay does not look for {}",
            Detects::Rearrangement
        ))
    } else {
        of_fusions
            .into_iter()
            .find_map(|pattern| gap(pattern, Detects::Fusion, assay, subject))
            .or_else(|| poor_rna(assay, subject))
    };
    let cause = as_fusion?;
    let by_dna = known.assays.contains(&Detects::Rearrangement)
        && patterns
            .iter()
            .all(|pattern| gap(pattern, Detects::Rearrangement, assay, subject).is_none());
    (!by_dna).then_some(cause)
}

fn poor_rna(assay: &Assay, subject: &Subject<'_>) -> Option<String> {
    let failures = if assay.analyte.contains(&Analyte::RNA) {
        rna_failures(subject)
    } else {
        Vec::new()
    };
    (!failures.is_empty()).then(|| failures.join("; "))
}

/// Why results of `class` do not tell of the pattern. `None`: they do.
fn gap(pattern: &Pattern, class: Detects, assay: &Assay, subject: &Subject<'_>) -> Option<String> {
    if !assay.detects.contains(&class) {
        return Some(format!("the assay does not look for {class}"));
    }
    let covers = |gene: &GeneSymbol| match class {
        Detects::Fusion => assay.sees_fusions_of(gene),
        Detects::SmallVariant
        | Detects::CopyNumber
        | Detects::Rearrangement
        | Detects::Biomarker => assay.covers(class, gene),
    };
    let covered = match pattern {
        Pattern::Fusion {
            five_prime,
            three_prime,
        } => {
            let side = |set: &PartnerSet| match set {
                PartnerSet::Any => false,
                PartnerSet::Genes(genes) => genes.iter().all(covers),
            };
            side(five_prime) || side(three_prime)
        }
        Pattern::Variant { gene, .. }
        | Pattern::CopyNumber { gene, .. }
        | Pattern::Duplication { gene }
        | Pattern::Rearrangement { gene } => covers(gene),
        Pattern::AtLeast { .. } | Pattern::MsiHigh => true,
    };
    if !covered {
        return Some(format!("{pattern} is outside the scope of the assay"));
    }
    if !subject.provided.contains(&class) {
        return Some(format!("no file with {class} was given"));
    }
    None
}
