//! LINX, `*.linx.breakend.tsv`: each row one side of a DNA junction beside one transcript.
//!
//! The table to give is that of the fusions, `*.linx.fusion.tsv`: it says which sides were joined.
//! This one tells of genes that a junction breaks without making a fusion.
//!
//! | LINX | ours |
//! |---|---|
//! | `gene`, where `regionType` is `EXONIC` or `INTRONIC` | a rearrangement of the gene |
//! | `coords` (from 2.x: `chr:pos:orientation`) | its one end; older tables give none |
//! | `regionType`, `disruptive` | `event_type` |
//!
//! A breakend beside a gene (`UPSTREAM`, up to 100 kb away) names a neighbour, so its gene is not
//! taken; without coordinates such a row claims nothing. The other side has a row of its own.
//! `reportedDisruption` and `reportedStatus` say what LINX itself reports and are no filter. The
//! germline table has the same header and must not be given. Not read: phases, distances, copy
//! numbers, exons.

use super::linx_fusion::place;
use crate::domain::{Alteration, Call, Detects, Rearrangement};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// LINX's table of breakends.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "linx-breakend",
    manual: Manual {
        title: "LINX linx.breakend.tsv (the table to give is linx.fusion.tsv)",
        versions: "1.2x and 2.x by their files; 2.3 (coords) by its source",
        written_from: WrittenFrom::Files,
        recognised_by: "svId, isStart, gene, transcriptId, geneOrientation, disruptive, regionType",
        columns: &[
            ("gene", "the gene, where the breakend lies in it"),
            ("coords", "the end, chr:pos:orientation, 1-based"),
            ("regionType, disruptive", "event type"),
        ],
        support: "none in the file",
        order: "none: one side of a junction in DNA",
    },
    detects: &[Detects::Rearrangement],
    header: &[
        "svId",
        "isStart",
        "gene",
        "transcriptId",
        "geneOrientation",
        "disruptive",
        "undisruptedCopyNumber",
        "regionType",
    ],
    also: by_header,
    genes: &["gene"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let first = match row.text("coords") {
        None => None,
        Some(text) => Some(place(text).ok_or_else(|| {
            format!(
                "coords: found \"{}\", expected chr:pos:orientation",
                shown(text)
            )
        })?),
    };
    let region = row.text("regionType").unwrap_or("UNKNOWN").to_owned();
    let inside = match region.as_str() {
        "EXONIC" | "INTRONIC" => true,
        "UPSTREAM" | "DOWNSTREAM" | "IG" | "UNKNOWN" => false,
        other => {
            row.not_understood("regionType", other);
            false
        }
    };
    let gene = row.gene("gene");
    if inside && gene.is_none() {
        return Err("gene: empty, expected the gene that the breakend lies in".to_owned());
    }
    if !inside && first.is_none() {
        return Ok(Vec::new());
    }
    let harmless = match row.text("disruptive") {
        Some("false") => ", not disruptive",
        Some(_) | None => "",
    };
    let claim = Alteration::Rearrangement(Rearrangement {
        genes: gene.filter(|_| inside).into_iter().collect(),
        first,
        event_type: format!("breakend, {}{harmless}", region.to_lowercase()),
        callers: vec![row.origin.caller.clone()],
        ..Rearrangement::default()
    });
    Ok(vec![row.call(claim)])
}
