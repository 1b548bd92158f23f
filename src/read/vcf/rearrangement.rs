//! A breakend (`N[chr2:5[`, its three other shapes, single ones) or a symbolic structural allele
//! (`<DEL>`, `<INV>`, …): two places of the genome joined.
//!
//! | VCF | ours |
//! |---|---|
//! | `CHROM`, `POS` | first end |
//! | the place in the brackets; `CHR2` with `POS2` or `END`; `END`; `POS` + `SVLEN` | second end |
//! | the shape of a breakend; `CT`, `STRANDS`, `INV3`, `INV5`, the symbolic type | sides: see [`junction`] and [`sides`] |
//! | `MATEID`, `MATE_ID`, `PARID`; `EVENT` of LUMPY and GRIDSS; the `ID` of INTEGRATE | the two records of one junction |
//! | `ANN`, `CSQ`; the `ID` of INTEGRATE | genes at the ends |
//!
//! Positions are the file's own; those of a symbolic allele may lie one base off its breakend.

use super::line::Line;
use super::support::support;
use super::{Context, mates, sides};
use crate::domain::{Alteration, Chromosome, Locus, Rearrangement};
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
    let sides = match copies {
        Some(_) => Vec::new(),
        None => sides::of_record(line, allele, symbol, context.sides).unwrap_or_else(|reason| {
            odd.push(reason);
            Vec::new()
        }),
    };
    let mut genes = context.annotation.genes_at_ends(line, symbol);
    let named = (context.caller == "integrate").then(|| mates::integrate(line.id));
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
            .then(|| mates::of_record(line, context.caller))
            .flatten()
            .map(String::into_boxed_str),
        ..Rearrangement::of(first, second, event_type)
    });
    (claim, odd)
}

/// `CHR2` with `POS2` or `END`, else `END`, else the length; an insertion is as long as what is
/// inserted and ends where it begins.
pub(super) fn far_end(line: &Line<'_>, symbol: &str, odd: &mut Vec<String>) -> Option<Locus> {
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
}
