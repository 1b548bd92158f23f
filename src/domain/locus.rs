//! Places on a reference assembly.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A human reference assembly. hg19 counts as GRCh37, hg38 as GRCh38: they differ in names and
/// in the mitochondrion, not in where a gene lies.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Assembly {
    GRCh37,
    GRCh38,
}

impl fmt::Display for Assembly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::GRCh37 => "GRCh37",
            Self::GRCh38 => "GRCh38",
        })
    }
}

impl FromStr for Assembly {
    type Err = String;

    /// Reads the usual spellings: `GRCh37`, `hg19`, `b37`, `hs37d5`, `GRCh38`, `hg38`.
    fn from_str(text: &str) -> Result<Self, String> {
        match text.to_ascii_lowercase().as_str() {
            "grch37" | "hg19" | "b37" | "hs37d5" | "37" => Ok(Self::GRCh37),
            "grch38" | "hg38" | "b38" | "38" => Ok(Self::GRCh38),
            _ => Err(format!("`{text}` is no known assembly (GRCh37, GRCh38)")),
        }
    }
}

/// A chromosome or contig. The 25 human chromosomes are spelled `chr1` … `chr22`, `chrX`,
/// `chrY`, `chrM`, whatever the file wrote (`1`, `MT`); other contigs keep their name.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Chromosome(String);

impl Chromosome {
    /// The chromosome that `name` stands for.
    pub fn new(name: &str) -> Self {
        let bare = name
            .strip_prefix("chr")
            .or_else(|| name.strip_prefix("Chr"))
            .or_else(|| name.strip_prefix("CHR"))
            .unwrap_or(name);
        let known = match bare {
            "X" | "Y" => true,
            "M" | "MT" => return Self("chrM".to_owned()),
            _ => bare
                .parse::<u8>()
                .is_ok_and(|n| (1..=22).contains(&n) && !bare.starts_with('0')),
        };
        if known {
            Self(format!("chr{bare}"))
        } else {
            Self(name.to_owned())
        }
    }

    /// The name, with `chr`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Chromosome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One base of a chromosome, counted from 1.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Locus {
    /// The chromosome.
    pub chrom: Chromosome,
    /// The base, 1-based.
    pub pos: u64,
}

impl fmt::Display for Locus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.chrom, self.pos)
    }
}

/// A strand of the reference.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum Strand {
    /// The strand that the reference spells.
    #[serde(rename = "+")]
    Plus,
    /// Its complement.
    #[serde(rename = "-")]
    Minus,
}

impl Strand {
    /// `+` or `-`; `None` for anything else.
    pub fn new(text: &str) -> Option<Self> {
        match text {
            "+" => Some(Self::Plus),
            "-" => Some(Self::Minus),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chromosomes_have_one_spelling() {
        for (written, read) in [
            ("1", "chr1"),
            ("chr22", "chr22"),
            ("MT", "chrM"),
            ("chrM", "chrM"),
            ("X", "chrX"),
            ("GL000191.1", "GL000191.1"),
            ("23", "23"),
        ] {
            assert_eq!(Chromosome::new(written).as_str(), read);
        }
    }
}
