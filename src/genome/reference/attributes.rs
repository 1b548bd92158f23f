//! The ninth column: `key=value;` of GFF3 and `key "value";` of GTF.

use std::borrow::Cow;

/// How the ninth column is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// `ID=transcript:ENST…;Parent=gene:ENSG…`; the stop codon belongs to the CDS.
    Gff3,
    /// `gene_id "…"; transcript_id "…";`; the stop codon does not.
    Gtf,
}

impl Dialect {
    /// By the first key of a column. `None` where it is neither.
    pub(super) fn of(column: &str) -> Option<Self> {
        match column.trim_start().find(['=', ' ', '"']) {
            Some(at) if column.trim_start().as_bytes().get(at) == Some(&b'=') => Some(Self::Gff3),
            Some(at) if at > 0 => Some(Self::Gtf),
            Some(_) | None => None,
        }
    }
}

/// The attributes of one row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attributes<'a> {
    dialect: Dialect,
    column: &'a str,
}

impl<'a> Attributes<'a> {
    /// Those in `column`.
    pub(super) fn new(dialect: Dialect, column: &'a str) -> Self {
        Self { dialect, column }
    }

    /// The first value of a key, as written. Empty values count as absent.
    pub(super) fn get(self, key: &str) -> Option<Cow<'a, str>> {
        self.all(key).next()
    }

    /// The first value of the first of `keys` that is there.
    pub(super) fn first_of(self, keys: &[&str]) -> Option<Cow<'a, str>> {
        keys.iter().find_map(|key| self.get(key))
    }

    /// Every value of a key: GTF repeats the key, GFF3 separates values by commas.
    pub(super) fn all(self, key: &str) -> impl Iterator<Item = Cow<'a, str>> {
        let separator = match self.dialect {
            Dialect::Gff3 => ',',
            // No value is cut at a quotation mark.
            Dialect::Gtf => '"',
        };
        self.pairs()
            .filter(move |(known, _)| *known == key)
            .flat_map(move |(_, value)| value.split(separator))
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .map(decoded)
    }

    fn pairs(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let dialect = self.dialect;
        let mut rest = self.column;
        std::iter::from_fn(move || {
            loop {
                rest = rest.trim_start_matches([';', ' ']);
                if rest.is_empty() {
                    return None;
                }
                let end = end_of_pair(dialect, rest);
                let (pair, behind) = rest.split_at(end);
                rest = behind;
                let cut = match dialect {
                    Dialect::Gff3 => pair.split_once('='),
                    Dialect::Gtf => pair.split_once([' ', '\t']),
                };
                if let Some((key, value)) = cut {
                    return Some((key.trim(), value.trim().trim_matches('"')));
                }
            }
        })
    }
}

/// Where the first pair of `text` ends: at a semicolon, in GTF one outside quotation marks.
fn end_of_pair(dialect: Dialect, text: &str) -> usize {
    let mut is_quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' if dialect == Dialect::Gtf => is_quoted = !is_quoted,
            b';' if !is_quoted => return at,
            _ => {}
        }
    }
    text.len()
}

/// `%2C` and the like as the letters they stand for.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = (*first == b'%')
            .then(|| std::str::from_utf8(behind.get(..2)?).ok())
            .flatten()
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_dialects() {
        let gff = "ID=rna-1;Parent=gene-A,gene-B;tag=MANE Select;Note=a%2C b%3B c;empty=";
        assert_eq!(Dialect::of(gff), Some(Dialect::Gff3));
        let gff = Attributes::new(Dialect::Gff3, gff);
        assert_eq!(gff.get("ID").as_deref(), Some("rna-1"));
        assert_eq!(gff.all("Parent").collect::<Vec<_>>(), ["gene-A", "gene-B"]);
        assert_eq!(gff.get("Note").as_deref(), Some("a, b; c"));
        assert_eq!(gff.get("empty"), None);
        let gtf = "gene_id \"G1\"; note \"a; b\"; exon_number 3; tag \"basic\"; tag \"CCDS\";";
        assert_eq!(Dialect::of(gtf), Some(Dialect::Gtf));
        let gtf = Attributes::new(Dialect::Gtf, gtf);
        assert_eq!(gtf.get("gene_id").as_deref(), Some("G1"));
        assert_eq!(gtf.get("note").as_deref(), Some("a; b"));
        assert_eq!(gtf.get("exon_number").as_deref(), Some("3"));
        assert_eq!(gtf.all("tag").collect::<Vec<_>>(), ["basic", "CCDS"]);
        assert_eq!(Dialect::of("."), None);
        assert_eq!(Dialect::of("=x"), Some(Dialect::Gff3));
    }
}
