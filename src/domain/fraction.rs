//! A share of a whole.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A number from 0 to 1, both included: an allele fraction, a tumour content, a frequency.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "f64", into = "f64")]
pub struct Fraction(f64);

impl Fraction {
    /// `None` where `value` is not a number from 0 to 1.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    /// So many per cent; 100 at the most.
    pub const fn per_cent(number: u8) -> Self {
        if number < 100 {
            Self(number as f64 / 100.0)
        } else {
            Self(1.0)
        }
    }

    /// `part` of `whole`. `None` where the whole is nothing or smaller than the part.
    pub fn of_counts(part: u32, whole: u32) -> Option<Self> {
        if whole == 0 {
            return None;
        }
        Self::new(f64::from(part) / f64::from(whole))
    }

    /// The number, 0 to 1.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Fraction {
    type Error = String;

    fn try_from(value: f64) -> Result<Self, String> {
        Self::new(value).ok_or_else(|| format!("{value} is not a fraction between 0 and 1"))
    }
}

impl From<Fraction> for f64 {
    fn from(fraction: Fraction) -> Self {
        fraction.0
    }
}

/// In per cent, one decimal at the most: `42 %`, `0.4 %`.
impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let per_cent = (self.0 * 1000.0).round() / 10.0;
        write!(f, "{per_cent} %")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_zero_to_one() {
        assert!(Fraction::new(1.2).is_none());
        assert!(Fraction::new(f64::NAN).is_none());
        assert!(Fraction::of_counts(1, 0).is_none());
        assert_eq!(Fraction::of_counts(1, 4).map(Fraction::get), Some(0.25));
        assert_eq!(Fraction(0.423).to_string(), "42.3 %");
    }
}
