//! Which format a file is of, by how it begins.

use crate::read::stream::Head;
use crate::read::table::header_score;
use crate::read::{
    Caller, ReadError, biomarker, copy_number, fusion, maf, panel, rearrangement, vcf,
};

/// Formats told beside a header that none has.
const NEAREST: usize = 3;

/// Every caller that is read, in the order `sarcolens formats` lists them.
pub fn callers() -> impl Iterator<Item = &'static dyn Caller> {
    [
        fusion::CALLERS,
        rearrangement::CALLERS,
        vcf::CALLERS,
        maf::CALLERS,
        panel::CALLERS,
        copy_number::CALLERS,
        biomarker::CALLERS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The caller that `-i FORMAT=PATH` names.
pub fn caller_named(name: &str) -> Option<&'static dyn Caller> {
    callers().find(|caller| caller.name() == name)
}

/// Whether `head` begins a text (or a BCF) that some reader could take.
///
/// # Errors
/// Where nothing is there, or its encoding or line ends are not read.
pub fn check_text(head: &Head, path: &str) -> Result<(), ReadError> {
    let path = path.to_owned();
    if head.is_empty() {
        Err(ReadError::Empty { path })
    } else if head.is_utf16() {
        Err(ReadError::Utf16 { path })
    } else if head.has_bare_returns() {
        Err(ReadError::LineEnds { path })
    } else {
        Ok(())
    }
}

/// The caller that `head` belongs to.
///
/// # Errors
/// Where none or several fit, or no reader could take the text.
pub fn recognise(head: &Head, path: &str) -> Result<&'static dyn Caller, ReadError> {
    check_text(head, path)?;
    let fitting: Vec<&'static dyn Caller> =
        callers().filter(|caller| caller.recognises(head)).collect();
    match fitting.as_slice() {
        [one] => Ok(*one),
        [] => Err(ReadError::NotRecognised {
            path: path.to_owned(),
            found: head.beginning(),
            nearest: nearest(head),
        }),
        several => Err(ReadError::Ambiguous {
            path: path.to_owned(),
            candidates: several.iter().map(|caller| caller.name()).collect(),
        }),
    }
}

/// Formats that share the most of their columns with the file's header, best first; none where no
/// format shares a third of its own.
fn nearest(head: &Head) -> Vec<&'static str> {
    let mut scored: Vec<(usize, &'static str)> = callers()
        .map(|caller| (header_score(head, caller.tokens()), caller.name()))
        .filter(|(per_cent, _)| *per_cent >= 34)
        .collect();
    scored.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
    scored
        .into_iter()
        .map(|(_, name)| name)
        .take(NEAREST)
        .collect()
}
