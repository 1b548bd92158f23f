//! Names of contigs, and the assembly that their lengths and accessions tell.

use crate::domain::{Assembly, Chromosome};
use std::collections::BTreeMap;

/// RefSeq accessions of the chromosomes: number, version on GRCh37, version on GRCh38. Source: the
/// assembly reports of the Genome Reference Consortium, as [`Assembly::length_of`].
#[rustfmt::skip]
const ACCESSIONS: &[(&str, &str, &str, &str)] = &[
    ("NC_000001", "1", "10", "11"), ("NC_000002", "2", "11", "12"), ("NC_000003", "3", "11", "12"),
    ("NC_000004", "4", "11", "12"), ("NC_000005", "5", "9", "10"), ("NC_000006", "6", "11", "12"),
    ("NC_000007", "7", "13", "14"), ("NC_000008", "8", "10", "11"), ("NC_000009", "9", "11", "12"),
    ("NC_000010", "10", "10", "11"), ("NC_000011", "11", "9", "10"), ("NC_000012", "12", "11", "12"),
    ("NC_000013", "13", "10", "11"), ("NC_000014", "14", "8", "9"), ("NC_000015", "15", "9", "10"),
    ("NC_000016", "16", "9", "10"), ("NC_000017", "17", "10", "11"), ("NC_000018", "18", "9", "10"),
    ("NC_000019", "19", "9", "10"), ("NC_000020", "20", "10", "11"), ("NC_000021", "21", "8", "9"),
    ("NC_000022", "22", "10", "11"), ("NC_000023", "X", "10", "11"), ("NC_000024", "Y", "9", "10"),
];

/// No chromosome of man is shorter, on any assembly: below it a contig is an excerpt.
const SHORTEST_CHROMOSOME_BP: u64 = 40_000_000;

/// The chromosome that a contig's name stands for, and the assembly that an accession with a
/// version tells.
pub(super) fn chromosome(name: &str) -> (Chromosome, Option<Assembly>) {
    let (accession, version) = name.split_once('.').unwrap_or((name, ""));
    match ACCESSIONS.iter().find(|(known, ..)| *known == accession) {
        // A version of neither assembly is another sequence.
        Some((_, number, old, _)) if version == *old => {
            (Chromosome::new(number), Some(Assembly::GRCh37))
        }
        Some((_, number, _, new)) if version == *new => {
            (Chromosome::new(number), Some(Assembly::GRCh38))
        }
        Some((_, number, ..)) if version.is_empty() => (Chromosome::new(number), None),
        Some(_) | None => (Chromosome::new(name), None),
    }
}

/// Whether it is one of `chr1` … `chr22`, `chrX`, `chrY`. The mitochondrion is not: it has a
/// genetic code of its own.
pub(super) fn is_nuclear(chrom: &Chromosome) -> bool {
    Assembly::GRCh38.length_of(chrom).is_some()
}

/// Lengths of contigs and what accessions told.
#[derive(Debug, Default)]
pub(super) struct Contigs {
    lengths: BTreeMap<Chromosome, u64>,
    by_accession: Vec<(Assembly, String)>,
}

impl Contigs {
    /// Takes a contig with its length, where that is known.
    pub(super) fn add(&mut self, name: &str, length: Option<u64>) {
        let (chrom, told) = chromosome(name);
        if let Some(assembly) = told
            && !self
                .by_accession
                .iter()
                .any(|(known, _)| *known == assembly)
        {
            self.by_accession.push((assembly, name.to_owned()));
        }
        if let Some(length) = length.filter(|_| is_nuclear(&chrom)) {
            self.lengths.insert(chrom, length);
        }
    }

    /// The length of a chromosome. `None` where it was not told.
    pub(super) fn length_of(&self, chrom: &Chromosome) -> Option<u64> {
        self.lengths.get(chrom).copied()
    }

    /// The assembly, and by what it was told. `None` where nothing tells it: no chromosome, or
    /// excerpts of chromosomes.
    ///
    /// # Errors
    /// With what was seen, where it is neither assembly or both.
    pub(super) fn assembly(&self) -> Result<Option<(Assembly, String)>, String> {
        let mut seen: Vec<(Assembly, String)> = Vec::new();
        let mut neither = None;
        let mut excerpt = None;
        for (chrom, length) in &self.lengths {
            let of = |assembly: Assembly| assembly.length_of(chrom) == Some(*length);
            let told = match (of(Assembly::GRCh37), of(Assembly::GRCh38)) {
                (true, false) => Assembly::GRCh37,
                (false, true) => Assembly::GRCh38,
                (true, true) => continue,
                (false, false) if *length < SHORTEST_CHROMOSOME_BP => {
                    excerpt = Some(format!("{chrom} has {length} bases"));
                    continue;
                }
                (false, false) => {
                    neither = Some(format!("{chrom} has {length} bases"));
                    continue;
                }
            };
            if !seen.iter().any(|(known, _)| *known == told) {
                seen.push((told, format!("the length of {chrom}, {length}")));
            }
        }
        if let Some(neither) = neither {
            return Err(format!("{neither}, which is neither GRCh37 nor GRCh38"));
        }
        seen.extend(
            self.by_accession
                .iter()
                .map(|(assembly, name)| (*assembly, format!("the accession {name}"))),
        );
        let (assembly, by) = match seen.split_first() {
            None => return Ok(None),
            Some((first, rest)) => {
                if let Some(other) = rest.iter().find(|(assembly, _)| *assembly != first.0) {
                    return Err(format!(
                        "{} tells {}, but {} tells {}",
                        first.1, first.0, other.1, other.0
                    ));
                }
                first.clone()
            }
        };
        match excerpt.filter(|_| by.starts_with("the length")) {
            Some(excerpt) => Err(format!("{by} tells {assembly}, but {excerpt}")),
            None => Ok(Some((assembly, by))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accessions_become_chromosomes_of_an_assembly() {
        for (name, chrom, assembly) in [
            ("NC_000022.10", "chr22", Some(Assembly::GRCh37)),
            ("NC_000022.11", "chr22", Some(Assembly::GRCh38)),
            ("NC_000023.11", "chrX", Some(Assembly::GRCh38)),
            ("NC_000022.12", "NC_000022.12", None),
            ("NC_060925.1", "NC_060925.1", None),
            ("22", "chr22", None),
            ("chr22", "chr22", None),
        ] {
            assert_eq!(chromosome(name), (Chromosome::new(chrom), assembly));
        }
        for (_, number, ..) in ACCESSIONS {
            assert!(is_nuclear(&Chromosome::new(number)));
        }
    }

    #[test]
    fn lengths_tell_the_assembly_or_that_it_is_none() {
        let told = |contigs: &[(&str, u64)]| {
            let mut all = Contigs::default();
            for (name, length) in contigs {
                all.add(name, Some(*length));
            }
            all.assembly()
                .map(|told| told.map(|(assembly, _)| assembly))
        };
        assert_eq!(told(&[("1", 249_250_621)]), Ok(Some(Assembly::GRCh37)));
        assert_eq!(
            told(&[("chr1", 248_956_422), ("chr1_KI270706v1_random", 175_055)]),
            Ok(Some(Assembly::GRCh38))
        );
        assert_eq!(told(&[("chr1", 3000)]), Ok(None));
        assert_eq!(told(&[("HLA-A", 3000)]), Ok(None));
        assert_eq!(told(&[("NC_000001.11", 3000)]), Ok(Some(Assembly::GRCh38)));
        assert!(told(&[("chr1", 248_387_328)]).is_err());
        assert!(told(&[("chr1", 249_250_621), ("chr2", 242_193_529)]).is_err());
        assert!(told(&[("chr1", 249_250_621), ("chr2", 500)]).is_err());
    }
}
