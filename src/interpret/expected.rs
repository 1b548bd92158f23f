//! Alterations to expect in the submitted entity: detected, not detected, or not assessable and
//! why (requirements R19 to R22).

mod unclear;

mod scope;

use crate::domain::{
    Alteration, Analyte, Asserted, Expected, ExpectedAlteration, ExpectedState, GeneSymbol,
    Pattern, QcStatus,
};
use crate::interpret::Subject;
use crate::interpret::sort_out::SortedOut;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One alteration to expect, with its state in this case.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedHere {
    /// What is known.
    pub known: Arc<ExpectedAlteration>,
    /// Its state.
    pub state: ExpectedState,
    /// Why it is not assessable, or on what evidence it was detected.
    pub cause: Option<String>,
}

impl ExpectedHere {
    /// As the report prints it.
    pub fn line(&self) -> Expected {
        Expected {
            assertion: self.known.id.clone(),
            pattern: self.known.name.clone(),
            frequency: self.known.frequency,
            state: self.state,
            cause: self.cause.clone(),
            confirm_by: self.known.confirm_by.clone(),
            evidence: self.known.evidence.clone(),
        }
    }
}

/// Every alteration to expect in the submitted histotype, or in what it is a kind of.
pub(crate) fn all(sorted: &SortedOut, subject: &Subject<'_>) -> Vec<ExpectedHere> {
    let Some(histotype) = subject.histotype() else {
        return Vec::new();
    };
    subject
        .knowledge
        .expected
        .iter()
        .filter(|known| {
            subject
                .knowledge
                .relation(Some(histotype), &known.entity)
                .applies()
        })
        .map(|known| {
            let (state, cause) = state(known, sorted, subject);
            ExpectedHere {
                known: Arc::clone(known),
                state,
                cause,
            }
        })
        .collect()
}

fn state(
    known: &ExpectedAlteration,
    sorted: &SortedOut,
    subject: &Subject<'_>,
) -> (ExpectedState, Option<String>) {
    let mut trace = None;
    for item in &sorted.items {
        let met = item.matches.iter().find(|matched| match &matched.asserted {
            Asserted::Expected(expected) => expected.id == known.id,
            Asserted::Diagnostic(_)
            | Asserted::Prognostic(_)
            | Asserted::Therapeutic(_)
            | Asserted::Germline(_) => false,
        });
        let Some(met) = met else { continue };
        if !item.observed.passed() {
            trace = Some(format!(
                "{} was set aside by its caller ({})",
                item.label(),
                item.id
            ));
        } else if item.is_adequate(met) {
            return (ExpectedState::Detected, None);
        } else {
            return (
                ExpectedState::Detected,
                Some(format!("on weak evidence ({})", item.id)),
            );
        }
    }
    let cause = trace
        .or_else(|| half_seen(&known.patterns, sorted))
        .or_else(|| not_derived(&known.patterns, sorted))
        .or_else(|| unclear::cause(&known.patterns, sorted, subject))
        .or_else(|| scope::why_not_assessable(known, subject));
    match cause {
        Some(cause) => (ExpectedState::NotAssessable, Some(cause)),
        None => (ExpectedState::NotDetected, None),
    }
}

/// A junction of which only one side is known, and that side belongs to a fusion looked for: it may
/// be that fusion.
fn half_seen(patterns: &[Pattern], sorted: &SortedOut) -> Option<String> {
    let in_findings = sorted.items.iter().map(|item| &item.observed.alteration);
    let elsewhere = sorted.uninterpreted.iter().map(|other| &other.alteration);
    in_findings
        .chain(elsewhere)
        .find_map(|alteration| half_of(patterns, alteration))
}

fn half_of(patterns: &[Pattern], alteration: &Alteration) -> Option<String> {
    let gene = match alteration {
        Alteration::Fusion(fusion) => match (&fusion.five_prime.gene, &fusion.three_prime.gene) {
            (Some(gene), None) | (None, Some(gene)) => gene,
            (Some(_), Some(_)) | (None, None) => return None,
        },
        Alteration::Rearrangement(rearrangement) => match rearrangement.genes.as_slice() {
            [gene] => gene,
            _ => return None,
        },
        Alteration::SmallVariant(_)
        | Alteration::CopyNumber(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => return None,
    };
    let is_looked_for = patterns.iter().any(|pattern| match pattern {
        Pattern::Fusion { .. } => pattern.genes().contains(&gene),
        Pattern::Variant { .. }
        | Pattern::CopyNumber { .. }
        | Pattern::Rearrangement { .. }
        | Pattern::Duplication { .. }
        | Pattern::AtLeast { .. }
        | Pattern::MsiHigh => false,
    });
    is_looked_for.then(|| {
        format!(
            "{} may be it: only {gene} was identified",
            alteration.label()
        )
    })
}

/// Variants in the patterns' genes that may be what is looked for, because nothing names their
/// protein change. `None`: there are none.
fn not_derived(patterns: &[Pattern], sorted: &SortedOut) -> Option<String> {
    let genes: BTreeSet<&GeneSymbol> = patterns
        .iter()
        .filter_map(|pattern| match pattern {
            Pattern::Variant { gene, .. } => Some(gene),
            Pattern::Fusion { .. }
            | Pattern::CopyNumber { .. }
            | Pattern::Rearrangement { .. }
            | Pattern::Duplication { .. }
            | Pattern::AtLeast { .. }
            | Pattern::MsiHigh => None,
        })
        .collect();
    let without_annotation = sorted
        .unannotated
        .iter()
        .map(|variant| variant.gene.as_ref());
    let without_protein = sorted
        .items
        .iter()
        .filter_map(|item| match &item.observed.alteration {
            Alteration::SmallVariant(variant) if !variant.is_derived() => {
                Some(variant.gene.as_ref())
            }
            Alteration::SmallVariant(_)
            | Alteration::Fusion(_)
            | Alteration::CopyNumber(_)
            | Alteration::Rearrangement(_)
            | Alteration::TandemDuplication(_)
            | Alteration::Biomarker(_) => None,
        });
    if genes.is_empty() {
        return None;
    }
    let mut found: Vec<&str> = without_annotation
        .chain(without_protein)
        .filter(|gene| gene.is_none_or(|gene| genes.contains(gene)))
        .map(|gene| gene.map_or("a known gene", GeneSymbol::as_str))
        .collect();
    let count = found.len();
    found.sort_unstable();
    found.dedup();
    (count > 0).then(|| {
        format!(
            "{count} variant(s) in {} carry no protein change",
            found.join(", ")
        )
    })
}

/// What makes the RNA inadequate for a negative statement, one sentence each (requirement R21).
pub fn rna_failures(subject: &Subject<'_>) -> Vec<String> {
    let Some(assay) = subject.assay else {
        return Vec::new();
    };
    if !assay.analyte.contains(&Analyte::RNA) {
        return Vec::new();
    }
    let mut failures = Vec::new();
    match (assay.min_dv200, subject.case.rna.dv200) {
        (Some(least), Some(found)) if found < least => failures.push(format!(
            "DV200 {found} is below the assay's minimum of {least}"
        )),
        (Some(_), None) => failures.push("DV200 was not declared".to_owned()),
        (Some(_), Some(_)) | (None, _) => {}
    }
    match (assay.min_mapped_reads, subject.case.rna.mapped_reads) {
        (Some(least), Some(found)) if found < least => failures.push(format!(
            "{found} mapped reads are fewer than the assay's minimum of {least}"
        )),
        (Some(_), None) => failures.push("mapped reads were not declared".to_owned()),
        (Some(_), Some(_)) | (None, _) => {}
    }
    if subject.case.specimen.decalcified == Some(true) {
        failures.push("the tissue was decalcified".to_owned());
    }
    failures
}

/// Whether the tumour content is below what the assay needs, or was not declared though it needs
/// one.
pub fn tumour_failure(subject: &Subject<'_>) -> Option<String> {
    let least = subject.assay?.min_tumour_fraction?;
    match subject.case.specimen.tumour_fraction {
        Some(found) if found < least => Some(format!(
            "tumour content {found} is below the assay's minimum of {least}"
        )),
        Some(_) => None,
        None => Some("tumour content was not declared".to_owned()),
    }
}

/// What failed in the laboratory's own quality control. `None`: it did not fail, or nobody says.
pub fn qc_failure(subject: &Subject<'_>) -> Option<String> {
    let qc = &subject.case.qc;
    match qc.status {
        QcStatus::Fail => Some(qc.metric.clone().unwrap_or_else(|| "not stated".to_owned())),
        QcStatus::Pass | QcStatus::Unknown => None,
    }
}
