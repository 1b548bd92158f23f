//! The genome as a whole: simple or complex, as far as the inputs tell (requirement R14).
//!
//! Many altered segments or rearrangements are seen whatever the assay; few are only told where the
//! assay sees the whole genome and the tumour content suffices. Rearrangements count only beside
//! sequenced normal tissue: without it, inherited ones count along. The thresholds are
//! [`crate::domain::GenomeLimits`].

use crate::domain::{Biomarker, BiomarkerValue, Detects, Fraction, GenomeClass, Measure};
use crate::interpret::Subject;
use crate::interpret::expected::{qc_failure, tumour_failure};

/// What was seen of the genome as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObservedGenome {
    /// Simple or complex. `None`: neither can be told.
    pub class: Option<GenomeClass>,
    /// In words for the report.
    pub text: String,
}

/// What `subject`'s files tell.
pub(crate) fn observe(subject: &Subject<'_>, measures: &[Biomarker]) -> ObservedGenome {
    let limits = &subject.config.genome;
    let segments = subject.counted.altered_segments.map(|count| {
        let least = limits.min_segment_mb;
        let words = format!("{count} altered segment(s) of {least} Mb and more");
        let range = (limits.simple_max_segments, limits.complex_min_segments);
        (count, range, words)
    });
    let has_normal = subject.case.specimen.normal_sequenced == Some(true);
    let rearrangements = subject.counted.rearrangements.filter(|_| has_normal);
    let rearrangements = rearrangements.map(|count| {
        let words = format!("{count} rearrangement(s)");
        let most = limits.simple_max_rearrangements;
        (count, (most, limits.complex_min_rearrangements), words)
    });
    let seen: Vec<_> = segments.iter().chain(&rearrangements).collect();
    if seen.is_empty() {
        return ObservedGenome {
            class: None,
            text: "not assessed".to_owned(),
        };
    }
    let at_least =
        |count: usize, limit: u32| u64::try_from(count).is_ok_and(|n| n >= u64::from(limit));
    let is_complex = seen
        .iter()
        .any(|(count, (_, complex), _)| at_least(*count, *complex));
    let is_few = seen
        .iter()
        .all(|(count, (simple, _), _)| !at_least(*count, simple.saturating_add(1)));
    let words: Vec<&str> = seen.iter().map(|(_, _, words)| words.as_str()).collect();
    let words = words.join(", ");
    let (class, verdict) = if is_complex {
        (Some(GenomeClass::Complex), "complex")
    } else if is_few && segments.is_some() && sees_few(subject, measures) {
        (Some(GenomeClass::Simple), "simple")
    } else if is_few {
        (
            None,
            "few changes, which assay and sample do not allow to call simple",
        )
    } else {
        (None, "neither simple nor complex")
    };
    ObservedGenome {
        class,
        text: format!("{verdict}: {words}"),
    }
}

/// Whether few changes mean that there are few.
fn sees_few(subject: &Subject<'_>, measures: &[Biomarker]) -> bool {
    let whole_genome = subject.assay.is_some_and(|assay| {
        assay.detects.contains(&Detects::CopyNumber)
            && assay.genes.iter().any(|gene| gene.as_str() == "*")
    });
    let measured = measures
        .iter()
        .filter(|found| found.measure == Measure::Purity)
        .filter_map(|found| match found.value {
            BiomarkerValue::Number(number) => Fraction::new(number),
            BiomarkerValue::State(_) => None,
        })
        .reduce(|one, other| if other < one { other } else { one });
    let purity = subject.case.specimen.tumour_fraction.or(measured);
    let suffices = purity.is_some_and(|found| found >= subject.config.copy_number.min_purity);
    whole_genome && suffices && tumour_failure(subject).is_none() && qc_failure(subject).is_none()
}
