//! The number of copies that a symbolic record states (`<DEL>`, `<DUP>`, `<CNV>` with `CN`), and
//! the genes it names.

use super::Context;
use super::annotation::func_entries;
use super::line::Line;
use crate::domain::{Alteration, CopyNumber, GeneSymbol};
use std::collections::BTreeSet;

/// INFO fields under which callers list the genes of a segment.
const GENES: &[&str] = &["GENE", "GENES", "Gene", "gene", "GENE_NAME"];

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
