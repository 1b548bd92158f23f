//! Which column is the tumour's.
//!
//! In this order: `--tumor-sample`; the case's identifier; `##tumor_sample`; a `##SAMPLE` line
//! `TUMOR`; a column whose name says it; the one that is not the normal; the place that the caller
//! documents (SAGE and somatic Manta: second); the only column, unless that is the normal's. What is left open is asked
//! for, never guessed.

use super::header::Header;
use crate::read::{ReadError, ReadOptions};

/// Columns of one patient, counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The tumour's. `None`: the file has no sample columns.
    pub(super) tumour: Option<usize>,
    /// The normal's. `None`: there is none, or it cannot be told.
    pub(super) normal: Option<usize>,
    /// The tumour's name, where it is a name and no role (`TUMOR`).
    pub(super) name: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Tumour,
    Normal,
    Unknown,
}

/// The columns.
///
/// # Errors
/// Where a name stands twice, a named sample is absent, or the tumour cannot be told.
pub(super) fn choose(
    header: &Header,
    options: &ReadOptions,
    path: &str,
) -> Result<Chosen, ReadError> {
    let samples = &header.samples;
    let refuse = |what: String| ReadError::Samples {
        path: path.to_owned(),
        what,
    };
    if samples.is_empty() {
        return Ok(Chosen::default());
    }
    if let Some(twice) = samples
        .iter()
        .enumerate()
        .find(|(index, name)| samples.iter().skip(index + 1).any(|other| other == *name))
    {
        return Err(refuse(format!(
            "the sample column \"{}\" stands twice, so the tumour cannot be told",
            twice.1.escape_debug()
        )));
    }
    let tumour = tumour(header, options).map_err(&refuse)?;
    let normal = match &options.normal_sample {
        Some(name) => Some(column(header, name).ok_or_else(|| {
            refuse(format!(
                "no column is named \"{}\" as `--normal-sample` says; there are {}",
                name.escape_debug(),
                samples.join(", ")
            ))
        })?),
        None => other_column(header, tumour),
    };
    let name = samples
        .get(tumour)
        .filter(|name| !is_generic(name))
        .cloned();
    Ok(Chosen {
        tumour: Some(tumour),
        normal: normal.filter(|normal| *normal != tumour),
        name,
    })
}

fn tumour(header: &Header, options: &ReadOptions) -> Result<usize, String> {
    let stated = options
        .wanted_sample()
        .and_then(|name| column(header, name));
    if let Some(index) = stated {
        return Ok(index);
    }
    let by_header = header
        .plain("tumor_sample")
        .and_then(|name| column(header, name))
        .or_else(|| aliased(header))
        .or_else(|| by_role(header))
        .or_else(|| by_producer(header));
    let index = match (by_header, header.samples.as_slice()) {
        (Some(index), _) => index,
        (None, [only]) if is_normal(header, only) => {
            return Err(format!(
                "the only column, \"{}\", is the normal's by its name or the header; a tumour is \
                 expected",
                only.escape_debug()
            ));
        }
        (None, [_]) => 0,
        (None, _) => {
            return Err(format!(
                "which of the columns {} is the tumour cannot be told",
                header.samples.join(", ")
            ));
        }
    };
    let name = header.samples.get(index).map(String::as_str);
    match (options.wanted_sample(), name) {
        (Some(wanted), Some(name)) if !is_generic(name) => Err(format!(
            "the file's sample is \"{}\", not \"{}\"",
            name.escape_debug(),
            wanted.escape_debug()
        )),
        _ => Ok(index),
    }
}

/// The column of that name, or whose `##SAMPLE` line gives that name.
fn column(header: &Header, name: &str) -> Option<usize> {
    let position = |wanted: &str| header.samples.iter().position(|known| known == wanted);
    position(name).or_else(|| {
        let (id, _) = header.aliases.iter().find(|(_, alias)| *alias == name)?;
        position(id)
    })
}

/// `##SAMPLE=<ID=TUMOR,SampleName=…>` with the name as the column's.
fn aliased(header: &Header) -> Option<usize> {
    let (_, name) = header
        .aliases
        .iter()
        .find(|(id, _)| role(id) == Role::Tumour)?;
    header.samples.iter().position(|known| known == name)
}

fn by_role(header: &Header) -> Option<usize> {
    let of = |wanted: Role| {
        header
            .samples
            .iter()
            .enumerate()
            .filter(|(_, name)| role(name) == wanted)
            .map(|(index, _)| index)
            .collect::<Vec<_>>()
    };
    match (of(Role::Tumour).as_slice(), of(Role::Normal).as_slice()) {
        ([one], _) => Some(*one),
        ([], [normal]) if header.samples.len() == 2 => Some(1 - normal),
        (several, _) => several.iter().copied().find(|index| {
            // RADIA: DNA_TUMOR beside RNA_TUMOR.
            let name = header.samples.get(*index).map(String::as_str);
            name.is_some_and(|name| name.to_ascii_uppercase().starts_with("DNA"))
        }),
    }
}

/// SAGE and what is made of its files write the reference first and the tumour second, under the
/// patient's names; so do Manta and DRAGEN where they score a somatic variant.
fn by_producer(header: &Header) -> Option<usize> {
    let (producer, _) = super::producer::producer(header);
    let is_somatic = header.infos.contains_key("SOMATICSCORE");
    let is_second = match producer {
        "sage" => true,
        "manta" | "dragen-sv" => is_somatic,
        _ => false,
    };
    (is_second && header.samples.len() == 2).then_some(1)
}

fn other_column(header: &Header, tumour: usize) -> Option<usize> {
    let named = header
        .plain("normal_sample")
        .and_then(|name| column(header, name));
    let by_role = header
        .samples
        .iter()
        .position(|name| role(name) == Role::Normal);
    let other = (header.samples.len() == 2).then(|| 1_usize.saturating_sub(tumour));
    named.or(by_role).or(other)
}

fn is_normal(header: &Header, name: &str) -> bool {
    role(name) == Role::Normal || header.plain("normal_sample") == Some(name)
}

fn role(name: &str) -> Role {
    let name = name.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match (
        says(&["tumor", "tumour", "somatic"]),
        says(&["normal", "germline"]),
    ) {
        (true, false) => Role::Tumour,
        (false, true) => Role::Normal,
        (true, true) | (false, false) => Role::Unknown,
    }
}

/// Names that callers put where they know none; they identify nobody.
fn is_generic(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let bare = name.trim_start_matches("dna_").trim_start_matches("rna_");
    matches!(
        bare,
        "tumor" | "tumour" | "normal" | "sample" | "sample1" | "default" | "unknown" | "null"
    ) || bare.starts_with("column ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(lines: &[&str], samples: &[&str], wanted: Option<&str>) -> Result<usize, String> {
        let mut header = Header::new();
        for line in lines {
            header.take(line, 2);
        }
        header.samples = samples.iter().map(|name| (*name).to_owned()).collect();
        let options = ReadOptions {
            tumor_sample: wanted.map(str::to_owned),
            ..ReadOptions::default()
        };
        choose(&header, &options, "x.vcf")
            .map(|chosen| chosen.tumour.unwrap_or(99))
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_tumour_is_told_or_asked_for() {
        assert_eq!(chosen(&[], &["NORMAL", "TUMOR"], None), Ok(1));
        assert_eq!(chosen(&["##tumor_sample=B"], &["A", "B"], None), Ok(1));
        assert_eq!(chosen(&[], &["A", "B"], Some("A")), Ok(0));
        assert_eq!(chosen(&[], &["TUMOR", "NORMAL"], Some("A")), Ok(0));
        assert!(chosen(&[], &["B-tumor", "B-normal"], Some("A")).is_err());
        assert_eq!(chosen(&[], &["A_Germline", "A_Somatic"], None), Ok(1));
        assert_eq!(chosen(&[], &["A", "A-normal"], None), Ok(0));
        assert_eq!(
            chosen(&[], &["DNA_NORMAL", "DNA_TUMOR", "RNA_TUMOR"], None),
            Ok(1)
        );
        let alias = "##SAMPLE=<ID=TUMOR,SampleName=999-99>";
        assert_eq!(chosen(&[alias], &["999-99", "998-99"], None), Ok(0));
        assert_eq!(chosen(&["##sageVersion=4.0"], &["A", "B"], None), Ok(1));
        assert!(chosen(&[], &["A", "B"], None).is_err());
        assert!(chosen(&[], &["NORMAL"], None).is_err());
        assert!(chosen(&["##normal_sample=A"], &["A"], None).is_err());
        assert_eq!(chosen(&[], &["NORMAL"], Some("NORMAL")), Ok(0));
        assert!(chosen(&[], &["A"], Some("B")).is_err());
        assert!(chosen(&[], &["A", "A"], Some("A")).is_err());
    }
}
