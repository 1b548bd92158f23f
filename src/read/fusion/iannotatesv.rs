//! iAnnotateSV, annotated DNA structural variants (DELLY's, as at MSK).
//!
//! | iAnnotateSV | ours |
//! |---|---|
//! | `gene1`, `transcript1`, `site1` (and 2) | partners; `IGR: …` lies outside the gene it names |
//! | `chr1`, `pos1` (and 2) | places in DNA, 1-based |
//! | `fusion` `… {A:B}` | a fusion, A the 5' and B the 3' partner |
//! | `fusion` `Deletion …`, `Duplication …` within one gene | an event within that gene |
//! | any other `fusion` (`-`, `Antisense Fusion`) | a rearrangement: two places joined |
//! | `in frame`, `out of frame` in `fusion` | `frame`; `mid-exon` is unknown |
//! | `str1`, `str2` | kind of the rearrangement on one chromosome |
//!
//! The two sites stand in the caller's order: only the braces name 5' and 3'. There are no counts.
//! `str` 0 is the strand that the reference spells: 0,1 a deletion, 1,0 a duplication, alike an
//! inversion, where the first place lies before the second. Not read: repeats, census, DGV.

use super::partners::placed;
use crate::domain::{
    Alteration, Call, Detects, Frame, Fusion, GeneSymbol, Locus, Partner, PartnerOrder,
    Rearrangement, Standing,
};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};
use std::collections::BTreeSet;

/// iAnnotateSV's table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "iannotatesv",
    manual: Manual {
        title: "iAnnotateSV, annotated structural variants of DNA",
        versions: "1.x",
        written_from: WrittenFrom::Files,
        recognised_by: "chr1, pos1, str1, chr2, pos2, str2, gene1, site1, gene2, site2, fusion",
        columns: &[
            ("gene1, transcript1, site1 (and 2)", "partners"),
            ("chr1, pos1 (and 2)", "places, 1-based"),
            ("fusion {A:B}", "a fusion and its order"),
            ("fusion in frame, out of frame", "frame"),
            ("str1, str2", "kind of rearrangement"),
        ],
        support: "none stated",
        order: "stated where fusion names {A:B}; a row without is a rearrangement of DNA",
    },
    detects: &[Detects::Rearrangement],
    header: &[
        "chr1", "pos1", "str1", "chr2", "pos2", "str2", "gene1", "site1", "gene2", "site2",
        "fusion",
    ],
    also: by_header,
    genes: &["gene1", "gene2"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let first = row.locus("chr1", "pos1")?;
    let second = row.locus("chr2", "pos2")?;
    let one = partner(row, "1", &first);
    let other = partner(row, "2", &second);
    let text = row.text("fusion").filter(|text| *text != "-");
    let text = text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    let event = text.clone().unwrap_or_default();
    let within = one.gene.is_some() && one.gene == other.gene;
    if within && (event.starts_with("Deletion") || event.starts_with("Duplication")) {
        let fusion = Fusion {
            frame: frame(&event),
            event_type: text,
            ..Fusion::of(one, other, PartnerOrder::Unoriented)
        };
        return Ok(vec![row.fusion(fusion, Standing::Passed)]);
    }
    if let Some((five, three)) = ordered(&event) {
        let is = |partner: &Partner, gene: &GeneSymbol| partner.gene.as_ref() == Some(gene);
        let pair = if is(&one, &five) && is(&other, &three) {
            Some((one.clone(), other.clone()))
        } else if is(&other, &five) && is(&one, &three) {
            Some((other.clone(), one.clone()))
        } else {
            None
        };
        if let Some((five_prime, three_prime)) = pair {
            let fusion = Fusion {
                frame: frame(&event),
                event_type: text,
                ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
            };
            return Ok(vec![row.fusion(fusion, Standing::Passed)]);
        }
        row.warn(format!(
            "fusion names {five} and {three}, the gene columns {} and {}; taken as a rearrangement \
             of the columns' genes",
            one.name(),
            other.name()
        ));
    }
    let genes: BTreeSet<GeneSymbol> = [&one, &other]
        .into_iter()
        .filter_map(|partner| partner.gene.clone())
        .collect();
    let kind = kind(row, &first, &second);
    Ok(vec![row.call(Alteration::Rearrangement(Rearrangement {
        genes: genes.into_iter().collect(),
        first: Some(first),
        second: Some(second),
        event_type: text.map_or_else(|| kind.to_owned(), |text| format!("{kind}: {text}")),
        callers: vec![row.origin.caller.clone()],
        ..Rearrangement::default()
    }))])
}

fn partner(row: &Row<'_>, side: &str, locus: &Locus) -> Partner {
    let site = row.text(&format!("site{side}")).map(str::to_owned);
    let gene = row.gene(&format!("gene{side}"));
    let outside = site.as_deref().is_some_and(|site| site.starts_with("IGR"));
    let (gene, near) = if outside {
        (None, gene.into_iter().collect())
    } else {
        (gene, Vec::new())
    };
    let partner = Partner {
        transcript: row.text(&format!("transcript{side}")).map(str::to_owned),
        site,
        near,
        ..Partner::named(gene)
    };
    placed(partner, Some(locus.clone()), None)
}

/// The genes in the braces of `Protein Fusion: in frame {A:B}`, 5' first.
fn ordered(event: &str) -> Option<(GeneSymbol, GeneSymbol)> {
    let (_, inside) = event.split_once('{')?;
    let (five, three) = inside.split_once('}')?.0.split_once(':')?;
    Some((GeneSymbol::new(five)?, GeneSymbol::new(three)?))
}

fn frame(event: &str) -> Frame {
    if event.contains("out of frame") {
        Frame::OutOfFrame
    } else if event.contains("in frame") {
        Frame::InFrame
    } else {
        Frame::Unknown
    }
}

fn kind(row: &Row<'_>, first: &Locus, second: &Locus) -> &'static str {
    if first.chrom != second.chrom {
        return "TRA";
    }
    let strands = (row.text("str1"), row.text("str2"));
    let strands = if first.pos <= second.pos {
        strands
    } else {
        (strands.1, strands.0)
    };
    match strands {
        (Some("0"), Some("1")) => "DEL",
        (Some("1"), Some("0")) => "DUP",
        (Some("0"), Some("0")) | (Some("1"), Some("1")) => "INV",
        _ => "BND",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_name_five_prime_and_three_prime() {
        let read = |text| ordered(text).map(|(five, three)| format!("{five} {three}"));
        assert_eq!(
            read("Protein Fusion: out of frame {EWSR1:FLI1}").as_deref(),
            Some("EWSR1 FLI1")
        );
        assert_eq!(read("Antisense Fusion"), None);
        assert_eq!(read("Transcript Fusion {EWSR1}"), None);
    }
}
