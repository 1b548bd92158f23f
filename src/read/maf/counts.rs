//! Depth, alternate reads and allele fraction in the tumour.
//!
//! The fraction that the caller states comes before the one worked out of `t_alt_count` and
//! `t_depth`.

use crate::domain::Fraction;
use crate::read::table::{Row, shown};

/// What the row says of the tumour's reads.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Counts {
    pub(super) depth: Option<u32>,
    pub(super) alternate: Option<u32>,
    pub(super) fraction: Option<Fraction>,
}

/// Columns of allele fractions from 0 to 1: Oncotator, MSK, Mutect.
const FRACTIONS: &[&str] = &["tumor_f", "i_tumor_f", "t_var_freq", "t_vaf", "t_AF"];

/// Columns of allele fractions in per cent: TCGA.
const PER_CENT: &[&str] = &["i_TumorVAF_WU", "TumorVAF_WU"];

pub(super) fn counts(row: &mut Row<'_>) -> Counts {
    let alternate = whole(row, "t_alt_count");
    let reference = whole(row, "t_ref_count");
    let sum = reference.zip(alternate);
    let depth = whole(row, "t_depth").or(sum.map(|(one, other)| one.saturating_add(other)));
    let fraction = stated(row).or_else(|| worked_out(row, alternate?, depth?));
    Counts {
        depth,
        alternate,
        fraction,
    }
}

/// A count; programs that hold columns as numbers write `21.0`.
fn whole(row: &mut Row<'_>, column: &str) -> Option<u32> {
    let text = row.text(column)?.to_owned();
    let read = text.strip_suffix(".0").unwrap_or(&text).parse().ok();
    if read.is_none() {
        row.warn(format!(
            "{column}: found \"{}\", expected a whole number; left out",
            shown(&text)
        ));
    }
    read
}

fn stated(row: &mut Row<'_>) -> Option<Fraction> {
    let of_one = FRACTIONS.iter().find(|column| row.text(column).is_some());
    if let Some(column) = of_one {
        return row.fraction(column);
    }
    let column = PER_CENT.iter().find(|column| row.text(column).is_some())?;
    let number = row.number(column)?;
    let read = Fraction::new(number / 100.0);
    if read.is_none() {
        row.warn(format!(
            "{column}: found {number}, expected 0 to 100 per cent; left out"
        ));
    }
    read
}

fn worked_out(row: &mut Row<'_>, alternate: u32, depth: u32) -> Option<Fraction> {
    let read = Fraction::of_counts(alternate, depth);
    if read.is_none() && depth > 0 {
        row.warn(format!(
            "t_alt_count: found {alternate}, more than the {depth} reads of t_depth; no fraction \
             is worked out"
        ));
    }
    read
}
