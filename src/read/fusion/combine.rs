//! Several genes at one breakpoint: a call for each combination, all of one record. They become one
//! event again by their breakpoints.

use crate::domain::{Call, Fusion, GeneSymbol, Partner, Standing};
use crate::read::table::Row;

/// The genes that a cell lists (`A;B`, `A,B`), each once; none where it names none.
pub fn genes(cell: Option<&str>, separators: &[char]) -> Vec<GeneSymbol> {
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

/// The partners at the place of `side`: one for each gene, `side` alone where there is none.
pub fn partners(genes: Vec<GeneSymbol>, side: &Partner) -> Vec<Partner> {
    if genes.is_empty() {
        return vec![side.clone()];
    }
    let named = |gene| Partner {
        gene: Some(gene),
        ..side.clone()
    };
    genes.into_iter().map(named).collect()
}

/// `fusion` with every combination of a 5' and a 3' partner.
pub fn calls(
    row: &Row<'_>,
    fusion: &Fusion,
    five_prime: &[Partner],
    three_prime: &[Partner],
    standing: &Standing,
) -> Vec<Call> {
    let combinations = five_prime
        .iter()
        .flat_map(|five| three_prime.iter().map(move |three| (five, three)));
    combinations
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
