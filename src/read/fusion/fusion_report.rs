//! fusion-report (nf-core/rnafusion): the merged fusions of several callers as JSON, CSV and list.
//!
//! | fusion-report | ours |
//! |---|---|
//! | `Fusion` `A--B` | 5' and 3' partner, as the callers give them |
//! | a caller's object or cell | a claim under that caller's own name |
//! | `position` `chr:pos:strand#chr:pos:strand` | breakpoints, 1-based |
//! | arriba `split_reads1` + `split_reads2`, `discordant_mates` | `split_reads`, `spanning_pairs` |
//! | arriba `reading-frame`, `confidence`, `type` | as named |
//! | starfusion `junction_reads`, `spanning_reads` | `split_reads`, `spanning_pairs` |
//! | fusioncatcher, jaffa `spanning_unique_reads`, `spanning_reads`; `spanning_pairs` | likewise |
//! | ericscript `junction_reads`, `discordant_reads` | likewise |
//! | pizzly `split_count`, `pair_count`; ctat_lr_fusion `num_LR` | likewise |
//! | fusioncatcher `fusion_type`, jaffa `inframe` | `frame` |
//! | jaffa `classification` | `confidence`; `PotentialTransSplicing` is none |
//!
//! SQUID's position is two segments in the order of the genome, not of the genes, so it is not read.
//! Of a caller that is not known here the fusion and its place are read, its counts are not, and that
//! is told. Not read: databases, scores, coverage, expression.

pub mod csv;
pub mod json;
pub mod list;

use super::breakpoint::breakpoint;
use super::partners::{caller, frame, pair, placed};
use crate::domain::{
    Call, Confidence, Frame, Fusion, Locus, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::table::{Columns, Row, Separator, shown};
use crate::read::{Manual, WrittenFrom};

/// What the three formats have in common.
const MANUAL: Manual = Manual {
    title: "fusion-report (nf-core/rnafusion)",
    versions: "2.x and later, by their fields",
    written_from: WrittenFrom::Files,
    recognised_by: "Fusion, Databases and a column for each caller",
    columns: &[
        ("Fusion A--B", "partners"),
        ("a caller's column", "a claim under its own name"),
        ("position", "breakpoints, 1-based"),
        (
            "split_reads1 + split_reads2, junction_reads, spanning_unique_reads, split_count, num_LR",
            "split_reads",
        ),
        (
            "discordant_mates, spanning_reads (STAR-Fusion), spanning_pairs, pair_count",
            "spanning_pairs",
        ),
        ("reading-frame, fusion_type, inframe", "frame"),
        ("confidence, classification", "confidence"),
    ],
    support: "as each caller counted",
    order: "A is 5', as the callers give it; none claimed for a caller that is not known",
};

/// Fields of one caller that are counts: those across the junction, added up, and the pairs.
struct Counts {
    caller: &'static str,
    split: &'static [&'static str],
    pairs: Option<&'static str>,
}

const CALLERS: &[Counts] = &[
    Counts {
        caller: "arriba",
        split: &["split_reads1", "split_reads2"],
        pairs: Some("discordant_mates"),
    },
    Counts {
        caller: "ctat-lr-fusion",
        split: &["num_LR"],
        pairs: None,
    },
    Counts {
        caller: "dragen-rna",
        split: &[],
        pairs: None,
    },
    Counts {
        caller: "ericscript",
        split: &["junction_reads"],
        pairs: Some("discordant_reads"),
    },
    Counts {
        caller: "fusioncatcher",
        split: &["spanning_unique_reads"],
        pairs: Some("spanning_pairs"),
    },
    Counts {
        caller: "jaffa",
        split: &["spanning_reads"],
        pairs: Some("spanning_pairs"),
    },
    Counts {
        caller: "pizzly",
        split: &["split_count"],
        pairs: Some("pair_count"),
    },
    Counts {
        caller: "squid",
        split: &[],
        pairs: None,
    },
    Counts {
        caller: "star-fusion",
        split: &["junction_reads"],
        pairs: Some("spanning_reads"),
    },
];

/// What one caller says of a fusion: its name, and its fields.
type Told<'a> = (&'a str, Vec<(&'a str, String)>);

/// The claims of one fusion, one of each caller.
///
/// # Errors
/// In words where the pair, or the position of every caller, cannot be read.
fn claims(text: &str, told: Vec<Told<'_>>, row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let (one, other) = pair(text, row.symbols).map_err(|reason| format!("Fusion: {reason}"))?;
    let genes = (Partner::named(Some(one)), Partner::named(Some(other)));
    let mut calls = Vec::new();
    let mut unread = Vec::new();
    for (tool, fields) in told {
        let (names, cells): (Vec<&str>, Vec<String>) = fields.into_iter().unzip();
        let columns = Columns::fixed(&names, Separator::Tab);
        let mut fields = Row::new(&columns, cells, row.origin.clone(), row.symbols);
        match claim(tool, genes.clone(), &mut fields) {
            Ok(call) => calls.push(call),
            Err(reason) => unread.push(reason),
        }
        row.take_warnings(fields);
    }
    if !calls.is_empty() {
        for reason in unread {
            row.warn(format!("{reason}; what this caller says is left out"));
        }
        return Ok(calls);
    }
    if let Some(reason) = unread.into_iter().next() {
        return Err(reason);
    }
    row.warn("no caller says anything of it".to_owned());
    let fusion = Fusion::of(genes.0, genes.1, PartnerOrder::Unoriented);
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

/// The claim of one caller; the cells of `fields` are what it says of the fusion.
fn claim(tool: &str, genes: (Partner, Partner), fields: &mut Row<'_>) -> Result<Call, String> {
    let name = caller(tool);
    fields.origin.caller.clone_from(&name);
    let known = CALLERS.iter().find(|known| known.caller == name);
    if known.is_none() {
        fields.warn(format!(
            "{}: no caller known here; its counts are not read",
            shown(tool)
        ));
    }
    let (first, second) = if name == "squid" {
        (None, None)
    } else {
        places(tool, fields)?
    };
    let split_reads = known.and_then(|known| sum(fields, known.split));
    let spanning_pairs = known
        .and_then(|known| known.pairs)
        .and_then(|column| fields.count(column));
    let order = match known {
        Some(_) => PartnerOrder::Stated,
        None => PartnerOrder::Unoriented,
    };
    let side = |partner, place: Place| {
        let (locus, strand) = place.unzip();
        placed(partner, locus, strand.flatten())
    };
    let fusion = Fusion {
        frame: frame_of(fields),
        split_reads,
        spanning_pairs,
        confidence: confidence(fields),
        event_type: event_type(fields),
        ..Fusion::of(side(genes.0, first), side(genes.1, second), order)
    };
    Ok(fields.fusion(fusion, Standing::Passed))
}

type Place = Option<(Locus, Option<Strand>)>;

fn places(tool: &str, fields: &Row<'_>) -> Result<(Place, Place), String> {
    let Some(text) = fields.text("position") else {
        return Ok((None, None));
    };
    let place = |text| {
        let (chrom, pos, strand) = breakpoint(text)?;
        Some((Locus { chrom, pos }, strand))
    };
    text.split_once('#')
        .and_then(|(one, other)| Some((Some(place(one)?), Some(place(other)?))))
        .ok_or_else(|| {
            format!(
                "{}: position: found \"{}\", expected chr:pos#chr:pos",
                shown(tool),
                shown(text)
            )
        })
}

fn sum(fields: &mut Row<'_>, columns: &[&str]) -> Option<u32> {
    columns
        .iter()
        .filter_map(|column| fields.count(column))
        .reduce(u32::saturating_add)
}

fn frame_of(fields: &mut Row<'_>) -> Frame {
    if let Some(word) = fields.text("reading-frame").map(str::to_owned) {
        return frame(&word).unwrap_or_else(|| {
            fields.not_understood("reading-frame", &word);
            Frame::Unknown
        });
    }
    match fields.text("inframe") {
        Some("TRUE") => return Frame::InFrame,
        Some("FALSE") => return Frame::OutOfFrame,
        Some(_) | None => {}
    }
    // Other words of FusionCatcher name the sites (`CDS(truncated)/UTR`).
    fields
        .text("fusion_type")
        .and_then(frame)
        .unwrap_or(Frame::Unknown)
}

fn event_type(fields: &Row<'_>) -> Option<String> {
    fields
        .text_of(&["type", "fusion_type"])
        .filter(|text| frame(text).is_none())
        .map(str::to_owned)
}

fn confidence(fields: &mut Row<'_>) -> Option<Confidence> {
    let column = ["confidence", "classification"]
        .into_iter()
        .find(|column| fields.text(column).is_some())?;
    let word = fields.text(column)?.to_owned();
    match word.as_str() {
        "low" | "LowConfidence" => Some(Confidence::Low),
        "medium" | "MediumConfidence" => Some(Confidence::Medium),
        "high" | "HighConfidence" => Some(Confidence::High),
        "PotentialTransSplicing" | "PotentialRegularTranscript" => None,
        other => {
            fields.not_understood(column, other);
            None
        }
    }
}
