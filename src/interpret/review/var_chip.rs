//! VAR-CHIP: A variant of TP53, PPM1D, DNMT3A, TET2 or ASXL1 at low allele fraction (small_variant.chip_max_vaf) in an older patient (small_variant.chip_min_age_years).

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::VarChip,
    checks: "A variant of TP53, PPM1D, DNMT3A, TET2 or ASXL1 at low allele fraction (small_variant.chip_max_vaf) in an older patient (small_variant.chip_min_age_years).",
    why: "Clones of blood cells carry such variants with age, and blood is part of every tumour sample.",
    example: "TP53 p.R175H at 4 % at 71 years.",
    source: "Review reasons page, VAR-CHIP. Fraction and age are this program's convention.",
    raise,
};

/// Genes of clonal haematopoiesis that are also read as tumour genes.
const OF_BLOOD: &[&str] = &["TP53", "PPM1D", "DNMT3A", "TET2", "ASXL1"];

fn raise(view: &View<'_>) -> Vec<Raised> {
    let limits = &view.subject.config.small_variant;
    let age = view.subject.case.patient.age_years;
    if age.is_none_or(|age| age < limits.chip_min_age_years.get()) {
        return Vec::new();
    }
    view.small_variants()
        .filter(|(_, item, _)| item.observed.passed())
        .filter_map(|(index, _, variant)| {
            let gene = variant.gene.as_ref()?;
            let vaf = variant.vaf.filter(|vaf| *vaf <= limits.chip_max_vaf)?;
            if !OF_BLOOD.contains(&gene.as_str()) {
                return None;
            }
            let message = format!("May come from blood clones: {gene} at {vaf}.");
            Some(Raised::finding(view, index, RULE.code, message))
        })
        .collect()
}
