//! Two tellings of one small variant: the file's annotation, and what its place on the genome gives
//! on the reference transcript.

use crate::domain::{
    Aside, ProteinChange, ProteinEffect, SmallVariant, changes_coding_sequence, truncates,
};

/// What the file says and what was worked out, where the two disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The file's telling, in a few words.
    pub file: String,
    /// The telling by the place.
    pub place: String,
}

/// The disagreement between the tellings of `variant`. `None` where they agree, where there is but
/// one, or where only the numbering of another isoform sets them apart.
pub fn conflict(variant: &SmallVariant, aside: &Aside) -> Option<Conflict> {
    let computed = variant.as_computed()?;
    let same_transcript = base(variant.transcript.as_deref())
        == base(computed.transcript.as_deref())
        && variant.transcript.is_some();
    let disagree = if same_transcript {
        tells_otherwise(variant, &computed)
    } else {
        aside.told_apart && !is_numbered_by_known_isoform(variant)
    };
    disagree.then(|| Conflict {
        file: in_words(variant),
        place: in_words(&computed),
    })
}

/// The accession without its version.
fn base(transcript: Option<&str>) -> Option<&str> {
    transcript.map(|name| name.split('.').next().unwrap_or(name))
}

/// Whether the file's protein change is the one that an isoform of the literature gives here.
fn is_numbered_by_known_isoform(variant: &SmallVariant) -> bool {
    variant.protein_change().is_some_and(|told| {
        variant.legacy.iter().any(|other| {
            let change: Result<ProteinChange, _> = other.hgvs_p.parse();
            change.is_ok_and(|change| change == told)
        })
    })
}

/// Whether two tellings on one transcript give another protein. Terms that annotators choose
/// differently (splice regions, kinds of in-frame change) are no disagreement by themselves.
fn tells_otherwise(file: &SmallVariant, computed: &SmallVariant) -> bool {
    match (file.protein_change(), computed.protein_change()) {
        (Some(one), Some(other)) => !same_change(&one, &other),
        // A text that is not understood is none that disagrees.
        (None, Some(change)) => {
            file.hgvs_p.is_none()
                && !file.consequence.is_empty()
                && !changes_coding_sequence(&file.consequence)
                && change.effect != ProteinEffect::Synonymous
        }
        (Some(change), None) => {
            computed.hgvs_p.is_none()
                && !changes_coding_sequence(&computed.consequence)
                && change.effect != ProteinEffect::Synonymous
        }
        (None, None) => {
            let told = !file.consequence.is_empty() && !computed.consequence.is_empty();
            told && truncates(&file.consequence) != truncates(&computed.consequence)
        }
    }
}

/// How far a shifted frame runs is written in many ways, so its first residue counts alone.
fn same_change(one: &ProteinChange, other: &ProteinChange) -> bool {
    match (&one.effect, &other.effect) {
        (ProteinEffect::Frameshift(_), ProteinEffect::Frameshift(_)) => one.first == other.first,
        // Methionine 1 lost is written `?`, `Met1Val`, `Met1ext-5`.
        _ if one.first == 1 && other.first == 1 => true,
        _ => one == other,
    }
}

/// The protein change, else the coding change, else the consequence.
fn in_words(variant: &SmallVariant) -> String {
    match (variant.protein_change(), &variant.hgvs_c) {
        (Some(change), _) => change.to_string(),
        (None, _) if !variant.consequence.is_empty() => variant.consequence.join(", "),
        (None, Some(coding)) => coding.clone(),
        (None, None) => "no effect".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ComputedEffect, LegacyChange};

    fn variant(transcript: &str, file: &str, place: &str) -> SmallVariant {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let terms = vec!["missense_variant".to_owned()];
        SmallVariant {
            transcript: some(transcript),
            hgvs_p: some(file),
            consequence: terms.clone(),
            computed: Some(ComputedEffect {
                transcript: some("ENST00000288135.6"),
                exon: None,
                hgvs_c: None,
                hgvs_p: some(place),
                consequence: terms,
            }),
            ..SmallVariant::default()
        }
    }

    fn apart(told_apart: bool) -> Aside {
        Aside {
            told_apart,
            ..Aside::default()
        }
    }

    #[test]
    fn one_transcript_with_two_proteins_is_a_conflict() {
        let file = variant("ENST00000288135.5", "p.Val559Glu", "p.(Val559Asp)");
        let found = conflict(&file, &apart(false)).unwrap();
        assert_eq!((&*found.file, &*found.place), ("p.V559E", "p.V559D"));
        let same = variant("ENST00000288135.5", "p.V559D", "p.(Val559Asp)");
        assert_eq!(conflict(&same, &apart(true)), None);
    }

    #[test]
    fn another_isoform_is_none_unless_other_patterns_are_met() {
        let mut file = variant("ENST00000412167.6", "p.Val555Asp", "p.(Val559Asp)");
        assert_eq!(conflict(&file, &apart(false)), None);
        assert!(conflict(&file, &apart(true)).is_some());
        file.legacy = vec![LegacyChange {
            transcript: "ENST00000412167.6".to_owned(),
            hgvs_p: "p.(Val555Asp)".to_owned(),
        }];
        assert_eq!(conflict(&file, &apart(true)), None);
    }

    #[test]
    fn lengths_of_shifted_frames_and_unknown_bases_are_none() {
        let shifted = variant("ENST00000288135.6", "p.K495Nfs*19", "p.(Lys495AsnfsTer20)");
        assert_eq!(conflict(&shifted, &apart(false)), None);
        let unknown = variant("ENST00000288135.6", "p.K495N", "");
        assert_eq!(conflict(&unknown, &apart(true)), None);
    }
}
