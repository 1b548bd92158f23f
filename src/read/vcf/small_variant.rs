//! An allele spelt in bases.

use super::Context;
use super::line::Line;
use super::reads::{Reads, reads};
use super::varlociraptor;
use crate::domain::{Alteration, Call, Chromosome, SmallVariant, Standing};

/// The claim of the allele at `index`, with what was odd about its fields.
pub(super) fn call(line: &Line<'_>, index: usize, context: &Context<'_>) -> (Call, Vec<String>) {
    let found = reads(line, context.tumour, index);
    let (effects, mut odd) = context.annotation.effects(line, index);
    let judged = (context.caller == "varlociraptor")
        .then(|| varlociraptor::judge(line, index))
        .flatten();
    let set_aside = judged.as_ref().and_then(|judged| judged.set_aside.clone());
    let standing = standing(line, &found, context.caller, set_aside);
    odd.extend(judged.map(|judged| judged.told));
    odd.extend(swapped(line, index, &found, context));
    let alternate = line.alternates.get(index).copied().unwrap_or_default();
    let claim = Alteration::SmallVariant(SmallVariant {
        chrom: Some(Chromosome::new(line.chrom)),
        pos: Some(line.pos),
        reference: Some(line.reference.to_owned()),
        alternate: Some(alternate.to_owned()),
        vaf: found.fraction,
        depth: found.depth,
        alt_reads: found.alternate,
        filter: line.filters(),
        ..SmallVariant::default()
    });
    odd.extend(found.odd);
    let call = Call {
        origin: context.origin.clone(),
        claim,
        effects,
        standing,
    };
    (call, odd)
}

/// Failed filters, else an allele that no read of the tumour carries. `set_aside`: what the caller's
/// probabilities say against it.
fn standing(line: &Line<'_>, reads: &Reads, caller: &str, set_aside: Option<String>) -> Standing {
    let mut failed = failed_filters(line, caller);
    failed.extend(set_aside);
    if !failed.is_empty() {
        return Standing::Filtered(failed);
    }
    let absent = match (reads.alternate, reads.fraction) {
        (Some(count), _) => count == 0,
        (None, Some(fraction)) => fraction.get() == 0.0,
        (None, None) => false,
    };
    if absent {
        Standing::Filtered(vec!["no read with this allele in the tumour".to_owned()])
    } else {
        Standing::Passed
    }
}

/// The filters that the record failed.
pub(super) fn failed_filters(line: &Line<'_>, caller: &str) -> Vec<String> {
    let mut filters = line.filters();
    filters.retain(|filter| {
        // MuSE grades what it keeps by tiers instead of passing it.
        let graded = caller == "muse" && filter.starts_with("Tier");
        filter != "PASS" && !graded
    });
    filters
}

/// Tumour and normal may be swapped where only the normal carries the allele.
fn swapped(line: &Line<'_>, index: usize, tumour: &Reads, context: &Context<'_>) -> Option<String> {
    const SEEN: u32 = 5;
    let normal = reads(line, Some(context.normal?), index).alternate?;
    (tumour.alternate == Some(0) && normal >= SEEN).then(|| {
        format!(
            "the tumour has no read with this allele, the normal has {normal}; are the columns \
             swapped?"
        )
    })
}
