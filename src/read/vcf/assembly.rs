//! The reference assembly by what a header says: the lengths of its contigs, else their
//! `assembly` or the name of the reference file.

use super::header::Header;
use crate::domain::{Assembly, Chromosome};

/// Lengths in bases of the chromosomes: GRCh37, GRCh38. Source: the assembly reports of the
/// Genome Reference Consortium (GCA_000001405.14 and .15).
#[rustfmt::skip]
const LENGTHS: &[(&str, u64, u64)] = &[
    ("chr1", 249_250_621, 248_956_422),
    ("chr2", 243_199_373, 242_193_529),
    ("chr3", 198_022_430, 198_295_559),
    ("chr4", 191_154_276, 190_214_555),
    ("chr5", 180_915_260, 181_538_259),
    ("chr6", 171_115_067, 170_805_979),
    ("chr7", 159_138_663, 159_345_973),
    ("chr8", 146_364_022, 145_138_636),
    ("chr9", 141_213_431, 138_394_717),
    ("chr10", 135_534_747, 133_797_422),
    ("chr11", 135_006_516, 135_086_622),
    ("chr12", 133_851_895, 133_275_309),
    ("chr13", 115_169_878, 114_364_328),
    ("chr14", 107_349_540, 107_043_718),
    ("chr15", 102_531_392, 101_991_189),
    ("chr16", 90_354_753, 90_338_345),
    ("chr17", 81_195_210, 83_257_441),
    ("chr18", 78_077_248, 80_373_285),
    ("chr19", 59_128_983, 58_617_616),
    ("chr20", 63_025_520, 64_444_167),
    ("chr21", 48_129_895, 46_709_983),
    ("chr22", 51_304_566, 50_818_468),
    ("chrX", 155_270_560, 156_040_895),
    ("chrY", 59_373_566, 57_227_415),
];

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
        let known = LENGTHS.iter().find(|(known, ..)| *known == chrom.as_str());
        if let (Some((_, grch37, grch38)), Some(length)) = (known, length) {
            old += u32::from(length == grch37);
            new += u32::from(length == grch38);
        }
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
