//! Current HGNC symbols in place of earlier and alias names, Ensembl identifiers and symbols in
//! another letter case.

use crate::domain::{Alteration, Call, GeneSymbol, Partner, Warning};
use crate::kb::{KnowledgeBase, Resolved};

/// Brings every symbol of `call` up to date. An ambiguous name stays as written and is told, and
/// so is a name that HGNC does not list as written (`kit`, `ENSG00000157404`).
pub fn current_symbols(call: &mut Call, knowledge: &KnowledgeBase) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let origin = call.origin.clone();
    let mut renamed = |symbol: &GeneSymbol| match knowledge.resolve_gene(symbol) {
        Resolved::Current | Resolved::Unknown => None,
        Resolved::Renamed(current) => {
            if knowledge.symbols.resolve(symbol) == Resolved::Unknown {
                warnings.push(Warning::at(
                    &origin,
                    format!("gene name {symbol} read as {current}"),
                ));
            }
            Some(current)
        }
        Resolved::Ambiguous(candidates) => {
            let names: Vec<&str> = candidates.iter().map(GeneSymbol::as_str).collect();
            warnings.push(Warning::at(
                &origin,
                format!(
                    "gene name {symbol} may be {}; kept as written",
                    names.join(" or ")
                ),
            ));
            None
        }
    };
    let mut rename = |symbol: &mut GeneSymbol| {
        if let Some(current) = renamed(symbol) {
            *symbol = current;
        }
    };
    for effect in &mut call.effects {
        effect.gene.as_mut().map(&mut rename);
    }
    match &mut call.claim {
        Alteration::Fusion(fusion) => {
            let mut partner = |partner: &mut Partner| {
                let written = partner.gene.clone();
                partner.gene.as_mut().map(&mut rename);
                if partner.gene != written {
                    partner.written_as = written;
                }
            };
            partner(&mut fusion.five_prime);
            partner(&mut fusion.three_prime);
        }
        Alteration::SmallVariant(variant) => {
            variant.gene.as_mut().map(&mut rename);
        }
        Alteration::CopyNumber(copy_number) => {
            copy_number.gene.as_mut().map(&mut rename);
            copy_number.genes.iter_mut().for_each(&mut rename);
        }
        Alteration::Rearrangement(rearrangement) => {
            rearrangement.genes.iter_mut().for_each(&mut rename);
            rearrangement.genes.sort();
            rearrangement.genes.dedup();
        }
        Alteration::TandemDuplication(duplication) => rename(&mut duplication.gene),
        Alteration::Biomarker(_) => {}
    }
    warnings
}
