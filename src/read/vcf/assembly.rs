//! The reference assembly by what a header says: the lengths of its contigs, else their
//! `assembly` or the name of the reference file.

use super::header::Header;
use crate::domain::{Assembly, Chromosome};

/// Spellings of the assemblies in the names of reference files.
const NAMES: &[(&str, Assembly)] = &[
    ("grch38", Assembly::GRCh38),
    ("hg38", Assembly::GRCh38),
    ("assembly38", Assembly::GRCh38),
    ("grch37", Assembly::GRCh37),
    ("hg19", Assembly::GRCh37),
    ("b37", Assembly::GRCh37),
    ("hs37d5", Assembly::GRCh37),
    ("g1k_v37", Assembly::GRCh37),
    ("assembly19", Assembly::GRCh37),
];

/// The assembly and by what it was told. `None` where nothing tells it; a header whose contigs
/// are of both counts as telling nothing.
pub(super) fn assembly(header: &Header) -> Option<(Assembly, String)> {
    by_lengths(header)
        .map(|found| (found, "contig lengths".to_owned()))
        .or_else(|| {
            ["reference", "assembly"].into_iter().find_map(|key| {
                let found = by_name(header.plain(key)?)?;
                Some((found, format!("##{key}")))
            })
        })
}

fn by_lengths(header: &Header) -> Option<Assembly> {
    let mut old = 0_u32;
    let mut new = 0_u32;
    for (name, length) in &header.contigs {
        let chrom = Chromosome::new(name);
        let is_of = |assembly: Assembly| length.is_some() && assembly.length_of(&chrom) == *length;
        old += u32::from(is_of(Assembly::GRCh37));
        new += u32::from(is_of(Assembly::GRCh38));
    }
    match (old, new) {
        (1.., 0) => Some(Assembly::GRCh37),
        (0, 1..) => Some(Assembly::GRCh38),
        _ => None,
    }
}

/// By the name of a reference file. `None` where it holds none of the usual spellings.
pub(in crate::read) fn by_name(text: &str) -> Option<Assembly> {
    let text = text.to_ascii_lowercase();
    NAMES
        .iter()
        .find(|(name, _)| text.contains(name))
        .map(|(_, assembly)| *assembly)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &[&str]) -> Option<Assembly> {
        let mut header = Header::new();
        for line in lines {
            header.take(line, 2);
        }
        assembly(&header).map(|(assembly, _)| assembly)
    }

    #[test]
    fn lengths_come_before_names() {
        let old = "##contig=<ID=1,length=249250621>";
        let new = "##contig=<ID=chr1,length=248956422>";
        assert_eq!(told(&[old]), Some(Assembly::GRCh37));
        assert_eq!(
            told(&["##reference=x/hg19.fa", new]),
            Some(Assembly::GRCh38)
        );
        assert_eq!(told(&["##reference=x/hg19.fa"]), Some(Assembly::GRCh37));
        assert_eq!(told(&[old, new]), None);
        assert_eq!(told(&["##reference=tiny.fa"]), None);
    }
}
