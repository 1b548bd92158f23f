//! `[Small Variants]`: only variants that passed are listed, in the manner of a VCF.
//!
//! Synonymous changes stand in `P-Dot Notation` as `NM_004958.3:c.2997C>T(p.(Asn999=))`. Gene and
//! effect are empty outside the panel's genes; such a row is kept by its place. The file has depth
//! and fraction, no count of alternate reads.

use crate::domain::{Alteration, Call, GeneSymbol, SmallVariant, TranscriptEffect};
use crate::read::table::{Row, shown};

pub(super) fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let place = row.locus("Chromosome", "Genomic Position")?;
    let variant = SmallVariant {
        chrom: Some(place.chrom),
        pos: Some(place.pos),
        reference: Some(bases(row, "Reference Call")?),
        alternate: Some(bases(row, "Alternative Call")?),
        vaf: row.fraction("Allele Frequency"),
        depth: row.count("Depth"),
        ..SmallVariant::default()
    };
    Ok(vec![Call {
        effects: effects(row),
        ..row.call(Alteration::SmallVariant(variant))
    }])
}

fn bases(row: &Row<'_>, column: &str) -> Result<String, String> {
    let text = row.text(column).unwrap_or_default();
    let is_spelt = !text.is_empty() && text.bytes().all(|base| base.is_ascii_alphabetic());
    is_spelt
        .then(|| text.to_owned())
        .ok_or_else(|| format!("{column}: found \"{}\", expected bases", shown(text)))
}

/// One effect a gene; none where the row names neither a gene nor an effect.
fn effects(row: &Row<'_>) -> Vec<TranscriptEffect> {
    let coding = row.text("C-Dot Notation");
    let (transcript, hgvs_c) = match coding.and_then(|text| text.split_once(':')) {
        Some((transcript, change)) => (Some(transcript), Some(change)),
        None => (None, coding),
    };
    let consequence: Vec<String> = row
        .text_of(&["Consequence(s)", "Consequence"])
        .into_iter()
        .flat_map(|text| text.split([':', ',', '&', ';']))
        .map(str::trim)
        .filter(|term| !term.is_empty())
        .map(str::to_owned)
        .collect();
    let exon = row
        .text_of(&["Affected Exon(s)", "Affected Exon"])
        .and_then(|text| text.split(['/', '-']).next()?.trim().parse().ok());
    let effect = TranscriptEffect {
        gene: None,
        transcript: transcript.map(str::to_owned),
        exon,
        hgvs_c: hgvs_c.map(str::to_owned),
        hgvs_p: row.text("P-Dot Notation").and_then(protein_change),
        consequence,
        mane_select: false,
        // The panel's own transcript of the gene.
        canonical: true,
        impact: 0,
    };
    let genes = row
        .text("Gene")
        .into_iter()
        .flat_map(|text| text.split(';'));
    let named: Vec<TranscriptEffect> = genes
        .filter_map(GeneSymbol::new)
        .map(|gene| TranscriptEffect {
            gene: Some(gene),
            ..effect.clone()
        })
        .collect();
    let is_told = effect.hgvs_c.is_some() || !effect.consequence.is_empty();
    if named.is_empty() && is_told {
        vec![effect]
    } else {
        named
    }
}

/// `p.(Asn999=)` of `NM_004958.3:c.2997C>T(p.(Asn999=))`, of `NP_003811.2:p.(Lys17Arg)`. `None` where
/// no change of the protein is named.
fn protein_change(text: &str) -> Option<String> {
    let (before, change) = text.split_once("p.")?;
    let change = if before.ends_with('(') {
        change.strip_suffix(')').unwrap_or(change)
    } else {
        change
    };
    Some(format!("p.{change}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_protein_change_out_of_either_notation() {
        for (text, change) in [
            ("NP_003811.2:p.(Lys17Arg)", Some("p.(Lys17Arg)")),
            ("NM_004958.3:c.2997C>T(p.(Asn999=))", Some("p.(Asn999=)")),
            ("NM_004958.3:c.7165-1G>T", None),
        ] {
            assert_eq!(protein_change(text).as_deref(), change, "{text}");
        }
    }
}
