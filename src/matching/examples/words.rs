//! An observed alteration from the words a curator writes for it.

use crate::domain::{
    Alteration, Biomarker, CopyNumber, CopyNumberCall, Frame, Fusion, GeneSymbol, Measure,
    MsiState, Partner, PartnerOrder, ProteinChange, Rearrangement, SmallVariant, TandemDuplication,
};

/// The alteration that `text` names.
///
/// # Errors
/// With the forms that are understood.
pub(super) fn alteration(text: &str) -> Result<Alteration, String> {
    if let Some((five, three)) = text.split_once("::") {
        return Ok(Alteration::Fusion(Box::new(fusion(
            gene(five)?,
            gene(three)?,
        ))));
    }
    let (subject, rest) = text.split_once(' ').ok_or_else(|| not_understood(text))?;
    let rest = rest.trim();
    let call = |call| Ok(Alteration::CopyNumber(copy_number(gene(subject)?, call)));
    match (subject, rest) {
        ("MSI", "high") => return Ok(msi(MsiState::High)),
        ("MSI", "stable") => return Ok(msi(MsiState::Stable)),
        ("TMB", number) => return measure(Measure::Tmb, number, text),
        ("UV", number) => return measure(Measure::UvSignature, number, text),
        (_, "amplification") => return call(CopyNumberCall::Amplification),
        (_, "gain") => return call(CopyNumberCall::Gain),
        (_, "loss") => return call(CopyNumberCall::Loss),
        (_, "deletion") => return call(CopyNumberCall::Deletion),
        (_, "ITD") => return Ok(Alteration::TandemDuplication(duplication(gene(subject)?))),
        (_, "rearrangement") => return rearrangement(subject),
        _ => {}
    }
    small_variant(gene(subject)?, rest).ok_or_else(|| not_understood(text))
}

fn not_understood(text: &str) -> String {
    format!(
        "`{text}` is none of `GENE5::GENE3`, `GENE p.V559D [exon 11]`, `GENE c.-124C>T`, `GENE \
         amplification|gain|loss|deletion|ITD|rearrangement`, `TMB 12`, `UV 0.8`, `MSI high|stable`"
    )
}

fn gene(text: &str) -> Result<GeneSymbol, String> {
    GeneSymbol::new(text.trim())
        .filter(|gene| !gene.as_str().contains(char::is_whitespace))
        .ok_or_else(|| not_understood(text))
}

fn fusion(five: GeneSymbol, three: GeneSymbol) -> Fusion {
    let partner = |gene| Partner {
        gene: Some(gene),
        ..Partner::default()
    };
    Fusion::of(partner(five), partner(three), PartnerOrder::Stated)
}

fn copy_number(gene: GeneSymbol, call: CopyNumberCall) -> CopyNumber {
    CopyNumber {
        gene: Some(gene),
        call,
        ..CopyNumber::default()
    }
}

fn duplication(gene: GeneSymbol) -> TandemDuplication {
    TandemDuplication {
        assembly: None,
        gene,
        chrom: None,
        start: None,
        end: None,
        size_bp: None,
        first_exon: None,
        last_exon: None,
        frame: Frame::Unknown,
        split_reads: None,
        spanning_pairs: None,
        callers: Vec::new(),
    }
}

/// `FOS rearrangement`, `EWSR1/FLI1 rearrangement`.
fn rearrangement(subject: &str) -> Result<Alteration, String> {
    let mut genes = subject
        .split('/')
        .map(gene)
        .collect::<Result<Vec<_>, _>>()?;
    genes.sort();
    Ok(Alteration::Rearrangement(Rearrangement {
        genes,
        event_type: "BND".to_owned(),
        ..Rearrangement::default()
    }))
}

fn msi(state: MsiState) -> Alteration {
    Alteration::Biomarker(Biomarker::msi(state))
}

fn measure(measure: Measure, number: &str, text: &str) -> Result<Alteration, String> {
    let value = number.parse().map_err(|_| not_understood(text))?;
    Ok(Alteration::Biomarker(Biomarker::number(measure, value, "")))
}

/// `p.V559D exon 11`, `p.R320*`, `c.-124C>T`. `None` where it is neither.
fn small_variant(gene: GeneSymbol, text: &str) -> Option<Alteration> {
    let (change, exon) = match text.split_once(" exon ") {
        Some((change, exon)) => (change.trim(), Some(exon.trim().parse().ok()?)),
        None => (text, None),
    };
    let mut variant = SmallVariant {
        gene: Some(gene),
        exon,
        ..SmallVariant::default()
    };
    if change.starts_with("c.") {
        variant.hgvs_c = Some(change.to_owned());
    } else {
        let protein: ProteinChange = change.strip_prefix("p.")?.parse().ok()?;
        variant.hgvs_p = Some(protein.to_string());
    }
    Some(Alteration::SmallVariant(variant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_readme_is_understood() {
        for (text, label) in [
            ("EWSR1::FLI1", "EWSR1::FLI1"),
            ("KIT p.V559D exon 11", "KIT p.V559D"),
            ("RB1 p.R320*", "RB1 p.R320*"),
            ("TERT c.-124C>T", "TERT c.-124C>T"),
            ("MDM2 amplification", "MDM2 amplification"),
            ("BCOR ITD", "BCOR ITD"),
            ("FOS rearrangement", "FOS rearrangement"),
            ("EWSR1/FLI1 rearrangement", "EWSR1/FLI1 rearrangement"),
            ("TMB 12", "TMB 12"),
            ("MSI stable", "MSI stable"),
        ] {
            assert_eq!(alteration(text).unwrap().label(), label);
        }
        for text in ["EWSR1", "KIT V559D", "KIT exon 11", "TMB high", ""] {
            assert!(alteration(text).is_err(), "{text}");
        }
    }
}
