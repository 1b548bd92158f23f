//! Numbers over every record of the files, those outside every known gene included: how many fusions,
//! joined ends and altered segments there are says something of the genome, whatever genes they
//! touch.
//!
//! Memory does not grow with the file: of each kind at most [`MOST`] are kept apart, which is far
//! beyond every threshold.

use crate::domain::{
    Alteration, Assembly, Call, Chromosome, Config, CopyNumber, CopyNumberCall, Counted, Detects,
    Fusion, Rearrangement,
};
use crate::normalise::SampleMeasures;
use crate::pipeline::intake::FileRead;
use std::collections::BTreeSet;

/// Events of one kind that are kept apart in one file.
const MOST: usize = 10_000;

/// Events of one file that are counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Census {
    /// Callers that fusions of the file bear: several where it merges them.
    pub(super) fusion_callers: BTreeSet<String>,
    /// Pairs of genes, sorted and joined.
    fusions: BTreeSet<String>,
    /// Pairs of genes with both breakpoints on chromosome 12.
    on_12: BTreeSet<(String, u64, u64)>,
    /// Joined ends in DNA, sorted.
    joined: BTreeSet<[(Chromosome, u64); 2]>,
    /// Segments that are not a single gene's.
    segments: Vec<CopyNumber>,
}

impl Census {
    /// Counts a call that passed, whether or not it touches a known gene.
    pub(super) fn count(&mut self, call: &Call) {
        if matches!(call.claim, Alteration::Fusion(_)) && self.fusion_callers.len() < MOST {
            self.fusion_callers.insert(call.origin.caller.clone());
        }
        if !call.standing.passed() {
            return;
        }
        match &call.claim {
            Alteration::Fusion(fusion) => self.count_fusion(fusion),
            Alteration::Rearrangement(ends) => self.count_ends(ends),
            Alteration::CopyNumber(segment) => {
                if segment.gene.is_none() && segment.region.is_some() && self.segments.len() < MOST
                {
                    self.segments.push(CopyNumber {
                        genes: Vec::new(),
                        ..segment.clone()
                    });
                }
            }
            Alteration::SmallVariant(_)
            | Alteration::TandemDuplication(_)
            | Alteration::Biomarker(_) => {}
        }
    }

    fn count_fusion(&mut self, fusion: &Fusion) {
        let (five, three) = (fusion.five_prime.name(), fusion.three_prime.name());
        if five == three || self.fusions.len() >= MOST {
            return;
        }
        let mut pair = [five, three];
        pair.sort_unstable();
        self.fusions.insert(pair.join("::"));
        let ends = fusion.five_prime.locus().zip(fusion.three_prime.locus());
        if let Some((one, other)) = ends
            && [&one, &other]
                .iter()
                .all(|end| end.chrom.as_str() == "chr12")
        {
            self.on_12.insert((pair.join("::"), one.pos, other.pos));
        }
    }

    fn count_ends(&mut self, ends: &Rearrangement) {
        if let (Some(first), Some(second)) = (&ends.first, &ends.second)
            && self.joined.len() < MOST
        {
            let end = |locus: &crate::domain::Locus| (locus.chrom.clone(), locus.pos);
            let mut pair = [end(first), end(second)];
            pair.sort();
            self.joined.insert(pair);
        }
    }

    /// Adds what another part of the same file counted.
    pub(super) fn join(&mut self, other: Self) {
        let room = |len: usize| MOST.saturating_sub(len);
        self.fusion_callers.extend(other.fusion_callers);
        let more = room(self.fusions.len());
        self.fusions.extend(other.fusions.into_iter().take(more));
        let more = room(self.on_12.len());
        self.on_12.extend(other.on_12.into_iter().take(more));
        let more = room(self.joined.len());
        self.joined.extend(other.joined.into_iter().take(more));
        let more = room(self.segments.len());
        self.segments.extend(other.segments.into_iter().take(more));
    }
}

/// First base of 12q13 and last base of 12q15 (NCBI ideograms, as in `genome/tables/bands.tsv`);
/// the wider of both assemblies where nobody knows which it is.
fn cluster(assembly: Option<Assembly>) -> std::ops::RangeInclusive<u64> {
    match assembly {
        Some(Assembly::GRCh37) => 46_400_001..=71_500_000,
        Some(Assembly::GRCh38) => 46_000_001..=71_100_000,
        None => 46_000_001..=71_500_000,
    }
}

/// The numbers of all files.
pub(super) fn counted(
    files: &[FileRead],
    assemblies: &[Option<Assembly>],
    measures: SampleMeasures,
    config: &Config,
) -> Counted {
    let mut counted = Counted::default();
    let tells = |class| files.iter().any(|file| file.detects.contains(&class));
    let mut joined = BTreeSet::new();
    let mut segments = 0;
    for (index, file) in files.iter().enumerate() {
        let census = &file.census;
        if file.detects.contains(&Detects::Fusion) {
            counted.fusions.insert(index, census.fusions.len());
        }
        let cluster = cluster(assemblies.get(index).copied().flatten());
        let within = census
            .on_12
            .iter()
            .filter(|(_, one, other)| cluster.contains(one) && cluster.contains(other));
        counted
            .within_12q
            .extend(within.map(|(pair, _, _)| pair.clone()));
        joined.extend(&census.joined);
        let altered = census
            .segments
            .iter()
            .filter(|segment| is_altered(segment, measures, config))
            .count();
        // Two files of one tumour tell the same segments twice.
        segments = segments.max(altered);
    }
    counted.rearrangements = tells(Detects::Rearrangement).then_some(joined.len());
    let has_segments = files.iter().any(|file| !file.census.segments.is_empty());
    counted.altered_segments = has_segments.then_some(segments);
    counted
}

/// Whether a segment is long enough and its copies are not those to expect.
fn is_altered(segment: &CopyNumber, measures: SampleMeasures, config: &Config) -> bool {
    let least = config.genome.min_segment_mb.get() * 1e6;
    let is_long = segment.region.as_ref().is_some_and(|region| {
        region.end.saturating_sub(region.start).saturating_add(1) as f64 >= least
    });
    let mut segment = segment.clone();
    measures.judge(&mut segment, &config.copy_number);
    is_long
        && match segment.call {
            CopyNumberCall::Neutral => false,
            CopyNumberCall::Amplification
            | CopyNumberCall::Gain
            | CopyNumberCall::Loss
            | CopyNumberCall::Deletion => true,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{GeneSymbol, Locus};
    use crate::domain::{Origin, Partner, PartnerOrder, Region, Standing};

    fn call(claim: Alteration, standing: Standing) -> Call {
        Call {
            origin: Origin {
                input: 0,
                line: 1,
                caller: "test".to_owned(),
            },
            claim,
            effects: Vec::new(),
            standing,
        }
    }

    fn segment(start: u64, end: u64, copies: f64) -> Call {
        let segment = CopyNumber {
            region: Some(Region {
                chrom: Chromosome::new("1"),
                start,
                end,
                bands: None,
            }),
            copies: Some(copies),
            ..CopyNumber::default()
        };
        call(Alteration::CopyNumber(segment.judged()), Standing::Passed)
    }

    #[allow(clippy::field_reassign_with_default, reason = "one field is private")]
    fn file(calls: &[Call], detects: &'static [Detects]) -> FileRead {
        let mut file = FileRead::default();
        file.detects = detects;
        for call in calls {
            file.census.count(call);
        }
        file
    }

    #[test]
    fn long_altered_segments_are_counted_by_the_ploidy() {
        let calls = [
            segment(1, 50_000_000, 4.0),
            segment(50_000_001, 51_000_000, 9.0),
            segment(60_000_001, 90_000_000, 1.0),
            segment(90_000_001, 95_000_000, 2.0),
        ];
        let files = [file(&calls, &[Detects::CopyNumber])];
        let config = Config::default();
        let of = |measures| counted(&files, &[None], measures, &config).altered_segments;
        assert_eq!(of(SampleMeasures::default()), Some(2));
        let doubled = call(
            Alteration::Biomarker(crate::domain::Biomarker::number(
                crate::domain::Measure::Ploidy,
                4.0,
                "",
            )),
            Standing::Passed,
        );
        assert_eq!(of(SampleMeasures::of([&doubled].into_iter())), Some(2));
        let none = [file(&[], &[Detects::CopyNumber])];
        let counted = counted(&none, &[None], SampleMeasures::default(), &config);
        assert_eq!(counted.altered_segments, None);
    }

    #[test]
    fn fusions_and_joined_ends_are_counted_once() {
        let partner = |name: &str, pos| {
            let locus = Locus {
                chrom: Chromosome::new("12"),
                pos,
            };
            Partner::at(GeneSymbol::new(name), locus, None)
        };
        let fusion = |one: (&str, u64), other: (&str, u64), standing| {
            let (one, other) = (partner(one.0, one.1), partner(other.0, other.1));
            let fusion = Fusion::of(one, other, PartnerOrder::Stated);
            call(Alteration::Fusion(Box::new(fusion)), standing)
        };
        let failed = Standing::Filtered(vec!["low".to_owned()]);
        let calls = [
            fusion(("A", 58_000_000), ("B", 69_000_000), Standing::Passed),
            fusion(("B", 69_000_000), ("A", 58_000_000), Standing::Passed),
            fusion(("A", 58_000_000), ("C", 71_300_000), Standing::Passed),
            fusion(("A", 58_000_000), ("D", 60_000_000), failed),
        ];
        let files = [file(&calls, &[Detects::Fusion])];
        let on = |assembly| {
            let config = Config::default();
            counted(&files, &[assembly], SampleMeasures::default(), &config)
        };
        assert_eq!(on(None).fusions.get(&0), Some(&2));
        assert_eq!(on(None).within_12q.len(), 2);
        assert_eq!(on(Some(Assembly::GRCh38)).within_12q.len(), 1);
        assert_eq!(on(None).rearrangements, None);
    }
}
