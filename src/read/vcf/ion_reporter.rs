//! Fusions and exon variants of RNA in Ion Reporter's VCF (Oncomine panels).
//!
//! | Ion Reporter | ours |
//! |---|---|
//! | `SVTYPE=Fusion`, `RNAExonVariant` | a fusion; an event within one gene |
//! | `ID` `A-B.E4N15.COSF823.1_1`, `…_2` | A is 5', B 3'; the record is the half of A, or of B |
//! | INFO `GENE_NAME`, `EXON_NUM` | gene and exon of this half; those of the other from `ID` |
//! | `CHROM`, `POS`; the place in `ALT` | breakpoints of this and the other half, 1-based |
//! | INFO `READ_COUNT` | `split_reads`; 0 is filtered |
//! | `FILTER` `FAIL`, `NOCALL` | filtered |
//!
//! Both halves are records of their own and make one event. The 5' gene's exon is the last before the
//! junction, the 3' gene's the first behind it (manual of Ion Reporter, "Fusion calls"). A junction of
//! neighbouring exons of one gene is its normal transcript and filtered. A record without genes goes the
//! way of any other breakend. Controls claim nothing; nor do measures of 3'/5' imbalance, whose number in
//! a file is told. `MOL_COUNT` and `RPM` are not read.

use super::Context;
use super::annotation::func_entries;
use super::line::{Line, shown};
use super::small_variant::failed_filters;
use crate::domain::{
    Alteration, Call, Chromosome, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Standing,
};
use crate::read::junction::mate;

/// Records that control the assay.
const CONTROLS: &[&str] = &["ExprControl", "ProcControl", "GeneExpression"];

/// Records of uneven expression along a gene, which hints at a fusion and names no partner.
const IMBALANCE: &[&str] = &["5p3pAssays", "RNAExonTiles"];

/// Whether the record is no variant.
pub(super) fn is_no_variant(line: &Line<'_>) -> bool {
    line.info("SVTYPE")
        .is_some_and(|kind| CONTROLS.contains(&kind) || IMBALANCE.contains(&kind))
}

/// Whether the record, not yet cut into columns, is one of uneven expression.
pub(super) fn is_imbalance(record: &[u8]) -> bool {
    let text = String::from_utf8_lossy(record);
    IMBALANCE
        .iter()
        .any(|kind| text.contains(&format!("SVTYPE={kind}")))
}

/// Which half of a fusion a record is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    FivePrime,
    ThreePrime,
    Unknown,
}

/// The claim of a record of a fusion. `None`: it is none, or names no gene.
pub(super) fn claim(line: &Line<'_>, context: &Context<'_>, odd: &mut Vec<String>) -> Option<Call> {
    let event_type = line
        .info("SVTYPE")
        .filter(|kind| matches!(*kind, "Fusion" | "RNAExonVariant"))?;
    let (name, half) = match line.id.rsplit_once('_') {
        Some((name, "1")) => (name, Half::FivePrime),
        Some((name, "2")) => (name, Half::ThreePrime),
        Some(_) | None => (line.id, Half::Unknown),
    };
    let mut parts = name.split('.');
    let pair = parts.next().unwrap_or_default();
    let exons = parts.next().and_then(exons);
    let stated = stated_gene(line);
    let (gene, other) = genes(pair, stated, half, odd)?;
    let own_exon = line.info("EXON_NUM").and_then(|text| text.parse().ok());
    let (five, three) = exons.unzip();
    let (own_exon, other_exon) = match half {
        Half::FivePrime => (own_exon.or(five), three),
        Half::ThreePrime => (own_exon.or(three), five),
        Half::Unknown => (own_exon, None),
    };
    let own = Partner {
        exon: own_exon,
        ..Partner::at(gene, place(line), None)
    };
    let second = line.alternates.iter().find_map(|allele| mate(allele));
    let (chrom, pos) = second.map(|locus| (locus.chrom, locus.pos)).unzip();
    let other = Partner {
        exon: other_exon,
        chrom,
        pos,
        ..Partner::named(other)
    };
    let (five_prime, three_prime, order) = match half {
        Half::FivePrime => (own, other, PartnerOrder::Stated),
        Half::ThreePrime => (other, own, PartnerOrder::Stated),
        Half::Unknown => (own, other, PartnerOrder::Unoriented),
    };
    let split_reads = reads(line, odd);
    let fusion = Fusion {
        split_reads,
        event_type: Some(event_type.to_owned()),
        callers: vec![context.caller.to_owned()],
        ..Fusion::of(five_prime, three_prime, order)
    };
    let standing = standing(line, &fusion, context);
    Some(Call {
        origin: context.origin.clone(),
        claim: Alteration::Fusion(Box::new(fusion)),
        effects: Vec::new(),
        standing,
    })
}

fn place(line: &Line<'_>) -> Locus {
    Locus {
        chrom: Chromosome::new(line.chrom),
        pos: line.pos,
    }
}

fn stated_gene(line: &Line<'_>) -> Option<GeneSymbol> {
    line.info("GENE_NAME")
        .and_then(GeneSymbol::new)
        .or_else(|| {
            let entries = func_entries(line);
            entries.first()?.get("gene").and_then(GeneSymbol::new)
        })
}

/// This half's gene and the other's. Symbols hold hyphens, so `A-B` is divided at the gene that the
/// record states, else at its only hyphen. `None`: neither is known.
fn genes(
    pair: &str,
    stated: Option<GeneSymbol>,
    half: Half,
    odd: &mut Vec<String>,
) -> Option<(Option<GeneSymbol>, Option<GeneSymbol>)> {
    if let Some(gene) = &stated {
        let first = pair
            .strip_prefix(gene.as_str())
            .and_then(|rest| rest.strip_prefix('-'));
        let last = pair
            .strip_suffix(gene.as_str())
            .and_then(|rest| rest.strip_suffix('-'));
        let other = match half {
            Half::FivePrime => first,
            Half::ThreePrime => last,
            Half::Unknown => first.or(last),
        };
        if let Some(other) = other {
            return Some((stated, GeneSymbol::new(other)));
        }
    }
    let divided = pair
        .split_once('-')
        .filter(|(_, rest)| !rest.contains('-'))
        .and_then(|(five, three)| Some((GeneSymbol::new(five)?, GeneSymbol::new(three)?)));
    match (divided, stated) {
        (Some((five, three)), stated) => {
            let (own, other) = match half {
                Half::FivePrime | Half::Unknown => (five, three),
                Half::ThreePrime => (three, five),
            };
            if let Some(stated) = stated.filter(|stated| *stated != own) {
                odd.push(format!(
                    "GENE_NAME says {stated}, ID says \"{}\"; GENE_NAME is read for this half",
                    shown(pair)
                ));
                return Some((Some(stated), Some(other)));
            }
            Some((Some(own), Some(other)))
        }
        (None, Some(stated)) => {
            odd.push(format!(
                "ID: found \"{}\", expected two genes; the other gene is unknown",
                shown(pair)
            ));
            Some((Some(stated), None))
        }
        (None, None) => None,
    }
}

/// The two exons of `E4N15`.
fn exons(code: &str) -> Option<(u32, u32)> {
    let numbers: Vec<&str> = code
        .split(|letter: char| letter.is_ascii_alphabetic())
        .filter(|number| !number.is_empty())
        .collect();
    match numbers.as_slice() {
        [five, three] => Some((five.parse().ok()?, three.parse().ok()?)),
        _ => None,
    }
}

fn reads(line: &Line<'_>, odd: &mut Vec<String>) -> Option<u32> {
    let text = line.info("READ_COUNT")?;
    let read = text.parse().ok();
    if read.is_none() {
        odd.push(format!(
            "READ_COUNT: found \"{}\", expected a whole number; left out",
            shown(text)
        ));
    }
    read
}

fn standing(line: &Line<'_>, fusion: &Fusion, context: &Context<'_>) -> Standing {
    let mut failed = failed_filters(line, context.caller);
    if fusion.split_reads == Some(0) {
        failed.push("no read of it".to_owned());
    }
    let (five, three) = (&fusion.five_prime, &fusion.three_prime);
    let follows = five
        .exon
        .zip(three.exon)
        .is_some_and(|(last, next)| last.checked_add(1) == Some(next));
    if five.gene.is_some() && five.gene == three.gene && follows {
        failed.push("exons that follow each other: the normal transcript".to_owned());
    }
    if failed.is_empty() {
        Standing::Passed
    } else {
        Standing::Filtered(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Origin;
    use crate::read::vcf::annotation::Annotation;

    fn read(record: &str) -> Option<(String, Option<u32>, Option<u32>, String)> {
        let annotation = Annotation::default();
        let context = Context {
            origin: Origin {
                input: 0,
                line: 1,
                caller: "ion-reporter".to_owned(),
            },
            caller: "ion-reporter",
            tumour: None,
            normal: None,
            annotation: &annotation,
            sides: crate::read::vcf::sides::Sides::Stated,
            joins: false,
            of_sample: super::super::copy_number::OfSample::default(),
        };
        let line = Line::new(record).unwrap();
        let call = claim(&line, &context, &mut Vec::new())?;
        let Alteration::Fusion(fusion) = call.claim else {
            return None;
        };
        let places = [&fusion.five_prime, &fusion.three_prime].map(|partner| {
            partner
                .locus()
                .map_or("?".to_owned(), |locus| locus.to_string())
        });
        Some((
            format!(
                "{} {} {:?}",
                fusion.label(),
                places.join(" "),
                call.standing
            ),
            fusion.five_prime.exon,
            fusion.three_prime.exon,
            format!("{:?} {:?}", fusion.order, fusion.split_reads),
        ))
    }

    #[test]
    fn both_halves_say_the_same() {
        let first = read(
            "chr22\t29683123\tEWSR1-FLI1.E7F6.COSF185.1_1\tG\tG[chr11:128675261[\t.\tPASS\t\
             SVTYPE=Fusion;READ_COUNT=40;GENE_NAME=EWSR1;EXON_NUM=7",
        )
        .unwrap();
        let second = read(
            "chr11\t128675261\tEWSR1-FLI1.E7F6.COSF185.1_2\tG\t]chr22:29683123]G\t.\tPASS\t\
             SVTYPE=Fusion;READ_COUNT=40;GENE_NAME=FLI1;EXON_NUM=6",
        )
        .unwrap();
        assert_eq!(first, second);
        assert_eq!(first.0, "EWSR1::FLI1 chr22:29683123 chr11:128675261 Passed");
        assert_eq!((first.1, first.2), (Some(7), Some(6)));
        assert_eq!(first.3, "Stated Some(40)");
    }

    #[test]
    fn symbols_with_hyphens_are_divided_at_the_gene_that_is_stated() {
        let read = |pair: &str, stated: &str, half| {
            let found = genes(pair, GeneSymbol::new(stated), half, &mut Vec::new());
            found.map(|(own, other)| format!("{own:?} {other:?}"))
        };
        let both = |own: &str, other: &str| {
            Some(format!(
                "{:?} {:?}",
                GeneSymbol::new(own),
                GeneSymbol::new(other)
            ))
        };
        assert_eq!(
            read("NKX2-1-ALK", "NKX2-1", Half::FivePrime),
            both("NKX2-1", "ALK")
        );
        assert_eq!(
            read("NKX2-1-ALK", "ALK", Half::ThreePrime),
            both("ALK", "NKX2-1")
        );
        assert_eq!(read("MET-MET", "MET", Half::ThreePrime), both("MET", "MET"));
        assert_eq!(read("A-B", "", Half::ThreePrime), both("B", "A"));
        assert_eq!(read("A-B-C", "", Half::FivePrime), None);
        assert_eq!(read("A-B-C", "X", Half::FivePrime), both("X", ""));
    }

    #[test]
    fn controls_are_no_variants() {
        let is = |kind: &str| {
            let text = format!("chr2\t9\tALK\tG\t<{kind}>\t.\tPASS\tSVTYPE={kind};READ_COUNT=4");
            is_no_variant(&Line::new(&text).unwrap())
        };
        assert!(is("5p3pAssays") && is("ExprControl") && is("RNAExonTiles"));
        assert!(!is("Fusion") && !is("CNV"));
        assert!(is_imbalance(b"x;SVTYPE=5p3pAssays;y") && !is_imbalance(b"SVTYPE=Fusion"));
    }

    #[test]
    fn what_was_not_seen_is_filtered() {
        let standing = |filter: &str, id: &str, reads: &str| {
            read(&format!(
                "chr7\t116411708\t{id}_1\tG\tG[chr7:116414935[\t.\t{filter}\t\
                 SVTYPE=RNAExonVariant;READ_COUNT={reads};GENE_NAME=MET;EXON_NUM=13"
            ))
            .map(|(text, ..)| text.rsplit_once("935 ").map(|(_, last)| last.to_owned()))
        };
        let passed = |filter: &str, id: &str, reads: &str| {
            standing(filter, id, reads).flatten().as_deref() == Some("Passed")
        };
        assert!(passed("PASS", "MET-MET.M13M15.1", "30"));
        assert!(!passed("FAIL", "MET-MET.M13M15.1", "30"));
        assert!(!passed("PASS", "MET-MET.M13M15.1", "0"));
        assert!(!passed("PASS", "MET-MET.M13M14.WT", "30"));
    }
}
