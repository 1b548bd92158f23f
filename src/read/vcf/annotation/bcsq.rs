//! `BCSQ` of bcftools csq: `consequence|gene|transcript|biotype|strand|amino acid change|DNA change`,
//! or in the order that the header lists.
//!
//! `@pos` says that the change is told with the record at that position; a leading `*` marks what
//! lies behind a stop. Manual: bcftools csq, "Consequence types".

use crate::domain::{GeneSymbol, TranscriptEffect};
use crate::read::vcf::line::Line;

/// The parts that are read, in the order of the tool.
const PARTS: [&str; 7] = [
    "consequence",
    "gene",
    "transcript",
    "biotype",
    "strand",
    "amino_acid_change",
    "dna_change",
];

/// Where each part stands in an entry. `None`: the file does not have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order {
    consequence: Option<usize>,
    gene: Option<usize>,
    transcript: Option<usize>,
    amino_acid_change: Option<usize>,
    dna_change: Option<usize>,
}

impl Order {
    /// From the header's description: `… Format: Consequence|gene|…`, optional parts in brackets.
    /// The tool's own order where it lists none.
    pub(super) fn of(description: &str) -> Self {
        let list = description.rsplit_once("Format:").map(|(_, list)| list);
        let names: Vec<String> = list
            .into_iter()
            .flat_map(|list| list.split('|'))
            .map(|name| {
                name.to_ascii_lowercase()
                    .replace(['[', ']', '*', '\'', '"'], "")
                    .trim()
                    .replace(' ', "_")
            })
            .collect();
        let is_listed = PARTS
            .iter()
            .take(2)
            .all(|part| names.iter().any(|n| n == part));
        let at = |wanted: &str| {
            if is_listed {
                names.iter().position(|name| name == wanted)
            } else {
                PARTS.iter().position(|name| *name == wanted)
            }
        };
        Self {
            consequence: at("consequence"),
            gene: at("gene"),
            transcript: at("transcript"),
            amino_acid_change: at("amino_acid_change"),
            dna_change: at("dna_change"),
        }
    }
}

/// What the entries say of the allele at `index`.
pub(super) fn effects(
    order: &Order,
    text: &str,
    line: &Line<'_>,
    index: usize,
    odd: &mut Vec<String>,
) -> Vec<TranscriptEffect> {
    let mut effects = Vec::new();
    for entry in text.split(',') {
        if let Some(position) = entry.strip_prefix('@') {
            if index == 0 {
                odd.push(format!(
                    "BCSQ: the change is read together with the record at {}, and told there",
                    position.escape_debug()
                ));
            }
            continue;
        }
        let parts: Vec<&str> = entry.split('|').collect();
        let part = |place: Option<usize>| {
            place
                .and_then(|place| parts.get(place).copied())
                .unwrap_or("")
        };
        if belongs(part(order.dna_change), line, index) {
            effects.push(effect(order, part));
        }
    }
    effects
}

/// Whether the DNA change (`3G>A`, several joined by `+`) is of that allele. Without one, every
/// allele of the record has it.
fn belongs(dna_change: &str, line: &Line<'_>, index: usize) -> bool {
    if dna_change.is_empty() || line.alternates.len() == 1 {
        return true;
    }
    let Some(allele) = line.alternates.get(index) else {
        return false;
    };
    let written = format!("{}{}>{allele}", line.pos, line.reference);
    dna_change.split('+').any(|change| change == written)
}

fn effect<'p>(order: &Order, part: impl Fn(Option<usize>) -> &'p str) -> TranscriptEffect {
    let transcript = part(order.transcript);
    let consequence: Vec<String> = part(order.consequence)
        .trim_start_matches('*')
        .split('&')
        .filter(|term| !term.is_empty())
        .map(|term| ontology_term(term).to_owned())
        .collect();
    let impact = consequence.iter().map(|term| impact(term)).max();
    TranscriptEffect {
        gene: GeneSymbol::new(part(order.gene)),
        transcript: (!transcript.is_empty()).then(|| transcript.to_owned()),
        exon: None,
        hgvs_c: None,
        hgvs_p: protein_change(part(order.amino_acid_change)),
        consequence,
        mane_select: false,
        canonical: false,
        impact: impact.unwrap_or(0),
    }
}

/// `559V>559D` as `p.V559D`. `None` for longer changes, whose HGVS name needs the sequence.
fn protein_change(text: &str) -> Option<String> {
    let split = |side: &str| {
        let digits = side.find(|c: char| !c.is_ascii_digit())?;
        let (number, residues) = side.split_at(digits);
        Some((number.to_owned(), residues.to_owned()))
    };
    let (number, reference) = split(text.split('>').next()?)?;
    let alternate = match text.split_once('>') {
        Some((_, side)) => split(side).filter(|(other, _)| *other == number)?.1,
        None => "=".to_owned(),
    };
    let single = reference.chars().count() == 1 && alternate.chars().count() == 1;
    (single && !number.is_empty()).then(|| format!("p.{reference}{number}{alternate}"))
}

/// The Sequence Ontology's term for bcftools' short one.
pub(super) fn ontology_term(term: &str) -> &str {
    match term {
        "missense" => "missense_variant",
        "synonymous" => "synonymous_variant",
        "frameshift" => "frameshift_variant",
        "splice_acceptor" => "splice_acceptor_variant",
        "splice_donor" => "splice_donor_variant",
        "splice_region" => "splice_region_variant",
        "inframe_altering" => "protein_altering_variant",
        "stop_retained" => "stop_retained_variant",
        "start_retained" => "start_retained_variant",
        "coding_sequence" => "coding_sequence_variant",
        "intron" => "intron_variant",
        "5_prime_utr" => "5_prime_UTR_variant",
        "3_prime_utr" => "3_prime_UTR_variant",
        "non_coding" => "non_coding_transcript_variant",
        "intergenic" => "intergenic_variant",
        other => other,
    }
}

fn impact(term: &str) -> u8 {
    match term {
        "stop_gained"
        | "frameshift_variant"
        | "splice_acceptor_variant"
        | "splice_donor_variant"
        | "start_lost"
        | "stop_lost" => 3,
        "missense_variant"
        | "inframe_deletion"
        | "inframe_insertion"
        | "protein_altering_variant" => 2,
        "synonymous_variant" | "splice_region_variant" => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_put_into_standard_terms() {
        let line = Line::new("4\t55593661\t.\tT\tA\t.\tPASS\t.").unwrap();
        let text = "missense|KIT|ENST00000288135|protein_coding|+|559V>559D|55593661T>A,@55593700";
        let mut odd = Vec::new();
        let found = effects(&Order::of(""), text, &line, 0, &mut odd);
        let [effect] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(effect.hgvs_p.as_deref(), Some("p.V559D"));
        assert_eq!(effect.consequence, ["missense_variant"]);
        assert_eq!(odd.len(), 1);
        assert_eq!(protein_change("12"), None);
        assert_eq!(protein_change("5L"), Some("p.L5=".to_owned()));
        assert_eq!(protein_change("10LT..46>10LT..34"), None);
    }

    #[test]
    fn the_order_is_read_from_the_header() {
        let tool = Order::of("");
        for listed in [
            "Local consequence. Format: Consequence|gene|transcript|biotype|strand|\
             amino_acid_change|dna_change",
            "See the manual. Format: '[*]consequence|gene|transcript|biotype[|strand|\
             amino_acid_change|dna_change]'",
            "No order is listed",
        ] {
            assert_eq!(Order::of(listed), tool, "{listed}");
        }
        let order = Order::of(
            "Format: gene|Consequence|transcript|biotype|strand|amino_acid_change|dna_change",
        );
        let line = Line::new("4\t9\t.\tT\tA\t.\tPASS\t.").unwrap();
        let text = "KIT|missense|ENST00000288135|protein_coding|+|559V>559D|9T>A";
        let found = effects(&order, text, &line, 0, &mut Vec::new());
        assert_eq!(found[0].gene, GeneSymbol::new("KIT"));
        assert_eq!(found[0].consequence, ["missense_variant"]);
        assert_eq!(found[0].hgvs_p.as_deref(), Some("p.V559D"));
    }

    #[test]
    fn alleles_by_their_dna_change() {
        let line = Line::new("4\t9\t.\tT\tA,C\t.\tPASS\t.").unwrap();
        let text = "missense|KIT|E1|protein_coding|+|1V>1D|9T>A,missense|KIT|E1|protein_coding|+|1V>1A|9T>C";
        let second = effects(&Order::of(""), text, &line, 1, &mut Vec::new());
        assert_eq!(second.len(), 1);
        assert_eq!(
            second.first().and_then(|e| e.hgvs_p.as_deref()),
            Some("p.V1A")
        );
    }
}
