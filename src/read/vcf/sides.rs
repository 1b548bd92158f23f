//! Which sides of its two ends a record joins, as far as its producer is to be believed.

use super::header::Header;
use super::line::Line;
use crate::domain::JoinedSides;
use crate::read::junction;

/// What a file says of the sides that its records join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sides {
    /// The allele, or what stands beside a symbolic one.
    Stated,
    /// Of a breakend `STRANDS` alone. Sniffles 1 writes `N[` for `++` and `]N` for `--`.
    Strands,
    /// Of a breakend `STRANDS` alone, in the order of the pair (`…_1`, `…_2`). Severus writes `N[`
    /// for `-+` and `]N` for `+-`, against its own `STRANDS`; by the known junctions of COLO829 the
    /// strands are right.
    StrandsOfPair,
    /// Those of a breakend cannot be relied on. Sniffles 2 before 2.8 writes the alleles of its
    /// breakends wrong (its issue 413).
    OfTypesAlone,
    /// None. INTEGRATE gives the shape of a breakend by the strand of one of its two genes.
    Unstated,
}

/// How far the sides of `producer`'s breakends are to be believed.
pub(super) fn of_file(producer: &str, header: &Header) -> Sides {
    match producer {
        "severus" => Sides::StrandsOfPair,
        "integrate" => Sides::Unstated,
        "sniffles" => header
            .plain
            .get("source")
            .into_iter()
            .flatten()
            .find(|source| source.to_ascii_lowercase().starts_with("sniffles"))
            .map_or(Sides::OfTypesAlone, |source| sniffles(source)),
        _ => Sides::Stated,
    }
}

/// `Sniffles2_2.3.3`; `Sniffles` alone is version 1.
fn sniffles(source: &str) -> Sides {
    let Some((_, version)) = source.split_once('_') else {
        return Sides::Strands;
    };
    let mut numbers = version.split('.').map(|part| part.parse::<u32>().ok());
    match (numbers.next().flatten(), numbers.next().flatten()) {
        (Some(2), Some(minor)) if minor >= 8 => Sides::Stated,
        (Some(major), Some(_)) if major > 2 => Sides::Stated,
        _ => Sides::OfTypesAlone,
    }
}

/// What is told of a file whose breakends cannot be relied on.
pub(super) fn unreliable(sides: Sides) -> Option<&'static str> {
    match sides {
        Sides::Stated | Sides::Strands | Sides::StrandsOfPair => None,
        Sides::OfTypesAlone => Some(
            "the shapes of breakends are not reliable before Sniffles 2.8; which sides are joined \
             is not read from them",
        ),
        Sides::Unstated => Some(
            "INTEGRATE shapes a breakend by one of its two genes; which sides are joined is not read",
        ),
    }
}

/// Which sides are joined; none where that is not told or not to be believed.
///
/// # Errors
/// In words where two fields of the record contradict one another.
pub(super) fn of_record(
    line: &Line<'_>,
    allele: &str,
    symbol: &str,
    told: Sides,
) -> Result<Vec<JoinedSides>, String> {
    if symbol.is_empty() {
        of_breakend(line, allele, told)
    } else if told == Sides::Unstated {
        Ok(Vec::new())
    } else {
        of_symbol(line, symbol)
    }
}

fn of_breakend(line: &Line<'_>, allele: &str, told: Sides) -> Result<Vec<JoinedSides>, String> {
    let shape = junction::of_breakend(allele);
    let strands = line.info("STRANDS").map(junction::of_strands);
    let strands = strands.unwrap_or_default();
    let is_single = !allele.contains(['[', ']']);
    Ok(match told {
        Sides::Unstated => Vec::new(),
        Sides::Strands | Sides::StrandsOfPair | Sides::OfTypesAlone if is_single => {
            shape.into_iter().collect()
        }
        Sides::OfTypesAlone => Vec::new(),
        Sides::Strands => strands,
        Sides::StrandsOfPair => of_pair(line.id, strands),
        Sides::Stated => {
            // Both records of a pair may bear the strands of the first.
            let agrees = |shape: JoinedSides| {
                strands
                    .iter()
                    .any(|one| *one == shape || one.seen_from_second() == shape)
            };
            if shape.is_some_and(|shape| !strands.is_empty() && !agrees(shape)) {
                return Err(contradiction("STRANDS", "ALT"));
            }
            shape.into_iter().collect()
        }
    })
}

fn of_symbol(line: &Line<'_>, symbol: &str) -> Result<Vec<JoinedSides>, String> {
    let by_type = junction::of_type(symbol, |flag| line.info(flag).is_some());
    let (key, stated) = match (line.info("CT"), line.info("STRANDS")) {
        (Some(connection), _) => (
            "CT",
            junction::of_connection(connection).into_iter().collect(),
        ),
        (None, Some(strands)) => ("STRANDS", junction::of_strands(strands)),
        (None, None) => return Ok(by_type),
    };
    // The strands of an insertion are those of its reads.
    if symbol.contains("INS") {
        return Ok(Vec::new());
    }
    let possible = junction::of_type(symbol, |_| false);
    if !possible.is_empty() && stated.iter().any(|one| !possible.contains(one)) {
        return Err(contradiction(key, "the type"));
    }
    Ok(stated)
}

fn contradiction(key: &str, other: &str) -> String {
    format!("{key} contradicts {other}; which sides are joined is not read")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breakends_are_believed_by_version() {
        for (source, expected) in [
            ("Sniffles", Sides::Strands),
            ("Sniffles2_2.0.7", Sides::OfTypesAlone),
            ("Sniffles2_2.7.5", Sides::OfTypesAlone),
            ("Sniffles2_2.8.0", Sides::Stated),
            ("Sniffles2_2.10", Sides::Stated),
            ("Sniffles2_3.0", Sides::Stated),
            ("Sniffles2_build", Sides::OfTypesAlone),
        ] {
            assert_eq!(sniffles(source), expected, "{source}");
        }
    }

    #[test]
    fn fields_that_contradict_one_another_tell_nothing() {
        let told = |allele: &str, symbol: &str, info: &str| {
            let text = format!("1\t100\tx\tN\t{allele}\t.\tPASS\t{info}");
            of_record(&Line::new(&text).unwrap(), allele, symbol, Sides::Stated)
                .map(|sides| sides.len())
                .ok()
        };
        assert_eq!(told("N[2:9[", "", "STRANDS=+-"), Some(1));
        assert_eq!(told("]2:9]N", "", "STRANDS=+-"), Some(1));
        assert_eq!(told("N[2:9[", "", "STRANDS=++"), None);
        assert_eq!(told("<INV>", "INV", "STRANDS=++"), Some(1));
        assert_eq!(told("<INV>", "INV", "STRANDS=+-"), None);
        assert_eq!(told("<INV>", "INV", "CT=5to5"), Some(1));
        assert_eq!(told("<INV>", "INV", "END=900"), Some(2));
        assert_eq!(told("<DEL>", "DEL", "CT=NtoN"), Some(0));
        assert_eq!(told("<DUP/INS>", "DUP/INS", "STRANDS=-+"), Some(0));
        assert_eq!(told("<TRA>", "TRA", "STRANDS=--"), Some(1));
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
