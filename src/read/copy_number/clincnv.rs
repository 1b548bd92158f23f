//! ClinCNV, somatic segments (as megSAP keeps them).
//!
//! | ClinCNV | ours |
//! |---|---|
//! | `##ClinCNV version:` | version of the caller |
//! | `##ploidy:` | ploidy |
//! | `#chr`, `start`, `end` | the stretch, 1-based (`size` counts both ends) |
//! | `sample` | the sample of the row, `TUMOUR-NORMAL` |
//! | `tumor_CN_change` | copies in the clone that bears the change |
//! | `minor_CN_allele` | copies of the rarer allele |
//! | `genes` | genes of the segment where it lists 50 or fewer |
//!
//! Altered segments alone are listed. `state` is not read: its `AMP` is any gain from three copies
//! on. Not read: `CN_change` (mean over tumour and normal cells), `tumor_clonality`, confidence
//! intervals, what the Cancer Genome Interpreter says.

use super::measure::{claim, copies, minor};
use super::segment::{Counts, listed, region, stretch};
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, Detects};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Table, header_with};
use crate::read::{Caller, FileFacts, Manual, ReadError, ReadOptions, Records, WrittenFrom};

const HEADER: &[&str] = &["chr", "start", "end", "tumor_CN_change", "tumor_clonality"];

/// The segments.
pub(super) static CALLER: ClinCnv = ClinCnv;

const MANUAL: Manual = Manual {
    title: "ClinCNV, somatic segments",
    versions: "1.16",
    written_from: WrittenFrom::Files,
    recognised_by: "#chr, start, end, tumor_CN_change, tumor_clonality",
    columns: &[
        ("##ploidy", "ploidy"),
        ("#chr, start, end", "the stretch, 1-based"),
        ("sample", "the sample of the row"),
        ("tumor_CN_change", "copies in the clone"),
        ("minor_CN_allele", "copies of the rarer allele"),
        ("genes", "genes of the segment, if 50 or fewer"),
    ],
    support: NO_READS,
    order: NO_ORDER,
};

pub(super) struct ClinCnv;

impl Caller for ClinCnv {
    fn name(&self) -> &'static str {
        "clincnv"
    }

    fn manual(&self) -> Manual {
        MANUAL
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::CopyNumber]
    }

    fn tokens(&self) -> &'static [&'static str] {
        HEADER
    }

    fn recognises(&self, head: &Head) -> bool {
        header_with(head, HEADER).is_some()
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), Reader { ploidy: None }, options)
    }
}

struct Reader {
    ploidy: Option<f64>,
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        HEADER
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn comment(&mut self, line: &str, facts: &mut FileFacts) {
        if let Some(version) = line.strip_prefix("##ClinCNV version:") {
            facts.caller_version = Some(format!("ClinCNV {}", version.trim()));
        } else if let Some(ploidy) = line.strip_prefix("##ploidy:") {
            let ploidy = ploidy.trim().parse().ok();
            self.ploidy = ploidy.filter(|ploidy: &f64| ploidy.is_finite() && *ploidy > 0.0);
        }
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let region = region(row, ["chr", "start", "end"], Counts::FromOne)?;
        let copy_number = CopyNumber {
            copies: Some(copies(row, "tumor_CN_change")?),
            minor_copies: minor(row, "minor_CN_allele"),
            genes: listed(row, "genes"),
            ploidy: self.ploidy,
            ..stretch(region)
        };
        Ok(claim(row, copy_number.judged()))
    }
}
