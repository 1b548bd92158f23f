//! One parsed record: current symbols, trimmed alleles, and whether it touches a known gene.

use crate::annotate;
use crate::domain::{Alteration, Assembly, Call, Rejected, Standing, Warning};
use crate::genome::Genome;
use crate::kb::KnowledgeBase;
use crate::normalise::{self, AssemblyVotes};
use crate::pipeline::census::Census;
use crate::read::Parsed;

/// One record, ready to be merged with others.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    pub(super) line: u64,
    /// Calls that touch a known gene; none: the record lies outside.
    pub(super) calls: Vec<Call>,
    pub(super) warnings: Vec<Warning>,
    pub(super) rejected: Option<Rejected>,
    pub(super) votes: AssemblyVotes,
    pub(super) sample: Option<String>,
    pub(super) of_other_sample: bool,
    /// What it adds to the numbers over all records.
    pub(super) census: Census,
    /// The caller itself threw the record out.
    pub(super) is_discarded: bool,
}

/// Prepares one record. A pure function, run on many threads. `assembly` is what the header or
/// the user states.
pub(super) fn prepare(
    line: u64,
    parsed: Parsed,
    assembly: Option<Assembly>,
    knowledge: &KnowledgeBase,
) -> Prepared {
    // Both assemblies vote by the same tables, whatever reference was given.
    let genome = Genome::embedded();
    let is_discarded = |call: &Call| matches!(call.standing, Standing::Discarded(_));
    let mut prepared = Prepared {
        line,
        is_discarded: !parsed.calls.is_empty() && parsed.calls.iter().all(is_discarded),
        rejected: parsed.rejected,
        sample: parsed.sample,
        ..Prepared::default()
    };
    prepared.warnings.extend(parsed.alerts);
    let claims_nothing = parsed.calls.is_empty();
    for mut call in parsed.calls {
        if let Standing::OtherSample(_) = call.standing {
            // Another patient's row: counted, never shown.
            prepared.of_other_sample = true;
            continue;
        }
        let mut warnings = normalise::current_symbols(&mut call, knowledge);
        normalise::within_gene(&mut call);
        if let Alteration::SmallVariant(variant) = &mut call.claim {
            normalise::trim(variant);
        }
        prepared.census.count(&call);
        prepared.votes.add(&call, &knowledge.genes, genome);
        for mut placed in placed(call, assembly, knowledge) {
            annotate::keep_best_effect(&mut placed, knowledge);
            prepared.warnings.append(&mut warnings);
            prepared.calls.push(placed);
        }
    }
    let is_told = claims_nothing || prepared.rejected.is_some() || !prepared.calls.is_empty();
    if is_told {
        // Oddities of claims outside every known gene are not worth a reader's time; what a record
        // could not be made a claim of is.
        prepared.warnings.extend(parsed.warnings);
    }
    prepared
}

/// The claims that `call` makes once the genes at its place are known, of which those stay that
/// touch a known gene.
pub(super) fn placed(
    call: Call,
    assembly: Option<Assembly>,
    knowledge: &KnowledgeBase,
) -> impl Iterator<Item = Call> {
    annotate::place(call, assembly, knowledge)
        .into_iter()
        .filter(move |call| touches(call, assembly, knowledge))
}

/// Whether a claim touches a gene the knowledge base knows, by name or, for a record without a
/// gene, by place. Where the assembly is unknown a place counts on either.
fn touches(call: &Call, assembly: Option<Assembly>, knowledge: &KnowledgeBase) -> bool {
    let named = call
        .claim
        .genes()
        .into_iter()
        .any(|gene| knowledge.knows(gene));
    if named {
        return true;
    }
    let at = |chrom, start, end| {
        [Assembly::GRCh37, Assembly::GRCh38]
            .into_iter()
            .filter(|candidate| assembly.is_none_or(|assembly| assembly == *candidate))
            .any(|candidate| !knowledge.genes.at(candidate, chrom, start, end).is_empty())
    };
    match &call.claim {
        Alteration::SmallVariant(variant) => {
            let annotated = call
                .effects
                .iter()
                .filter_map(|effect| effect.gene.as_ref())
                .any(|gene| knowledge.knows(gene));
            annotated
                || variant
                    .span()
                    .is_some_and(|(chrom, start, end)| at(chrom, start, end))
        }
        Alteration::Fusion(fusion) => [&fusion.five_prime, &fusion.three_prime]
            .into_iter()
            .flat_map(|partner| &partner.near)
            .any(|gene| knowledge.knows(gene)),
        Alteration::Rearrangement(rearrangement) => rearrangement
            .first
            .iter()
            .chain(&rearrangement.second)
            .any(|end| at(&end.chrom, end.pos, end.pos)),
        Alteration::CopyNumber(copy_number) => copy_number
            .region
            .as_ref()
            .filter(|_| copy_number.gene.is_none())
            .is_some_and(|region| at(&region.chrom, region.start, region.end)),
        Alteration::Biomarker(_) => true,
        Alteration::TandemDuplication(_) => false,
    }
}
