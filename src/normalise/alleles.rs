//! Alleles without the bases they share.

use crate::domain::SmallVariant;

/// Cuts the bases that both alleles share, first at the end, then at the start, and moves the
/// position on. One base stays where an allele would be empty, as the VCF specification has it.
/// Symbolic alleles stay as they are.
pub fn trim(variant: &mut SmallVariant) {
    let (Some(reference), Some(alternate)) = (&variant.reference, &variant.alternate) else {
        return;
    };
    if !is_spelt(reference) || !is_spelt(alternate) {
        return;
    }
    let mut reference = reference.to_ascii_uppercase().into_bytes();
    let mut alternate = alternate.to_ascii_uppercase().into_bytes();
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
    variant.pos = variant.pos.map(|pos| pos + shared as u64);
    variant.reference = Some(String::from_utf8_lossy(&reference).into_owned());
    variant.alternate = Some(String::from_utf8_lossy(&alternate).into_owned());
}

/// Position and alleles of a trimmed variant without the base that an insertion or deletion keeps,
/// so that `C>CA` and the `->A` of a MAF are one: for an insertion the base before it, for a deletion
/// the first base lost. `None` where the file does not tell them.
pub(crate) fn without_anchor(variant: &SmallVariant) -> Option<(u64, &str, &str)> {
    let pos = variant.pos?;
    let reference = bases(variant.reference.as_deref()?);
    let alternate = bases(variant.alternate.as_deref()?);
    let is_indel = (reference.len() == 1) != (alternate.len() == 1);
    let is_anchored = is_indel
        && is_spelt(reference)
        && is_spelt(alternate)
        && reference.get(..1) == alternate.get(..1);
    if !is_anchored {
        return Some((pos, reference, alternate));
    }
    let (lost, gained) = (reference.get(1..)?, alternate.get(1..)?);
    Some((pos + u64::from(gained.is_empty()), lost, gained))
}

fn bases(allele: &str) -> &str {
    if allele == "-" { "" } else { allele }
}

/// Whether the allele is spelt in bases.
fn is_spelt(allele: &str) -> bool {
    !allele.is_empty() && allele.bytes().all(|base| base.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Chromosome;

    fn trimmed(pos: u64, reference: &str, alternate: &str) -> (u64, String, String) {
        let mut variant = variant(pos, reference, alternate);
        trim(&mut variant);
        (
            variant.pos.unwrap(),
            variant.reference.unwrap(),
            variant.alternate.unwrap(),
        )
    }

    fn variant(pos: u64, reference: &str, alternate: &str) -> SmallVariant {
        SmallVariant {
            chrom: Some(Chromosome::new("4")),
            pos: Some(pos),
            reference: Some(reference.to_owned()),
            alternate: Some(alternate.to_owned()),
            ..SmallVariant::default()
        }
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
        assert_eq!(trimmed(10, "-", "A"), expect(10, "-", "A"));
    }

    #[test]
    fn a_vcf_and_a_maf_spell_one_variant() {
        for (vcf, maf) in [
            ((10, "C", "CA"), (10, "-", "A")),
            ((10, "CTT", "C"), (11, "TT", "-")),
            ((9, "GCTT", "GC"), (11, "TT", "-")),
            ((10, "T", "A"), (10, "T", "A")),
            ((10, "CTT", "CA"), (11, "TT", "A")),
            ((10, "TT", "A"), (10, "TT", "A")),
        ] {
            let bare = |(pos, reference, alternate)| {
                let mut variant = variant(pos, reference, alternate);
                trim(&mut variant);
                without_anchor(&variant)
                    .map(|(pos, lost, gained)| (pos, lost.to_owned(), gained.to_owned()))
            };
            assert_eq!(bare(vcf), bare(maf), "{vcf:?}");
        }
        assert_eq!(without_anchor(&SmallVariant::default()), None);
    }
}
