//! Partners, pairs and words that several formats write alike.

use crate::domain::{Frame, GeneSymbol, Locus, Partner, Strand};
use crate::read::Symbols;
use crate::read::table::shown;

/// What separates two genes and is part of no symbol.
const SEPARATORS: &[&str] = &["::", "--", ">>", "->"];

/// One side of a fusion as a cell names it: a partner for each gene of a list (`A;B`, `A,B`); one
/// without a gene where the cell gives distances to neighbours (`A(835),B(3370)`) or nothing.
pub fn partners(cell: Option<&str>) -> Vec<Partner> {
    let parts: Vec<&str> = cell
        .into_iter()
        .flat_map(|cell| cell.split([',', ';']))
        .map(str::trim)
        .collect();
    if parts.iter().any(|part| part.ends_with(')')) {
        let near = parts
            .into_iter()
            .filter_map(|part| GeneSymbol::new(part.split('(').next().unwrap_or_default()))
            .collect();
        return vec![Partner {
            near,
            ..Partner::default()
        }];
    }
    let mut named: Vec<Partner> = Vec::new();
    for gene in parts.into_iter().filter_map(GeneSymbol::new) {
        let partner = Partner::named(Some(gene));
        if !named.contains(&partner) {
            named.push(partner);
        }
    }
    if named.is_empty() {
        named.push(Partner::default());
    }
    named
}

/// Every combination of a 5' and a 3' partner.
pub fn pairs(five_prime: &[Partner], three_prime: &[Partner]) -> Vec<(Partner, Partner)> {
    five_prime
        .iter()
        .flat_map(|five| {
            three_prime
                .iter()
                .map(|three| (five.clone(), three.clone()))
        })
        .collect()
}

/// The partner with its breakpoint, where one is known.
pub fn placed(partner: Partner, locus: Option<Locus>, strand: Option<Strand>) -> Partner {
    let (chrom, pos) = locus.map(|locus| (locus.chrom, locus.pos)).unzip();
    Partner {
        chrom,
        pos,
        strand,
        ..partner
    }
}

/// The two genes of a text such as `A--B`, `A::B` or `A-B`. Symbols hold hyphens, so a single one
/// divides only where exactly one division leaves two symbols, or only one is possible.
///
/// # Errors
/// In words where it is no pair, or several divisions are possible.
pub fn pair(text: &str, symbols: &Symbols) -> Result<(GeneSymbol, GeneSymbol), String> {
    let refuse = |why: &str| format!("found \"{}\", expected two genes{why}", shown(text));
    let both = |one: &str, other: &str| Some((GeneSymbol::new(one)?, GeneSymbol::new(other)?));
    for separator in SEPARATORS {
        if let Some((one, other)) = text.split_once(separator) {
            return both(one, other).ok_or_else(|| refuse(""));
        }
    }
    let divisions: Vec<(GeneSymbol, GeneSymbol)> = text
        .match_indices('-')
        .filter_map(|(at, _)| both(text.get(..at)?, text.get(at + 1..)?))
        .collect();
    let known: Vec<&(GeneSymbol, GeneSymbol)> = divisions
        .iter()
        .filter(|(one, other)| symbols.has(one.as_str()) && symbols.has(other.as_str()))
        .collect();
    match (known.as_slice(), divisions.as_slice()) {
        ([one], _) => Ok((*one).clone()),
        (_, [one]) => Ok(one.clone()),
        (_, []) => Err(refuse("")),
        (_, _) => Err(refuse("; hyphens allow several divisions")),
    }
}

/// The words that tables use for a reading frame, whatever their case and hyphens. `None`: none of
/// them.
pub fn frame(word: &str) -> Option<Frame> {
    let plain: String = word
        .chars()
        .filter(char::is_ascii_alphabetic)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    match plain.as_str() {
        "inframe" => Some(Frame::InFrame),
        "outofframe" | "outframe" | "frameshift" | "stopcodon" => Some(Frame::OutOfFrame),
        "" | "na" | "nan" | "unknown" => Some(Frame::Unknown),
        _ => None,
    }
}

/// Our name of a caller that a table of several callers names.
pub fn caller(name: &str) -> String {
    let plain = name.trim().to_ascii_lowercase().replace(['_', ' '], "-");
    match plain.as_str() {
        "starfusion" => "star-fusion".to_owned(),
        "starseqr" => "star-seqr".to_owned(),
        "ctatlrfusion" | "ctat-lr" => "ctat-lr-fusion".to_owned(),
        "dragen" | "dragen-rna" => "dragen-fusion".to_owned(),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_may_name_several_genes_or_none() {
        let read = |text| {
            partners(Some(text))
                .into_iter()
                .map(|partner| format!("{}{:?}", partner.name(), partner.near.len()))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(read("ROS1;GOPC"), "ROS10 GOPC0");
        assert_eq!(read("RP11-9L18.2(24639),FLI1(49766)"), "?2");
        assert_eq!(read("---"), "?0");
        assert_eq!(partners(None).len(), 1);
    }

    #[test]
    fn a_hyphen_divides_only_where_it_must() {
        let known = ["NKX2-1", "STX16-NPEPL1", "RAE1", "ALK", "EML4"];
        let symbols = Symbols::new(move |name| known.contains(&name));
        let read = |text| pair(text, &symbols).map(|(one, other)| format!("{one} {other}"));
        assert_eq!(read("ALK-EML4").as_deref(), Ok("ALK EML4"));
        assert_eq!(read("NEW1-NEW2").as_deref(), Ok("NEW1 NEW2"));
        assert_eq!(read("NKX2-1-ALK").as_deref(), Ok("NKX2-1 ALK"));
        assert_eq!(
            read("STX16-NPEPL1--RAE1").as_deref(),
            Ok("STX16-NPEPL1 RAE1")
        );
        for text in ["ALK", "", "-ALK", "ALK-", "X-Y-Z", "ALK::"] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(pair("NKX2-1-ALK", &Symbols::default()).is_err());
    }

    #[test]
    fn frames_have_many_spellings() {
        for word in ["In_frame", "in-frame", "INFRAME", "In frame"] {
            assert_eq!(frame(word), Some(Frame::InFrame), "{word}");
        }
        for word in ["Out-of-frame", "Frame_Shift", "frameshift", "out of frame"] {
            assert_eq!(frame(word), Some(Frame::OutOfFrame), "{word}");
        }
        assert_eq!(frame("mid-exon"), None);
    }
}
