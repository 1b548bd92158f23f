//! The exon of a variant whose annotation does not name it.

use crate::domain::SmallVariant;
use crate::kb::exon_of_bases;
use std::ops::RangeInclusive;

/// The exon in the reference transcript of the variant's gene, by its coding change, else by its
/// protein change. `None` where the change is told on another transcript, where it does not lie in
/// one exon alone, or where nothing tells.
pub(super) fn exon(variant: &SmallVariant) -> Option<u32> {
    let gene = variant.gene.as_ref()?;
    let transcript = variant.transcript.as_deref()?;
    let bases = match variant.hgvs_c.as_deref() {
        Some(text) => coding_bases(text)?,
        None => {
            let change = variant.protein_change()?;
            let first = change.first.checked_sub(1)?.checked_mul(3)?;
            first.checked_add(1)?..=change.last_position().checked_mul(3)?
        }
    };
    exon_of_bases(gene, transcript, &bases)
}

/// Coding bases that `c.1676T>A` or `c.1669_1674del` names. `None` for a place outside the coding
/// sequence (`c.-5`, `c.*12`, `c.1774+1`).
fn coding_bases(text: &str) -> Option<RangeInclusive<u32>> {
    let text = text.strip_prefix("c.")?;
    let (first, rest) = number(text)?;
    let (last, rest) = match rest.strip_prefix('_') {
        Some(rest) => number(rest)?,
        None => (first, rest),
    };
    let is_intronic = rest.starts_with(['+', '-']);
    (!is_intronic && first <= last).then_some(first..=last)
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    Some((digits.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_and_outside_the_coding_sequence() {
        assert_eq!(coding_bases("c.1676T>A"), Some(1676..=1676));
        assert_eq!(coding_bases("c.1669_1674del"), Some(1669..=1674));
        for outside in [
            "c.1774+1G>A",
            "c.1770_1774+3del",
            "c.1648-3_1650del",
            "c.-5T>A",
            "c.*12A>G",
            "n.12A>G",
            "",
        ] {
            assert_eq!(coding_bases(outside), None, "{outside}");
        }
    }
}
