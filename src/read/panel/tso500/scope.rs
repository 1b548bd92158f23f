//! Which classes of alteration a file tells of.

use super::kind::Kind;
use super::measures;
use super::sections::Document;
use crate::domain::Detects;

/// What a file with every section tells of.
pub(super) const ALL: &[Detects] = &[
    Detects::Biomarker,
    Detects::SmallVariant,
    Detects::CopyNumber,
    Detects::Fusion,
];

/// Every set of the classes of [`ALL`]: the first bit is the first class.
const SETS: [&[Detects]; 16] = {
    use Detects::{Biomarker, CopyNumber, Fusion, SmallVariant};
    [
        &[],
        &[Biomarker],
        &[SmallVariant],
        &[Biomarker, SmallVariant],
        &[CopyNumber],
        &[Biomarker, CopyNumber],
        &[SmallVariant, CopyNumber],
        &[Biomarker, SmallVariant, CopyNumber],
        &[Fusion],
        &[Biomarker, Fusion],
        &[SmallVariant, Fusion],
        &[Biomarker, SmallVariant, Fusion],
        &[CopyNumber, Fusion],
        &[Biomarker, CopyNumber, Fusion],
        &[SmallVariant, CopyNumber, Fusion],
        ALL,
    ]
};

/// The classes whose sections are there and whose sample was analysed; a section with rows was,
/// whatever the details say. A measure counts where it was measured.
pub(super) fn detects(document: &Document) -> &'static [Detects] {
    let no_dna = document.lacks("DNA Sample ID");
    let no_rna = document.lacks("RNA Sample ID");
    let told = |kind: Kind, not_analysed: bool| {
        document
            .of(kind)
            .any(|section| section.rows > 0 || !not_analysed)
    };
    let classes = [
        measures::is_measured(document),
        told(Kind::SmallVariants, no_dna),
        told(Kind::Amplifications, no_dna) || told(Kind::CopyNumbers, no_dna),
        told(Kind::Fusions, no_rna),
    ];
    let index = classes
        .iter()
        .rev()
        .fold(0, |index, is_told| index * 2 + usize::from(*is_told));
    SETS.get(index).copied().unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_stands_at_its_place() {
        for (index, set) in SETS.iter().enumerate() {
            for (bit, class) in ALL.iter().enumerate() {
                assert_eq!(set.contains(class), index >> bit & 1 == 1, "{index}");
            }
        }
    }
}
