//! Warnings of one file, so that a file with an oddity on every line does not fill the memory.

use crate::domain::Warning;

/// Warnings and rejected records of one file that are kept with their text; all are counted.
pub const LISTED: usize = 1_000;

/// Warnings of one file: the first [`LISTED`] with their text, the others as a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warnings {
    listed: Vec<Warning>,
    unlisted: u64,
}

impl Warnings {
    /// Adds one.
    pub fn push(&mut self, warning: Warning) {
        if self.listed.len() < LISTED {
            self.listed.push(warning);
        } else {
            self.unlisted = self.unlisted.saturating_add(1);
        }
    }

    /// Adds what another list of the same file holds.
    pub fn join(&mut self, other: Self) {
        self.extend(other.listed);
        self.unlisted = self.unlisted.saturating_add(other.unlisted);
    }

    /// The list for the report; where it was cut, its last entry says how many are left out of the
    /// file at `input`.
    pub fn into_list(mut self, input: usize) -> Vec<Warning> {
        if self.unlisted > 0 {
            self.listed.push(Warning {
                input: Some(input),
                line: None,
                message: format!(
                    "{} more warning(s) about this file are not listed",
                    self.unlisted
                ),
            });
        }
        self.listed
    }
}

impl Extend<Warning> for Warnings {
    fn extend<I: IntoIterator<Item = Warning>>(&mut self, warnings: I) {
        for warning in warnings {
            self.push(warning);
        }
    }
}

impl FromIterator<Warning> for Warnings {
    fn from_iter<I: IntoIterator<Item = Warning>>(warnings: I) -> Self {
        let mut all = Self::default();
        all.extend(warnings);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_counted() {
        let warning = |line: u64| Warning {
            input: Some(3),
            line: Some(line),
            message: "odd".to_owned(),
        };
        let few: Warnings = (1..=5).map(warning).collect();
        assert_eq!(few.clone().into_list(3).len(), 5);
        let mut many: Warnings = (1..=2_500).map(warning).collect();
        many.join(few);
        let list = many.into_list(3);
        assert_eq!(list.len(), LISTED + 1);
        let last = list.last().unwrap();
        assert!(last.message.starts_with("1505 more"), "{last:?}");
    }
}
