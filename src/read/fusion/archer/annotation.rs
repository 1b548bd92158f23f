//! What Archer says of one side of an event: `EWSR1(+)NM_005243|exon:7|chr22:29683123`.

use crate::domain::{GeneSymbol, Locus, Partner, Strand};
use crate::read::fusion::breakpoint::breakpoint;
use crate::read::fusion::partners::{pairs, placed};
use crate::read::table::Row;

/// One annotation of one side.
pub(super) struct Annotation {
    gene: GeneSymbol,
    strand: Option<Strand>,
    exon: Option<u32>,
    /// `None` also where two positions are given: which one is the breakpoint is not documented.
    place: Option<Locus>,
}

/// Those of one side.
pub(super) fn annotations(keys: &[&str], row: &Row<'_>, side: u8) -> Vec<Annotation> {
    let start = format!("ANNOTATION_{side}-");
    keys.iter()
        .filter(|key| key.starts_with(&start))
        .filter_map(|key| annotation(row.text(key)?))
        .collect()
}

/// `EWSR1(+)NM_005243|exon:7|chr22:29683123`
fn annotation(text: &str) -> Option<Annotation> {
    let mut parts = text.split('|');
    let (gene, rest) = parts.next()?.split_once('(')?;
    let parts: Vec<&str> = parts.collect();
    let exon = parts.iter().find_map(|part| part.strip_prefix("exon:"));
    let place = parts.last().filter(|part| !part.contains(','));
    let place = place.and_then(|part| breakpoint(part));
    Some(Annotation {
        gene: GeneSymbol::new(gene)?,
        strand: rest.split(')').next().and_then(Strand::new),
        exon: exon.and_then(|number| number.parse().ok()),
        place: place.map(|(chrom, pos, _)| Locus { chrom, pos }),
    })
}

/// The gene with what its annotations agree on.
pub(super) fn partner(gene: GeneSymbol, side: &[Annotation]) -> Partner {
    let of_gene: Vec<&Annotation> = side.iter().filter(|known| known.gene == gene).collect();
    let exon = agreed(of_gene.iter().map(|known| known.exon));
    let place = agreed(of_gene.iter().map(|known| known.place.clone()));
    let strand = agreed(of_gene.iter().map(|known| known.strand));
    placed(
        Partner {
            exon,
            ..Partner::named(Some(gene))
        },
        place,
        strand,
    )
}

/// What all say alike.
fn agreed<T: PartialEq>(values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let values: Vec<Option<T>> = values.collect();
    let alike = values.windows(2).all(|pair| pair.first() == pair.last());
    values.into_iter().next().flatten().filter(|_| alike)
}

/// Genes of side 1 with genes of side 2, of an event that names more than two.
pub(super) fn combinations(
    genes: &[GeneSymbol],
    sides: &[Vec<Annotation>; 2],
) -> Option<Vec<(GeneSymbol, GeneSymbol)>> {
    let of = |side: &[Annotation]| -> Vec<Partner> {
        genes
            .iter()
            .filter(|gene| side.iter().any(|known| known.gene == **gene))
            .map(|gene| Partner::named(Some(gene.clone())))
            .collect()
    };
    let [first, second] = sides;
    pairs(&of(first), &of(second))
        .into_iter()
        .map(|(one, other)| one.gene.zip(other.gene))
        .collect()
}
