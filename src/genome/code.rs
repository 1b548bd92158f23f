//! The standard genetic code.

/// Residues in the order TTT, TTC, TTA, TTG, TCT … GGG.
const RESIDUES: &[u8; 64] = b"FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG";

/// The residue that a codon spells, one letter, `*` for a stop. A base that is not known (`N`) may be
/// any: `None` where the residue depends on it.
pub fn residue(codon: [u8; 3]) -> Option<char> {
    let options = |base: u8| match base {
        b'T' => 0..1,
        b'C' => 1..2,
        b'A' => 2..3,
        b'G' => 3..4,
        _ => 0..4_usize,
    };
    let [first, second, third] = codon.map(options);
    let mut found = None;
    for one in first {
        for two in second.clone() {
            for three in third.clone() {
                let residue = RESIDUES.get(16 * one + 4 * two + three)?;
                if found.is_some_and(|known| known != residue) {
                    return None;
                }
                found = Some(residue);
            }
        }
    }
    found.map(|residue| char::from(*residue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codons_and_unknown_bases() {
        assert_eq!(residue(*b"ATG"), Some('M'));
        assert_eq!(residue(*b"TGG"), Some('W'));
        assert_eq!(residue(*b"TAA"), Some('*'));
        assert_eq!(residue(*b"GGG"), Some('G'));
        assert_eq!(residue(*b"CTN"), Some('L'));
        assert_eq!(residue(*b"ATN"), None);
    }
}
