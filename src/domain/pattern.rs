//! What the knowledge base looks for: one short language, read and written.
//!
//! ```
//! use sarcolens::domain::Pattern;
//! for text in [
//!     "fusion {EWSR1,FUS}::{FLI1,ERG}",
//!     "fusion *::NTRK1",
//!     "variant KIT exon 11",
//!     "variant KIT codons 550-592",
//!     "variant CTNNB1 p.S45",
//!     "variant PDGFRA p.D842V",
//!     "variant RB1 truncating",
//!     "variant TP53 any",
//!     "variant TERT c.-124C>T",
//!     "amplification MDM2",
//!     "gain MYC",
//!     "loss RB1",
//!     "deletion CDKN2A",
//!     "duplication BCOR",
//!     "rearrangement EWSR1",
//!     "biomarker TMB >= 10",
//!     "biomarker MSI high",
//! ] {
//!     let pattern: Pattern = text.parse().unwrap();
//!     assert_eq!(pattern.to_string(), text);
//! }
//! ```

use crate::domain::{CopyNumberCall, Detects, GeneSymbol, Measure};
use std::fmt;
use std::str::FromStr;

/// What the knowledge base looks for. May hold wildcards; never something observed.
#[derive(Clone, Debug, PartialEq)]
pub enum Pattern {
    /// A fusion with one of these genes 5' and one of these 3'.
    Fusion {
        /// The 5' partner.
        five_prime: PartnerSet,
        /// The 3' partner.
        three_prime: PartnerSet,
    },
    /// A small variant of a gene.
    Variant {
        /// The gene.
        gene: GeneSymbol,
        /// Which variants.
        change: VariantSet,
    },
    /// A copy-number change of a gene.
    CopyNumber {
        /// The gene.
        gene: GeneSymbol,
        /// Which change: amplification, gain, loss or deletion.
        call: CopyNumberCall,
    },
    /// An internal tandem duplication of a gene.
    Duplication {
        /// The gene.
        gene: GeneSymbol,
    },
    /// A DNA rearrangement with an end in a gene.
    Rearrangement {
        /// The gene.
        gene: GeneSymbol,
    },
    /// A measure of the sample at or above a number.
    AtLeast {
        /// The measure.
        measure: Measure,
        /// The number, in the measure's unit.
        threshold: f64,
    },
    /// Highly unstable microsatellites.
    MsiHigh,
}

/// One side of a fusion pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartnerSet {
    /// `*`: any gene, or none.
    Any,
    /// One of these.
    Genes(Vec<GeneSymbol>),
}

impl PartnerSet {
    /// Whether the set names `gene`; the wildcard names none.
    pub fn names(&self, gene: &GeneSymbol) -> bool {
        match self {
            Self::Any => false,
            Self::Genes(genes) => genes.contains(gene),
        }
    }
}

/// Which small variants of a gene a pattern means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VariantSet {
    /// Any that changes the protein.
    Any,
    /// Any that changes the protein in this exon of the reference transcript.
    Exon(u32),
    /// Any that changes a residue from the first to the last number, both included.
    Codons(u32, u32),
    /// Any change of this residue.
    Residue(char, u32),
    /// This change, short form with `p.`.
    Exact(String),
    /// Stop, frameshift or essential splice site.
    Truncating,
    /// This change of the coding sequence, with `c.`: promoters and splice sites.
    Coding(String),
}

impl Pattern {
    /// The class of result that the pattern is written for.
    pub fn class(&self) -> Detects {
        match self {
            // Fusion callers report internal tandem duplications.
            Self::Fusion { .. } | Self::Duplication { .. } => Detects::Fusion,
            Self::Variant { .. } => Detects::SmallVariant,
            Self::CopyNumber { .. } => Detects::CopyNumber,
            Self::Rearrangement { .. } => Detects::Rearrangement,
            Self::AtLeast { .. } | Self::MsiHigh => Detects::Biomarker,
        }
    }

    /// Every gene the pattern names, in the order written.
    pub fn genes(&self) -> Vec<&GeneSymbol> {
        match self {
            Self::Fusion {
                five_prime,
                three_prime,
            } => [five_prime, three_prime]
                .into_iter()
                .flat_map(|set| match set {
                    PartnerSet::Any => [].iter(),
                    PartnerSet::Genes(genes) => genes.iter(),
                })
                .collect(),
            Self::Variant { gene, .. }
            | Self::CopyNumber { gene, .. }
            | Self::Duplication { gene }
            | Self::Rearrangement { gene } => vec![gene],
            Self::AtLeast { .. } | Self::MsiHigh => Vec::new(),
        }
    }
}

fn gene(text: &str) -> Result<GeneSymbol, String> {
    GeneSymbol::new(text)
        .filter(|symbol| !symbol.as_str().contains(char::is_whitespace))
        .ok_or_else(|| format!("`{text}` is no gene symbol"))
}

fn partner_set(text: &str) -> Result<PartnerSet, String> {
    if text == "*" {
        return Ok(PartnerSet::Any);
    }
    let inner = text
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
        .unwrap_or(text);
    let genes = inner
        .split(',')
        .map(|name| gene(name.trim()))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(PartnerSet::Genes(genes))
}

fn variant_set(text: &str) -> Result<VariantSet, String> {
    let expected = || {
        format!(
            "`{text}` is none of `any`, `exon N`, `codons N-N`, `p.S45`, `p.S45F`, \
             `truncating`, `c.-124C>T`"
        )
    };
    let number = |text: &str| text.parse::<u32>().map_err(|_| expected());
    match text {
        "any" => return Ok(VariantSet::Any),
        "truncating" => return Ok(VariantSet::Truncating),
        _ => {}
    }
    if text.starts_with("c.") && text.len() > 2 && !text.contains(char::is_whitespace) {
        return Ok(VariantSet::Coding(text.to_owned()));
    }
    if let Some(exon) = text.strip_prefix("exon ") {
        return Ok(VariantSet::Exon(number(exon)?));
    }
    if let Some(range) = text.strip_prefix("codons ") {
        let (first, last) = range.split_once('-').ok_or_else(expected)?;
        let (first, last) = (number(first)?, number(last)?);
        return if first <= last {
            Ok(VariantSet::Codons(first, last))
        } else {
            Err(expected())
        };
    }
    let change = text.strip_prefix("p.").ok_or_else(expected)?;
    let mut letters = change.chars();
    let residue = letters.next().ok_or_else(expected)?;
    if let Ok(position) = letters.as_str().parse::<u32>() {
        return Ok(VariantSet::Residue(residue, position));
    }
    let parsed: crate::domain::ProteinChange = text.parse()?;
    Ok(VariantSet::Exact(parsed.to_string()))
}

impl FromStr for Pattern {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (word, rest) = text
            .trim()
            .split_once(' ')
            .ok_or_else(|| format!("`{text}` has no subject"))?;
        let rest = rest.trim();
        let copy_number = |call| {
            Ok(Self::CopyNumber {
                gene: gene(rest)?,
                call,
            })
        };
        match word {
            "fusion" => {
                let (five_prime, three_prime) = rest
                    .split_once("::")
                    .ok_or_else(|| format!("`{rest}` is not GENE5::GENE3"))?;
                let (five_prime, three_prime) =
                    (partner_set(five_prime)?, partner_set(three_prime)?);
                if five_prime == PartnerSet::Any && three_prime == PartnerSet::Any {
                    return Err("a fusion pattern names at least one gene".to_owned());
                }
                Ok(Self::Fusion {
                    five_prime,
                    three_prime,
                })
            }
            "variant" => {
                let (name, change) = rest
                    .split_once(' ')
                    .ok_or_else(|| format!("`{rest}` names no change; `any` is one"))?;
                Ok(Self::Variant {
                    gene: gene(name)?,
                    change: variant_set(change.trim())?,
                })
            }
            "amplification" => copy_number(CopyNumberCall::Amplification),
            "gain" => copy_number(CopyNumberCall::Gain),
            "loss" => copy_number(CopyNumberCall::Loss),
            "deletion" => copy_number(CopyNumberCall::Deletion),
            "duplication" => Ok(Self::Duplication { gene: gene(rest)? }),
            "rearrangement" => Ok(Self::Rearrangement { gene: gene(rest)? }),
            "biomarker" => match rest.split_whitespace().collect::<Vec<_>>().as_slice() {
                ["MSI", "high"] => Ok(Self::MsiHigh),
                [measure @ ("TMB" | "UV"), ">=", threshold] => Ok(Self::AtLeast {
                    measure: if *measure == "TMB" {
                        Measure::Tmb
                    } else {
                        Measure::UvSignature
                    },
                    threshold: threshold
                        .parse()
                        .map_err(|_| format!("`{threshold}` is no number"))?,
                }),
                _ => Err(format!(
                    "`{rest}` is none of `TMB >= N`, `UV >= N`, `MSI high`"
                )),
            },
            _ => Err(format!(
                "`{word}` is none of fusion, variant, amplification, gain, loss, deletion, \
                 duplication, rearrangement, biomarker"
            )),
        }
    }
}

impl fmt::Display for PartnerSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("*"),
            Self::Genes(genes) => match genes.as_slice() {
                [one] => write!(f, "{one}"),
                several => {
                    let names: Vec<&str> = several.iter().map(GeneSymbol::as_str).collect();
                    write!(f, "{{{}}}", names.join(","))
                }
            },
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fusion {
                five_prime,
                three_prime,
            } => write!(f, "fusion {five_prime}::{three_prime}"),
            Self::Variant { gene, change } => {
                write!(f, "variant {gene} ")?;
                match change {
                    VariantSet::Any => f.write_str("any"),
                    VariantSet::Exon(exon) => write!(f, "exon {exon}"),
                    VariantSet::Codons(first, last) => write!(f, "codons {first}-{last}"),
                    VariantSet::Residue(residue, position) => write!(f, "p.{residue}{position}"),
                    VariantSet::Exact(change) | VariantSet::Coding(change) => f.write_str(change),
                    VariantSet::Truncating => f.write_str("truncating"),
                }
            }
            Self::CopyNumber { gene, call } => write!(f, "{call} {gene}"),
            Self::Duplication { gene } => write!(f, "duplication {gene}"),
            Self::Rearrangement { gene } => write!(f, "rearrangement {gene}"),
            Self::AtLeast { measure, threshold } => {
                let measure = match measure {
                    Measure::Tmb => "TMB",
                    Measure::UvSignature => "UV",
                    Measure::Msi => "MSI",
                    Measure::Signature => "signature",
                    Measure::Hrd => "HRD",
                    Measure::Purity => "purity",
                    Measure::Ploidy => "ploidy",
                };
                write!(f, "biomarker {measure} >= {threshold}")
            }
            Self::MsiHigh => f.write_str("biomarker MSI high"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_that_is_not_understood_says_what_would_be() {
        for (text, part) in [
            ("fusion EWSR1", "GENE5::GENE3"),
            ("fusion *::*", "at least one gene"),
            ("variant KIT", "names no change"),
            ("variant KIT exon x", "exon N"),
            ("variant KIT codons 9-3", "codons N-N"),
            ("swap A", "none of fusion"),
            ("biomarker TMB > 10", "TMB >= N"),
        ] {
            let error = text.parse::<Pattern>().unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
