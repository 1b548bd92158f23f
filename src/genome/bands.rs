//! Cytobands of a place.

use crate::domain::{Assembly, Chromosome};
use crate::genome::embedded;

/// The bands that `start` to `end` (1-based, both included) touches: `12q14.1`, `12q13.3-q15`,
/// `9p21.3-q13`. `None` for a contig without bands and for places beyond a chromosome's end.
pub fn bands(assembly: Assembly, chrom: &Chromosome, start: u64, end: u64) -> Option<String> {
    let assembly = assembly.to_string();
    let mut touched = embedded::rows(embedded::BANDS).filter_map(|cells| {
        let [build, name, first, last, band] = cells.as_slice() else {
            return None;
        };
        if *build != assembly || *name != chrom.as_str() {
            return None;
        }
        let (first, last): (u64, u64) = (first.parse().ok()?, last.parse().ok()?);
        (first <= end && last >= start).then_some(*band)
    });
    let first = touched.next()?;
    let number = chrom.as_str().trim_start_matches("chr");
    Some(match touched.last() {
        Some(last) => format!("{number}{first}-{last}"),
        None => format!("{number}{first}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_band_several_and_none() {
        let of = |chrom, start, end| bands(Assembly::GRCh38, &Chromosome::new(chrom), start, end);
        assert_eq!(of("12", 68_808_177, 68_845_544).as_deref(), Some("12q15"));
        assert_eq!(
            of("12", 57_800_000, 69_000_000).as_deref(),
            Some("12q14.1-q15")
        );
        assert_eq!(of("1", 1, 248_956_422).as_deref(), Some("1p36.33-q44"));
        assert_eq!(of("GL000191.1", 1, 9), None);
    }
}
