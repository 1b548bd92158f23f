//! MapSplice 2, `fusions_well_annotated.txt` and `fusions_not_well_annotated.txt`: 62 columns without
//! a header.
//!
//! | column | ours |
//! |---|---|
//! | 1 `chrom` (`chr22~chr11`), 2 `doner_end`, 3 `acceptor_start` | breakpoints of donor and acceptor, 1-based |
//! | 5 `coverage` | `split_reads` |
//! | 6 `strand` (`-+`) | strands of donor and acceptor in the fusion |
//! | 28 `encompassing_read_pair_count` | `spanning_pairs` |
//! | 57 `match_gene_strand` | order: 1, both genes have these strands, so the donor is 5'; 0 claims none |
//! | 59 `fusion_type` | `event_type`; `normal` is a junction within a gene, which its caller counts as no fusion |
//! | 61, 62 annotated genes of donor and acceptor (`A,`) | 5' and 3' partner, a claim for each combination |
//!
//! A gene that is not annotated is written `-`. `fusions_raw.txt` and `fusions_candidates.txt` name no
//! genes and are not read, nor are flanks, mismatches, entropy, isoforms and fragments. Manual: the
//! tool's source, `AddFusionStrandConsistent.cpp`, `JunctionSeed.cpp`.

use super::gene_lists::{calls as combined, genes, partners};
use crate::domain::{
    Call, Chromosome, Detects, Fusion, Locus, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Row, RowReader, Separator, Table, shown};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

/// Its names of its columns; each row ends with a tab.
#[rustfmt::skip]
const COLUMNS: &[&str] = &[
    "chrom", "doner_end", "acceptor_start", "id", "coverage", "strand", "rgb", "block_count",
    "block_size", "block_distance", "entropy", "flank_case", "flank_string", "min_mismatch",
    "max_mismatch", "ave_mismatch", "max_min_suffix", "max_min_prefix", "min_anchor_difference",
    "unique_read_count", "multi_read_count", "paired_read_count", "left_paired_read_count",
    "right_paired_read_count", "multiple_paired_read_count", "unique_paired_read_count",
    "single_read_count", "encompassing_read_pair_count", "doner_start", "acceptor_end",
    "doner_isoforms", "acceptor_isoforms", "obsolete1", "obsolete2", "obsolete3", "obsolete4",
    "minimal_doner_isoform_length", "maximal_doner_isoform_length",
    "minimal_acceptor_isoform_length", "maximal_acceptor_isoform_length", "paired_reads_entropy",
    "mismatch_per_bp", "anchor_score", "max_doner_fragment", "max_acceptor_fragment",
    "max_cur_fragment", "min_cur_fragment", "ave_cur_fragment", "doner_encompass_unique",
    "doner_encompass_multiple", "acceptor_encompass_unique", "acceptor_encompass_multiple",
    "doner_match_to_normal", "acceptor_match_to_normal", "doner_seq", "acceptor_seq",
    "match_gene_strand", "annotated_type", "fusion_type", "gene_strand", "annotated_gene_donor",
    "annotated_gene_acceptor", "behind the last tab",
];

/// Cells without the one behind the last tab.
const LEAST: usize = 62;

/// MapSplice's annotated fusions.
pub(super) struct MapSplice;

/// See [`MapSplice`].
pub(super) static CALLER: MapSplice = MapSplice;

impl Caller for MapSplice {
    fn name(&self) -> &'static str {
        "mapsplice"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "MapSplice fusions_well_annotated.txt, fusions_not_well_annotated.txt",
            versions: "2.2",
            written_from: WrittenFrom::Files,
            recognised_by: "no header: rows of 62 cells, the first chrA~chrB, the sixth two strands",
            columns: &[
                ("61 / 62", "5' and 3' partner"),
                ("1, 2 / 1, 3", "breakpoints, 1-based"),
                ("6", "strands"),
                ("5", "split_reads"),
                ("28", "spanning_pairs"),
                ("57", "whether the donor is 5'"),
                ("59", "event type; normal: set aside"),
            ],
            support: "coverage cross the junction; encompassing read pairs lie on either side",
            order: "the donor is 5', stated where match_gene_strand is 1",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn recognises(&self, head: &Head) -> bool {
        let first = head.lines().find(|line| !line.trim().is_empty());
        first.is_some_and(|line| is_row(&line))
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.name(), Rows, options)
    }
}

fn is_row(line: &str) -> bool {
    let cells = Separator::Tab.cells(line);
    let cell = |index: usize| cells.get(index).map(String::as_str).unwrap_or_default();
    cells.len() >= LEAST && cell(0).contains('~') && strands(cell(5)).is_some()
}

/// `-+`: of donor and acceptor.
fn strands(text: &str) -> Option<(Strand, Strand)> {
    let (donor, acceptor) = text.split_at_checked(1)?;
    Strand::new(donor).zip(Strand::new(acceptor))
}

struct Rows;

impl RowReader for Rows {
    fn needed(&self) -> &'static [&'static str] {
        COLUMNS
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        Some(COLUMNS)
    }

    fn least_cells(&self) -> Option<usize> {
        Some(LEAST)
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let chroms = row.text("chrom").unwrap_or_default();
        let (donor_chrom, acceptor_chrom) = chroms
            .split_once('~')
            .filter(|(donor, acceptor)| !donor.is_empty() && !acceptor.is_empty())
            .ok_or_else(|| format!("chrom: found \"{}\", expected chrA~chrB", shown(chroms)))?;
        let signs = row.text("strand").unwrap_or_default();
        let (donor_strand, acceptor_strand) = strands(signs)
            .ok_or_else(|| format!("strand: found \"{}\", expected two strands", shown(signs)))?;
        let side = |chrom: &str, column: &str, strand, gene: &str| {
            let locus = Locus {
                chrom: Chromosome::new(chrom),
                pos: row.position(column)?,
            };
            let place = Partner::at(None, locus, Some(strand));
            Ok::<_, String>(partners(genes(row.text(gene), &[',']), &place))
        };
        let donors = side(
            donor_chrom,
            "doner_end",
            donor_strand,
            "annotated_gene_donor",
        )?;
        let acceptors = side(
            acceptor_chrom,
            "acceptor_start",
            acceptor_strand,
            "annotated_gene_acceptor",
        )?;
        let order = match row.text("match_gene_strand") {
            Some("1") => PartnerOrder::Stated,
            Some(_) | None => PartnerOrder::Unoriented,
        };
        let kind = row.text("fusion_type").map(str::to_owned);
        let standing = if kind.as_deref() == Some("normal") {
            Standing::Filtered(vec!["normal".to_owned()])
        } else {
            Standing::Passed
        };
        let fusion = Fusion {
            split_reads: row.count("coverage"),
            spanning_pairs: row.count("encompassing_read_pair_count"),
            event_type: kind,
            ..Fusion::of(Partner::default(), Partner::default(), order)
        };
        Ok(combined(row, &fusion, &donors, &acceptors, &standing))
    }
}
