//! Domains of proteins, by residues: Pfam's, and those that the sarcoma literature speaks of and Pfam
//! does not have.

use crate::domain::GeneSymbol;
use crate::genome::embedded::{self, CURATED_DOMAINS, DOMAINS};
use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

/// A domain of a protein.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Domain {
    /// Its name in words.
    pub name: &'static str,
    /// First residue.
    pub first: u64,
    /// Last residue.
    pub last: u64,
    /// Residues of the protein on which it is placed. `None`: the gene's preferred one.
    length: Option<u64>,
}

/// What Pfam calls them, and what a report says.
const IN_WORDS: &[(&str, &str)] = &[
    ("bZIP_1", "basic leucine zipper (bZIP_1)"),
    ("CG-1", "CG-1 DNA-binding domain (CG-1)"),
    ("Ets", "ETS DNA-binding domain (Ets)"),
    ("Forkhead", "forkhead DNA-binding domain (Forkhead)"),
    ("HLH", "basic helix-loop-helix (HLH)"),
    ("HMG_box", "HMG box (HMG_box)"),
    ("Homeodomain", "homeodomain (Homeodomain)"),
    ("PAX", "paired box (PAX)"),
    ("PDGF", "PDGF growth-factor domain (PDGF)"),
    ("Pkinase", "protein kinase domain (Pkinase)"),
    ("PK_Tyr_Ser-Thr", "protein kinase domain (PK_Tyr_Ser-Thr)"),
    ("RHD_DNA_bind", "Rel DNA-binding domain (RHD_DNA_bind)"),
    ("RRM_1", "RNA recognition motif (RRM_1)"),
    ("TEA", "TEA DNA-binding domain (TEA)"),
    ("zf-C2H2", "zinc finger (zf-C2H2)"),
    ("zf-C4", "nuclear receptor DNA-binding domain (zf-C4)"),
];

fn tables() -> &'static HashMap<&'static str, Vec<Domain>> {
    static TABLES: OnceLock<HashMap<&'static str, Vec<Domain>>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut by_gene: HashMap<&'static str, Vec<Domain>> = HashMap::new();
        for cells in embedded::rows(DOMAINS) {
            let [gene, name, _, first, last, _] = cells.as_slice() else {
                continue;
            };
            let words = IN_WORDS.iter().find(|(pfam, _)| pfam == name);
            let name = words.map_or(*name, |(_, words)| *words);
            if let (Ok(first), Ok(last)) = (first.parse(), last.parse()) {
                by_gene.entry(gene).or_default().push(Domain {
                    name,
                    first,
                    last,
                    length: None,
                });
            }
        }
        for cells in embedded::rows(CURATED_DOMAINS) {
            let [gene, name, _, first, last, length, _] = cells.as_slice() else {
                continue;
            };
            if let (Ok(first), Ok(last), Ok(length)) = (first.parse(), last.parse(), length.parse())
            {
                by_gene.entry(gene).or_default().push(Domain {
                    name,
                    first,
                    last,
                    length: Some(length),
                });
            }
        }
        for domains in by_gene.values_mut() {
            domains.sort_by_key(|domain| (domain.first, domain.last, domain.name));
        }
        by_gene
    })
}

/// The domains of a gene's protein of that length. Empty: nothing is known of them.
pub fn domains(gene: &GeneSymbol, length: u64) -> Vec<Domain> {
    tables()
        .get(gene.as_str())
        .into_iter()
        .flatten()
        .filter(|domain| domain.length.is_none_or(|known| known == length))
        .filter(|domain| domain.last <= length)
        .copied()
        .collect()
}

/// The domains kept, wholly or in part, and those lost, where the residues `kept` remain. `None`: nothing
/// is known of the protein's domains.
pub(super) fn of_residues(
    gene: &GeneSymbol,
    length: u64,
    kept: &RangeInclusive<u64>,
) -> Option<(Vec<String>, Vec<String>)> {
    let known = domains(gene, length);
    if known.is_empty() {
        return None;
    }
    let mut names: Vec<&str> = Vec::new();
    for domain in &known {
        if !names.contains(&domain.name) {
            names.push(domain.name);
        }
    }
    let (mut remaining, mut lost) = (Vec::new(), Vec::new());
    for name in names {
        let of_name = || known.iter().filter(|domain| domain.name == name);
        let total = of_name().count();
        let whole = of_name().filter(|domain| is_whole(domain, kept)).count();
        let gone = of_name().filter(|domain| is_gone(domain, kept)).count();
        let share = |count: usize| match total {
            1 => String::new(),
            _ => format!(", {count} of {total}"),
        };
        if whole > 0 {
            remaining.push(format!("{gene} {name}{}", share(whole)));
        }
        for domain in of_name().filter(|d| !is_whole(d, kept) && !is_gone(d, kept)) {
            let (from, to) = (
                domain.first.max(*kept.start()),
                domain.last.min(*kept.end()),
            );
            remaining.push(format!(
                "{gene} {name} in part (residues {from}-{to} of {}-{})",
                domain.first, domain.last
            ));
        }
        if gone > 0 {
            lost.push(format!("{gene} {name}{}", share(gone)));
        }
    }
    Some((remaining, lost))
}

fn is_whole(domain: &Domain, kept: &RangeInclusive<u64>) -> bool {
    kept.contains(&domain.first) && kept.contains(&domain.last)
}

fn is_gone(domain: &Domain, kept: &RangeInclusive<u64>) -> bool {
    kept.is_empty() || domain.last < *kept.start() || domain.first > *kept.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(gene: &str, kept: RangeInclusive<u64>, length: u64) -> (Vec<String>, Vec<String>) {
        of_residues(&GeneSymbol::new(gene).unwrap(), length, &kept).unwrap()
    }

    #[test]
    fn kept_in_part_and_lost() {
        let (kept, lost) = of("FLI1", 220..=452, 452);
        assert_eq!(kept, ["FLI1 ETS DNA-binding domain (Ets)"]);
        assert_eq!(lost, ["FLI1 SAM_PNT"]);
        let (kept, lost) = of("HMGA2", 1..=83, 109);
        assert_eq!(
            kept,
            [
                "HMGA2 AT_hook, 2 of 3",
                "HMGA2 AT_hook in part (residues 74-83 of 74-86)"
            ]
        );
        assert!(lost.is_empty());
    }

    #[test]
    fn nothing_is_said_of_a_gene_without_rows() {
        let gene = GeneSymbol::new("NOSUCH").unwrap();
        assert_eq!(of_residues(&gene, 100, &(1..=50)), None);
    }
}
