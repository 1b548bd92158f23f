//! A breakend (`N[chr2:5[`, its three other shapes, single ones) or a symbolic structural allele
//! (`<DEL>`, `<INV>`, …): two places of the genome joined.

use super::Context;
use super::line::Line;
use crate::domain::{Alteration, Chromosome, Locus, Rearrangement};

/// Whether the allele is spelt as a breakend.
pub(super) fn is_breakend(allele: &str) -> bool {
    allele.contains(['[', ']'])
        || (allele.len() > 1 && (allele.starts_with('.') || allele.ends_with('.')))
}

/// The claim of a breakend or symbolic allele. `copies` where the record states the number of
/// copies between the two ends.
pub(super) fn claim(
    line: &Line<'_>,
    allele: &str,
    copies: Option<f64>,
    context: &Context<'_>,
) -> (Alteration, Vec<String>) {
    let mut odd = Vec::new();
    let (second, event_type) = if is_breakend(allele) {
        let mate = mate(allele);
        if mate.is_none() && allele.contains(['[', ']']) {
            odd.push("ALT: the mate's place cannot be read; taken as a single breakend".to_owned());
        }
        (mate, line.info("SVTYPE").unwrap_or("BND").to_owned())
    } else {
        let symbol = allele.trim_matches(['<', '>']);
        (far_end(line, &mut odd), symbol.to_owned())
    };
    let claim = Alteration::Rearrangement(Rearrangement {
        assembly: None,
        genes: Vec::new(),
        first: Some(Locus {
            chrom: Chromosome::new(line.chrom),
            pos: line.pos,
        }),
        second,
        event_type,
        copies,
        split_reads: count(line, context, &["SR", "RV"]),
        spanning_pairs: count(line, context, &["PR", "RP", "PE", "DV"]),
        callers: vec![context.caller.to_owned()],
        filter: line.filters(),
        within_gene: None,
    });
    (claim, odd)
}

/// The place between the brackets. `None` where it cannot be read.
pub(super) fn mate(allele: &str) -> Option<Locus> {
    let inside = allele.split(['[', ']']).nth(1)?;
    let (chrom, pos) = inside.rsplit_once(':')?;
    Some(Locus {
        chrom: Chromosome::new(chrom.trim_matches(['<', '>'])),
        pos: pos.parse().ok()?,
    })
}

/// `CHR2` with `END`, else `END`, else the length.
fn far_end(line: &Line<'_>, odd: &mut Vec<String>) -> Option<Locus> {
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
    let end = number("POS2")
        .or_else(|| number("END"))
        .and_then(|end| u64::try_from(end).ok())
        .or_else(|| Some(line.pos + number("SVLEN")?.unsigned_abs()))?;
    let chrom = line.info("CHR2").unwrap_or(line.chrom);
    Some(Locus {
        chrom: Chromosome::new(chrom),
        pos: end,
    })
}

/// Supporting reads: the second of two numbers (reference, alternate), or the only one.
fn count(line: &Line<'_>, context: &Context<'_>, keys: &[&str]) -> Option<u32> {
    let sample = context.tumour?;
    keys.iter().find_map(|key| {
        let text = line.format(sample, key)?;
        text.rsplit(',').next()?.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_shapes_of_a_breakend() {
        for allele in ["G[chr2:321[", "]chr2:321]G", "[chr2:321[G", "G]chr2:321]"] {
            assert!(is_breakend(allele), "{allele}");
            let found = mate(allele).map(|locus| locus.to_string());
            assert_eq!(found.as_deref(), Some("chr2:321"), "{allele}");
        }
        assert_eq!(
            mate("G]<ctg1:a>:7]")
                .map(|locus| locus.to_string())
                .as_deref(),
            Some("ctg1:a:7")
        );
        assert!(is_breakend("G."));
        assert!(!is_breakend("G"));
        assert_eq!(mate("G["), None);
    }

    #[test]
    fn the_far_end_of_a_symbolic_allele() {
        let end = |info: &str| {
            let text = format!("1\t100\t.\tN\t<DEL>\t.\tPASS\t{info}");
            far_end(&Line::new(&text).unwrap(), &mut Vec::new()).map(|locus| locus.to_string())
        };
        assert_eq!(end("END=900").as_deref(), Some("chr1:900"));
        assert_eq!(end("CHR2=2;END=900").as_deref(), Some("chr2:900"));
        assert_eq!(end("SVLEN=-50").as_deref(), Some("chr1:150"));
        assert_eq!(end("SVTYPE=DEL"), None);
    }
}
