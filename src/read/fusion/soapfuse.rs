//! SOAPfuse 1.26, `*.final.Fusion.specific.for.genes` (and `…for.trans`, by its shared columns).
//!
//! | SOAPfuse | ours |
//! |---|---|
//! | `up_gene`, `dw_gene` | 5' and 3' partner |
//! | `up_chr`, `up_Genome_pos`, `up_strand`, … | breakpoints, 1-based |
//! | `Junc_reads_num` | `split_reads` |
//! | `Span_reads_num` | `spanning_pairs` |
//! | `Fusion_Type` | `event_type` |
//! | `up_loc`, `dw_loc` | `site`: `E` at an exon's edge, `M` inside it |
//! | `down_fusion_part_frame-shift_or_not` | frame |
//!
//! A gene that stands at several places bears a suffix of the tool's own (`GENE`+`SOAPfuse…`), which
//! is taken off.

use crate::domain::{
    Call, Detects, Frame, Fusion, GeneSymbol, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// SOAPfuse's table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "soapfuse",
    manual: Manual {
        title: "SOAPfuse final.Fusion.specific.for.genes",
        versions: "1.26",
        written_from: WrittenFrom::Files,
        recognised_by: "up_gene, up_chr, up_strand, up_Genome_pos, dw_gene, …, Span_reads_num, \
                        Junc_reads_num",
        columns: &[
            ("up_gene / dw_gene", "5' and 3' partner"),
            ("up_chr, up_Genome_pos", "5' breakpoint, 1-based"),
            ("dw_chr, dw_Genome_pos", "3' breakpoint, 1-based"),
            ("up_strand / dw_strand", "strand"),
            ("Junc_reads_num", "split_reads"),
            ("Span_reads_num", "spanning_pairs"),
            ("Fusion_Type", "as named"),
            ("up_loc / dw_loc", "site"),
            ("down_fusion_part_frame-shift_or_not", "frame"),
        ],
        support: "Junc reads cross the junction; Span reads are pairs on either side",
        order: "up is 5', dw is 3', stated",
    },
    detects: &[Detects::Fusion],
    header: &[
        "up_gene",
        "up_chr",
        "up_strand",
        "up_Genome_pos",
        "dw_gene",
        "dw_chr",
        "dw_strand",
        "dw_Genome_pos",
        "Span_reads_num",
        "Junc_reads_num",
    ],
    also: by_header,
    genes: &["up_gene", "dw_gene"],
    least_cells: None,
    calls,
};

const FRAME: &str = "down_fusion_part_frame-shift_or_not";

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let five_prime = partner(row, "up")?;
    let three_prime = partner(row, "dw")?;
    let fusion = Fusion {
        frame: frame(row),
        split_reads: row.count("Junc_reads_num"),
        spanning_pairs: row.count("Span_reads_num"),
        event_type: row.text("Fusion_Type").map(str::to_owned),
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn partner(row: &Row<'_>, side: &str) -> Result<Partner, String> {
    let gene = row
        .text(&format!("{side}_gene"))
        .and_then(|text| text.split("SOAPfuse").next())
        .and_then(GeneSymbol::new);
    let locus = row.locus(&format!("{side}_chr"), &format!("{side}_Genome_pos"))?;
    let strand = row.text(&format!("{side}_strand")).and_then(Strand::new);
    Ok(Partner {
        site: row.text(&format!("{side}_loc")).map(str::to_owned),
        ..Partner::at(gene, locus, strand)
    })
}

fn frame(row: &mut Row<'_>) -> Frame {
    match row.text(FRAME).map(str::to_owned).as_deref() {
        Some("inframe-shift") => Frame::InFrame,
        Some("frame-shift") => Frame::OutOfFrame,
        None => Frame::Unknown,
        Some(other) => {
            row.not_understood(FRAME, other);
            Frame::Unknown
        }
    }
}
