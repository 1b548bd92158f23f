//! The number of copies that a symbolic record states (`<DEL>`, `<DUP>`, `<CNV>`, `<LOH>` with `CN`), for
//! the genes it names, else for the segment as a whole.
//!
//! | VCF | ours |
//! |---|---|
//! | `CN`, `TCN` of the tumour, else of the record | `copies` |
//! | `MCN` (DRAGEN), `CN` less `MCC` (Canvas) | copies of the rarer allele |
//! | the base behind `POS` to `END` | the segment |
//! | `##EstimatedTumorPurity`, `##OverallPloidy` | tumour content and ploidy of the sample |
//!
//! The fields of DRAGEN (`##source=DRAGEN_CNV`) and Canvas are from their documentation.

use super::Context;
use super::annotation::func_entries;
use super::header::Header;
use super::line::Line;
use super::rearrangement::far_end;
use crate::domain::{Alteration, Chromosome, CopyNumber, Fraction, GeneSymbol, Region};
use std::collections::BTreeSet;

/// INFO fields under which callers list the genes of a segment.
const GENES: &[&str] = &["GENE", "GENES", "Gene", "gene", "GENE_NAME"];

/// What the header says of the whole sample.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OfSample {
    purity: Option<Fraction>,
    ploidy: Option<f64>,
}

impl OfSample {
    /// Nothing where the caller could not tell (`NA`).
    pub(super) fn read(header: &Header) -> Self {
        let number = |key| header.plain(key)?.trim().parse::<f64>().ok();
        Self {
            purity: number("EstimatedTumorPurity").and_then(Fraction::new),
            ploidy: number("OverallPloidy").filter(|ploidy| ploidy.is_finite() && *ploidy > 0.0),
        }
    }
}

/// The segment as a whole. `None` where its end is not stated.
pub(super) fn segment(
    line: &Line<'_>,
    allele: &str,
    copies: f64,
    context: &Context<'_>,
    odd: &mut Vec<String>,
) -> Option<Alteration> {
    let symbol = allele.trim_matches(['<', '>']);
    let end = far_end(line, symbol, odd)?.pos;
    let number = |key: &str| {
        let text = line.format(context.tumour?, key)?;
        text.parse::<f64>().ok().filter(|number| *number >= 0.0)
    };
    let minor_copies = number("MCN").or_else(|| {
        let major = number("MCC")?;
        Some(copies - major).filter(|minor| *minor >= 0.0)
    });
    let judged = CopyNumber {
        region: Some(Region {
            chrom: Chromosome::new(line.chrom),
            start: line.pos.saturating_add(1).min(end),
            end,
            bands: None,
        }),
        copies: Some(copies),
        minor_copies,
        purity: context.of_sample.purity,
        ploidy: context.of_sample.ploidy,
        filter: line.filters(),
        ..CopyNumber::default()
    }
    .judged();
    Some(Alteration::CopyNumber(judged))
}

/// Copies in the tumour, else of the record. `None` where it states none.
pub(super) fn copies(line: &Line<'_>, context: &Context<'_>) -> Option<f64> {
    let of_sample = context.tumour.and_then(|sample| {
        ["CN", "TCN"]
            .iter()
            .find_map(|key| line.format(sample, key))
    });
    let text = of_sample.or_else(|| ["CN", "TCN"].iter().find_map(|key| line.info(key)))?;
    text.parse::<f64>()
        .ok()
        .filter(|copies| copies.is_finite() && *copies >= 0.0)
}

/// One claim for each gene that the record names; none where it names no gene.
pub(super) fn claims(line: &Line<'_>, allele: &str, copies: f64) -> Vec<Alteration> {
    genes(line)
        .into_iter()
        .map(|gene| {
            let judged = CopyNumber {
                gene: Some(gene),
                copies: Some(copies),
                filter: line.filters(),
                ..CopyNumber::default()
            }
            .judged();
            Alteration::CopyNumber(CopyNumber {
                threshold: format!("{allele}: {}", judged.threshold),
                ..judged
            })
        })
        .collect()
}

/// The genes of the segment: of an INFO field, else those of Ion Reporter's `FUNC`.
fn genes(line: &Line<'_>) -> Vec<GeneSymbol> {
    if let Some(genes) = GENES.iter().find_map(|key| line.info(key)) {
        return genes
            .split([',', '|', '&'])
            .filter_map(GeneSymbol::new)
            .collect();
    }
    // An entry stands there for each transcript.
    let genes: BTreeSet<GeneSymbol> = func_entries(line)
        .iter()
        .filter_map(|entry| entry.get("gene").and_then(GeneSymbol::new))
        .collect();
    genes.into_iter().collect()
}
