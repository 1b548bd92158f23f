//! From a measured number of copies to a call, with the threshold in words.
//!
//! The thresholds are this program's convention, printed with each call; no paper is claimed for
//! them, only for what is said beside them. A laboratory's own thresholds belong to its validation
//! ([`CopyNumberLimits`]); these are the defaults.
//!
//! | measure | deletion | loss | neutral | gain | amplification |
//! |---|---|---|---|---|---|
//! | copies, ploidy not known | < 0.5 | < 1.5 | 1.5 to 2.5 | > 2.5 | ≥ 8 |
//! | copies, ploidy P | < 0.5 | < P − 0.5 | P ± 0.5 | > P + 0.5 | ≥ 8 and ≥ 3 P |
//! | log2 ratio | ≤ −1.1 | ≤ −0.25 | between | ≥ 0.2 | ≥ 1.5 |
//! | fold change F | as log2 F | | | | |
//!
//! Three times the ploidy is how PURPLE calls an amplification, −1.1, −0.25 and 0.2 are the defaults
//! of `cnvkit call` for a tumour of moderate content; 1.5 is near eight copies at half tumour
//! content. One copy of a sex chromosome may be all there ever was and is no loss.

use crate::domain::{Chromosome, CopyNumber, CopyNumberCall, CopyNumberLimits};

/// Ploidy where none is stated.
const DIPLOID: f64 = 2.0;

impl CopyNumber {
    /// Sets `call` and `threshold` by the best measure there is: copies before ratios. A call that
    /// the file states stays, and so does one without a measure.
    pub fn judge(&mut self, limits: &CopyNumberLimits) {
        if self.is_stated {
            return;
        }
        let chrom = self.region.as_ref().map(|region| &region.chrom);
        let judged = if let Some(copies) = self.copies {
            Some(of_copies(copies, self.ploidy, chrom, limits))
        } else if let Some(ratio) = self.log2_ratio {
            Some(of_log2(ratio, "log2 ratio", limits))
        } else {
            self.fold_change
                .filter(|fold| *fold > 0.0)
                .map(|fold| of_log2(fold.log2(), "log2 of the fold change", limits))
        };
        if let Some((call, threshold)) = judged {
            self.call = call;
            self.threshold = threshold;
        }
    }

    /// The same, judged by the default thresholds; a laboratory's own are applied once the sample's
    /// ploidy is known.
    pub fn judged(mut self) -> Self {
        self.judge(&CopyNumberLimits::default());
        self
    }

    /// The same with the call that the file states, in its words.
    pub fn stated(mut self, call: CopyNumberCall, words: &str) -> Self {
        self.call = call;
        self.threshold = format!("as the file states it: {words}");
        self.is_stated = true;
        self
    }
}

fn of_copies(
    copies: f64,
    ploidy: Option<f64>,
    chrom: Option<&Chromosome>,
    limits: &CopyNumberLimits,
) -> (CopyNumberCall, String) {
    use CopyNumberCall::{Amplification, Deletion, Gain, Loss, Neutral};
    let expected = ploidy.unwrap_or(DIPLOID);
    let none_left = limits.none_left_copies;
    let change = limits.change_copies;
    let (low, high) = (expected - change, expected + change);
    let amplified = limits
        .amplified_copies
        .max(limits.amplified_ploidies * ploidy.unwrap_or_default());
    let of = match ploidy {
        Some(ploidy) => format!(" at ploidy {ploidy}"),
        None => String::new(),
    };
    let is_sex = chrom.is_some_and(|chrom| matches!(chrom.as_str(), "chrX" | "chrY"));
    if copies < none_left {
        (
            Deletion,
            format!("fewer than {none_left} copies count as none left"),
        )
    } else if copies < low && is_sex {
        (
            Neutral,
            "one copy of a sex chromosome is not called a loss".to_owned(),
        )
    } else if copies < low {
        (Loss, format!("fewer than {low} copies count as a loss{of}"))
    } else if copies <= high {
        (
            Neutral,
            format!("{low} to {high} copies count as neutral{of}"),
        )
    } else if copies < amplified {
        (
            Gain,
            format!("more than {high} and fewer than {amplified} copies count as a gain{of}"),
        )
    } else {
        (
            Amplification,
            format!("{amplified} copies and more count as an amplification{of}"),
        )
    }
}

fn of_log2(ratio: f64, measure: &str, limits: &CopyNumberLimits) -> (CopyNumberCall, String) {
    use CopyNumberCall::{Amplification, Deletion, Gain, Loss, Neutral};
    let CopyNumberLimits {
        log2_deletion,
        log2_loss,
        log2_gain,
        log2_amplification,
        ..
    } = limits;
    if ratio <= *log2_deletion {
        (
            Deletion,
            format!("a {measure} of {log2_deletion} and less counts as none left"),
        )
    } else if ratio <= *log2_loss {
        (
            Loss,
            format!("a {measure} of {log2_loss} and less counts as a loss"),
        )
    } else if ratio < *log2_gain {
        (
            Neutral,
            format!("a {measure} between {log2_loss} and {log2_gain} counts as neutral"),
        )
    } else if ratio < *log2_amplification {
        (
            Gain,
            format!(
                "a {measure} of {log2_gain} and more, below {log2_amplification}, counts as a gain"
            ),
        )
    } else {
        (
            Amplification,
            format!("a {measure} of {log2_amplification} and more counts as an amplification"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CopyNumberCall::{Amplification, Deletion, Gain, Loss, Neutral};

    fn call(copies: f64, ploidy: Option<f64>) -> CopyNumberCall {
        of_copies(copies, ploidy, None, &CopyNumberLimits::default()).0
    }

    #[test]
    fn copies_are_held_against_the_ploidy() {
        let calls: Vec<_> = [0.2, 1.0, 2.0, 5.0, 9.0].map(|n| call(n, None)).to_vec();
        assert_eq!(calls, [Deletion, Loss, Neutral, Gain, Amplification]);
        // After a doubling of the genome nine copies are little more than twice the rest.
        let calls: Vec<_> = [0.2, 2.0, 4.0, 9.0, 13.0]
            .map(|n| call(n, Some(4.0)))
            .to_vec();
        assert_eq!(calls, [Deletion, Loss, Neutral, Gain, Amplification]);
        // A low ploidy makes no amplification out of six copies.
        assert_eq!(call(6.0, Some(1.8)), Gain);
        let x = Chromosome::new("X");
        let judged = of_copies(1.0, None, Some(&x), &CopyNumberLimits::default());
        assert_eq!(judged.0, Neutral);
    }

    #[test]
    fn ratios_and_stated_calls() {
        let calls: Vec<_> = [-1.5, -0.4, 0.0, 0.6, 2.2]
            .map(|r| of_log2(r, "log2 ratio", &CopyNumberLimits::default()).0)
            .to_vec();
        assert_eq!(calls, [Deletion, Loss, Neutral, Gain, Amplification]);
        let mut stated = CopyNumber {
            copies: Some(2.0),
            ..CopyNumber::default()
        }
        .stated(Amplification, "AMP");
        stated.judge(&CopyNumberLimits::default());
        assert_eq!(stated.call, Amplification);
        let judged = CopyNumber {
            fold_change: Some(4.0),
            ..CopyNumber::default()
        }
        .judged();
        assert_eq!(judged.call, Amplification);
    }
}
