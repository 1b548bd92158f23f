//! What tables of segments have in common: the stretch that a row tells of, and the genes it lists.

use crate::domain::{Chromosome, CopyNumber, GeneSymbol, Region};
use crate::read::table::{Row, shown};

/// A segment that lists more genes than this is told by its place alone.
const GENES: usize = 50;

/// What CNVkit writes in place of a gene.
const NO_GENES: &[&str] = &["Antitarget", "Background", "CGH"];

/// The number of a chromosome's first base in a file.
#[derive(Clone, Copy)]
pub(super) enum Counts {
    /// Starts are counted from 0 and ends are not included, as in BED files.
    FromZero,
    /// Starts and ends are counted from 1 and both included.
    FromOne,
}

/// The stretch in the columns with its chromosome, its start and its end.
///
/// # Errors
/// In words where one is absent or the stretch ends before it starts.
pub(super) fn region(
    row: &Row<'_>,
    [chrom, start, end]: [&str; 3],
    counts: Counts,
) -> Result<Region, String> {
    let chrom = chromosome(row.chrom(chrom)?);
    let first = match counts {
        Counts::FromZero => place(row, start)?.saturating_add(1),
        // There is no base 0: a stretch from there begins at the first.
        Counts::FromOne => place(row, start)?.max(1),
    };
    let last = place(row, end)?;
    if last < first {
        return Err(format!(
            "{end}: found {last}, which lies before {start}; expected {first} or more"
        ));
    }
    Ok(Region {
        chrom,
        start: first,
        end: last,
        bands: None,
    })
}

/// R programs number X and Y 23 and 24.
pub(super) fn chromosome(chrom: Chromosome) -> Chromosome {
    match chrom.as_str().trim_start_matches("chr") {
        "23" => Chromosome::new("X"),
        "24" => Chromosome::new("Y"),
        _ => chrom,
    }
}

/// A position; R writes round ones as `1e+05`.
fn place(row: &Row<'_>, column: &str) -> Result<u64, String> {
    const LARGEST: f64 = 4_294_967_295.0;
    let text = row.text(column).unwrap_or_default();
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = digits.then(|| text.parse().ok()).flatten();
    whole
        .or_else(|| {
            let number: f64 = text.parse().ok()?;
            let is_place = (0.0..=LARGEST).contains(&number) && number.fract() == 0.0;
            is_place.then_some(number as u64)
        })
        .ok_or_else(|| format!("{column}: found \"{}\", expected a position", shown(text)))
}

/// The genes that a segment lists; none where it lists more than [`GENES`].
pub(super) fn listed(row: &Row<'_>, column: &str) -> Vec<GeneSymbol> {
    let mut genes: Vec<GeneSymbol> = row
        .text(column)
        .into_iter()
        .flat_map(|text| text.split([',', ';']))
        .filter(|name| !NO_GENES.contains(&name.trim()))
        .filter_map(GeneSymbol::new)
        .collect();
    genes.sort();
    genes.dedup();
    if genes.len() > GENES {
        genes.clear();
    }
    genes
}

/// A copy number of a stretch, still without its number.
pub(super) fn stretch(region: Region) -> CopyNumber {
    CopyNumber {
        region: Some(region),
        ..CopyNumber::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Origin;
    use crate::read::Symbols;
    use crate::read::table::Columns;

    fn with<T>(cells: &[&str], read: impl FnOnce(&Row<'_>) -> T) -> T {
        let columns = Columns::new("chrom\tstart\tend\tgene").0;
        let symbols = Symbols::default();
        let origin = Origin {
            input: 0,
            line: 2,
            caller: "t".to_owned(),
        };
        let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
        read(&Row::new(&columns, cells, origin, &symbols))
    }

    #[test]
    fn stretches_are_counted_from_one() {
        let of = |cells: &[&str], counts| {
            with(cells, |row| {
                region(row, ["chrom", "start", "end"], counts).map(|region| region.to_string())
            })
        };
        let read = |text: &str| Ok(text.to_owned());
        assert_eq!(
            of(&["12", "99", "200", ""], Counts::FromZero),
            read("chr12:100-200")
        );
        assert_eq!(
            of(&["23", "0", "1e+05", ""], Counts::FromOne),
            read("chrX:1-100000")
        );
        for cells in [
            ["", "1", "2", ""],
            ["1", "", "2", ""],
            ["1", "3", "2", ""],
            ["1", "1.5", "2", ""],
            ["1", "-1", "2", ""],
        ] {
            assert!(of(&cells, Counts::FromOne).is_err(), "{cells:?}");
        }
    }

    #[test]
    fn genes_of_a_segment() {
        let of = |text: &str| with(&["", "", "", text], |row| listed(row, "gene").len());
        assert_eq!(of("CDK4,MDM2,CDK4"), 2);
        assert_eq!(of("-"), 0);
        assert_eq!(of("Antitarget,MDM2"), 1);
        let many: Vec<String> = (0..60).map(|index| format!("G{index}")).collect();
        assert_eq!(of(&many.join(",")), 0);
    }
}
