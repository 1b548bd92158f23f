//! Which sides of two positions a DNA record joins, in the spellings of the callers.
//!
//! | spelling | DEL | DUP | INV | INV |
//! |---|---|---|---|---|
//! | breakend, from the first end | `t[p[` | `]p]t` | `t]p]` | `[p[t` |
//! | strands of a BEDPE (LUMPY, `STRANDS`) | `+-` | `-+` | `++` | `--` |
//! | connection type (DELLY, `CT`) | `3to5` | `5to3` | `3to3` | `5to5` |
//! | Manta before 1.5 | | | `INV3` | `INV5` |
//! | sides kept | left, right | right, left | left, left | right, right |
//!
//! An `<INV>` that says nothing else stands for both junctions, as the VCF specification has it.

use crate::domain::{Chromosome, JoinedSides, KeptSide, Locus};
use KeptSide::{Left, Right};

/// Whether the allele is spelt as a breakend, a single one (`t.`, `.t`) included.
pub(super) fn is_breakend(allele: &str) -> bool {
    allele.contains(['[', ']'])
        || (allele.len() > 1 && (allele.starts_with('.') || allele.ends_with('.')))
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

/// The sides by the four shapes of a breakend and the two of a single one. `None` where it has
/// another shape.
pub(super) fn of_breakend(allele: &str) -> Option<JoinedSides> {
    let brackets: Vec<char> = allele.chars().filter(|c| matches!(c, '[' | ']')).collect();
    let second = match brackets.as_slice() {
        ['[', '['] => Some(Right),
        [']', ']'] => Some(Left),
        [] => None,
        _ => return None,
    };
    // Beside brackets a dot is the base before the first of a chromosome.
    let is_single = second.is_none();
    let edge = |letter: Option<char>| {
        letter.is_some_and(|c| matches!(c, '[' | ']') || (is_single && c == '.'))
    };
    let (open, close) = (edge(allele.chars().next()), edge(allele.chars().last()));
    let first = match (open, close) {
        (false, true) => Left,
        (true, false) => Right,
        (true, true) | (false, false) => return None,
    };
    Some(JoinedSides { first, second })
}

/// `+-`, or several with their counts: `++:212,--:201`. Empty where one cannot be read.
pub(super) fn of_strands(text: &str) -> Vec<JoinedSides> {
    let side = |letter: Option<char>| match letter {
        Some('+') => Some(Left),
        Some('-') => Some(Right),
        Some(_) | None => None,
    };
    let read: Option<Vec<JoinedSides>> = text
        .split(',')
        .map(|part| {
            let mut letters = part.split(':').next()?.chars();
            let (first, second) = (side(letters.next())?, side(letters.next())?);
            letters
                .next()
                .is_none()
                .then(|| JoinedSides::of(first, second))
        })
        .collect();
    let mut sides = read.unwrap_or_default();
    sides.sort();
    sides.dedup();
    sides
}

/// `3to5`. `None` for `NtoN` and anything else.
pub(super) fn of_connection(text: &str) -> Option<JoinedSides> {
    match text {
        "3to5" => Some(JoinedSides::of(Left, Right)),
        "5to3" => Some(JoinedSides::of(Right, Left)),
        "3to3" => Some(JoinedSides::of(Left, Left)),
        "5to5" => Some(JoinedSides::of(Right, Right)),
        _ => None,
    }
}

/// By the name of a symbolic allele; `has` tells whether the record bears a flag.
pub(super) fn of_type(symbol: &str, has: impl Fn(&str) -> bool) -> Vec<JoinedSides> {
    match symbol.split(':').next() {
        Some("DEL") => vec![JoinedSides::of(Left, Right)],
        Some("DUP") => vec![JoinedSides::of(Right, Left)],
        Some("INV") => match (has("INV3"), has("INV5")) {
            (true, false) => vec![JoinedSides::of(Left, Left)],
            (false, true) => vec![JoinedSides::of(Right, Right)],
            (true, true) | (false, false) => {
                vec![JoinedSides::of(Left, Left), JoinedSides::of(Right, Right)]
            }
        },
        Some(_) | None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_shapes_of_a_breakend() {
        for (allele, sides) in [
            ("G[chr2:321[", JoinedSides::of(Left, Right)),
            ("]chr2:321]G", JoinedSides::of(Right, Left)),
            ("[chr2:321[G", JoinedSides::of(Right, Right)),
            ("GAC]chr2:321]", JoinedSides::of(Left, Left)),
            (".[chr2:321[", JoinedSides::of(Left, Right)),
        ] {
            assert!(is_breakend(allele), "{allele}");
            assert_eq!(of_breakend(allele), Some(sides), "{allele}");
            let found = mate(allele).map(|locus| locus.to_string());
            assert_eq!(found.as_deref(), Some("chr2:321"), "{allele}");
        }
        let contig = mate("G]<ctg1:a>:7]").map(|locus| locus.to_string());
        assert_eq!(contig.as_deref(), Some("ctg1:a:7"));
        for (allele, first) in [("GT.", Left), (".GT", Right)] {
            assert!(is_breakend(allele), "{allele}");
            let single = JoinedSides {
                first,
                second: None,
            };
            assert_eq!(of_breakend(allele), Some(single), "{allele}");
        }
        assert!(!is_breakend("G"));
        for allele in ["G[", "G[2:3]", "[2:3[", "G[2:3[T", "G", ".", "[[[G"] {
            assert_eq!(of_breakend(allele), None, "{allele}");
        }
        assert_eq!(mate("G["), None);
    }

    #[test]
    fn strands_and_types() {
        let (first, second) = (JoinedSides::of(Left, Left), JoinedSides::of(Right, Right));
        assert_eq!(of_strands("+-"), [JoinedSides::of(Left, Right)]);
        assert_eq!(of_strands("++:212,--:201"), [first, second]);
        for text in ["", "+", "+-+", "..", "+-,x"] {
            assert_eq!(of_strands(text), [], "{text}");
        }
        assert_eq!(of_connection("5to5"), Some(second));
        assert_eq!(of_connection("NtoN"), None);
        let plain = |symbol| of_type(symbol, |_| false);
        assert_eq!(plain("DUP:TANDEM"), [JoinedSides::of(Right, Left)]);
        assert_eq!(plain("INV"), [first, second]);
        assert_eq!(of_type("INV", |flag| flag == "INV5"), [second]);
        for symbol in ["INS", "DUP/INS", "TRA", "CNV", "DEL/INV"] {
            assert_eq!(plain(symbol), [], "{symbol}");
        }
    }
}
