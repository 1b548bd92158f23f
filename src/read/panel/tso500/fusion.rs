//! `[Fusions]` and `[Splice Variants]`.
//!
//! `Gene Pair` is `A-B` where the direction is known, 5' gene first, and `A/B` where it is not. A side
//! may list several overlapping genes by `;`: each combination is a claim, and the claims are one
//! event by their breakpoints. Symbols hold hyphens, so the known symbols tell which one divides.
//! `Fusion Supporting Reads` counts split reads and pairs together. A splice variant is an event
//! within one gene; of `Affected Exon` `2-7/28`, exon 1 is the last kept before and exon 8 the first
//! after.

use crate::domain::{
    Call, Chromosome, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::Symbols;
use crate::read::fusion::breakpoint::breakpoint;
use crate::read::table::{Row, shown};

pub(super) fn fusions(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let pair = row.text("Gene Pair").unwrap_or_default().to_owned();
    let (first, second, order) = split(&pair, row.symbols)?;
    let ends = (place(row, "Breakpoint 1")?, place(row, "Breakpoint 2")?);
    let split_reads = row.count("Fusion Supporting Reads");
    let mut calls = Vec::new();
    for five in &first {
        for three in &second {
            let fusion = Fusion {
                split_reads,
                ..Fusion::of(partner(five, &ends.0), partner(three, &ends.1), order)
            };
            calls.push(row.fusion(fusion, Standing::Passed));
        }
    }
    Ok(calls)
}

pub(super) fn splice(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let gene = row.gene("Gene").ok_or("Gene: empty, expected a gene")?;
    let ends = (place(row, "Breakpoint 1")?, place(row, "Breakpoint 2")?);
    let affected = row
        .text_of(&["Affected Exon", "Affected Exon(s)"])
        .map(str::to_owned);
    let (before, after) = affected.as_deref().map_or((None, None), kept);
    let event_type = match &affected {
        Some(exons) => format!("splice variant, exon(s) {exons} affected"),
        None => "splice variant".to_owned(),
    };
    let five = Partner {
        exon: before,
        ..partner(&gene, &ends.0)
    };
    let three = Partner {
        exon: after,
        ..partner(&gene, &ends.1)
    };
    let fusion = Fusion {
        split_reads: row.count("Splice Supporting Reads"),
        event_type: Some(event_type),
        ..Fusion::of(five, three, PartnerOrder::Unoriented)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

type Place = (Chromosome, u64, Option<Strand>);

fn place(row: &Row<'_>, column: &str) -> Result<Place, String> {
    let text = row.text(column).unwrap_or_default();
    breakpoint(text).ok_or_else(|| format!("{column}: found \"{}\", expected chr:pos", shown(text)))
}

fn partner(gene: &GeneSymbol, (chrom, pos, strand): &Place) -> Partner {
    let locus = Locus {
        chrom: chrom.clone(),
        pos: *pos,
    };
    Partner::at(Some(gene.clone()), locus, *strand)
}

type Pair = (Vec<GeneSymbol>, Vec<GeneSymbol>, PartnerOrder);

/// The genes of either side, and what is known of their order.
///
/// # Errors
/// In words where the sides cannot be told from each other.
fn split(pair: &str, symbols: &Symbols) -> Result<Pair, String> {
    let (sign, order) = if pair.contains('/') {
        ('/', PartnerOrder::Unoriented)
    } else {
        ('-', PartnerOrder::Stated)
    };
    let ways: Vec<(Vec<GeneSymbol>, Vec<GeneSymbol>)> = pair
        .match_indices(sign)
        .filter_map(|(at, _)| Some((pair.get(..at)?, pair.get(at + 1..)?)))
        .map(|(first, second)| (genes(first), genes(second)))
        .filter(|(first, second)| !first.is_empty() && !second.is_empty())
        .collect();
    let known = |(first, second): &&(Vec<GeneSymbol>, Vec<GeneSymbol>)| {
        first
            .iter()
            .chain(second)
            .filter(|gene| symbols.has(gene.as_str()))
            .count()
            == first.len() + second.len()
    };
    let all_known: Vec<_> = ways.iter().filter(known).collect();
    match (ways.as_slice(), all_known.as_slice()) {
        ([only], _) => Ok((only.0.clone(), only.1.clone(), order)),
        (_, [only]) => Ok((only.0.clone(), only.1.clone(), order)),
        _ => Err(format!(
            "Gene Pair: found \"{}\", expected two genes as A-B or A/B of which one alone can be \
             read",
            shown(pair)
        )),
    }
}

fn genes(side: &str) -> Vec<GeneSymbol> {
    side.split(';').filter_map(GeneSymbol::new).collect()
}

/// Of `2-7/28` the exon before the first and the one after the last; `None` where there is none or
/// the text is not understood.
fn kept(affected: &str) -> (Option<u32>, Option<u32>) {
    let (exons, total) = match affected.split_once('/') {
        Some((exons, total)) => (exons, total.trim().parse::<u32>().ok()),
        None => (affected, None),
    };
    let mut ends = exons.split('-').map(|text| text.trim().parse::<u32>().ok());
    let (Some(Some(first)), last) = (ends.next(), ends.next()) else {
        return (None, None);
    };
    let Some(last) = last.unwrap_or(Some(first)) else {
        return (None, None);
    };
    let after = last.checked_add(1);
    (
        first.checked_sub(1).filter(|exon| *exon > 0),
        after.filter(|exon| total.is_some_and(|total| *exon <= total)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(pair: &str, known: &'static [&'static str]) -> Result<String, String> {
        let symbols = Symbols::new(move |name| known.contains(&name));
        let names = |genes: &[GeneSymbol]| {
            let names: Vec<&str> = genes.iter().map(GeneSymbol::as_str).collect();
            names.join("+")
        };
        split(pair, &symbols)
            .map(|(first, second, order)| format!("{} {} {order:?}", names(&first), names(&second)))
    }

    #[test]
    fn a_pair_is_divided_where_known_symbols_say() {
        let told = |pair, known| named(pair, known).unwrap();
        assert_eq!(told("EWSR1-FLI1", &[]), "EWSR1 FLI1 Stated");
        assert_eq!(told("PPARG/AC0.6;PAX8", &[]), "PPARG AC0.6+PAX8 Unoriented");
        let known = &["NKX2-1", "ALK", "NKX2"];
        assert_eq!(told("NKX2-1-ALK", known), "NKX2-1 ALK Stated");
        assert!(named("NKX2-1-ALK", &[]).is_err());
        assert!(named("ALK", &[]).is_err());
        assert!(named("-ALK", &[]).is_err());
    }

    #[test]
    fn exons_kept_beside_those_affected() {
        assert_eq!(kept("2-7/28"), (Some(1), Some(8)));
        assert_eq!(kept("14/21"), (Some(13), Some(15)));
        assert_eq!(kept("1/8"), (None, Some(2)));
        assert_eq!(kept("4-8/8"), (Some(3), None));
        assert_eq!(kept("CE3"), (None, None));
        assert_eq!(kept("4-x/8"), (None, None));
    }
}
