//! Fusions in a VCF: told from VCFs of other variants by the INFO fields of their headers.

use crate::read::stream::Head;

/// INFO fields of the two genes, caller by caller: rnafusion and MegaFusion; FusionCatcher.
const GENES: &[[&str; 2]] = &[["GENEA", "GENEB"], ["GENE5", "GENE3"]];

/// Whether the header declares the fields of a fusion VCF.
pub fn is_fusion_vcf(head: &Head) -> bool {
    GENES
        .iter()
        .any(|pair| pair.iter().all(|field| declares(head, field)))
}

/// Whether the header declares that INFO field.
pub fn declares(head: &Head, field: &str) -> bool {
    let start = format!("##INFO=<ID={field},");
    head.lines().any(|line| line.starts_with(&start))
}
