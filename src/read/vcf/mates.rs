//! What the two records of one junction have in common in their file.

use super::line::Line;
use crate::domain::GeneSymbol;

/// The same for both records of a pair. `None` for a single record.
pub(super) fn of_record(line: &Line<'_>, caller: &str) -> Option<String> {
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
pub(super) fn integrate(id: &str) -> Option<(String, Vec<GeneSymbol>)> {
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
    fn what_mates_have_in_common() {
        let name = |caller: &str, id: &str, info: &str| {
            let text = format!("1\t100\t{id}\tN\tN[2:9[\t.\tPASS\t{info}");
            of_record(&Line::new(&text).unwrap(), caller)
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
}
