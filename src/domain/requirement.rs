//! What a fusion must keep or lose, and where its junction must lie, for an assertion to hold.
//!
//! ```
//! use sarcolens::domain::Requirement;
//! for text in [
//!     "keeps NTRK3 kinase",
//!     "loses HMGA2 3' untranslated region",
//!     "junction EWSR1 exon 7-10",
//!     "junction FOXO1 exon 2",
//! ] {
//!     assert_eq!(text.parse::<Requirement>().unwrap().to_string(), text);
//! }
//! ```

use crate::domain::GeneSymbol;
use std::fmt;
use std::str::FromStr;

/// One requirement beside a pattern. It is told to the reader; whether it is met is judged where
/// the transcripts are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// A part of the gene's protein or transcript is kept.
    Keeps {
        /// The gene.
        gene: GeneSymbol,
        /// The part, as the field calls it: `kinase`, `DNA-binding domain`.
        part: String,
    },
    /// A part is lost.
    Loses {
        /// The gene.
        gene: GeneSymbol,
        /// The part.
        part: String,
    },
    /// The junction lies at one of these exons: the last one kept of a 5' gene, the first one kept
    /// of a 3' gene; numbered in the gene's reference transcript, from 1, both ends included.
    Junction {
        /// The gene.
        gene: GeneSymbol,
        /// First exon of the range.
        first: u32,
        /// Last exon of the range.
        last: u32,
    },
}

impl Requirement {
    /// The gene it speaks of.
    pub fn gene(&self) -> &GeneSymbol {
        match self {
            Self::Keeps { gene, .. } | Self::Loses { gene, .. } | Self::Junction { gene, .. } => {
                gene
            }
        }
    }
}

impl FromStr for Requirement {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || {
            format!(
                "`{text}` is none of `keeps GENE PART`, `loses GENE PART`, `junction GENE exon N`, \
                 `junction GENE exon N-N`"
            )
        };
        let (word, rest) = text.trim().split_once(' ').ok_or_else(expected)?;
        let (gene, rest) = rest.trim().split_once(' ').ok_or_else(expected)?;
        let gene = GeneSymbol::new(gene).ok_or_else(expected)?;
        let rest = rest.trim();
        match word {
            "keeps" => Ok(Self::Keeps {
                gene,
                part: rest.to_owned(),
            }),
            "loses" => Ok(Self::Loses {
                gene,
                part: rest.to_owned(),
            }),
            "junction" => {
                let range = rest.strip_prefix("exon ").ok_or_else(expected)?;
                let (first, last) = range.split_once('-').unwrap_or((range, range));
                let number = |text: &str| text.parse::<u32>().map_err(|_| expected());
                let (first, last) = (number(first)?, number(last)?);
                if first == 0 || first > last {
                    return Err(expected());
                }
                Ok(Self::Junction { gene, first, last })
            }
            _ => Err(expected()),
        }
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Keeps { gene, part } => write!(f, "keeps {gene} {part}"),
            Self::Loses { gene, part } => write!(f, "loses {gene} {part}"),
            Self::Junction { gene, first, last } if first == last => {
                write!(f, "junction {gene} exon {first}")
            }
            Self::Junction { gene, first, last } => {
                write!(f, "junction {gene} exon {first}-{last}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_says_what_would_be() {
        for text in [
            "keeps NTRK3",
            "has NTRK3 kinase",
            "junction EWSR1 7",
            "junction EWSR1 exon 9-7",
            "junction EWSR1 exon 0",
        ] {
            let error = text.parse::<Requirement>().unwrap_err();
            assert!(error.contains("keeps GENE PART"), "{text}: {error}");
        }
    }
}
