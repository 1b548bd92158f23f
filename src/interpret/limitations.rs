//! What was not looked at (requirement R30, R42).

use crate::domain::{Alteration, Detects, Input};
use crate::interpret::Subject;
use crate::interpret::sort_out::SortedOut;
use std::collections::BTreeSet;

/// Sentences for the report.
pub(crate) fn list(sorted: &SortedOut, subject: &Subject<'_>) -> Vec<String> {
    let mut limitations = Vec::new();
    let seen = seen(sorted);
    let classes = [
        (Detects::SmallVariant, "Small variants"),
        (Detects::Fusion, "Fusions"),
        (Detects::CopyNumber, "Copy number"),
        (Detects::Rearrangement, "DNA rearrangements"),
    ];
    for (class, name) in classes {
        if subject.provided.contains(&class) {
            continue;
        }
        limitations.push(if seen.contains(&class) {
            format!(
                "{name}: only what files made for something else hold; that nothing more was seen \
                 says nothing."
            )
        } else {
            format!("{name}: not assessed, no file that tells them was given.")
        });
    }
    if subject.assay.is_none() {
        limitations.push(
            "The scope of the assay was not declared: nothing is reported as negative.".to_owned(),
        );
    }
    if subject.inputs.iter().any(|input| input.assembly.is_none()) {
        limitations.push(
            "The reference assembly of some files could not be told; places in them were not \
             compared with the positions of known genes."
                .to_owned(),
        );
    }
    let outside: u64 = subject.inputs.iter().map(outside).sum();
    if outside > 0 {
        limitations.push(format!(
            "{outside} record(s) touch no gene that the knowledge base knows; they are counted, \
             not listed."
        ));
    }
    limitations.push(
        "Somatic or germline origin is not determined; the absence of a germline question does \
         not exclude inheritance."
            .to_owned(),
    );
    limitations.push("Clinical trials are not matched.".to_owned());
    if subject.report_date.is_none() {
        limitations.push(
            "No date of the report was given, so it was not checked whether entries of the knowledge \
             base are past their review."
                .to_owned(),
        );
    }
    limitations
}

/// Classes of which at least one record was read, whatever became of it.
fn seen(sorted: &SortedOut) -> BTreeSet<Detects> {
    sorted
        .alterations()
        .map(|alteration| match alteration {
            Alteration::SmallVariant(_) => Detects::SmallVariant,
            Alteration::Fusion(_) | Alteration::TandemDuplication(_) => Detects::Fusion,
            Alteration::CopyNumber(_) => Detects::CopyNumber,
            Alteration::Rearrangement(_) => Detects::Rearrangement,
            Alteration::Biomarker(_) => Detects::Biomarker,
        })
        .collect()
}

fn outside(input: &Input) -> u64 {
    input.records.outside
}
