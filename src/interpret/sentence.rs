//! A finding in one sentence, with the words that it awaits expert review inside.

use crate::domain::{
    AWAITS_REVIEW, Alteration, DispositionKind, EntityId, Frame, PartnerOrder, Strength,
};
use crate::interpret::review::View;
use crate::interpret::{Item, neighbours};
use std::collections::BTreeSet;

/// What was seen, what it is linked to, and that it awaits review.
pub(crate) fn of_finding(view: &View<'_>, item: &Item, disposition: DispositionKind) -> String {
    let seen = seen(item);
    let excepted = excepted(view, item);
    let link = link(view, item);
    let standing = match disposition {
        DispositionKind::ExpertReview => "",
        DispositionKind::ConsistentWithDiagnosis => {
            " It is consistent with the submitted diagnosis."
        }
        DispositionKind::NoKnownImplication => {
            " It has no known implication for the submitted diagnosis."
        }
    };
    format!("{seen}{excepted}{link}{standing} This finding {AWAITS_REVIEW}.")
}

/// Why a fusion of neighbouring genes is not marked as a read-through.
fn excepted(view: &View<'_>, item: &Item) -> String {
    let Alteration::Fusion(fusion) = &item.observed.alteration else {
        return String::new();
    };
    if !neighbours::may_be_readthrough(view, fusion) {
        return String::new();
    }
    neighbours::exception(view, item, fusion).map_or_else(String::new, |why| {
        format!(" Neighbouring genes, not marked as a read-through: {why}.")
    })
}

fn seen(item: &Item) -> String {
    let label = item.label();
    match &item.observed.alteration {
        Alteration::SmallVariant(variant) => {
            let vaf = variant
                .vaf
                .map_or("allele fraction not stated".to_owned(), |vaf| {
                    format!("allele fraction {vaf}")
                });
            format!("{label} ({vaf}).")
        }
        Alteration::Fusion(fusion) => {
            let frame = match fusion.frame {
                Frame::InFrame => "in frame",
                Frame::OutOfFrame => "out of frame",
                Frame::SkippedExons => "in frame with skipped exons",
                Frame::NotApplicable => "frame not applicable",
                Frame::Unknown => "frame not stated",
            };
            let by = if fusion.frame_from_breakpoints {
                " by the breakpoints"
            } else {
                ""
            };
            let reads = fusion.support().map_or_else(
                || "read support not stated".to_owned(),
                |reads| format!("{reads} supporting reads"),
            );
            let callers = if fusion.callers.is_empty() {
                "no caller".to_owned()
            } else {
                fusion.callers.join(", ")
            };
            format!(
                "{label} ({frame}{by}; {reads}; {callers}).{}",
                order(fusion.order)
            )
        }
        Alteration::CopyNumber(copy_number) => {
            let measure = match (
                copy_number.copies,
                copy_number.log2_ratio,
                copy_number.fold_change,
            ) {
                (Some(copies), _, _) => format!("{copies} copies"),
                (None, Some(ratio), _) => format!("log2 ratio {ratio}"),
                (None, None, Some(fold)) => format!("fold change {fold}"),
                (None, None, None) => "number of copies not stated".to_owned(),
            };
            format!("{label} ({measure}; {}).", copy_number.threshold)
        }
        Alteration::Rearrangement(event) if event.within_gene.is_some() => {
            format!(
                "{label} ({}): a change within one gene, no fusion.",
                event.event_type
            )
        }
        Alteration::Rearrangement(event) => {
            let strands = event
                .candidate
                .as_ref()
                .map_or_else(String::new, |order| format!("; {order}"));
            format!(
                "{label}: two joined ends in DNA; the order of a transcript is not known{strands}."
            )
        }
        Alteration::TandemDuplication(duplication) => {
            let size = duplication
                .size_bp
                .map_or("size not stated".to_owned(), |size| {
                    format!("{size} bp on the genome")
                });
            format!("{label} ({size}).")
        }
        Alteration::Biomarker(_) => format!("{label}."),
    }
}

/// What is to be said where the order of the genes in a label is not the caller's claim.
pub(crate) fn order(order: PartnerOrder) -> &'static str {
    match order {
        PartnerOrder::Stated => "",
        PartnerOrder::Unoriented | PartnerOrder::Unknown => {
            " The caller does not state which gene is 5'; either order is taken to meet what is known."
        }
    }
}

/// The strongest entities it is linked to; the number of those that it does not set apart.
fn link(view: &View<'_>, item: &Item) -> String {
    let shared: BTreeSet<&EntityId> = item
        .diagnostic()
        .filter(|(matched, _)| matched.is_unspecific())
        .map(|(_, assertion)| &assertion.entity)
        .collect();
    let shared = match shared.len() {
        0 => String::new(),
        1 => " Shared with one unrelated tumour.".to_owned(),
        count => format!(" Shared with {count} unrelated tumours."),
    };
    let specific = specific_link(view, item);
    format!("{specific}{shared}")
}

fn specific_link(view: &View<'_>, item: &Item) -> String {
    let names = |strength: Strength| {
        let mut names: Vec<String> = item
            .diagnostic()
            .filter(|(matched, assertion)| {
                matched.degree.is_full()
                    && assertion.strength == strength
                    && !matched.is_unspecific()
            })
            .map(|(_, assertion)| view.subject.knowledge.entity_name(&assertion.entity))
            .collect();
        names.sort();
        names.dedup();
        names.join(", ")
    };
    let defining = names(Strength::Defining);
    if !defining.is_empty() {
        return format!(" Defining in: {defining}.");
    }
    let recurrent = names(Strength::Recurrent);
    if !recurrent.is_empty() {
        return format!(" Recurrent in: {recurrent}.");
    }
    let reported = names(Strength::Reported);
    if !reported.is_empty() {
        return format!(" Reported in: {reported}.");
    }
    String::new()
}
