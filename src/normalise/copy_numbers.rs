//! What other files of the sample say about tumour content and ploidy, for copy numbers whose own
//! file says nothing of them.

use crate::domain::{Alteration, BiomarkerValue, Call, Fraction, Measure};

/// Tumour content and ploidy of the sample, each where exactly one value is stated by the records
/// that passed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SampleMeasures {
    purity: Option<Fraction>,
    ploidy: Option<f64>,
}

impl SampleMeasures {
    /// Those that `calls` state.
    pub fn of<'a>(calls: impl Iterator<Item = &'a Call> + Clone) -> Self {
        Self {
            purity: only(calls.clone(), Measure::Purity).and_then(Fraction::new),
            ploidy: only(calls, Measure::Ploidy).filter(|ploidy| *ploidy > 0.0),
        }
    }

    /// Gives a copy number what its own file does not say, and judges it again.
    pub fn complete(self, call: &mut Call) {
        if let Alteration::CopyNumber(copy_number) = &mut call.claim {
            copy_number.purity = copy_number.purity.or(self.purity);
            if copy_number.ploidy.is_none() && self.ploidy.is_some() {
                copy_number.ploidy = self.ploidy;
                copy_number.judge();
            }
        }
    }
}

/// The one value of that measure. `None` where none or several are stated.
fn only<'a>(calls: impl Iterator<Item = &'a Call>, measure: Measure) -> Option<f64> {
    let mut found = calls.filter_map(|call| match &call.claim {
        Alteration::Biomarker(biomarker)
            if biomarker.measure == measure && call.standing.passed() =>
        {
            match biomarker.value {
                BiomarkerValue::Number(number) => Some(number),
                BiomarkerValue::State(_) => None,
            }
        }
        Alteration::Biomarker(_)
        | Alteration::SmallVariant(_)
        | Alteration::Fusion(_)
        | Alteration::CopyNumber(_)
        | Alteration::Rearrangement(_)
        | Alteration::TandemDuplication(_) => None,
    });
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}
