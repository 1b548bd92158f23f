//! AERON, `fusion_support_*.txt` (long reads): two columns without a header.
//!
//! | AERON | ours |
//! |---|---|
//! | `fusion_N_GENE_Nbp_GENE_Nbp_Nreads` | the two genes, as Ensembl identifiers |
//! | second column | `split_reads` |
//!
//! The name's own count (`…_50reads`) is that of the reads the candidate was made from; the second
//! column counts all reads that were then aligned across its junction, 150 bases on either side. The
//! genes stand in the order of one read, which may run either way, so no order is claimed.
//! Breakpoints are not in the file. Read from the pipeline's scripts `pick_fusion_exemplar.py` and
//! `fusion_support_sam.py`.

use super::own_table::OwnTable;
use crate::domain::{Call, Detects, Fusion, GeneSymbol, Partner, PartnerOrder, Standing};
use crate::read::stream::Head;
use crate::read::table::{Row, RowReader, shown};
use crate::read::{Manual, WrittenFrom};

/// AERON's list of candidates with their support.
pub(super) static CALLER: OwnTable<Reader> = OwnTable {
    name: "aeron",
    manual: Manual {
        title: "AERON fusion_support",
        versions: "0.02",
        written_from: WrittenFrom::Files,
        recognised_by: "no header: fusion_N_GENE_Nbp_GENE_Nbp_Nreads, a tab, a number",
        columns: &[
            ("1: fusion_N_GENE_Nbp_GENE_Nbp_Nreads", "the two genes"),
            ("2", "split_reads"),
        ],
        support: "long reads aligned across the junction, 150 bases on either side",
        order: "none: the genes stand in the order of a read that may run either way",
    },
    detects: &[Detects::Fusion],
    header: &[],
    recognises,
    reader: || Reader,
};

pub(super) struct Reader;

fn recognises(head: &Head) -> bool {
    let first = head.lines().find(|line| !line.trim().is_empty());
    first.is_some_and(|line| {
        line.split_once('\t')
            .is_some_and(|(name, reads)| genes(name).is_some() && is_number(reads.trim()))
    })
}

impl RowReader for Reader {
    fn needed(&self) -> &'static [&'static str] {
        &["fusion", "reads"]
    }

    fn gene_columns(&self) -> &'static [&'static str] {
        &[]
    }

    fn without_header(&self) -> Option<&'static [&'static str]> {
        Some(&["fusion", "reads"])
    }

    fn calls(&self, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
        let name = row.text("fusion").unwrap_or_default();
        let (one, other) = genes(name).ok_or_else(|| {
            format!(
                "fusion: found \"{}\", expected fusion_N_GENE_Nbp_GENE_Nbp_Nreads",
                shown(name)
            )
        })?;
        let fusion = Fusion {
            split_reads: row.count("reads"),
            ..Fusion::of(
                Partner::named(Some(one)),
                Partner::named(Some(other)),
                PartnerOrder::Unoriented,
            )
        };
        Ok(vec![row.fusion(fusion, Standing::Passed)])
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The two genes of `fusion_N_GENE_Nbp_GENE_Nbp_Nreads`.
fn genes(name: &str) -> Option<(GeneSymbol, GeneSymbol)> {
    let ends = |text: &str, unit: &str| text.strip_suffix(unit).is_some_and(is_number);
    let (rest, reads) = name.strip_prefix("fusion_")?.rsplit_once('_')?;
    let (rest, second_length) = rest.rsplit_once('_')?;
    let (number, rest) = rest.split_once('_')?;
    let whole = ends(reads, "reads") && ends(second_length, "bp") && is_number(number);
    // A gene's name may hold `_` (`ENSG…_PAR_Y`); the length between the two is what parts them.
    let parts: Vec<&str> = rest.split('_').collect();
    let lengths: Vec<usize> = (0..parts.len())
        .filter(|at| parts.get(*at).is_some_and(|part| ends(part, "bp")))
        .collect();
    let at = match lengths.as_slice() {
        [at] if whole => *at,
        _ => return None,
    };
    let one = GeneSymbol::new(&parts.get(..at)?.join("_"))?;
    let other = GeneSymbol::new(&parts.get(at + 1..)?.join("_"))?;
    Some((one, other))
}

#[cfg(test)]
mod tests {
    use super::genes;

    #[test]
    fn genes_stand_around_their_lengths() {
        let read = |name| genes(name).map(|(one, other)| (one.to_string(), other.to_string()));
        let found = |one: &str, other: &str| Some((one.to_owned(), other.to_owned()));
        assert_eq!(
            read("fusion_7_ENSG00000182944.18_812bp_ENSG00000151702.17_640bp_31reads"),
            found("ENSG00000182944.18", "ENSG00000151702.17")
        );
        assert_eq!(
            read("fusion_1_ENSG01_PAR_Y_5bp_B_5bp_1reads"),
            found("ENSG01_PAR_Y", "B")
        );
        for name in [
            "",
            "fusion_",
            "fusion_1_A_B_5bp_1reads",
            "fusion_1_A_5bp_B_5bp_reads",
            "fusion_x_A_5bp_B_5bp_1reads",
            "fusion_1__5bp__5bp_1reads",
        ] {
            assert_eq!(read(name), None, "{name}");
        }
    }
}
