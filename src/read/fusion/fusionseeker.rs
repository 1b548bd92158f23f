//! FusionSeeker 1.0, `confident_genefusion.txt` (long reads).
//!
//! | FusionSeeker | ours |
//! |---|---|
//! | `Gene1`, `Gene2` | the two genes |
//! | `Chrom1`, `Breakpoint1`, `Chrom2`, `Breakpoint2` | breakpoints, as written |
//! | `NumSupp` | `split_reads` |
//!
//! The genes stand in an order of the tool's own (`ALK NPM1` for NPM1::ALK), so none is claimed. A
//! breakpoint is the start (from 0) or the end of an alignment; which of the two is not told, so it
//! may be one base low. Not read: names of the reads.

use crate::domain::{Call, Detects, Fusion, Partner, PartnerOrder, Standing};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// FusionSeeker's table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "fusionseeker",
    manual: Manual {
        title: "FusionSeeker confident_genefusion.txt",
        versions: "1.0.1",
        written_from: WrittenFrom::Files,
        recognised_by: "ID, Gene1, Gene2, NumSupp, Chrom1, Breakpoint1, Chrom2, Breakpoint2",
        columns: &[
            ("Gene1 / Gene2", "the two genes"),
            ("Chrom1, Breakpoint1", "breakpoint; may be one base low"),
            ("Chrom2, Breakpoint2", "breakpoint; may be one base low"),
            ("NumSupp", "split_reads"),
        ],
        support: "NumSupp long reads cross the junction",
        order: "none: the tool lists two genes in an order of its own",
    },
    detects: &[Detects::Fusion],
    header: &[
        "ID",
        "Gene1",
        "Gene2",
        "NumSupp",
        "Chrom1",
        "Breakpoint1",
        "Chrom2",
        "Breakpoint2",
    ],
    also: by_header,
    genes: &["Gene1", "Gene2"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let one = Partner::at(row.gene("Gene1"), row.locus("Chrom1", "Breakpoint1")?, None);
    let other = Partner::at(row.gene("Gene2"), row.locus("Chrom2", "Breakpoint2")?, None);
    let fusion = Fusion {
        split_reads: row.count("NumSupp"),
        ..Fusion::of(one, other, PartnerOrder::Unoriented)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}
