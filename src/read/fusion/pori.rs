//! PORI (Integrated Pipeline Reports), its input table of structural variants.
//!
//! | PORI | ours |
//! |---|---|
//! | `gene1`, `gene2` with `exon1`, `exon2` | partners |
//! | `breakpoint` `chr:pos|chr:pos` | breakpoints of gene1 and gene2, 1-based |
//! | `ntermGene`, `ctermGene` `SYMBOL(ENSG…)` | 5' and 3' partner |
//! | `ntermTranscript`, `ctermTranscript` | transcripts |
//! | `eventType`, `detectedIn` | `event_type` (`translocation; DNA/RNA`) |
//! | `frame` | `frame` |
//! | `highQuality` | `confidence` high or low |
//!
//! There are no counts. An event of DNA has its breakpoints in introns. Not read: names for people,
//! drawings.

use super::breakpoint::breakpoint;
use super::partners::{frame, placed};
use crate::domain::{
    Call, Confidence, Detects, Frame, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Standing,
    Strand,
};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// PORI's table of structural variants.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "pori-fusions",
    manual: Manual {
        title: "PORI / IPR input table of structural variants",
        versions: "by their headers",
        written_from: WrittenFrom::Examples,
        recognised_by: "eventType, breakpoint, gene1, gene2, ctermGene, ntermGene",
        columns: &[
            ("gene1, exon1 / gene2, exon2", "partners"),
            ("breakpoint", "chr:pos|chr:pos, 1-based"),
            ("ntermGene / ctermGene", "order"),
            ("ntermTranscript / ctermTranscript", "transcripts"),
            ("eventType, detectedIn", "event type"),
            ("frame", "frame"),
            ("highQuality", "confidence"),
        ],
        support: "none stated",
        order: "ntermGene is 5', ctermGene 3'; none where they are empty",
    },
    detects: &[Detects::Fusion],
    header: &[
        "eventType",
        "breakpoint",
        "gene1",
        "gene2",
        "ctermGene",
        "ntermGene",
    ],
    also: by_header,
    genes: &["gene1", "gene2"],
    least_cells: None,
    calls,
};

type Place = Option<(Locus, Option<Strand>)>;

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let (first, second) = places(row)?;
    let one = partner(row, "gene1", "exon1", first);
    let other = partner(row, "gene2", "exon2", second);
    let (five, three) = (end_gene(row, "ntermGene"), end_gene(row, "ctermGene"));
    let is = |one: &Partner, other: &Partner| one.gene == five && other.gene == three;
    let (mut fusion, has_order) = if five.is_none() || three.is_none() {
        (Fusion::of(one, other, PartnerOrder::Unoriented), false)
    } else if is(&one, &other) {
        (Fusion::of(one, other, PartnerOrder::Stated), true)
    } else if is(&other, &one) {
        (Fusion::of(other, one, PartnerOrder::Stated), true)
    } else {
        row.warn(
            "ntermGene and ctermGene name other genes than gene1 and gene2; no order is claimed"
                .to_owned(),
        );
        (Fusion::of(one, other, PartnerOrder::Unoriented), false)
    };
    if has_order {
        fusion.five_prime.transcript = row.text("ntermTranscript").map(str::to_owned);
        fusion.three_prime.transcript = row.text("ctermTranscript").map(str::to_owned);
    }
    fusion.frame = frame_of(row);
    fusion.confidence = quality(row);
    let said: Vec<&str> = ["eventType", "detectedIn"]
        .iter()
        .filter_map(|column| row.text(column))
        .collect();
    fusion.event_type = (!said.is_empty()).then(|| said.join("; "));
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn places(row: &Row<'_>) -> Result<(Place, Place), String> {
    let Some(text) = row.text("breakpoint") else {
        return Ok((None, None));
    };
    let place = |text| {
        let (chrom, pos, strand) = breakpoint(text)?;
        Some((Locus { chrom, pos }, strand))
    };
    text.split_once('|')
        .and_then(|(one, other)| Some((Some(place(one)?), Some(place(other)?))))
        .ok_or_else(|| {
            format!(
                "breakpoint: found \"{}\", expected chr:pos|chr:pos",
                shown(text)
            )
        })
}

fn partner(row: &mut Row<'_>, gene: &str, exon: &str, place: Place) -> Partner {
    let (locus, strand) = place.unzip();
    let partner = Partner {
        exon: row.count(exon),
        ..Partner::named(row.gene(gene))
    };
    placed(partner, locus, strand.flatten())
}

/// The symbol before the Ensembl identifier.
fn end_gene(row: &Row<'_>, column: &str) -> Option<GeneSymbol> {
    GeneSymbol::new(row.text(column)?.split('(').next().unwrap_or_default())
}

fn frame_of(row: &mut Row<'_>) -> Frame {
    let Some(word) = row.text("frame").map(str::to_owned) else {
        return Frame::Unknown;
    };
    frame(&word).unwrap_or_else(|| {
        row.not_understood("frame", &word);
        Frame::Unknown
    })
}

fn quality(row: &mut Row<'_>) -> Option<Confidence> {
    let word = row.text("highQuality")?.to_owned();
    if word.eq_ignore_ascii_case("true") {
        Some(Confidence::High)
    } else if word.eq_ignore_ascii_case("false") {
        Some(Confidence::Low)
    } else {
        row.not_understood("highQuality", &word);
        None
    }
}
