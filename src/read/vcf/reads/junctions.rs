//! Reads of junctions that are spelt in bases, by the fields of callers of structural variants.

use super::{Fields, Reads};
use crate::domain::Fraction;

/// Of a structural variant spelt in bases: split reads, else pairs, reference and alternate. Where no
/// read crosses, the pairs tell.
pub(super) fn structural(fields: &mut Fields<'_, '_>, index: usize) -> Option<Reads> {
    let both = |fields: &mut Fields<'_, '_>, key: &str| match fields.numbers(key)?.as_slice() {
        [Some(reference), Some(alternate)] => Some((*reference, *alternate)),
        _ => None,
    };
    let seen = [
        both(fields, "SR"),
        both(fields, "PR"),
        fields.one("RR").zip(fields.one("RV")),
        fields.one("DR").zip(fields.one("DV")),
    ];
    let mut seen = seen.into_iter().flatten().peekable();
    let first = *seen.peek()?;
    let (reference, alternate) = seen.find(|(_, alternate)| *alternate > 0).unwrap_or(first);
    let depth = reference.saturating_add(alternate);
    Some(Reads {
        depth: Some(depth),
        alternate: Some(alternate),
        fraction: fields
            .stated(index)
            .or_else(|| Fraction::of_counts(alternate, depth)),
        odd: Vec::new(),
    })
}

/// The alternate reads are the only number of `AD`; `CR` is SvABA's alone.
pub(super) fn svaba(fields: &mut Fields<'_, '_>) -> Option<Reads> {
    fields.line.format(fields.sample, "CR")?;
    let counts = fields.numbers("AD")?;
    let [Some(alternate)] = counts.as_slice() else {
        return None;
    };
    let depth = fields.one("DP");
    Some(Reads {
        depth,
        alternate: Some(*alternate),
        fraction: Fraction::of_counts(*alternate, depth?),
        odd: Vec::new(),
    })
}
