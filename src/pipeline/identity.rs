//! Whether the files belong to one sample and one assembly.

use crate::domain::Assembly;
use crate::normalise::Told;
use crate::pipeline::intake::FileRead;
use crate::pipeline::{Failure, Request};
use crate::read::{ReadError, valid_sample};
use std::collections::BTreeSet;

/// The sample identifier: the declared one, else the one name that the files agree on.
///
/// # Errors
/// Where none can be had, files disagree, or every row of a table belongs to another sample.
pub(super) fn sample(request: &Request<'_>, files: &[FileRead]) -> Result<String, Failure> {
    for file in files {
        let rows = file.ledger.read;
        if file.other_samples > 0 && file.other_samples + file.ledger.rejected == rows {
            let names: Vec<&str> = file.row_samples.iter().map(String::as_str).collect();
            return Err(Failure::Read(ReadError::Samples {
                path: file.path.clone(),
                what: format!(
                    "no row belongs to this case; the rows name {}",
                    names.join(", ")
                ),
            }));
        }
    }
    if let Some(sample) = &request.case.sample {
        return Ok(sample.clone());
    }
    let named: BTreeSet<&String> = files
        .iter()
        .flat_map(|file| file.facts.sample.iter().chain(&file.row_samples))
        .collect();
    let hint = "give the sample identifier with `--sample ID`";
    match named.into_iter().collect::<Vec<_>>().as_slice() {
        [one] if valid_sample(one) => Ok((*one).clone()),
        [one] => Err(Failure::usage(
            format!(
                "the files name the sample \"{}\", which is no identifier of the form \
                 [A-Za-z0-9][A-Za-z0-9_.-]{{0,63}}",
                one.escape_debug()
            ),
            hint,
        )),
        [] => Err(Failure::usage(
            "no sample identifier, and no file names one",
            hint,
        )),
        several => {
            let names: Vec<&str> = several.iter().map(|name| name.as_str()).collect();
            Err(Failure::usage(
                format!("the files name several samples: {}", names.join(", ")),
                hint,
            ))
        }
    }
}

/// The assembly of each file and by what it was told.
///
/// # Errors
/// Where a file contradicts itself, the stated assembly, or another file.
pub(super) fn assemblies(
    request: &Request<'_>,
    files: &[FileRead],
) -> Result<Vec<Option<(Assembly, String)>>, Failure> {
    let mut found = Vec::with_capacity(files.len());
    for file in files {
        let told = match file.votes.decide(file.facts.assembly.clone()) {
            Told::Is(assembly, by) => Some((assembly, by)),
            Told::Contradiction { header, seen } => {
                return Err(contradicts_itself(&file.path, header, &seen));
            }
            Told::Tie { seen } if request.assembly.is_none() => {
                return Err(Failure::usage(
                    format!("{}: nothing decides the assembly: {seen}", file.path),
                    "state it with `--assembly GRCh37` or `--assembly GRCh38` if it is known; the \
                     file may hold records of both, or be on another assembly",
                ));
            }
            Told::Tie { .. } | Told::Nothing => {
                if let Some(stated) = request.assembly {
                    let stated_by = Some((stated, "stated".to_owned()));
                    if let Told::Contradiction { seen, .. } = file.votes.decide(stated_by) {
                        return Err(Failure::usage(
                            format!("{}: `--assembly {stated}` was given, but {seen}", file.path),
                            "leave `--assembly` out, or give the file on the stated assembly",
                        ));
                    }
                }
                None
            }
        };
        let told = match (told, request.assembly) {
            (Some((told, by)), Some(stated)) if told != stated => {
                return Err(Failure::usage(
                    format!(
                        "{}: is on {told} by its {by}, but `--assembly {stated}` was given",
                        file.path
                    ),
                    "leave `--assembly` out, or give the file on the stated assembly",
                ));
            }
            (Some(told), _) => Some(told),
            (None, Some(stated)) => Some((stated, "stated".to_owned())),
            (None, None) => None,
        };
        if let (Some((told, by)), Some(on)) = (&told, request.genome.reference().assembly)
            && *told != on
        {
            return Err(Failure::usage(
                format!(
                    "{}: is on {told} by its {by}, but the reference that was given is on {on}",
                    file.path
                ),
                "give the reference of the files' assembly",
            ));
        }
        found.push(told);
    }
    let on = |assembly| {
        files
            .iter()
            .zip(&found)
            .filter(move |(_, told)| told.as_ref().is_some_and(|(a, _)| *a == assembly))
            .map(|(file, told)| {
                let by = told.as_ref().map_or("", |(_, by)| by.as_str());
                format!("{} ({by})", file.path)
            })
            .collect::<Vec<_>>()
    };
    let (old, new) = (on(Assembly::GRCh37), on(Assembly::GRCh38));
    if old.is_empty() || new.is_empty() {
        return Ok(found);
    }
    Err(Failure::usage(
        format!(
            "files use different genome builds: GRCh37: {}; GRCh38: {}",
            old.join(", "),
            new.join(", ")
        ),
        "give files on one assembly; positions of different builds are never mixed",
    ))
}

fn contradicts_itself(path: &str, header: Assembly, seen: &str) -> Failure {
    Failure::usage(
        format!("{path}: the header says {header}, but {seen}"),
        "the file may have been lifted over without its header; give it on one assembly",
    )
}
