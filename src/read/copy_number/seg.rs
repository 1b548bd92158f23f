//! Segments of log2 ratios (`.seg`): DNAcopy's circular binary segmentation, and what CNVkit,
//! GISTIC, cBioPortal, IGV, PureCN and the GDC make of it.
//!
//! | DNAcopy | others | ours |
//! |---|---|---|
//! | `ID` | `Sample`, `GDC_Aliquot` | the sample of the row |
//! | `chrom`, `loc.start`, `loc.end` | `Chromosome`, `Start`, `End`; `Chrom`, `Start`, `Stop` | the stretch, 1-based; 23 is X, 24 is Y |
//! | `seg.mean` | `Segment_Mean`, `Seg.CN` | log2 ratio |
//!
//! An old CNVkit left positions empty; such rows are rejected. Not read: the number of probes.

use super::measure::{claim, number};
use super::segment::{Counts, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, Detects};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Table, header_with};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

/// Names of the sample, the chromosome, the start, the end and the ratio; DNAcopy's come first.
type Shape = [&'static str; 5];

const DNACOPY: &Shape = &["ID", "chrom", "loc.start", "loc.end", "seg.mean"];

const SHAPES: &[&Shape] = &[
    DNACOPY,
    &["Sample", "Chromosome", "Start", "End", "Segment_Mean"],
    &["GDC_Aliquot", "Chromosome", "Start", "End", "Segment_Mean"],
    &["Sample", "Chrom", "Start", "Stop", "Seg.CN"],
];

/// The segments.
pub(super) static CALLER: Seg = Seg;

const MANUAL: Manual = Manual {
    title: "segments of log2 ratios (.seg): DNAcopy, CNVkit export, GISTIC, cBioPortal, IGV, GDC",
    versions: "by their headers",
    written_from: WrittenFrom::Files,
    recognised_by: "ID, chrom, loc.start, loc.end, seg.mean; or Sample, Chromosome, Start, End, \
                    Segment_Mean; or Sample, Chrom, Start, Stop, Seg.CN",
    columns: &[
        ("ID, Sample, GDC_Aliquot", "the sample of the row"),
        (
            "chrom, loc.start, loc.end",
            "the stretch, 1-based; 23 is X, 24 is Y",
        ),
        ("seg.mean, Segment_Mean, Seg.CN", "log2 ratio"),
    ],
    support: NO_READS,
    order: NO_ORDER,
};

pub(super) struct Seg;

impl Caller for Seg {
    fn name(&self) -> &'static str {
        "seg"
    }

    fn manual(&self) -> Manual {
        MANUAL
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::CopyNumber]
    }

    fn tokens(&self) -> &'static [&'static str] {
        DNACOPY
    }

    fn recognises(&self, head: &Head) -> bool {
        shape(head).is_some()
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        let reader = Reader(shape(stream.head()).unwrap_or(DNACOPY));
        Table::open(stream, self.name(), reader, options)
    }
}

fn shape(head: &Head) -> Option<&'static Shape> {
    SHAPES
        .iter()
        .copied()
        .find(|shape| header_with(head, *shape).is_some())
}

struct Reader(&'static Shape);

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        self.0
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn sample_column(&self) -> Option<&'static str> {
        let [sample, ..] = *self.0;
        Some(sample)
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let [_, chrom, start, end, ratio] = *self.0;
        let copy_number = CopyNumber {
            log2_ratio: Some(number(row, ratio)?),
            ..stretch(region(row, [chrom, start, end], Counts::FromOne)?)
        };
        Ok(claim(row, copy_number.judged()))
    }
}
