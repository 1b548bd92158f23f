//! What the annotator says of a row: one effect of its own, and those on other transcripts that
//! vcf2maf and GDC list in `all_effects` (`symbol,consequence,protein change,transcript,…;…`).

use crate::domain::{GeneSymbol, ProteinChange, ProteinEffect, TranscriptEffect};
use crate::read::classification;
use crate::read::table::{Row, shown};

/// Columns of the protein change, the best first.
pub(super) const PROTEIN: &[&str] = &[
    "HGVSp_Short",
    "Protein_Change",
    "HGVSp",
    "Amino_Acid_Change",
];

/// What the row says; the row's own effect first. Empty where it says nothing.
pub(super) fn effects(row: &mut Row<'_>) -> Vec<TranscriptEffect> {
    let own = own(row);
    let is_empty = own.gene.is_none() && own.consequence.is_empty() && own.hgvs_p.is_none();
    let mut effects: Vec<TranscriptEffect> = if is_empty && own.hgvs_c.is_none() {
        Vec::new()
    } else {
        vec![own]
    };
    let others: Vec<TranscriptEffect> = row
        .text("all_effects")
        .into_iter()
        .flat_map(|text| text.split(';'))
        .filter_map(other)
        .filter(|other| effects.iter().all(|own| own.transcript != other.transcript))
        .collect();
    effects.extend(others);
    effects
}

/// Whether the effects name a gene and a change of it, so that no place is needed.
pub(super) fn is_told(effects: &[TranscriptEffect]) -> bool {
    effects.first().is_some_and(|effect| {
        let protein = effect.hgvs_p.as_deref();
        let is_change = protein.is_some_and(|text| text.parse::<ProteinChange>().is_ok());
        effect.gene.is_some() && (is_change || effect.hgvs_c.is_some())
    })
}

fn own(row: &mut Row<'_>) -> TranscriptEffect {
    let text = |columns: &[&str]| row.text_of(columns).map(str::to_owned);
    let hgvs_p = row
        .text_of(PROTEIN)
        .and_then(classification::protein_change)
        .map(without_accession);
    let exon = text(&["Exon_Number", "Transcript_Exon", "EXON"]);
    let effect = TranscriptEffect {
        gene: row
            .gene("Hugo_Symbol")
            .filter(|gene| !gene.as_str().eq_ignore_ascii_case("unknown")),
        transcript: text(&[
            "Transcript_ID",
            "Annotation_Transcript",
            "i_transcript_name",
            "Feature",
        ]),
        exon: exon.and_then(|text| text.split(['/', '-']).next()?.trim().parse().ok()),
        hgvs_c: row
            .text_of(&["HGVSc", "cDNA_Change"])
            .map(without_accession),
        hgvs_p,
        consequence: Vec::new(),
        mane_select: row.text_of(&["MANE_SELECT", "MANE"]).is_some(),
        // The annotator picked it out of all effects.
        canonical: true,
        impact: match row.text("IMPACT") {
            Some("HIGH") => 3,
            Some("MODERATE") => 2,
            Some("LOW") => 1,
            Some(_) | None => 0,
        },
    };
    contradiction(row);
    TranscriptEffect {
        consequence: consequence(row, effect.hgvs_p.as_deref()),
        ..effect
    }
}

/// `ENST00000288135.6:c.1676T>A` without the accession.
fn without_accession(text: &str) -> String {
    let change = text.rsplit_once(':').map_or(text, |(_, change)| change);
    change.replace("%3D", "=")
}

/// The terms that the file gives, else those of the class. WashU's `Splice_Site` takes in bases of
/// the exon; where the row names a change of the protein the terms of that come out.
fn consequence(row: &mut Row<'_>, protein: Option<&str>) -> Vec<String> {
    let stated: Vec<String> = row
        .text("Consequence")
        .into_iter()
        .flat_map(|text| text.split([',', '&', ';']))
        .map(str::trim)
        .filter(|term| !term.is_empty())
        .map(str::to_owned)
        .collect();
    if !stated.is_empty() {
        return stated;
    }
    let Some(class) = row.text("Variant_Classification").map(str::to_owned) else {
        return Vec::new();
    };
    let Some(terms) = classification::terms(&class) else {
        row.not_understood("Variant_Classification", &class);
        return Vec::new();
    };
    let change: Option<ProteinChange> = protein.and_then(|text| text.parse().ok());
    let terms: &[&str] = match (terms, change.map(|change| change.effect)) {
        (["splice_site_variant"], Some(ProteinEffect::Missense(_))) => {
            &["missense_variant", "splice_region_variant"]
        }
        (["splice_site_variant"], Some(ProteinEffect::Synonymous)) => {
            &["splice_region_variant", "synonymous_variant"]
        }
        (terms, _) => terms,
    };
    terms.iter().map(|term| (*term).to_owned()).collect()
}

/// Tells of two columns that name different changes of the protein.
fn contradiction(row: &mut Row<'_>) {
    let read = |column: &str| row.text(column)?.parse::<ProteinChange>().ok();
    let (Some(short), Some(long)) = (read("HGVSp_Short"), read("HGVSp")) else {
        return;
    };
    if short != long {
        row.warn(format!(
            "HGVSp_Short: found {}, but HGVSp says {}; the first is taken",
            shown(&short.to_string()),
            shown(&long.to_string())
        ));
    }
}

/// One entry of `all_effects`. `None` where it names no gene or no transcript.
fn other(entry: &str) -> Option<TranscriptEffect> {
    let mut parts = entry.split(',').map(str::trim);
    let gene = GeneSymbol::new(parts.next()?)?;
    let term = parts.next()?;
    let protein = parts.next()?;
    let transcript = parts.next().filter(|name| !name.is_empty())?;
    Some(TranscriptEffect {
        gene: Some(gene),
        transcript: Some(transcript.to_owned()),
        hgvs_p: Some(protein)
            .filter(|text| !text.is_empty())
            .and_then(classification::protein_change)
            .map(without_accession),
        consequence: term
            .split('&')
            .filter(|term| !term.is_empty())
            .map(str::to_owned)
            .collect(),
        ..TranscriptEffect::default()
    })
}
