//! Alleles without the bases they share.

use crate::domain::SmallVariant;

/// Cuts the bases that both alleles share, first at the end, then at the start, and moves the
/// position on. One base stays where an allele would be empty, as the VCF specification has it.
/// Symbolic alleles stay as they are.
pub fn trim(variant: &mut SmallVariant) {
    let plain =
        |allele: &str| !allele.is_empty() && allele.bytes().all(|b| b.is_ascii_alphabetic());
    if !plain(&variant.reference) || !plain(&variant.alternate) {
        return;
    }
    let mut reference = variant.reference.to_ascii_uppercase().into_bytes();
    let mut alternate = variant.alternate.to_ascii_uppercase().into_bytes();
    while reference.len() > 1 && alternate.len() > 1 && reference.last() == alternate.last() {
        reference.pop();
        alternate.pop();
    }
    let longest = reference.len().min(alternate.len()).saturating_sub(1);
    let shared = reference
        .iter()
        .zip(&alternate)
        .take(longest)
        .take_while(|(one, other)| one == other)
        .count();
    reference.drain(..shared);
    alternate.drain(..shared);
    variant.pos += shared as u64;
    variant.reference = String::from_utf8_lossy(&reference).into_owned();
    variant.alternate = String::from_utf8_lossy(&alternate).into_owned();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Chromosome;

    fn trimmed(pos: u64, reference: &str, alternate: &str) -> (u64, String, String) {
        let mut variant = SmallVariant {
            assembly: None,
            chrom: Chromosome::new("4"),
            pos,
            reference: reference.to_owned(),
            alternate: alternate.to_owned(),
            gene: None,
            transcript: None,
            exon: None,
            hgvs_c: None,
            hgvs_p: None,
            consequence: Vec::new(),
            origin_of_annotation: None,
            vaf: None,
            depth: None,
            alt_reads: None,
            filter: Vec::new(),
            computed: None,
            legacy: Vec::new(),
        };
        trim(&mut variant);
        (variant.pos, variant.reference, variant.alternate)
    }

    #[test]
    fn shared_bases_go() {
        let expect = |pos, r: &str, a: &str| (pos, r.to_owned(), a.to_owned());
        assert_eq!(trimmed(10, "T", "A"), expect(10, "T", "A"));
        assert_eq!(trimmed(10, "CTG", "CAG"), expect(11, "T", "A"));
        assert_eq!(trimmed(10, "CTTT", "CT"), expect(10, "CTT", "C"));
        assert_eq!(trimmed(10, "C", "CA"), expect(10, "C", "CA"));
        assert_eq!(trimmed(10, "gat", "gac"), expect(12, "T", "C"));
        assert_eq!(trimmed(10, "C", "<DEL>"), expect(10, "C", "<DEL>"));
    }
}
