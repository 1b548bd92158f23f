//! Cells that list several genes at one breakpoint: a claim for each pair, all of one record. They
//! become one event again by their breakpoints.

use crate::domain::{Call, Fusion, GeneSymbol, Partner, Standing};
use crate::read::table::Row;

/// Pairs of genes that one row may claim: more is no list of genes at a breakpoint.
const MOST_PAIRS: usize = 64;

/// The genes that a cell lists (`A;B`, `A,B`), each once, in its order; none where it names none.
pub(super) fn genes(cell: Option<&str>, separators: &[char]) -> Vec<GeneSymbol> {
    let mut genes = Vec::new();
    for part in cell.unwrap_or_default().split(separators) {
        if let Some(gene) = GeneSymbol::new(part)
            && !genes.contains(&gene)
        {
            genes.push(gene);
        }
    }
    genes
}

/// The same for one separator; one `None` where the cell names none.
pub(super) fn listed(cell: Option<&str>, separator: char) -> Vec<Option<GeneSymbol>> {
    let genes = genes(cell, &[separator]);
    if genes.is_empty() {
        return vec![None];
    }
    genes.into_iter().map(Some).collect()
}

/// The partners at the place of `side`: one for each gene, `side` alone where there is none.
pub(super) fn partners(genes: Vec<GeneSymbol>, side: &Partner) -> Vec<Partner> {
    if genes.is_empty() {
        return vec![side.clone()];
    }
    let genes: Vec<_> = genes.into_iter().map(Some).collect();
    at(&genes, side)
}

fn at(genes: &[Option<GeneSymbol>], side: &Partner) -> Vec<Partner> {
    genes
        .iter()
        .map(|gene| Partner {
            gene: gene.clone(),
            ..side.clone()
        })
        .collect()
}

/// `fusion` with every combination of a 5' and a 3' partner.
pub(super) fn calls(
    row: &Row<'_>,
    fusion: &Fusion,
    five_prime: &[Partner],
    three_prime: &[Partner],
    standing: &Standing,
) -> Vec<Call> {
    five_prime
        .iter()
        .flat_map(|five| three_prime.iter().map(move |three| (five, three)))
        .map(|(five, three)| {
            let one = Fusion {
                five_prime: five.clone(),
                three_prime: three.clone(),
                ..fusion.clone()
            };
            row.fusion(one, standing.clone())
        })
        .collect()
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
    let five_prime = at(five_prime, &fusion.five_prime);
    let three_prime = at(three_prime, &fusion.three_prime);
    Ok(calls(row, fusion, &five_prime, &three_prime, standing))
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
