//! A change of the protein in parts, read from HGVS or from its short form.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// One change of a protein: `p.V559D`, `p.W557_K558del`, `p.R882*`, `p.K495Nfs*19`.
///
/// Read from `p.(Val559Asp)`, `p.Val559Asp`, `NP_000213.1:p.V559D`, `V559D`; written in the
/// one-letter form people say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProteinChange {
    /// First changed residue, one letter; `*` for a stop, `X` unknown.
    pub first_residue: char,
    /// Its number, from 1.
    pub first: u32,
    /// Last changed residue and number where the change spans several.
    pub last: Option<(char, u32)>,
    /// What becomes of it.
    pub effect: ProteinEffect,
}

/// What becomes of the changed residues. Sequences are in one-letter code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProteinEffect {
    /// One residue for another.
    Missense(char),
    /// No change (`=`).
    Synonymous,
    /// A stop codon.
    Nonsense,
    /// A shift of the frame; the text after the residue, such as `Nfs*19`.
    Frameshift(String),
    /// Residues lost.
    Deletion,
    /// Residues inserted between the two named.
    Insertion(String),
    /// Residues replaced.
    DeletionInsertion(String),
    /// Residues repeated.
    Duplication,
    /// Start codon lost or protein extended; the text after the residue.
    Other(String),
}

impl ProteinChange {
    /// Number of the last changed residue, from 1; that of the first where only one changes.
    pub fn last_position(&self) -> u32 {
        self.last.map_or(self.first, |(_, position)| position)
    }

    /// Whether the protein is cut short: a stop or a shifted frame.
    pub fn truncates(&self) -> bool {
        match &self.effect {
            ProteinEffect::Nonsense | ProteinEffect::Frameshift(_) => true,
            ProteinEffect::Missense(_)
            | ProteinEffect::Synonymous
            | ProteinEffect::Deletion
            | ProteinEffect::Insertion(_)
            | ProteinEffect::DeletionInsertion(_)
            | ProteinEffect::Duplication
            | ProteinEffect::Other(_) => false,
        }
    }
}

/// Three-letter and one-letter codes of the residues.
const RESIDUES: [(&str, char); 24] = [
    ("Ala", 'A'),
    ("Arg", 'R'),
    ("Asn", 'N'),
    ("Asp", 'D'),
    ("Cys", 'C'),
    ("Gln", 'Q'),
    ("Glu", 'E'),
    ("Gly", 'G'),
    ("His", 'H'),
    ("Ile", 'I'),
    ("Leu", 'L'),
    ("Lys", 'K'),
    ("Met", 'M'),
    ("Phe", 'F'),
    ("Pro", 'P'),
    ("Ser", 'S'),
    ("Thr", 'T'),
    ("Trp", 'W'),
    ("Tyr", 'Y'),
    ("Val", 'V'),
    ("Sec", 'U'),
    ("Ter", '*'),
    ("Xaa", 'X'),
    ("Xxx", 'X'),
];

/// The three-letter code of a residue given by one letter; `Xaa` for a letter that is none.
pub fn three_letter(residue: char) -> &'static str {
    RESIDUES
        .iter()
        .find(|(_, letter)| *letter == residue)
        .map_or("Xaa", |(long, _)| long)
}

static SHAPE: LazyLock<Option<regex::Regex>> =
    LazyLock::new(|| regex::Regex::new(r"^([A-Z*])([0-9]+)(?:_([A-Z*])([0-9]+))?(.*)$").ok());

/// Three-letter codes become one letter; brackets and the accession go.
fn short_text(text: &str) -> String {
    let text = text.rsplit_once(':').map_or(text, |(_, change)| change);
    let text = text.trim().trim_start_matches("p.");
    let text = text.trim_start_matches('(').trim_end_matches(')');
    let text = text.replace("%3D", "=").replace("%3d", "=");
    let mut short = String::with_capacity(text.len());
    let mut rest = text.as_str();
    'text: while let Some(next) = rest.chars().next() {
        for (long, letter) in RESIDUES {
            if let Some(after) = rest.strip_prefix(long) {
                short.push(letter);
                rest = after;
                continue 'text;
            }
        }
        short.push(next);
        rest = rest.get(next.len_utf8()..).unwrap_or_default();
    }
    short
}

impl FromStr for ProteinChange {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let not_understood = || format!("`{text}` is not a protein change that is understood");
        let short = short_text(text);
        let parts = SHAPE
            .as_ref()
            .and_then(|shape| shape.captures(&short))
            .ok_or_else(not_understood)?;
        let group = |index: usize| parts.get(index).map(|found| found.as_str());
        let letter = |index: usize| group(index).and_then(|text| text.chars().next());
        let number = |index: usize| group(index).and_then(|text| text.parse::<u32>().ok());
        let first_residue = letter(1).ok_or_else(not_understood)?;
        let first = number(2).ok_or_else(not_understood)?;
        let last = letter(3).zip(number(4));
        let rest = group(5).unwrap_or_default();
        let effect = match rest {
            "" => return Err(not_understood()),
            "=" => ProteinEffect::Synonymous,
            "*" | "X" if last.is_none() => ProteinEffect::Nonsense,
            "del" => ProteinEffect::Deletion,
            "dup" => ProteinEffect::Duplication,
            _ => {
                if let Some(inserted) = rest.strip_prefix("delins") {
                    ProteinEffect::DeletionInsertion(inserted.to_owned())
                } else if let Some(inserted) = rest.strip_prefix("ins") {
                    ProteinEffect::Insertion(inserted.to_owned())
                } else if rest.contains("fs") {
                    ProteinEffect::Frameshift(rest.to_owned())
                } else {
                    let mut letters = rest.chars();
                    match (letters.next(), letters.next()) {
                        (Some(new), None) if last.is_none() && new == first_residue => {
                            ProteinEffect::Synonymous
                        }
                        (Some(new), None) if last.is_none() && new.is_ascii_uppercase() => {
                            ProteinEffect::Missense(new)
                        }
                        _ => ProteinEffect::Other(rest.to_owned()),
                    }
                }
            }
        };
        Ok(Self {
            first_residue,
            first,
            last,
            effect,
        })
    }
}

/// The short form with `p.`: `p.V559D`.
impl fmt::Display for ProteinChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p.{}{}", self.first_residue, self.first)?;
        if let Some((residue, position)) = self.last {
            write!(f, "_{residue}{position}")?;
        }
        match &self.effect {
            ProteinEffect::Missense(new) => write!(f, "{new}"),
            ProteinEffect::Synonymous => f.write_str("="),
            ProteinEffect::Nonsense => f.write_str("*"),
            ProteinEffect::Frameshift(text) | ProteinEffect::Other(text) => f.write_str(text),
            ProteinEffect::Deletion => f.write_str("del"),
            ProteinEffect::Insertion(text) => write!(f, "ins{text}"),
            ProteinEffect::DeletionInsertion(text) => write!(f, "delins{text}"),
            ProteinEffect::Duplication => f.write_str("dup"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_short_forms_are_one() {
        for (written, said) in [
            ("p.(Val559Asp)", "p.V559D"),
            ("ENSP00000288135.6:p.Val559Asp", "p.V559D"),
            ("p.Trp557_Lys558del", "p.W557_K558del"),
            ("p.Arg882Ter", "p.R882*"),
            ("p.Lys495AsnfsTer19", "p.K495Nfs*19"),
            ("p.Ala502_Tyr503dup", "p.A502_Y503dup"),
            ("p.Lys550_Lys558delinsIle", "p.K550_K558delinsI"),
            ("p.Ala10%3D", "p.A10="),
            ("p.A10A", "p.A10="),
            ("D842V", "p.D842V"),
            ("p.Met1?", "p.M1?"),
        ] {
            let read: ProteinChange = written.parse().unwrap();
            assert_eq!(read.to_string(), said, "{written}");
        }
        assert!("p.?".parse::<ProteinChange>().is_err());
    }

    #[test]
    fn nonsense_and_frameshift_truncate() {
        let truncates = |text: &str| text.parse::<ProteinChange>().unwrap().truncates();
        assert!(truncates("p.R213*"));
        assert!(truncates("p.K495Nfs*19"));
        assert!(!truncates("p.R175H"));
        assert!(!truncates("p.W557_K558del"));
    }
}
