//! Cells that list several genes at one breakpoint, and the fusions they amount to.

use crate::domain::{Call, Fusion, GeneSymbol, Partner, Standing};
use crate::read::table::Row;
use std::collections::BTreeSet;

/// Pairs of genes that one row may claim: more is no list of genes at a breakpoint.
const MOST_PAIRS: usize = 64;

/// The genes of a cell that lists several, each once, in its order; one `None` where it names none.
pub(super) fn listed(cell: Option<&str>, separator: char) -> Vec<Option<GeneSymbol>> {
    let mut seen = BTreeSet::new();
    let mut genes: Vec<Option<GeneSymbol>> = cell
        .unwrap_or_default()
        .split(separator)
        .filter_map(GeneSymbol::new)
        .filter(|gene| seen.insert(gene.clone()))
        .map(Some)
        .collect();
    if genes.is_empty() {
        genes.push(None);
    }
    genes
}

/// The row's fusion, once for each pair of a gene at its 5' and one at its 3' breakpoint.
///
/// # Errors
/// In words where there are too many to be genes at one place.
pub(super) fn each_pair(
    row: &Row<'_>,
    fusion: &Fusion,
    (five_prime, three_prime): (&[Option<GeneSymbol>], &[Option<GeneSymbol>]),
    standing: &Standing,
) -> Result<Vec<Call>, String> {
    let pairs = five_prime.len().saturating_mul(three_prime.len());
    if pairs > MOST_PAIRS {
        return Err(format!(
            "found {pairs} pairs of genes at the two breakpoints, expected at most {MOST_PAIRS}"
        ));
    }
    let with = |gene: &Option<GeneSymbol>, partner: &Partner| Partner {
        gene: gene.clone(),
        ..partner.clone()
    };
    Ok(five_prime
        .iter()
        .flat_map(|five| three_prime.iter().map(move |three| (five, three)))
        .map(|(five, three)| {
            let one = Fusion {
                five_prime: with(five, &fusion.five_prime),
                three_prime: with(three, &fusion.three_prime),
                ..fusion.clone()
            };
            row.fusion(one, standing.clone())
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gene_once_and_none_where_none_is_named() {
        let names = |cell: Option<&str>| {
            listed(cell, ',')
                .into_iter()
                .map(|gene| gene.map_or_else(|| "?".to_owned(), |gene| gene.to_string()))
                .collect::<Vec<_>>()
        };
        assert_eq!(names(Some("SSX2,SSX2B,SSX2")), ["SSX2", "SSX2B"]);
        assert_eq!(names(Some(".,")), ["?"]);
        assert_eq!(names(None), ["?"]);
    }
}
