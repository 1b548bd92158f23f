//! Oncofuse 1.0 and 1.1, which annotates another caller's fusions.
//!
//! | Oncofuse | ours |
//! |---|---|
//! | `5_FPG_GENE_NAME`, `3_FPG_GENE_NAME` | 5' and 3' partner |
//! | `GENOMIC` (`chr:pos>chr:pos`) | breakpoints, as its own input gave them |
//! | `SPANNING_READS` (from FusionCatcher: `SPANNING_READS_UNIQUE`) | `split_reads` |
//! | `ENCOMPASSING_READS` | `spanning_pairs` |
//! | `FPG_FRAME_DIFFERENCE`, where `5_IN_CDS?` and `3_IN_CDS?` are `Yes` | frame: 0 is in frame |
//! | `5_SEGMENT_TYPE`, `5_SEGMENT_ID`, … | `site`; last exon kept, first exon kept |
//! | `5_DOMAINS_RETAINED`, `3_DOMAINS_RETAINED` | domains kept |
//!
//! Breakpoints are the first base lost, so one base off, where the input was Oncofuse's own format or
//! STAR's junctions. `SAMPLE_ID` is the name of its input file, except after TopHat-Fusion: a value
//! with a dot or a slash is taken for a file's name, any other for a sample. Not read: probabilities,
//! expression, interactions, broken domains.

use super::breakpoint::breakpoint;
use super::own_table::OwnTable;
use crate::domain::{
    Call, Detects, Domains, Frame, Fusion, Locus, Partner, PartnerOrder, Standing,
};
use crate::read::table::{Columns, Row, RowReader, header_with, shown};
use crate::read::{Manual, ReadOptions, WrittenFrom};

const HEADER: &[&str] = &[
    "GENOMIC",
    "5_FPG_GENE_NAME",
    "3_FPG_GENE_NAME",
    "ENCOMPASSING_READS",
    "FPG_FRAME_DIFFERENCE",
    "DRIVER_PROB",
];

/// Oncofuse's table.
pub(super) static CALLER: OwnTable<Reader> = OwnTable {
    name: "oncofuse",
    manual: Manual {
        title: "Oncofuse output",
        versions: "1.0.9",
        written_from: WrittenFrom::Files,
        recognised_by: "GENOMIC, 5_FPG_GENE_NAME, 3_FPG_GENE_NAME, FPG_FRAME_DIFFERENCE, DRIVER_PROB",
        columns: &[
            ("5_FPG_GENE_NAME / 3_FPG_GENE_NAME", "5' and 3' partner"),
            ("GENOMIC", "chr:pos>chr:pos; may be one base off"),
            ("SPANNING_READS or SPANNING_READS_UNIQUE", "split_reads"),
            ("ENCOMPASSING_READS", "spanning_pairs"),
            (
                "FPG_FRAME_DIFFERENCE",
                "frame, where both genes are cut in the CDS",
            ),
            ("5_SEGMENT_TYPE, 5_SEGMENT_ID and for 3", "site, exon"),
            ("5_DOMAINS_RETAINED / 3_DOMAINS_RETAINED", "domains kept"),
            ("SAMPLE_ID", "sample, where it is no file's name"),
        ],
        support: "spanning reads cross the junction, encompassing ones lie on either side, as its input \
                  gave them",
        order: "5' and 3' as its input gave them, stated",
    },
    detects: &[Detects::Fusion],
    header: HEADER,
    recognises: |head| header_with(head, HEADER).is_some(),
    reader: Reader::default,
};

#[derive(Default)]
pub(super) struct Reader {
    wanted: Option<String>,
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        HEADER
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &["5_FPG_GENE_NAME", "3_FPG_GENE_NAME"]
    }

    /// None: `SAMPLE_ID` holds a file's name most of the time.
    fn sample_column(&self) -> Option<&'static str> {
        Some("")
    }

    fn header(&mut self, _: &Columns, options: &ReadOptions) -> Result<(), String> {
        self.wanted = options.wanted_sample().map(str::to_owned);
        Ok(())
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let written = row.text("GENOMIC").unwrap_or_default();
        let (five, three) = written
            .split_once('>')
            .and_then(|(five, three)| Some((place(five)?, place(three)?)))
            .ok_or_else(|| {
                format!(
                    "GENOMIC: found \"{}\", expected chr:pos>chr:pos",
                    shown(written)
                )
            })?;
        let spanning = if row.has("SPANNING_READS") {
            "SPANNING_READS"
        } else {
            "SPANNING_READS_UNIQUE"
        };
        let fusion = Fusion {
            frame: frame(row),
            split_reads: row.count(spanning),
            spanning_pairs: row.count("ENCOMPASSING_READS"),
            domains: Domains {
                kept: domains(row),
                lost: Vec::new(),
            },
            ..Fusion::of(
                partner(row, "5", 0, five),
                partner(row, "3", 1, three),
                PartnerOrder::Stated,
            )
        };
        Ok(vec![row.fusion(fusion, self.standing(row))])
    }
}

impl Reader {
    fn standing(&self, row: &Row<'_>) -> Standing {
        let sample = row
            .text("SAMPLE_ID")
            .filter(|name| !name.contains(['.', '/', '\\']));
        match (sample, &self.wanted) {
            (Some(sample), Some(wanted)) if sample != wanted => {
                Standing::OtherSample(sample.to_owned())
            }
            _ => Standing::Passed,
        }
    }
}

fn place(text: &str) -> Option<Locus> {
    let (chrom, pos, _) = breakpoint(text)?;
    Some(Locus { chrom, pos })
}

/// `after_intron` is 1 where the exon kept is the one behind an intron of the same number.
fn partner(row: &Row<'_>, side: &str, after_intron: u32, locus: Locus) -> Partner {
    let site = row.text(&format!("{side}_SEGMENT_TYPE"));
    let number: Option<u32> = row
        .text(&format!("{side}_SEGMENT_ID"))
        .and_then(|number| number.parse().ok())
        .filter(|number| *number > 0);
    let exon = match site {
        Some("Exon") => number,
        Some("Intron") => number.and_then(|number| number.checked_add(after_intron)),
        Some(_) | None => None,
    };
    Partner {
        exon,
        site: site.map(str::to_owned),
        ..Partner::at(row.gene(&format!("{side}_FPG_GENE_NAME")), locus, None)
    }
}

/// Outside the coding part the difference says nothing.
fn frame(row: &mut Row<'_>) -> Frame {
    let coding = ["5_IN_CDS?", "3_IN_CDS?"]
        .iter()
        .all(|column| row.text(column) == Some("Yes"));
    if !coding {
        return Frame::Unknown;
    }
    match row
        .text("FPG_FRAME_DIFFERENCE")
        .map(str::to_owned)
        .as_deref()
    {
        Some("0") => Frame::InFrame,
        Some("1" | "2") => Frame::OutOfFrame,
        None => Frame::Unknown,
        Some(other) => {
            row.not_understood("FPG_FRAME_DIFFERENCE", other);
            Frame::Unknown
        }
    }
}

fn domains(row: &Row<'_>) -> Vec<String> {
    ["5_DOMAINS_RETAINED", "3_DOMAINS_RETAINED"]
        .iter()
        .filter_map(|column| row.text(column))
        .flat_map(|text| text.split(';'))
        .map(str::trim)
        .filter(|domain| !domain.is_empty())
        .map(str::to_owned)
        .collect()
}
