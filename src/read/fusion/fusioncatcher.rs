//! FusionCatcher, `final-list_candidate-fusion-genes.txt` and `….hg19.txt`, versions 0.99 and 1.x (16
//! or 18 columns).
//!
//! | FusionCatcher | ours |
//! |---|---|
//! | `Gene_1_symbol(5end_fusion_partner)`, `Gene_2_symbol(3end_fusion_partner)` | 5' and 3' partner; the Ensembl gene where there is no symbol |
//! | `Fusion_point_for_gene_1(…)`, `…_2(…)` | `chr:pos:strand`, 1-based |
//! | `Spanning_unique_reads` | `split_reads` |
//! | `Spanning_pairs` | `spanning_pairs`, of the pair of genes: the same on each of its rows |
//! | `Predicted_effect` | `frame` (`in-frame`, `out-of-frame`), else `site` (`UTR/CDS(truncated)`) |
//! | `Predicted_fused_transcripts` | transcripts, where it names one pair alone |
//! | `Fusion_description` | of its labels those of a kind of event: `event_type` |
//! | `Counts_of_common_mapping_reads` | told where it is not 0 |
//!
//! `intergenic` in `Predicted_effect` means outside the Ensembl transcripts of that gene; the reads
//! were mapped to the gene with its RefSeq and UCSC transcripts, so it stays the partner. In the
//! `hg19` file a place that has none in that assembly is written `not-converted`. Not read: exon
//! identifiers, sequences, aligners, anchor length; the labels of databases and of likely artefacts
//! are no filter, the caller has removed what it filters. Manual: the tool's, section 6.2.

use super::breakpoint::breakpoint;
use crate::domain::{Call, Detects, Frame, Fusion, Partner, PartnerOrder, Standing};
use crate::read::table::{Row, TableCaller, shown};
use crate::read::{Manual, WrittenFrom};

/// The caller's name in every claim, whichever of its files was read: they are one caller's word.
pub(super) const NAME: &str = "fusioncatcher";

/// What a place is called that the other assembly has not.
const NOT_CONVERTED: &str = "not-converted";

/// Labels of `Fusion_description` that say what kind of event it is.
const KINDS: &[&str] = &[
    "adjacent",
    "fully_overlapping",
    "partially_overlapping",
    "readthrough",
    "reciprocal",
    "rt_circ_rna",
    "same_strand_overlapping",
    "short_distance",
];

/// FusionCatcher's table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: NAME,
    manual: Manual {
        title: "FusionCatcher final-list_candidate-fusion-genes.txt (also hg19)",
        versions: "0.99 to 1.x (16 or 18 columns)",
        written_from: WrittenFrom::Files,
        recognised_by: "Gene_1_symbol(5end_fusion_partner), Spanning_pairs, Spanning_unique_reads, \
                        Fusion_point_for_gene_1(5end_fusion_partner)",
        columns: &[
            ("Gene_1_symbol / Gene_2_symbol", "5' and 3' partner"),
            ("Fusion_point_for_gene_1 / _2", "chr:pos:strand, 1-based"),
            ("Spanning_unique_reads", "split_reads"),
            ("Spanning_pairs", "spanning_pairs"),
            ("Predicted_effect", "frame, else site"),
            (
                "Predicted_fused_transcripts",
                "transcript, if only one pair",
            ),
            ("Fusion_description", "event type"),
        ],
        support: "Spanning_unique_reads cross the junction, duplicates removed; Spanning_pairs are \
                  counted per pair of genes, so its rows share them",
        order: "gene 1 is 5', gene 2 is 3', stated",
    },
    detects: &[Detects::Fusion],
    header: &[
        "Gene_1_symbol(5end_fusion_partner)",
        "Gene_2_symbol(3end_fusion_partner)",
        "Spanning_pairs",
        "Spanning_unique_reads",
        "Fusion_point_for_gene_1(5end_fusion_partner)",
        "Fusion_point_for_gene_2(3end_fusion_partner)",
    ],
    also: crate::read::table::by_header,
    genes: &[
        "Gene_1_symbol(5end_fusion_partner)",
        "Gene_2_symbol(3end_fusion_partner)",
    ],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let mut five_prime = partner(row, "1", "5end")?;
    let mut three_prime = partner(row, "2", "3end")?;
    if let Some((first, second)) = row.text("Predicted_fused_transcripts").and_then(only_pair) {
        five_prime.transcript = Some(first);
        three_prime.transcript = Some(second);
    }
    let shared = row.count("Counts_of_common_mapping_reads");
    if let Some(shared) = shared.filter(|count| *count > 0) {
        row.warn(format!(
            "Counts_of_common_mapping_reads: {shared} reads map to both genes, which may be look-alikes"
        ));
    }
    let mut fusion = Fusion {
        split_reads: row.count("Spanning_unique_reads"),
        spanning_pairs: row.count("Spanning_pairs"),
        event_type: row.text("Fusion_description").and_then(kind),
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    };
    let effect = row.text("Predicted_effect").map(str::to_owned);
    set_effect(&mut fusion, row, "Predicted_effect", effect.as_deref());
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn partner(row: &mut Row<'_>, number: &str, end: &str) -> Result<Partner, String> {
    let column = |what: &str| format!("{what}({end}_fusion_partner)");
    let symbol = column(&format!("Gene_{number}_symbol"));
    let gene = row
        .gene(&symbol)
        .or_else(|| row.gene(&column(&format!("Gene_{number}_id"))));
    let place = column(&format!("Fusion_point_for_gene_{number}"));
    let text = row.text(&place).unwrap_or_default().to_owned();
    if text == NOT_CONVERTED {
        row.warn(format!(
            "{place}: \"{NOT_CONVERTED}\"; the breakpoint has no place in this file's assembly"
        ));
        return Ok(Partner::named(gene));
    }
    let (chrom, pos, strand) = breakpoint(&text).ok_or_else(|| {
        format!(
            "{place}: found \"{}\", expected chr:pos:strand",
            shown(&text)
        )
    })?;
    Ok(Partner {
        gene,
        chrom: Some(chrom),
        pos: Some(pos),
        strand,
        ..Partner::default()
    })
}

/// Sets the frame that an effect predicts or, where it tells none, in which part of each gene the
/// breakpoint lies.
pub(super) fn set_effect(
    fusion: &mut Fusion,
    row: &mut Row<'_>,
    column: &str,
    effect: Option<&str>,
) {
    match effect {
        None => {}
        Some("in-frame") => fusion.frame = Frame::InFrame,
        Some("out-of-frame") => fusion.frame = Frame::OutOfFrame,
        Some(other) => match other.split_once('/') {
            Some((first, second)) => {
                fusion.five_prime.site = Some(first.to_owned());
                fusion.three_prime.site = Some(second.to_owned());
            }
            None => row.not_understood(column, other),
        },
    }
}

/// What kind of event the labels tell, in the caller's words. `None`: none of them tells.
pub(super) fn kind(labels: &str) -> Option<String> {
    let kinds: Vec<&str> = labels
        .split(',')
        .filter(|label| KINDS.contains(label))
        .collect();
    (!kinds.is_empty()).then(|| kinds.join(","))
}

/// `ENST…:555/ENST…:180`, if it is the only pair.
fn only_pair(text: &str) -> Option<(String, String)> {
    let (first, second) = text.split_once('/').filter(|_| !text.contains(';'))?;
    let name = |part: &str| part.split(':').next().unwrap_or_default().to_owned();
    Some((name(first), name(second)))
}
