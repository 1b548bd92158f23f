//! One row of a table while it is read: cells by column, typed, with what is odd about them.

use super::columns::Columns;
use crate::domain::{
    Alteration, Call, Chromosome, Fraction, Fusion, GeneSymbol, Locus, Origin, Standing, Warning,
};
use crate::read::Symbols;
use std::str::FromStr;

/// One row while it is read.
pub struct Row<'a> {
    pub(super) columns: &'a Columns,
    pub(super) cells: Vec<String>,
    /// Where the row is; goes into every call.
    pub origin: Origin,
    /// Which words are gene symbols.
    pub symbols: &'a Symbols,
    pub(super) warnings: Vec<Warning>,
    pub(super) alerts: Vec<Warning>,
}

impl<'a> Row<'a> {
    /// A row of these cells, for formats that are no plain table but hold some.
    pub fn new(
        columns: &'a Columns,
        cells: Vec<String>,
        origin: Origin,
        symbols: &'a Symbols,
    ) -> Self {
        Self {
            columns,
            cells,
            origin,
            symbols,
            warnings: Vec::new(),
            alerts: Vec::new(),
        }
    }

    /// What was odd about it.
    pub fn into_warnings(self) -> Vec<Warning> {
        self.warnings
    }

    /// The cell in that column. `None` where there is no such column or cell, or it is empty, `.`
    /// or `NA`.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.cell(self.columns.at(column)?)
    }

    /// The cell in the first of those columns that has one: callers rename their columns.
    pub fn text_of(&self, columns: &[&str]) -> Option<&str> {
        columns.iter().find_map(|column| self.text(column))
    }

    /// The cell at that place, from 0, as [`Row::text`].
    pub fn cell(&self, index: usize) -> Option<&str> {
        let cell = self.cells.get(index)?.trim();
        (!matches!(cell, "" | "." | "NA" | "N/A" | "NaN" | "nan")).then_some(cell)
    }

    /// Whether the table has that column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.has(column)
    }

    /// The gene in that column. `None` where it names none.
    pub fn gene(&self, column: &str) -> Option<GeneSymbol> {
        self.text(column).and_then(GeneSymbol::new)
    }

    /// A count in that column. Anything but digits is told and not guessed at.
    pub fn count(&mut self, column: &str) -> Option<u32> {
        self.read(column, "a whole number")
    }

    /// A finite number in that column. Anything else is told and not guessed at.
    pub fn number(&mut self, column: &str) -> Option<f64> {
        self.read::<f64>(column, "a number")
            .filter(|number| number.is_finite())
    }

    /// A fraction from 0 to 1 in that column. Anything else is told and not guessed at.
    pub fn fraction(&mut self, column: &str) -> Option<Fraction> {
        let number = self.number(column)?;
        let read = Fraction::new(number);
        if read.is_none() {
            self.warn(format!(
                "{column}: found {number}, expected a fraction from 0 to 1; left out"
            ));
        }
        read
    }

    fn read<T: FromStr>(&mut self, column: &str, expected: &str) -> Option<T> {
        let text = self.text(column)?.to_owned();
        let read = text.parse().ok();
        if read.is_none() {
            self.warn(format!(
                "{column}: found \"{}\", expected {expected}; left out",
                shown(&text)
            ));
        }
        read
    }

    /// A 1-based place out of a column with the chromosome and one with the position.
    ///
    /// # Errors
    /// In words where either is absent or the position is no whole number above 0.
    pub fn locus(&self, chrom: &str, pos: &str) -> Result<Locus, String> {
        Ok(Locus {
            chrom: self.chrom(chrom)?,
            pos: self.position(pos)?,
        })
    }

    /// The chromosome in that column.
    ///
    /// # Errors
    /// In words where it is absent.
    pub fn chrom(&self, column: &str) -> Result<Chromosome, String> {
        self.text(column)
            .map(Chromosome::new)
            .ok_or_else(|| format!("{column}: empty, expected a chromosome"))
    }

    /// The 1-based position in that column.
    ///
    /// # Errors
    /// In words where it is no whole number above 0.
    pub fn position(&self, column: &str) -> Result<u64, String> {
        let text = self.text(column).unwrap_or_default();
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse()
            .ok()
            .filter(|pos| digits && *pos > 0)
            .ok_or_else(|| {
                format!(
                    "{column}: found \"{}\", expected a position from 1",
                    shown(text)
                )
            })
    }

    /// What the row claims, its caller's filters passed.
    pub fn call(&self, claim: Alteration) -> Call {
        Call {
            origin: self.origin.clone(),
            claim,
            effects: Vec::new(),
            standing: Standing::Passed,
        }
    }

    /// The fusion that the row claims, under its caller's name.
    pub fn fusion(&self, fusion: Fusion, standing: Standing) -> Call {
        Call {
            standing,
            ..self.call(Alteration::Fusion(Box::new(Fusion {
                callers: vec![self.origin.caller.clone()],
                ..fusion
            })))
        }
    }

    /// Tells something odd that has to be told whatever genes the row touches.
    pub fn alert(&mut self, message: String) {
        self.alerts.push(Warning::at(&self.origin, message));
    }

    /// Tells something odd that costs nothing.
    pub fn warn(&mut self, message: String) {
        self.warnings.push(Warning::at(&self.origin, message));
    }

    /// Takes over what was odd about `part`, cells that stand inside one of this row.
    pub fn take_warnings(&mut self, part: Row<'_>) {
        self.warnings.extend(part.warnings);
    }

    /// Tells that a word of a column is none of those known.
    pub fn not_understood(&mut self, column: &str, word: &str) {
        let message = format!("{column}: \"{}\" is not understood", shown(word));
        self.warn(message);
    }
}

/// A cell for a message: escaped and short.
pub fn shown(text: &str) -> String {
    text.chars()
        .take(40)
        .collect::<String>()
        .escape_debug()
        .to_string()
}
