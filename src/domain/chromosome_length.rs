//! How long the chromosomes of each assembly are.

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

impl Assembly {
    /// Bases of that chromosome. `None` for the mitochondrion and other contigs.
    pub fn length_of(self, chrom: &Chromosome) -> Option<u64> {
        let (_, grch37, grch38) = LENGTHS
            .iter()
            .find(|(known, ..)| *known == chrom.as_str())?;
        Some(match self {
            Self::GRCh37 => *grch37,
            Self::GRCh38 => *grch38,
        })
    }
}
