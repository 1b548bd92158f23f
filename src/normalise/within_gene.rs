//! Events within one gene: fusion callers list them as a fusion of the gene with itself.
//!
//! A doubled stretch becomes an internal tandem duplication, any other change a rearrangement within
//! the gene, so that neither is ever taken for a fusion of two genes. What the caller calls it comes
//! first; then its exons; then how the two places lie on the strand: a transcript that goes on
//! behind where it left has lost what lies between, one that goes back has doubled it.

use crate::domain::{
    Alteration, Call, ExonChange, ExonChangeKind, Fusion, GeneSymbol, Partner, Rearrangement,
    Strand, TandemDuplication,
};

/// What became of the stretch between the two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    Doubled,
    Changed(ExonChangeKind),
}

/// Makes a claim of a gene's fusion with itself what it is; any other claim stays.
pub fn within_gene(call: &mut Call) {
    let Alteration::Fusion(fusion) = &call.claim else {
        return;
    };
    let (Some(five), Some(three)) = (&fusion.five_prime.gene, &fusion.three_prime.gene) else {
        return;
    };
    if five != three {
        return;
    }
    let gene = five.clone();
    let claim = match event(fusion) {
        Event::Doubled => Alteration::TandemDuplication(duplication(fusion, gene)),
        Event::Changed(kind) => Alteration::Rearrangement(change(fusion, gene, kind)),
    };
    call.claim = claim;
}

fn event(fusion: &Fusion) -> Event {
    let word = fusion.event_type.as_deref().unwrap_or_default();
    let word = word.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|part| word.contains(part));
    if says(&["itd", "tandem", "dup"]) {
        Event::Doubled
    } else if says(&["del", "skip", "splice variant"]) {
        Event::Changed(ExonChangeKind::Deletion)
    } else if says(&["inv"]) {
        Event::Changed(ExonChangeKind::Inversion)
    } else {
        by_exons(fusion)
            .or_else(|| by_places(&fusion.five_prime, &fusion.three_prime))
            .unwrap_or(Event::Changed(ExonChangeKind::Unclear))
    }
}

fn by_exons(fusion: &Fusion) -> Option<Event> {
    let (last_kept, first_kept) = (fusion.five_prime.exon?, fusion.three_prime.exon?);
    Some(if first_kept > last_kept.saturating_add(1) {
        Event::Changed(ExonChangeKind::Deletion)
    } else if first_kept <= last_kept {
        Event::Doubled
    } else {
        // Neighbouring exons: the normal transcript.
        Event::Changed(ExonChangeKind::Unclear)
    })
}

fn by_places(five: &Partner, three: &Partner) -> Option<Event> {
    let (strand, other) = (five.strand?, three.strand?);
    if strand != other {
        return Some(Event::Changed(ExonChangeKind::Inversion));
    }
    let goes_on = match strand {
        Strand::Plus => three.pos? > five.pos?,
        Strand::Minus => three.pos? < five.pos?,
    };
    Some(if goes_on {
        Event::Changed(ExonChangeKind::Deletion)
    } else {
        Event::Doubled
    })
}

fn duplication(fusion: &Fusion, gene: GeneSymbol) -> TandemDuplication {
    let (five, three) = (&fusion.five_prime, &fusion.three_prime);
    let ends = five.pos.zip(three.pos);
    let start = ends.map(|(one, other)| one.min(other));
    let end = ends.map(|(one, other)| one.max(other));
    TandemDuplication {
        assembly: fusion.assembly,
        gene,
        chrom: five.chrom.clone(),
        start,
        end,
        size_bp: start.zip(end).map(|(start, end)| end - start + 1),
        first_exon: three.exon,
        last_exon: five.exon,
        frame: fusion.frame,
        split_reads: fusion.split_reads,
        spanning_pairs: fusion.spanning_pairs,
        callers: fusion.callers.clone(),
    }
}

fn change(fusion: &Fusion, gene: GeneSymbol, kind: ExonChangeKind) -> Rearrangement {
    let (five, three) = (&fusion.five_prime, &fusion.three_prime);
    let exons = five
        .exon
        .zip(three.exon)
        .filter(|_| kind == ExonChangeKind::Deletion);
    Rearrangement {
        assembly: fusion.assembly,
        genes: vec![gene],
        first: five.locus(),
        second: three.locus(),
        event_type: fusion
            .event_type
            .clone()
            .unwrap_or_else(|| "within one gene".to_owned()),
        split_reads: fusion.split_reads,
        spanning_pairs: fusion.spanning_pairs,
        callers: fusion.callers.clone(),
        within_gene: Some(ExonChange {
            kind,
            first_exon: exons.map(|(last_kept, _)| last_kept + 1),
            last_exon: exons.map(|(_, first_kept)| first_kept.saturating_sub(1)),
        }),
        ..Rearrangement::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Chromosome, Locus, Origin, PartnerOrder, Standing};

    fn label(event_type: Option<&str>, exons: Option<(u32, u32)>, places: (u64, u64)) -> String {
        let partner = |exon, pos| Partner {
            exon,
            ..Partner::at(
                GeneSymbol::new("EGFR"),
                Locus {
                    chrom: Chromosome::new("7"),
                    pos,
                },
                Strand::new("+"),
            )
        };
        let five = partner(exons.map(|(five, _)| five), places.0);
        let three = partner(exons.map(|(_, three)| three), places.1);
        let mut call = Call {
            origin: Origin {
                input: 0,
                line: 2,
                caller: "arriba".to_owned(),
            },
            claim: Alteration::Fusion(Box::new(Fusion {
                event_type: event_type.map(str::to_owned),
                ..Fusion::of(five, three, PartnerOrder::Stated)
            })),
            effects: Vec::new(),
            standing: Standing::Passed,
        };
        within_gene(&mut call);
        call.claim.label()
    }

    #[test]
    fn no_gene_fuses_with_itself() {
        assert_eq!(label(Some("duplication/ITD"), None, (9, 5)), "EGFR ITD");
        assert_eq!(label(None, Some((1, 8)), (5, 9)), "EGFR exons 2-7 deletion");
        assert_eq!(label(None, Some((25, 18)), (9, 5)), "EGFR ITD");
        assert_eq!(label(None, None, (5, 9)), "EGFR intragenic deletion");
        assert_eq!(label(None, None, (9, 5)), "EGFR ITD");
        assert_eq!(
            label(Some("inversion"), None, (5, 9)),
            "EGFR intragenic inversion"
        );
    }
}
