//! FusionMap, `*.FusionReport.txt`. The names of its count columns begin with the sample's.
//!
//! | FusionMap | ours |
//! |---|---|
//! | `FusionGene` (`A->B`) | which of the two sides is 5' |
//! | `KnownGene1`, `KnownGene2` (`A,B`: several at the place) | partners, a claim for each pair |
//! | `Chromosome1`, `Position1`, `Chromosome2`, `Position2` | breakpoints, 1-based |
//! | `Strand` (`+-`), `KnownTranscriptStrand1`, `…2` | strands; where they differ no order is claimed |
//! | `….SeedCount` + `….RescuedCount` | `split_reads` |
//! | `FrameShift` (`2->0`), `FrameShiftClass` | frame |
//! | `KnownExonNumber1`, `…2`, `KnownTranscript1`, `…2` | exon and transcript, where there is one |
//! | `Filter` | filtered, for the reasons named |
//!
//! `FrameShiftClass` says `InFrame` also where a side of `FrameShift` is empty and nothing can be
//! known; that is no frame. A report over several samples needs the tumour's name; a row without
//! reads in it belongs to another sample. Not read: cutting positions, splice pattern, sequence.

mod sides;

use super::gene_lists::{each_pair, listed};
use super::own_table::OwnTable;
use crate::domain::{Call, Detects, Fusion, PartnerOrder, Standing};
use crate::read::table::{Columns, Row, RowReader, header_with};
use crate::read::{Manual, ReadOptions, WrittenFrom};
use sides::{frame, is_backward, is_sense, partner, strands};

const HEADER: &[&str] = &[
    "FusionID",
    "Strand",
    "Chromosome1",
    "Position1",
    "Chromosome2",
    "Position2",
    "KnownGene1",
    "KnownGene2",
    "FusionGene",
];

/// FusionMap's report.
pub(super) static CALLER: OwnTable<Reader> = OwnTable {
    name: "fusionmap",
    manual: Manual {
        title: "FusionMap FusionReport",
        versions: "by their headers",
        written_from: WrittenFrom::Files,
        recognised_by: "FusionID, Position1, KnownGene1, FusionGene and a column that ends in .SeedCount",
        columns: &[
            ("FusionGene", "A->B: which side is 5'"),
            ("KnownGene1 / KnownGene2", "partners; several by comma"),
            ("Chromosome1, Position1", "breakpoint, 1-based"),
            ("Chromosome2, Position2", "breakpoint, 1-based"),
            ("Strand", "strands in the fusion"),
            ("SAMPLE.SeedCount + SAMPLE.RescuedCount", "split_reads"),
            ("FrameShiftClass, FrameShift", "frame"),
            (
                "KnownExonNumber1 / KnownExonNumber2",
                "exon, where there is one",
            ),
            (
                "KnownTranscript1 / KnownTranscript2",
                "transcript, where there is one",
            ),
            ("Filter", "filtered for the reasons named"),
        ],
        support: "seed reads cross the junction, rescued ones with less of them on one side; pairs are \
                  not counted",
        order: "FusionGene A->B: A is 5', stated; not where the strands are not the genes'",
    },
    detects: &[Detects::Fusion],
    header: HEADER,
    recognises: |head| {
        header_with(head, HEADER).is_some_and(|columns| columns.ending(".SeedCount").is_some())
    },
    reader: Reader::default,
};

#[derive(Default)]
pub(super) struct Reader {
    /// The tumour's name before `.SeedCount`, in lower case.
    sample: String,
    /// The others of a report over several samples.
    others: Vec<String>,
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        HEADER
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &["KnownGene1", "KnownGene2"]
    }

    fn header(&mut self, columns: &Columns, options: &ReadOptions) -> Result<(), String> {
        let samples = columns.before(".SeedCount");
        let wanted = options.wanted_sample().map(str::to_ascii_lowercase);
        let is_wanted = |sample: &str| {
            wanted.as_deref().is_some_and(|wanted| {
                let rest = sample.strip_prefix(wanted);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
        };
        let sample = match samples.as_slice() {
            [] => return Err("the header lacks a column that ends in .SeedCount".to_owned()),
            [one] => one,
            several => several
                .iter()
                .find(|sample| is_wanted(sample))
                .ok_or_else(|| {
                    format!(
                        "the report is over several samples: {}; name the tumour's with \
                         --tumor-sample",
                        several.join(", ")
                    )
                })?,
        };
        self.sample = (*sample).to_owned();
        self.others = samples
            .iter()
            .filter(|other| *other != sample)
            .map(|other| (*other).to_owned())
            .collect();
        Ok(())
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let backward = is_backward(row);
        let (five, three) = if backward == Some(true) {
            ("2", "1")
        } else {
            ("1", "2")
        };
        let strands = strands(row, backward == Some(true));
        let five_prime = partner(row, five, strands.0)?;
        let three_prime = partner(row, three, strands.1)?;
        let sense = is_sense(row, five, strands.0) && is_sense(row, three, strands.1);
        let order = if backward.is_some() && sense {
            PartnerOrder::Stated
        } else {
            PartnerOrder::Unoriented
        };
        let split_reads = reads(row, &self.sample);
        let fusion = Fusion {
            frame: frame(row),
            split_reads,
            ..Fusion::of(five_prime, three_prime, order)
        };
        let standing = self.standing(row, split_reads);
        let genes = (
            listed(row.text(&format!("KnownGene{five}")), ','),
            listed(row.text(&format!("KnownGene{three}")), ','),
        );
        each_pair(row, &fusion, (&genes.0, &genes.1), &standing)
    }
}

impl Reader {
    fn standing(&self, row: &mut Row<'_>, split_reads: Option<u32>) -> Standing {
        if split_reads == Some(0) {
            let other = self
                .others
                .iter()
                .find(|other| reads(row, other).is_some_and(|count| count > 0));
            if let Some(other) = other {
                return Standing::OtherSample(other.clone());
            }
        }
        let filters: Vec<String> = row
            .text("Filter")
            .into_iter()
            .flat_map(|text| text.split([',', ';']))
            .map(str::trim)
            .filter(|filter| !filter.is_empty())
            .map(str::to_owned)
            .collect();
        if filters.is_empty() {
            Standing::Passed
        } else {
            Standing::Filtered(filters)
        }
    }
}

/// Seed and rescued reads of one sample.
fn reads(row: &mut Row<'_>, sample: &str) -> Option<u32> {
    let seeds = row.count(&format!("{sample}.SeedCount"))?;
    let rescued = row.count(&format!("{sample}.RescuedCount"));
    Some(seeds.saturating_add(rescued.unwrap_or_default()))
}
