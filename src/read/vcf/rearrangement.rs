//! A breakend (`N[chr2:5[`, its three other shapes, single ones) or a symbolic structural allele
//! (`<DEL>`, `<INV>`, …): two places of the genome joined.
//!
//! | VCF | ours |
//! |---|---|
//! | `CHROM`, `POS` | first end |
//! | the place in the brackets; `CHR2` with `POS2` or `END`; `END`; `POS` + `SVLEN` | second end |
//! | the shape of a breakend; `CT`, `STRANDS`, `INV3`, `INV5`, the symbolic type | sides: see [`junction`] and [`super::producer`] |
//! | `MATEID`, `MATE_ID`, `PARID`; `EVENT` of LUMPY and GRIDSS; the `ID` of INTEGRATE | the two records of one junction |
//! | `ANN`, `CSQ`; the `ID` of INTEGRATE | genes at the ends |
//!
//! Positions are the file's own; those of a symbolic allele may lie one base off its breakend.

use super::Context;
use super::line::Line;
use super::producer::Sides;
use super::support::support;
use crate::domain::{Alteration, Chromosome, GeneSymbol, JoinedSides, Locus, Rearrangement};
use crate::read::junction;

/// The claim of a breakend or symbolic allele. `copies` where the record states the number of
/// copies between the two ends.
pub(super) fn claim(
    line: &Line<'_>,
    allele: &str,
    copies: Option<f64>,
    context: &Context<'_>,
) -> (Alteration, Vec<String>) {
    let mut odd = Vec::new();
    let first = Locus {
        chrom: Chromosome::new(line.chrom),
        pos: line.pos,
    };
    let is_breakend = junction::is_breakend(allele);
    let symbol = if is_breakend {
        ""
    } else {
        allele.trim_matches(['<', '>'])
    };
    let (second, event_type) = if is_breakend {
        let mate = junction::mate(allele);
        if mate.is_none() && allele.contains(['[', ']']) {
            odd.push("ALT: the mate's place cannot be read; taken as a single breakend".to_owned());
        }
        (mate, line.info("SVTYPE").unwrap_or("BND"))
    } else {
        (far_end(line, symbol, &mut odd), symbol)
    };
    let found = support(line, allele, context);
    odd.extend(found.odd);
    // A segment called by depth has ends, but nobody saw them joined.
    let is_junction = context.joins || copies.is_none();
    let sides = if is_junction {
        sides(line, allele, symbol, context)
    } else {
        Vec::new()
    };
    let mut genes = context.annotation.genes_at_ends(line, symbol);
    let named = (context.caller == "integrate").then(|| integrate(line.id));
    genes.extend(named.flatten().into_iter().flat_map(|(_, genes)| genes));
    let claim = Alteration::Rearrangement(Rearrangement {
        genes,
        sides,
        copies,
        split_reads: found.split_reads,
        spanning_pairs: found.spanning_pairs,
        fragments: found.fragments,
        callers: vec![context.caller.to_owned()],
        filter: line.filters(),
        mates: is_breakend
            .then(|| mates(line, context.caller))
            .flatten()
            .map(String::into_boxed_str),
        ..Rearrangement::of(first, second, event_type)
    });
    (claim, odd)
}

/// `CHR2` with `POS2` or `END`, else `END`, else the length; an insertion is as long as what is
/// inserted and ends where it begins.
fn far_end(line: &Line<'_>, symbol: &str, odd: &mut Vec<String>) -> Option<Locus> {
    let mut number = |key: &str| {
        let text = line.info(key)?;
        let first = text.split(',').next().unwrap_or_default();
        let read: Option<i64> = first.parse().ok();
        if read.is_none() {
            odd.push(format!(
                "{key}: found \"{}\", expected a whole number",
                first.escape_debug()
            ));
        }
        read
    };
    let mut end = number("POS2")
        .or_else(|| number("END"))
        .and_then(|end| u64::try_from(end).ok());
    if end.is_none() && !symbol.starts_with("INS") {
        end = number("SVLEN").map(|length| line.pos.saturating_add(length.unsigned_abs()));
    }
    let chrom = line.info("CHR2").unwrap_or(line.chrom);
    Some(Locus {
        chrom: Chromosome::new(chrom),
        pos: end?,
    })
}

/// Which sides are joined, as far as the producer's records are to be believed.
fn sides(line: &Line<'_>, allele: &str, symbol: &str, context: &Context<'_>) -> Vec<JoinedSides> {
    let strands = || line.info("STRANDS").map(junction::of_strands);
    let shape = || junction::of_breakend(allele).into_iter().collect();
    if symbol.is_empty() {
        let is_single = !allele.contains(['[', ']']);
        return match context.sides {
            Sides::Unstated => Vec::new(),
            Sides::Stated => shape(),
            Sides::Strands | Sides::StrandsOfPair | Sides::OfTypesAlone if is_single => shape(),
            Sides::OfTypesAlone => Vec::new(),
            Sides::Strands => strands().unwrap_or_default(),
            Sides::StrandsOfPair => strands().map_or_else(Vec::new, |pair| of_pair(line.id, pair)),
        };
    }
    if context.sides == Sides::Unstated {
        return Vec::new();
    }
    let by_type = || junction::of_type(symbol, |flag| line.info(flag).is_some());
    match line.info("CT") {
        Some(connection) => junction::of_connection(connection).into_iter().collect(),
        // Reads on both strands, no orientation: an insertion has none.
        None if symbol.contains("INS") => Vec::new(),
        None => strands().unwrap_or_else(by_type),
    }
}

/// Strands of a pair seen from the record at hand.
fn of_pair(id: &str, pair: Vec<JoinedSides>) -> Vec<JoinedSides> {
    let mirrored: Vec<JoinedSides> = pair.iter().map(|one| one.seen_from_second()).collect();
    match id.rsplit_once('_') {
        Some((_, "1")) => pair,
        Some((_, "2")) => mirrored,
        // Unless both are of one strand, nobody can tell which is whose.
        Some(_) | None if pair == mirrored => pair,
        Some(_) | None => Vec::new(),
    }
}

/// What both records of a pair have in common.
fn mates(line: &Line<'_>, caller: &str) -> Option<String> {
    if caller == "integrate" {
        return integrate(line.id).map(|(stem, _)| stem);
    }
    let mate = ["MATEID", "MATE_ID", "PARID"]
        .iter()
        .find_map(|key| line.info(key))
        .filter(|mate| !mate.is_empty() && !mate.contains(','));
    match mate {
        Some(mate) if !line.id.is_empty() => {
            let (one, other) = (line.id.min(mate), line.id.max(mate));
            Some(format!("{one} {other}"))
        }
        // Manta's events hold several junctions; those of these two hold one.
        Some(_) | None if matches!(caller, "gridss" | "lumpy") => {
            line.info("EVENT").map(|event| format!("event {event}"))
        }
        Some(_) | None => None,
    }
}

/// `bnd_9_ALG8_CELA3B_3p`: the pair's stem and its two genes, 5' first; which of them the record is
/// of stands last. `None` for another identifier.
fn integrate(id: &str) -> Option<(String, Vec<GeneSymbol>)> {
    let stem = id.strip_suffix("_5p").or_else(|| id.strip_suffix("_3p"))?;
    let mut parts = stem.split('_');
    let (_, _) = (parts.next()?, parts.next()?);
    let genes = parts.filter_map(GeneSymbol::new).collect();
    Some((stem.to_owned(), genes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_far_end_of_a_symbolic_allele() {
        let end = |symbol: &str, info: &str| {
            let text = format!("1\t100\t.\tN\t<{symbol}>\t.\tPASS\t{info}");
            let line = Line::new(&text).unwrap();
            far_end(&line, symbol, &mut Vec::new()).map(|locus| locus.to_string())
        };
        assert_eq!(end("DEL", "END=900").as_deref(), Some("chr1:900"));
        assert_eq!(end("TRA", "CHR2=2;END=900").as_deref(), Some("chr2:900"));
        assert_eq!(end("DEL", "SVLEN=-50").as_deref(), Some("chr1:150"));
        assert_eq!(end("INS", "SVLEN=50"), None);
        assert_eq!(end("INS", "END=100;SVLEN=50").as_deref(), Some("chr1:100"));
        assert_eq!(end("DEL", "SVTYPE=DEL"), None);
    }

    #[test]
    fn what_mates_have_in_common() {
        let name = |caller: &str, id: &str, info: &str| {
            let text = format!("1\t100\t{id}\tN\tN[2:9[\t.\tPASS\t{info}");
            mates(&Line::new(&text).unwrap(), caller)
        };
        let pair = name("manta", "M:0", "MATEID=M:1;EVENT=E");
        assert!(pair.is_some());
        assert_eq!(pair, name("manta", "M:1", "MATEID=M:0;EVENT=E"));
        assert_eq!(name("manta", "M:1", "EVENT=E"), None);
        assert_eq!(name("manta", ".", "MATEID=M:0"), None);
        assert_eq!(name("vcf", "a", "MATEID=b,c"), None);
        assert!(name("lumpy", "3_1", "EVENT=3").is_some());
        let of = |end| {
            name(
                "integrate",
                &format!("bnd_9_EWSR1_FLI1_{end}"),
                "SVTYPE=BND",
            )
        };
        assert_eq!(of("5p"), of("3p"));
        let (_, genes) = integrate("bnd_9_EWSR1_FLI1_5p").unwrap();
        assert_eq!(genes.len(), 2);
        assert_eq!(integrate("bnd_9"), None);
    }

    #[test]
    fn severus_states_the_strands_of_the_pair() {
        let pair = junction::of_strands("+-");
        assert_eq!(of_pair("severus_BND1_1", pair.clone()), pair);
        assert_eq!(
            of_pair("severus_BND1_2", pair.clone()),
            junction::of_strands("-+")
        );
        assert_eq!(of_pair("x", pair), []);
        let same = junction::of_strands("++");
        assert_eq!(of_pair("x", same.clone()), same);
    }
}
