//! What a known fusion keeps or loses, against the domains and exons that are told of the one seen.
//!
//! Callers and tables name domains in their own words (`Protein_kinase_domain(100%)`,
//! `PK_Tyr_Ser-Thr`); a part is looked for by words of both.

use crate::domain::{Alteration, Fusion, GeneSymbol, Match, Requirement};
use crate::interpret::Item;

/// Words of domain names by the knowledge base's word for a part.
const WORDS: &[(&str, &[&str])] = &[
    ("kinase", &["kinase", "pk_tyr", "pkinase", "tyrkc"]),
    ("ets", &["ets"]),
    (
        "dna-binding",
        &["dna-binding", "dna_binding", "paired", "pax", "homeo"],
    ),
    ("transactivation", &["transactivation", "tad"]),
];

/// What is known of a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Kept,
    Lost,
    Untold,
}

/// Why the requirement is not met, in a sentence. `None`: it is met, or nobody tells.
pub(crate) fn unmet(fusion: &Fusion, requirement: &Requirement) -> Option<String> {
    match requirement {
        Requirement::Keeps { gene, part } => (state(fusion, gene, part) == Part::Lost)
            .then(|| format!("Expected domain {part} of {gene} appears lost.")),
        Requirement::Loses { gene, part } => (state(fusion, gene, part) == Part::Kept)
            .then(|| format!("Domain {part} of {gene} is expected to be lost and appears kept.")),
        Requirement::Junction { gene, first, last } => {
            let exon = [&fusion.five_prime, &fusion.three_prime]
                .into_iter()
                .filter(|partner| partner.gene.as_ref() == Some(gene))
                .find_map(|partner| partner.exon)?;
            let range = if first == last {
                first.to_string()
            } else {
                format!("{first} to {last}")
            };
            (!(*first..=*last).contains(&exon)).then(|| {
                format!("The junction lies at exon {exon} of {gene}; exon {range} is expected.")
            })
        }
    }
}

/// Whether a part of a gene that `matched` names is lost though known to be kept, or the reverse. An
/// exon alone decides nothing: transcripts number them differently.
pub(crate) fn lost_for(item: &Item, matched: &Match) -> bool {
    let Alteration::Fusion(fusion) = &item.observed.alteration else {
        return false;
    };
    let fails = |requirement: &Requirement| match requirement {
        Requirement::Keeps { .. } | Requirement::Loses { .. } => {
            unmet(fusion, requirement).is_some()
        }
        Requirement::Junction { .. } => false,
    };
    if let Some(assertion) = matched.diagnostic() {
        return assertion.requires.iter().any(fails);
    }
    // An association with agents rests on the same part as the diagnosis does.
    let Some(pattern) = matched
        .therapeutic()
        .and_then(|assertion| assertion.pattern.as_ref())
    else {
        return false;
    };
    item.links()
        .flat_map(|(_, assertion)| &assertion.requires)
        .any(|requirement| pattern.genes().contains(&requirement.gene()) && fails(requirement))
}

fn state(fusion: &Fusion, gene: &GeneSymbol, part: &str) -> Part {
    let part = part.to_lowercase();
    let words: Vec<&str> = WORDS
        .iter()
        .filter(|(known, _)| part.split([' ', ',']).any(|word| word == *known))
        .flat_map(|(_, words)| words.iter().copied())
        .collect();
    let others: Vec<&str> = fusion
        .genes()
        .filter(|other| *other != gene)
        .map(GeneSymbol::as_str)
        .collect();
    let is_part = |domain: &String| {
        // A domain that bears the other gene's name is not this gene's.
        let of_other = others.iter().any(|other| bears(domain, other));
        let lower = domain.to_lowercase();
        !of_other
            && words
                .iter()
                .any(|word| lower.contains(word) && (*word != "ets" || is_word(&lower, word)))
    };
    // What is kept counts: the same word may stand for a lost domain of the partner.
    if fusion.domains.kept.iter().any(is_part) {
        Part::Kept
    } else if fusion.domains.lost.iter().any(is_part) {
        Part::Lost
    } else {
        Part::Untold
    }
}

fn bears(domain: &str, gene: &str) -> bool {
    domain
        .split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
        .any(|word| word == gene)
}

fn is_word(domain: &str, wanted: &str) -> bool {
    domain
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .any(|word| word == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Partner, PartnerOrder};

    fn fusion(kept: &[&str], lost: &[&str]) -> Fusion {
        let partner = |name: &str| Partner::named(GeneSymbol::new(name));
        let mut fusion = Fusion::of(partner("ETV6"), partner("NTRK3"), PartnerOrder::Stated);
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        fusion.domains.kept = owned(kept);
        fusion.domains.lost = owned(lost);
        fusion
    }

    #[test]
    fn a_lost_part_is_told_and_an_untold_one_is_not() {
        let kinase: Requirement = "keeps NTRK3 kinase".parse().unwrap();
        let told = |kept: &[&str], lost: &[&str]| unmet(&fusion(kept, lost), &kinase);
        for lost in [
            "Protein_kinase_domain",
            "NTRK3 PK_Tyr_Ser-Thr",
            "PK_Tyr_Ser-Thr (538-824)",
        ] {
            assert_eq!(
                told(&[], &[lost]).as_deref(),
                Some("Expected domain kinase of NTRK3 appears lost."),
                "{lost}"
            );
        }
        assert_eq!(told(&[], &[]), None);
        assert_eq!(
            told(&["Protein_kinase_domain(100%)"], &["Protein_kinase_domain"]),
            None
        );
        // The other partner's domain is not this one's.
        assert_eq!(told(&[], &["ETV6 kinase"]), None);
        assert_eq!(told(&[], &["Ig-like"]), None);
    }

    #[test]
    fn an_ets_domain_is_a_word() {
        let ets: Requirement = "keeps NTRK3 ETS domain".parse().unwrap();
        assert!(unmet(&fusion(&[], &["Ets"]), &ets).is_some());
        assert!(unmet(&fusion(&[], &["NTRK3 Ets"]), &ets).is_some());
        assert_eq!(unmet(&fusion(&[], &["Facets_1"]), &ets), None);
    }

    #[test]
    fn a_junction_lies_in_its_exons() {
        let junction: Requirement = "junction NTRK3 exon 13-15".parse().unwrap();
        let at = |exon| {
            let mut fusion = fusion(&[], &[]);
            fusion.three_prime.exon = exon;
            unmet(&fusion, &junction)
        };
        assert_eq!(at(None), None);
        assert_eq!(at(Some(13)), None);
        assert!(at(Some(18)).unwrap().contains("exon 13 to 15 is expected"));
    }
}
