//! deFuse, `results.tsv`, `results.classify.tsv` and `results.filtered.tsv`, versions 0.6 to 0.8.
//!
//! | deFuse | ours |
//! |---|---|
//! | `gene_name1`, `gene_name2`, else `gene1`, `gene2` | the two partners, in the order of a cluster |
//! | `gene_align_strand1`, `gene_align_strand2` | order: `+` is the 5' gene, `-` the 3' one; two alike tell none |
//! | `gene_chromosome1`, `genomic_break_pos1` and likewise 2 | breakpoints, 1-based |
//! | `gene_strand1`, `gene_strand2` | strands of the genes |
//! | `gene_location1`, `gene_location2` | `site`; `upstream`, `downstream`: outside the gene, which is a neighbour then |
//! | `transcript1`, `transcript2` (`ENSG…\|ENST…`) | transcripts |
//! | `splitr_count` | `split_reads` |
//! | `span_count` | `spanning_pairs` |
//! | `orf` | `frame`: `Y` in frame; `N` out of frame where both breakpoints are `coding`, else unknown |
//! | columns that say `Y` of a kind of event | `event_type` |
//!
//! `gene_align_strand` is `+` where the part of the gene before the breakpoint, in the gene's own
//! direction, is kept. `probability` is no grade and no filter of ours: `results.filtered.tsv` has
//! been filtered by it. Not read: sequences, p-values, homology, coverage, expression. Manual: the
//! tool's README, "Output", and source, `annotate_fusions.pl`.

use crate::domain::{Call, Detects, Frame, Fusion, Partner, PartnerOrder, Standing, Strand};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// deFuse's tables.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "defuse",
    manual: Manual {
        title: "deFuse results.tsv, results.classify.tsv, results.filtered.tsv",
        versions: "0.6 to 0.8",
        written_from: WrittenFrom::Files,
        recognised_by: "cluster_id, splitr_count, span_count, gene_align_strand1, \
                        genomic_break_pos1",
        columns: &[
            ("gene_name1 / gene_name2", "partners"),
            ("gene_align_strand1 / gene_align_strand2", "order: + is 5'"),
            (
                "gene_chromosome1, genomic_break_pos1 / …2",
                "breakpoints, 1-based",
            ),
            ("gene_strand1 / gene_strand2", "strand of the gene"),
            (
                "gene_location1 / gene_location2",
                "site; outside: no partner",
            ),
            ("transcript1 / transcript2", "transcript"),
            ("splitr_count", "split_reads"),
            ("span_count", "spanning_pairs"),
            ("orf", "frame"),
            (
                "interchromosomal, inversion, eversion, deletion, read_through",
                "event type",
            ),
        ],
        support: "splitr_count cross the junction; span_count lie on either side",
        order: "stated where gene_align_strand1 and 2 differ: + is 5'",
    },
    detects: &[Detects::Fusion],
    header: &[
        "cluster_id",
        "splitr_count",
        "span_count",
        "gene_name1",
        "gene_name2",
        "gene_chromosome1",
        "gene_chromosome2",
        "genomic_break_pos1",
        "genomic_break_pos2",
        "gene_align_strand1",
        "gene_align_strand2",
    ],
    also: by_header,
    genes: &["gene_name1", "gene_name2"],
    least_cells: None,
    calls,
};

/// Columns that say `Y` or `N` of a kind of event.
const KINDS: &[&str] = &[
    "interchromosomal",
    "inversion",
    "eversion",
    "deletion",
    "read_through",
    "adjacent",
    "altsplice",
];

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let first = partner(row, "1")?;
    let second = partner(row, "2")?;
    let aligned = |column| row.text(column).and_then(Strand::new);
    let (five_prime, three_prime, order) =
        match (aligned("gene_align_strand1"), aligned("gene_align_strand2")) {
            (Some(Strand::Plus), Some(Strand::Minus)) => (first, second, PartnerOrder::Stated),
            (Some(Strand::Minus), Some(Strand::Plus)) => (second, first, PartnerOrder::Stated),
            (Some(Strand::Plus), Some(Strand::Plus))
            | (Some(Strand::Minus), Some(Strand::Minus))
            | (None, _)
            | (_, None) => (first, second, PartnerOrder::Unoriented),
        };
    let coding = [&five_prime, &three_prime]
        .iter()
        .all(|partner| partner.site.as_deref() == Some("coding"));
    let frame = match row.text("orf").map(str::to_owned).as_deref() {
        Some("Y") => Frame::InFrame,
        Some("N") if coding => Frame::OutOfFrame,
        Some("N") | None => Frame::Unknown,
        Some(other) => {
            row.not_understood("orf", other);
            Frame::Unknown
        }
    };
    let kinds: Vec<&str> = KINDS
        .iter()
        .copied()
        .filter(|column| row.text(column) == Some("Y"))
        .collect();
    let fusion = Fusion {
        frame,
        split_reads: row.count("splitr_count"),
        spanning_pairs: row.count("span_count"),
        event_type: (!kinds.is_empty()).then(|| kinds.join(",")),
        ..Fusion::of(five_prime, three_prime, order)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn partner(row: &Row<'_>, side: &str) -> Result<Partner, String> {
    let column = |name: &str| format!("{name}{side}");
    let gene = row
        .gene(&column("gene_name"))
        .or_else(|| row.gene(&column("gene")));
    let site = row.text(&column("gene_location"));
    let (gene, near) = match site {
        Some("upstream" | "downstream") => (None, gene.into_iter().collect()),
        Some(_) | None => (gene, Vec::new()),
    };
    let locus = row.locus(&column("gene_chromosome"), &column("genomic_break_pos"))?;
    let strand = row.text(&column("gene_strand")).and_then(Strand::new);
    let transcript = row
        .text(&column("transcript"))
        .and_then(|text| text.rsplit('|').next());
    Ok(Partner {
        transcript: transcript.map(str::to_owned),
        site: site.map(str::to_owned),
        near,
        ..Partner::at(gene, locus, strand)
    })
}
