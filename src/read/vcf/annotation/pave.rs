//! `IMPACT` of PAVE (SAGE, PURPLE): ten values by comma, of the canonical transcript; `PAVE_TI`: the
//! other transcripts, `Gene|GeneName|Transcript|Effects|SpliceRegion|HGVS.c|HGVS.p`.
//!
//! The order of the ten is read from the header. `phased_…` says that neighbours were read together.
//! A record bears one allele; one with several is not SAGE's, and which is meant cannot be told.

use super::bcsq::ontology_term;
use super::without_accession;
use crate::domain::{GeneSymbol, TranscriptEffect};
use crate::read::vcf::line::Line;

/// Where each value of `IMPACT` stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order {
    count: usize,
    gene: usize,
    transcript: usize,
    effect: usize,
    coding_effect: Option<usize>,
    hgvs_c: usize,
    hgvs_p: usize,
}

impl Order {
    /// From the header's description: `Variant Impact [Gene, Transcript, CanonicalEffect, …]`. `None`
    /// where another tool's `IMPACT` is described.
    pub(super) fn of(description: &str) -> Option<Self> {
        let (_, list) = description.split_once('[')?;
        let names: Vec<String> = list
            .trim_end_matches([']', '.', '"'])
            .split(',')
            .map(|name| name.trim().to_ascii_lowercase())
            .collect();
        let at = |wanted: &[&str]| {
            wanted
                .iter()
                .find_map(|wanted| names.iter().position(|name| name == wanted))
        };
        Some(Self {
            count: names.len(),
            gene: at(&["gene", "canonicalgene"])?,
            transcript: at(&["transcript", "canonicaltranscript"])?,
            effect: at(&["canonicaleffect"])?,
            coding_effect: at(&["canonicalcodingeffect"]),
            hgvs_c: at(&["hgvscodingimpact", "hgvscoding"])?,
            hgvs_p: at(&["hgvsproteinimpact", "hgvsprotein"])?,
        })
    }
}

/// What is said of the record's allele: the canonical transcript first.
pub(super) fn effects(
    order: &Order,
    line: &Line<'_>,
    odd: &mut Vec<String>,
) -> Vec<TranscriptEffect> {
    if line.alternates.len() > 1 {
        odd.push(
            "IMPACT: which of several alleles it is about cannot be told; left out".to_owned(),
        );
        return Vec::new();
    }
    let mut effects: Vec<TranscriptEffect> = line
        .info("IMPACT")
        .and_then(|text| canonical(order, text, odd))
        .into_iter()
        .collect();
    let others: Vec<TranscriptEffect> = line
        .info("PAVE_TI")
        .into_iter()
        .flat_map(|text| text.split(','))
        .filter_map(other)
        .filter(|other| effects.iter().all(|own| own.transcript != other.transcript))
        .collect();
    effects.extend(others);
    effects
}

/// `None` where no gene is named: the variant lies between genes.
fn canonical(order: &Order, text: &str, odd: &mut Vec<String>) -> Option<TranscriptEffect> {
    let values: Vec<&str> = text.split(',').collect();
    if values.len() != order.count {
        odd.push(format!(
            "IMPACT: found {} values, expected {}; left out",
            values.len(),
            order.count
        ));
        return None;
    }
    let value = |place: usize| values.get(place).copied().unwrap_or("");
    let coding = order.coding_effect.map_or("", value);
    Some(TranscriptEffect {
        gene: Some(GeneSymbol::new(value(order.gene))?),
        transcript: stated(value(order.transcript)),
        hgvs_c: without_accession(value(order.hgvs_c)),
        hgvs_p: without_accession(value(order.hgvs_p)),
        consequence: terms(value(order.effect)),
        canonical: true,
        impact: match coding {
            "NONSENSE_OR_FRAMESHIFT" | "SPLICE" => 3,
            "MISSENSE" => 2,
            "SYNONYMOUS" => 1,
            _ => 0,
        },
        ..TranscriptEffect::default()
    })
}

fn other(entry: &str) -> Option<TranscriptEffect> {
    let parts: Vec<&str> = entry.split('|').collect();
    let [_, gene, transcript, effects, _, rest @ ..] = parts.as_slice() else {
        return None;
    };
    let change = |place: usize| rest.get(place).and_then(|text| without_accession(text));
    Some(TranscriptEffect {
        gene: Some(GeneSymbol::new(gene)?),
        transcript: stated(transcript),
        hgvs_c: change(0),
        hgvs_p: change(1),
        consequence: terms(effects),
        ..TranscriptEffect::default()
    })
}

fn stated(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn terms(text: &str) -> Vec<String> {
    text.split('&')
        .map(|term| term.trim_start_matches("phased_"))
        .filter(|term| !term.is_empty())
        .map(|term| ontology_term(term).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESCRIPTION: &str = "Variant Impact [Gene, Transcript, CanonicalEffect, \
                               CanonicalCodingEffect, SpliceRegion, HgvsCodingImpact, \
                               HgvsProteinImpact, OtherReportableEffects, WorstCodingEffect, \
                               GenesAffected]";

    fn told(info: &str) -> (Vec<TranscriptEffect>, Vec<String>) {
        let text = format!("4\t55593610\t.\tT\tA\t.\tPASS\t{info}");
        let mut odd = Vec::new();
        let order = Order::of(DESCRIPTION).unwrap();
        let found = effects(&order, &Line::new(&text).unwrap(), &mut odd);
        (found, odd)
    }

    #[test]
    fn the_canonical_transcript_and_the_others() {
        let (found, odd) = told(
            "IMPACT=KIT,ENST00000288135,missense_variant,MISSENSE,false,c.1676T>A,p.Val559Asp,,\
             MISSENSE,1;PAVE_TI=ENSG1|KIT|ENST00000412167|phased_missense|false|c.1664T>A|\
             p.Val555Asp,ENSG1|KIT|ENST00000288135|missense_variant|false|c.1676T>A|p.Val559Asp",
        );
        assert!(odd.is_empty());
        let [own, other] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(own.hgvs_p.as_deref(), Some("p.Val559Asp"));
        assert!(own.canonical && own.impact == 2);
        assert_eq!(other.hgvs_p.as_deref(), Some("p.Val555Asp"));
        assert_eq!(other.consequence, ["missense_variant"]);
    }

    #[test]
    fn no_gene_is_no_effect() {
        assert_eq!(told("IMPACT=,,,NONE,false,,,,NONE,1").0, Vec::new());
        assert_eq!(told("IMPACT=KIT,x").1.len(), 1);
        assert_eq!(Order::of("Predicted impact [LOW, HIGH]"), None);
    }
}
