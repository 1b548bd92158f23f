//! FORMAT fields of one sample, typed, with what is odd about them.

use crate::domain::Fraction;
use crate::read::vcf::line::{Line, shown};

/// FORMAT fields of one sample.
pub(super) struct Fields<'l, 'a> {
    pub(super) line: &'l Line<'a>,
    pub(super) sample: usize,
    pub(super) odd: Vec<String>,
}

impl Fields<'_, '_> {
    /// Whole numbers; `None` for a `.` among them. `None` at all where the field is absent or odd.
    pub(super) fn numbers(&mut self, key: &str) -> Option<Vec<Option<u32>>> {
        let text = self.line.format(self.sample, key)?;
        let parsed: Option<Vec<Option<u32>>> = text
            .split(',')
            .map(|part| match part {
                "." => Some(None),
                digits => digits.parse().ok().map(Some),
            })
            .collect();
        if parsed.is_none() {
            self.odd.push(format!(
                "{key}: found \"{}\", expected whole numbers; left out",
                shown(text)
            ));
        }
        parsed
    }

    pub(super) fn at(&mut self, key: &str, index: usize) -> Option<u32> {
        self.numbers(key)?.into_iter().nth(index).flatten()
    }

    pub(super) fn one(&mut self, key: &str) -> Option<u32> {
        self.at(key, 0)
    }

    /// A fraction that the caller states; the reference's stands first where there is one more
    /// than alternate alleles.
    pub(super) fn stated(&mut self, index: usize) -> Option<Fraction> {
        for key in ["AF", "FA", "VAF"] {
            let Some(text) = self.line.format(self.sample, key) else {
                continue;
            };
            let parts: Vec<&str> = text.split(',').collect();
            let shift = usize::from(parts.len() == self.line.alternates.len() + 1);
            let part = parts.get(index + shift).copied().unwrap_or(".");
            if part == "." {
                continue;
            }
            let fraction = part.parse().ok().and_then(Fraction::new);
            if fraction.is_none() {
                self.odd.push(format!(
                    "{key}: found \"{}\", expected a fraction from 0 to 1; left out",
                    shown(part)
                ));
            }
            return fraction;
        }
        self.per_cent("FREQ")
    }

    /// `11.45%`
    pub(super) fn per_cent(&mut self, key: &str) -> Option<Fraction> {
        let text = self.line.format(self.sample, key)?;
        let number: Option<f64> = text.trim_end_matches('%').parse().ok();
        let fraction = number.and_then(|number| Fraction::new(number / 100.0));
        if fraction.is_none() {
            self.odd.push(format!(
                "{key}: found \"{}\", expected a percentage; left out",
                shown(text)
            ));
        }
        fraction
    }
}
