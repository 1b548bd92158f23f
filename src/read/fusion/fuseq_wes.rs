//! FuSeq_WES 1.0, `FuSeq_WES_FusionFinal.txt` (DNA, exomes).
//!
//! | FuSeq_WES | ours |
//! |---|---|
//! | `gene1`, `gene2` | the two genes |
//! | `chrom1`, `strand1`, `chrom2`, `strand2` | chromosome and strand |
//! | `SR` | `split_reads` |
//! | `MR` | `spanning_pairs` |
//!
//! The genes stand as the reads show them, which may run on either strand of the DNA, so no order is
//! claimed. Breakpoints are not in the file. Not read: `supportCount` (the sum of the two counts),
//! `fusionDB` (listed as known), `isParalog`. Written from the tool's script `process_fuseq_wes.R`.

use crate::domain::{Call, Chromosome, Detects, Fusion, Partner, PartnerOrder, Standing, Strand};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// FuSeq_WES's final table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "fuseq-wes",
    manual: Manual {
        title: "FuSeq_WES FuSeq_WES_FusionFinal.txt",
        versions: "1.0.0, by its script",
        written_from: WrittenFrom::Documentation,
        recognised_by: "fusionName, gene1, gene2, chrom1, strand1, supportCount, SR, MR",
        columns: &[
            ("gene1 / gene2", "the two genes"),
            ("chrom1 / chrom2", "chromosome"),
            ("strand1 / strand2", "strand"),
            ("SR", "split_reads"),
            ("MR", "spanning_pairs"),
        ],
        support: "SR cross the junction; MR are pairs on either side",
        order: "none: DNA reads run either way",
    },
    detects: &[Detects::Fusion],
    header: &[
        "fusionName",
        "gene1",
        "gene2",
        "chrom1",
        "strand1",
        "chrom2",
        "strand2",
        "supportCount",
        "SR",
        "MR",
    ],
    also: by_header,
    genes: &["gene1", "gene2"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let partners = [partner(row, "1"), partner(row, "2")];
    let [one, other] = partners;
    if one.gene.is_none() && other.gene.is_none() {
        return Err("gene1, gene2: both are empty, expected at least one gene".to_owned());
    }
    let fusion = Fusion {
        split_reads: row.count("SR"),
        spanning_pairs: row.count("MR"),
        ..Fusion::of(one, other, PartnerOrder::Unoriented)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn partner(row: &Row<'_>, number: &str) -> Partner {
    Partner {
        gene: row.gene(&format!("gene{number}")),
        chrom: row.text(&format!("chrom{number}")).map(Chromosome::new),
        strand: row.text(&format!("strand{number}")).and_then(Strand::new),
        ..Partner::default()
    }
}
