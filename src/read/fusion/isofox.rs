//! Isofox, `*.isf.pass_fusions.tsv` (1.x: `.csv`) and the table of all fusions, comma or tab.
//!
//! | Isofox | ours |
//! |---|---|
//! | `GeneNameUp`, `GeneNameDown`; 2.x: `Name` (`A_B`) | 5' and 3' partner |
//! | `ChrUp`, `PosUp`, …; 2.x: `ChromosomeUp`, `PositionUp`, … | breakpoints, 1-based |
//! | `StrandUp`, `StrandDown`, else `OrientUp`, `OrientDown`, `OrientationUp`, … | strand |
//! | `SplitFrags` + `RealignedFrags` | `split_reads` |
//! | `DiscordantFrags` | `spanning_pairs` |
//! | `JuncTypeUp`, `JunctionTypeUp`, … | `site` |
//! | `TranscriptUp`, `ExonUp`, … (2.x) | transcript and exon |
//! | `SVType` | `event_type` |
//! | `Filter` | filtered, unless `PASS` or absent |
//!
//! Not read: known type, coverage, anchor lengths, number in the caller's cohort, related fusions.

use crate::domain::{Call, Detects, Fusion, GeneSymbol, Partner, PartnerOrder, Standing, Strand};
use crate::read::table::{Row, TableCaller, shown};
use crate::read::{Manual, WrittenFrom};

/// Isofox's tables.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "isofox",
    manual: Manual {
        title: "Isofox pass_fusions and all fusions, csv or tsv",
        versions: "1.x by its files; 2.x (Name, ChromosomeUp) by its source",
        written_from: WrittenFrom::Examples,
        recognised_by: "GeneNameUp, ChrUp, PosUp, … or Name, ChromosomeUp, PositionUp, …; SplitFrags, \
                        RealignedFrags, DiscordantFrags",
        columns: &[
            ("GeneNameUp / GeneNameDown, or Name", "5' and 3' partner"),
            ("ChrUp, PosUp / ChrDown, PosDown", "breakpoints, 1-based"),
            (
                "StrandUp / StrandDown, else OrientUp / OrientDown",
                "strand",
            ),
            ("SplitFrags + RealignedFrags", "split_reads"),
            ("DiscordantFrags", "spanning_pairs"),
            ("JuncTypeUp / JuncTypeDown", "site"),
            (
                "TranscriptUp, ExonUp / TranscriptDown, ExonDown",
                "transcript, exon",
            ),
            ("SVType", "as named"),
            ("Filter", "filtered unless PASS"),
        ],
        support: "split and realigned fragments cross the junction; discordant ones lie on either side",
        order: "Up is 5', Down is 3', stated",
    },
    detects: &[Detects::Fusion],
    header: &["SVType", "SplitFrags", "RealignedFrags", "DiscordantFrags"],
    also: |columns| {
        columns.has_all(&[
            "GeneNameUp",
            "GeneNameDown",
            "ChrUp",
            "PosUp",
            "ChrDown",
            "PosDown",
        ]) || columns.has_all(&[
            "Name",
            "ChromosomeUp",
            "PositionUp",
            "ChromosomeDown",
            "PositionDown",
        ])
    },
    genes: &["GeneNameUp", "GeneNameDown"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let (up, down) = genes(row)?;
    let five_prime = partner(row, "Up", up)?;
    let three_prime = partner(row, "Down", down)?;
    let split = row.count("SplitFrags");
    let realigned = row.count("RealignedFrags");
    let fusion = Fusion {
        split_reads: split.map(|split| split.saturating_add(realigned.unwrap_or_default())),
        spanning_pairs: row.count("DiscordantFrags"),
        event_type: row.text("SVType").map(str::to_owned),
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    };
    let standing = match row.text("Filter") {
        None | Some("PASS" | "NOT_SET") => Standing::Passed,
        Some(filters) => Standing::Filtered(filters.split(';').map(str::to_owned).collect()),
    };
    Ok(vec![row.fusion(fusion, standing)])
}

fn genes(row: &Row<'_>) -> Result<(Option<GeneSymbol>, Option<GeneSymbol>), String> {
    if row.has("GeneNameUp") {
        return Ok((row.gene("GeneNameUp"), row.gene("GeneNameDown")));
    }
    let name = row.text("Name").unwrap_or_default();
    let (up, down) = name
        .split_once('_')
        .ok_or_else(|| format!("Name: found \"{}\", expected A_B", shown(name)))?;
    Ok((GeneSymbol::new(up), GeneSymbol::new(down)))
}

fn partner(row: &Row<'_>, side: &str, gene: Option<GeneSymbol>) -> Result<Partner, String> {
    let locus = if row.has(&format!("Chr{side}")) {
        row.locus(&format!("Chr{side}"), &format!("Pos{side}"))?
    } else {
        row.locus(&format!("Chromosome{side}"), &format!("Position{side}"))?
    };
    let either = |one: &str, other: &str| {
        row.text_of(&[&format!("{one}{side}"), &format!("{other}{side}")])
            .map(str::to_owned)
    };
    Ok(Partner {
        transcript: row.text(&format!("Transcript{side}")).map(str::to_owned),
        exon: row
            .text(&format!("Exon{side}"))
            .and_then(|exon| exon.parse().ok())
            .filter(|exon| *exon > 0),
        site: either("JuncType", "JunctionType"),
        ..Partner::at(gene, locus, strand(row, side))
    })
}

/// The gene's strand, else that of the junction: what is kept of a 5' gene on the plus strand lies
/// below its end (orientation 1), of a 3' gene above it (-1).
fn strand(row: &Row<'_>, side: &str) -> Option<Strand> {
    let plus = match row.text(&format!("Strand{side}")) {
        Some(strand) => strand == "1",
        None => {
            let columns = [format!("Orient{side}"), format!("Orientation{side}")];
            let orientation = columns.iter().find_map(|column| row.text(column))?;
            (orientation == "1") == (side == "Up")
        }
    };
    Some(if plus { Strand::Plus } else { Strand::Minus })
}
