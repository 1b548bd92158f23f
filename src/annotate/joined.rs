//! In which order two genes joined in DNA could be fused, by the strands they are read from.
//!
//! A gene on the plus strand begins at its lowest position, so the side left of a break keeps its
//! beginning and the side right of it its end; on the minus strand it is the other way round. A
//! fusion in sense needs the beginning of one gene and the end of the other. That the strands allow
//! it says nothing of a transcript, of splicing or of the frame, and looks at this junction alone:
//! a piece between the two genes, joined by further junctions, may turn one of them round.

use crate::domain::{
    Assembly, FusedOrder, GeneSymbol, JoinedSides, KeptSide, Locus, Rearrangement, Strand,
};
use crate::kb::Genes;

/// Which part of a gene is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Beginning,
    End,
}

/// The order, where exactly one pair of genes with known strands lies at the two ends.
pub(super) fn order(
    rearrangement: &Rearrangement,
    assembly: Assembly,
    genes: &Genes,
) -> Option<FusedOrder> {
    let (first_end, second_end) = (
        rearrangement.first.as_ref()?,
        rearrangement.second.as_ref()?,
    );
    let firsts = stranded_at(rearrangement, first_end, assembly, genes);
    let seconds = stranded_at(rearrangement, second_end, assembly, genes);
    let pairs: Vec<_> = firsts
        .iter()
        .flat_map(|first| seconds.iter().map(move |second| (first, second)))
        .filter(|(first, second)| first.0 != second.0)
        .collect();
    let [(first, second)] = pairs.as_slice() else {
        return None;
    };
    let orders: Vec<FusedOrder> = rearrangement
        .sides
        .iter()
        .filter_map(|sides| junction(*sides, **first, **second))
        .collect();
    match orders.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        several => Some(both_junctions(several)),
    }
}

/// The rearrangement's genes that lie at `end` and whose strand is known.
fn stranded_at<'a>(
    rearrangement: &'a Rearrangement,
    end: &Locus,
    assembly: Assembly,
    genes: &Genes,
) -> Vec<(&'a GeneSymbol, Strand)> {
    let at = genes.at(assembly, &end.chrom, end.pos, end.pos);
    rearrangement
        .genes
        .iter()
        .filter(|symbol| at.contains(symbol))
        .filter_map(|symbol| Some((symbol, genes.get(symbol)?.strand?)))
        .collect()
}

fn part(strand: Strand, kept: KeptSide) -> Part {
    match (strand, kept) {
        (Strand::Plus, KeptSide::Left) | (Strand::Minus, KeptSide::Right) => Part::Beginning,
        (Strand::Plus, KeptSide::Right) | (Strand::Minus, KeptSide::Left) => Part::End,
    }
}

/// What one junction allows. `None` for a single breakend.
fn junction(
    sides: JoinedSides,
    (first, first_strand): (&GeneSymbol, Strand),
    (second, second_strand): (&GeneSymbol, Strand),
) -> Option<FusedOrder> {
    let one = |five_prime: &GeneSymbol, three_prime: &GeneSymbol| FusedOrder::One {
        five_prime: five_prime.clone(),
        three_prime: three_prime.clone(),
    };
    let parts = (
        part(first_strand, sides.first),
        part(second_strand, sides.second?),
    );
    Some(match parts {
        (Part::Beginning, Part::End) => one(first, second),
        (Part::End, Part::Beginning) => one(second, first),
        (Part::Beginning, Part::Beginning) | (Part::End, Part::End) => FusedOrder::Neither,
    })
}

/// What several junctions of one record allow together.
fn both_junctions(orders: &[FusedOrder]) -> FusedOrder {
    let mut possible: Vec<&FusedOrder> = Vec::new();
    for order in orders {
        if *order != FusedOrder::Neither && !possible.contains(&order) {
            possible.push(order);
        }
    }
    match possible.as_slice() {
        [] => FusedOrder::Neither,
        [one] => (*one).clone(),
        [_, _, ..] => FusedOrder::Both,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Chromosome;

    const GENES: &str = "header\n\
        PLUS\t\tF\t\t\tchr1\t+\t\t\t1000\t2000\n\
        OTHER\t\tF\t\t\tchr2\t+\t\t\t1000\t2000\n\
        MINUS\t\tF\t\t\tchr3\t-\t\t\t1000\t2000\n\
        UNKNOWN\t\tF\t\t\tchr4\t\t\t\t1000\t2000\n";

    fn told(second: &str, sides: &[(KeptSide, KeptSide)]) -> Option<String> {
        let (genes, problems) = Genes::read(GENES, "header\n");
        assert!(problems.is_empty(), "{problems:?}");
        let end = |chrom: &str| Locus {
            chrom: Chromosome::new(chrom),
            pos: 1500,
        };
        let place = end(second);
        let symbols = [&end("1"), &place]
            .into_iter()
            .flat_map(|end| genes.at(Assembly::GRCh38, &end.chrom, end.pos, end.pos))
            .cloned()
            .collect();
        let event = Rearrangement {
            genes: symbols,
            sides: sides
                .iter()
                .map(|(one, other)| JoinedSides::of(*one, *other))
                .collect(),
            ..Rearrangement::of(end("1"), Some(place), "BND")
        };
        order(&event, Assembly::GRCh38, &genes).map(|order| match order {
            FusedOrder::One {
                five_prime,
                three_prime,
            } => format!("{five_prime}::{three_prime}"),
            FusedOrder::Both => "both".to_owned(),
            FusedOrder::Neither => "neither".to_owned(),
        })
    }

    #[test]
    fn the_parts_kept_tell_the_order() {
        use KeptSide::{Left, Right};
        for (second, sides, expected) in [
            ("2", vec![(Left, Right)], Some("PLUS::OTHER")),
            ("2", vec![(Right, Left)], Some("OTHER::PLUS")),
            ("2", vec![(Left, Left)], Some("neither")),
            ("2", vec![(Right, Right)], Some("neither")),
            ("3", vec![(Left, Left)], Some("PLUS::MINUS")),
            ("3", vec![(Right, Right)], Some("MINUS::PLUS")),
            ("3", vec![(Left, Right)], Some("neither")),
            ("3", vec![(Left, Left), (Right, Right)], Some("both")),
            ("2", vec![(Left, Left), (Right, Right)], Some("neither")),
            ("3", vec![], None),
            ("4", vec![(Left, Right)], None),
            ("5", vec![(Left, Right)], None),
        ] {
            assert_eq!(
                told(second, &sides).as_deref(),
                expected,
                "{second} {sides:?}"
            );
        }
    }
}
