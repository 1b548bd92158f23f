//! DX-COMPLEX-IN-SIMPLE: The genome seen is complex where the submitted entity is expected to be simple, or the reverse; counted from segments, and from rearrangements beside sequenced normal tissue (thresholds: genome).

use crate::domain::{GenomeClass, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::DxComplexInSimple,
    checks: "The genome seen is complex where the submitted entity is expected to be simple, or the reverse; counted from segments, and from rearrangements beside sequenced normal tissue (thresholds: genome).",
    why: "Many changes do not fit a tumour of one driver, and few do not fit one of many; both ask for the diagnosis or for the sample.",
    example: "Fifty altered segments in a submitted synovial sarcoma.",
    source: "Requirement R14.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let (Some(histotype), Some(observed)) = (view.subject.histotype(), view.genome.class) else {
        return Vec::new();
    };
    let disagrees = match (histotype.genome, observed) {
        (GenomeClass::Simple, GenomeClass::Complex)
        | (GenomeClass::Complex, GenomeClass::Simple) => true,
        (
            GenomeClass::Simple
            | GenomeClass::Amplified
            | GenomeClass::Complex
            | GenomeClass::Mixed
            | GenomeClass::Unknown,
            _,
        ) => false,
    };
    if !disagrees {
        return Vec::new();
    }
    let message = format!(
        "The genome is {}; {} is expected {}.",
        view.genome.text, histotype.name, histotype.genome
    );
    vec![Raised::case(RULE.code, message)]
}
