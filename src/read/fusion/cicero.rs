//! CICERO, `final_fusions.txt`, `final_internal.txt` and `annotated.fusion.txt`, versions 0.3 to 1.x.
//!
//! | CICERO | ours |
//! |---|---|
//! | `geneA`, `geneB` (several with `,` or a bar) | 5' and 3' partner; a claim for each combination |
//! | `chrA`, `posA`, `chrB`, `posB` | breakpoints, 1-based; `posB` of the annotated table may be one off |
//! | `ortA`, `ortB` | strands, where `sv_ort` is `>` |
//! | `featureA`, `featureB` | `site`; `intergenic`: the gene is the nearest one, no partner |
//! | `sv_ort` | order: `>` stated, `?` not oriented |
//! | `readsA` + `readsB` | `split_reads`: reads of either side that cross the junction |
//! | `frame` | `frame`: in frame if one pair of transcripts is (1), out of frame if none is (0); 2 (whole coding sequence of B) and 3 (5' UTR) tell none |
//! | `sv_refseqA`, `sv_refseqA_exon` and likewise B | transcript and exon of the first pair of transcripts of that frame: last exon kept of A, first of B |
//! | `rating` | `confidence`: HQ high, LQ low; `RT` (read-through) none; `bad` was set aside |
//! | `type` | `event_type` (`CTX`, `ITX`, `DEL`, `INS`, `Internal_dup`, `read_through`) |
//!
//! `Internal_…` events lie within one gene: of several names on both sides the same ones are joined.
//! There are no pairs. Not read: `medal`, `functional effect`, `score`, coverage, contig, protein.
//! Manual: the tool's README, "Output Fields".

use super::gene_lists::{calls as combined, genes, partners};
use crate::domain::{
    Call, Confidence, Detects, Frame, Fusion, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// CICERO's tables.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "cicero",
    manual: Manual {
        title: "CICERO final_fusions.txt, final_internal.txt, annotated.fusion.txt",
        versions: "0.3 to 1.x, by their headers",
        written_from: WrittenFrom::Files,
        recognised_by: "geneA, chrA, posA, ortA, featureA, geneB, sv_ort, readsA, readsB, type",
        columns: &[
            ("geneA / geneB", "5' and 3' partner"),
            ("chrA, posA / chrB, posB", "breakpoints, 1-based"),
            ("ortA / ortB", "strand, where sv_ort is >"),
            ("featureA / featureB", "site; intergenic: no partner"),
            ("sv_ort", "order"),
            ("readsA + readsB", "split_reads"),
            ("frame", "frame"),
            ("sv_refseqA, sv_refseqA_exon / …B", "transcript, exon"),
            ("rating", "confidence"),
            ("type", "event type"),
        ],
        support: "readsA + readsB cross the junction, seen from either side; pairs are not counted",
        order: "A is 5', stated where sv_ort is >; not oriented where it is ?",
    },
    detects: &[Detects::Fusion],
    header: &[
        "geneA", "chrA", "posA", "ortA", "featureA", "geneB", "chrB", "posB", "ortB", "featureB",
        "sv_ort", "readsA", "readsB", "type",
    ],
    also: by_header,
    genes: &["geneA", "geneB"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let order = match row.text("sv_ort") {
        Some(">") => PartnerOrder::Stated,
        Some(unsure) if unsure.starts_with('?') => PartnerOrder::Unoriented,
        found => {
            return Err(format!(
                "sv_ort: found \"{}\", expected > or ?",
                shown(found.unwrap_or_default())
            ));
        }
    };
    let (frame, best) = frame(row);
    let five_prime = side(row, "A", order, best)?;
    let three_prime = side(row, "B", order, best)?;
    let event_type = row.text("type").map(str::to_owned);
    let (confidence, standing) = rating(row);
    let fusion = Fusion {
        frame,
        split_reads: sum(row.count("readsA"), row.count("readsB")),
        confidence,
        event_type: event_type.clone(),
        ..Fusion::of(Partner::default(), Partner::default(), order)
    };
    let all = combined(row, &fusion, &five_prime, &three_prime, &standing);
    let within = event_type.is_some_and(|kind| kind.starts_with("Internal"));
    let same: Vec<Call> = all
        .iter()
        .filter(|call| {
            let named = call.claim.genes();
            within && matches!(named.as_slice(), [one, other] if one == other)
        })
        .cloned()
        .collect();
    Ok(if same.is_empty() { all } else { same })
}

fn side(
    row: &mut Row<'_>,
    side: &str,
    order: PartnerOrder,
    best: usize,
) -> Result<Vec<Partner>, String> {
    let column = |name: &str| format!("{name}{side}");
    let strand = row.text(&column("ort")).and_then(Strand::new);
    let strand = match order {
        PartnerOrder::Stated => strand,
        PartnerOrder::Unoriented | PartnerOrder::Unknown => None,
    };
    let named = genes(row.text(&column("gene")), &[',', '|']);
    let feature = row.text(&column("feature")).map(str::to_owned);
    let listed = |name: String| {
        let text = row.text(&name)?.split(',').nth(best)?;
        (!text.is_empty()).then(|| text.to_owned())
    };
    let place = Partner {
        transcript: listed(format!("sv_refseq{side}")),
        // -1 where there is none.
        exon: listed(format!("sv_refseq{side}_exon")).and_then(|text| text.parse().ok()),
        site: feature.clone(),
        ..Partner::at(None, row.locus(&column("chr"), &column("pos"))?, strand)
    };
    if feature.as_deref() == Some("intergenic") {
        return Ok(vec![Partner {
            near: named,
            ..place
        }]);
    }
    Ok(partners(named, &place))
}

/// The frame, and which pair of transcripts tells it, from 0.
fn frame(row: &mut Row<'_>) -> (Frame, usize) {
    let Some(text) = row.text("frame").map(str::to_owned) else {
        return (Frame::Unknown, 0);
    };
    let codes: Vec<&str> = text.split(',').map(str::trim).collect();
    if let Some(odd) = codes
        .iter()
        .find(|code| !matches!(**code, "" | "0" | "1" | "2" | "3"))
    {
        row.not_understood("frame", odd);
        return (Frame::Unknown, 0);
    }
    let at = |wanted| codes.iter().position(|code| *code == wanted);
    match (at("1"), at("2").or_else(|| at("3")), at("0")) {
        (Some(index), _, _) => (Frame::InFrame, index),
        (None, Some(index), _) => (Frame::Unknown, index),
        (None, None, Some(index)) => (Frame::OutOfFrame, index),
        (None, None, None) => (Frame::Unknown, 0),
    }
}

fn rating(row: &mut Row<'_>) -> (Option<Confidence>, Standing) {
    match row.text("rating").map(str::to_owned).as_deref() {
        Some("HQ") => (Some(Confidence::High), Standing::Passed),
        Some("LQ") => (Some(Confidence::Low), Standing::Passed),
        Some("bad") => (None, Standing::Filtered(vec!["bad".to_owned()])),
        Some("RT") | None => (None, Standing::Passed),
        Some(other) => {
            row.not_understood("rating", other);
            (None, Standing::Passed)
        }
    }
}

fn sum(one: Option<u32>, other: Option<u32>) -> Option<u32> {
    Some(one?.saturating_add(other?))
}
