//! Exons of the reference transcripts by coding base (`exons.tsv`), for annotations that name a
//! protein or coding change and no exon.
//!
//! The table is a fact of the genome and no curated knowledge: the one that the program carries is
//! used whatever knowledge base was given.

use crate::domain::GeneSymbol;
use crate::kb::source::embedded_text;
use std::ops::RangeInclusive;

/// The exon of `gene` that holds every one of the coding `bases` (1-based, the A of the start
/// codon is 1), counted from 1 as in `transcript` (Ensembl or RefSeq, its version left out).
///
/// `None` where the table does not have that transcript, whose numbers then cannot be trusted, or
/// where the bases lie in several exons.
pub fn exon_of_bases(
    gene: &GeneSymbol,
    transcript: &str,
    bases: &RangeInclusive<u32>,
) -> Option<u32> {
    let text = embedded_text("exons.tsv")?;
    let wanted = without_version(transcript);
    let (first_exon, last_bases) = text.lines().skip(1).find_map(|line| {
        let mut cells = line.split('\t');
        let named = cells.next()? == gene.as_str();
        let (ensembl, refseq) = (cells.next()?, cells.next()?);
        let fits = [ensembl, refseq]
            .iter()
            .any(|known| !known.is_empty() && without_version(known) == wanted);
        (named && fits).then_some((cells.next()?.parse::<u32>().ok()?, cells.next()?))
    })?;
    let mut last_bases = last_bases.split(',').map_while(|base| base.parse().ok());
    let mut before = 0;
    let index = last_bases.position(|last: u32| {
        let inside = bases.start() > &before && bases.end() <= &last;
        before = last;
        inside
    })?;
    Some(first_exon + u32::try_from(index).ok()?)
}

fn without_version(transcript: &str) -> &str {
    transcript
        .split_once('.')
        .map_or(transcript, |(bare, _)| bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exon(gene: &str, transcript: &str, bases: RangeInclusive<u32>) -> Option<u32> {
        exon_of_bases(&GeneSymbol::new(gene).unwrap(), transcript, &bases)
    }

    /// Exon borders that the literature agrees on, by codon.
    #[test]
    fn exons_of_the_hotspots() {
        let codons = |first: u32, last: u32| first * 3 - 2..=last * 3;
        for (gene, transcript, first, last, number) in [
            ("KIT", "ENST00000288135", 412, 448, 8),
            ("KIT", "ENST00000288135.6", 450, 513, 9),
            ("KIT", "NM_000222.2", 550, 591, 11),
            ("KIT", "NM_000222", 628, 663, 13),
            ("KIT", "ENST00000288135.5", 788, 828, 17),
            ("PDGFRA", "ENST00000257290", 552, 595, 12),
            ("PDGFRA", "NM_006206.6", 814, 854, 18),
            ("CTNNB1", "NM_001904.4", 6, 80, 3),
            ("MED12", "ENST00000374080", 34, 68, 2),
        ] {
            let found = exon(gene, transcript, codons(first, last));
            assert_eq!(found, Some(number), "{gene} {first}-{last}");
        }
    }

    #[test]
    fn what_the_table_cannot_tell() {
        // Codon 592 of KIT is split between exons 11 and 12.
        assert_eq!(exon("KIT", "NM_000222", 1774..=1776), None);
        assert_eq!(exon("KIT", "NM_000222", 1774..=1774), Some(11));
        assert_eq!(exon("KIT", "NM_000222", 1775..=1775), Some(12));
        assert_eq!(exon("KIT", "ENST00000412167", 1676..=1676), None);
        assert_eq!(exon("KIT", "NM_000222", 9000..=9000), None);
        assert_eq!(exon("KIT", "NM_000222", 0..=0), None);
    }
}
