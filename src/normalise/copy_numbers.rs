//! What other files of the sample say about tumour content and ploidy, for copy numbers whose own
//! file says nothing of them.

use crate::domain::{
    Alteration, BiomarkerValue, Call, CopyNumber, CopyNumberLimits, Fraction, Measure,
};

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

    /// Gives a copy number what its own file does not say, and judges it by the laboratory's limits.
    pub fn complete(self, call: &mut Call, limits: &CopyNumberLimits) {
        if let Alteration::CopyNumber(copy_number) = &mut call.claim {
            self.judge(copy_number, limits);
        }
    }

    /// The same for one copy number.
    pub fn judge(self, copy_number: &mut CopyNumber, limits: &CopyNumberLimits) {
        copy_number.purity = copy_number.purity.or(self.purity);
        let learned = copy_number.ploidy.is_none() && self.ploidy.is_some();
        if learned {
            copy_number.ploidy = self.ploidy;
        }
        // Judged anew only where something changed, so that the reader's words stay.
        if learned || *limits != CopyNumberLimits::default() {
            copy_number.judge(limits);
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
