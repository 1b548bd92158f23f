//! `[Gene Amplifications]`: the section states the call, the fold change is its measure and no number
//! of copies. `[Copy Number Variants]` (DRAGEN 2.6) holds losses too and, where the HRD assay was run,
//! absolute copies: judged by them, else by the fold change. `[Exon-Level CNVs]`: a part of a gene,
//! so no copy number of the gene but a rearrangement within it.

use crate::domain::{
    Alteration, Call, CopyNumber, CopyNumberCall, GeneSymbol, Locus, Rearrangement,
};
use crate::read::table::{Row, shown};

pub(super) fn amplification(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let gene = gene(row)?;
    let fold_change = row.number("Fold Change");
    let words = match fold_change {
        Some(fold) => format!("gene amplification, fold change {fold}"),
        None => "gene amplification".to_owned(),
    };
    let claim = CopyNumber {
        gene: Some(gene),
        fold_change,
        ..CopyNumber::default()
    }
    .stated(CopyNumberCall::Amplification, &words);
    Ok(vec![row.call(Alteration::CopyNumber(claim))])
}

pub(super) fn copy_number(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let gene = gene(row)?;
    let kind = row
        .text("Copy Number Variant")
        .map(|text| text.trim_matches(['<', '>']).to_owned());
    let copy_number = CopyNumber {
        gene: Some(gene),
        copies: row.number("Absolute Copy Number"),
        fold_change: row.number("Fold Change").filter(|fold| *fold > 0.0),
        ..CopyNumber::default()
    };
    let is_measured = copy_number.copies.is_some() || copy_number.fold_change.is_some();
    let claim = match kind.as_deref() {
        _ if is_measured => copy_number.judged(),
        Some("DUP") => copy_number.stated(CopyNumberCall::Gain, "DUP, without a number"),
        Some("DEL") => copy_number.stated(CopyNumberCall::Loss, "DEL, without a number"),
        other => {
            return Err(format!(
                "Copy Number Variant: found \"{}\" without a number, expected <DUP> or <DEL>",
                shown(other.unwrap_or_default())
            ));
        }
    };
    Ok(vec![row.call(Alteration::CopyNumber(claim))])
}

pub(super) fn exons(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let gene = gene(row)?;
    let chrom = row.chrom("Chromosome")?;
    let position = |columns: &[&str]| {
        let column = columns.iter().find(|column| row.has(column));
        row.position(column.unwrap_or(&"Start"))
    };
    let start = position(&["Start", "Start Position", "Genomic Start"])?;
    let end = position(&[
        "Stop",
        "Stop Position",
        "End",
        "End Position",
        "Genomic Stop",
    ])?;
    let kind = row.text_of(&["CNV Type", "Type"]).unwrap_or("CNV");
    let event_type = match row.text_of(&["Affected Exon(s)", "Affected Exons", "Affected Exon"]) {
        Some(exons) => format!("{} of exon(s) {exons}", kind.trim_matches(['<', '>'])),
        None => format!("{} of exons", kind.trim_matches(['<', '>'])),
    };
    let at = |pos| Locus {
        chrom: chrom.clone(),
        pos,
    };
    let claim = Rearrangement {
        genes: vec![gene],
        callers: vec![row.origin.caller.clone()],
        ..Rearrangement::of(at(start), Some(at(end)), &event_type)
    };
    Ok(vec![row.call(Alteration::Rearrangement(claim))])
}

fn gene(row: &Row<'_>) -> Result<GeneSymbol, String> {
    row.gene("Gene")
        .ok_or_else(|| "Gene: empty, expected a gene".to_owned())
}
