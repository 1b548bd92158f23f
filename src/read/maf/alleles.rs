//! The place and the alleles of a row.
//!
//! Indels stand without the base that a VCF keeps: `-` for no base. An insertion's start is the base
//! before it, a deletion's the first base lost; the merge of events knows both spellings.

use crate::domain::Chromosome;
use crate::read::table::{Row, shown};

/// Where a variant lies. Empty where the row does not tell.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Site {
    pub(super) chrom: Option<Chromosome>,
    pub(super) pos: Option<u64>,
    pub(super) reference: Option<String>,
    /// Those that differ from the reference allele, the row's own first.
    pub(super) alternates: Vec<String>,
}

/// The place and the alleles. Both may be absent, not one alone: alleles without a place are none.
///
/// # Errors
/// In words where a cell cannot be read, or the alleles name no variant.
pub(super) fn site(row: &mut Row<'_>) -> Result<Site, String> {
    let chrom = row.text("Chromosome").map(Chromosome::new);
    let pos = position(row)?;
    let reference = allele(row, "Reference_Allele")?;
    let mut alternates = Vec::new();
    for column in ["Tumor_Seq_Allele2", "Tumor_Seq_Allele1"] {
        alternates.extend(allele(row, column)?);
    }
    if chrom.is_none() || pos.is_none() || reference.is_none() || alternates.is_empty() {
        return Ok(Site {
            // Half a place helps nobody.
            chrom: chrom.filter(|_| pos.is_some()),
            pos,
            ..Site::default()
        });
    }
    alternates.retain(|allele| reference.as_ref() != Some(allele));
    alternates.dedup();
    if alternates.is_empty() {
        return Err(
            "Tumor_Seq_Allele1, Tumor_Seq_Allele2: found the reference allele alone, \
                    expected a variant"
                .to_owned(),
        );
    }
    Ok(Site {
        chrom,
        pos,
        reference,
        alternates,
    })
}

/// The start; programs that hold columns as numbers write `55593661.0`.
fn position(row: &Row<'_>) -> Result<Option<u64>, String> {
    let Some(text) = row.text("Start_Position") else {
        return Ok(None);
    };
    let digits = text.strip_suffix(".0").unwrap_or(text);
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let pos = digits.parse().ok().filter(|pos| is_number && *pos > 0);
    pos.map(Some).ok_or_else(|| {
        format!(
            "Start_Position: found \"{}\", expected a position from 1",
            shown(text)
        )
    })
}

fn allele(row: &Row<'_>, column: &str) -> Result<Option<String>, String> {
    let Some(text) = row.text(column) else {
        return Ok(None);
    };
    let is_spelt = text.bytes().all(|base| base.is_ascii_alphabetic());
    if is_spelt {
        Ok(Some(text.to_ascii_uppercase()))
    } else if text.bytes().all(|sign| sign == b'-') {
        Ok(Some("-".to_owned()))
    } else {
        Err(format!(
            "{column}: found \"{}\", expected bases or -",
            shown(text)
        ))
    }
}
