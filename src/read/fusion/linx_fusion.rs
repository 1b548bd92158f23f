//! LINX, `*.linx.fusion.tsv`: fusions that DNA junctions would make.
//!
//! | LINX | ours |
//! |---|---|
//! | `geneStart`, `geneEnd`; from 2.3 `name` (`A_B`) | 5' and 3' partner |
//! | `fivePrimeCoords`, `threePrimeCoords` (from 2.x: `chr:pos:orientation`) | breakpoints in DNA |
//! | `fusedExonUp`, `fusedExonDown` | last exon kept of the 5' gene, first of the 3' gene |
//! | `transcriptStart`, `transcriptEnd`, `geneContextStart`, `geneContextEnd` | transcript and site |
//! | `phased` | frame |
//! | `domainsKept`, `domainsLost` | domains of the 3' gene |
//! | `reportedType` | `event_type` |
//!
//! Every fusion that the junctions could make is listed, also within one gene (`DMD_DMD`), where
//! nothing is known of it; `reported` says what LINX itself reports and is no filter. Breakpoints lie
//! where the DNA is joined, often in introns; older tables give none. Not read: `likelihood` (whether
//! the fusion is a driver, no grade of the call), chain, skipped exons, copy number of the junction.

use crate::domain::{
    Call, Chromosome, Detects, Domains, Frame, Fusion, GeneSymbol, Locus, Partner, PartnerOrder,
    Standing,
};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// LINX's table of fusions.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "linx-fusion",
    manual: Manual {
        title: "LINX linx.fusion.tsv",
        versions: "1.2x and 2.x by their files; 2.3 (no gene columns) by its source",
        written_from: WrittenFrom::Files,
        recognised_by: "fivePrimeBreakendId, threePrimeBreakendId, name, reported, reportedType, phased, \
                        fusedExonUp",
        columns: &[
            ("geneStart / geneEnd, or name", "5' and 3' partner"),
            (
                "fivePrimeCoords / threePrimeCoords",
                "breakpoints in DNA, 1-based",
            ),
            ("fusedExonUp / fusedExonDown", "exon"),
            ("transcriptStart / transcriptEnd", "transcript"),
            ("geneContextStart / geneContextEnd", "site"),
            ("phased", "frame"),
            ("domainsKept / domainsLost", "domains of the 3' gene"),
            ("reportedType", "as named"),
        ],
        support: "none in the file",
        order: "Start is 5', End is 3', derived from the strands of the genes",
    },
    detects: &[Detects::Fusion],
    header: &[
        "fivePrimeBreakendId",
        "threePrimeBreakendId",
        "name",
        "reported",
        "reportedType",
        "phased",
        "fusedExonUp",
        "fusedExonDown",
    ],
    also: by_header,
    genes: &["geneStart", "geneEnd"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let (five, three) = genes(row)?;
    let five_prime = partner(row, five, ["Start", "Up", "fivePrimeCoords"])?;
    let three_prime = partner(row, three, ["End", "Down", "threePrimeCoords"])?;
    let fusion = Fusion {
        frame: frame(row),
        event_type: row
            .text("reportedType")
            .filter(|kind| *kind != "NONE")
            .map(str::to_owned),
        domains: Domains {
            kept: domains(row, "domainsKept"),
            lost: domains(row, "domainsLost"),
        },
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn genes(row: &Row<'_>) -> Result<(Option<GeneSymbol>, Option<GeneSymbol>), String> {
    let stated = (row.gene("geneStart"), row.gene("geneEnd"));
    if stated.0.is_some() || stated.1.is_some() {
        return Ok(stated);
    }
    let name = row.text("name").unwrap_or_default();
    let (five, three) = name
        .split_once('_')
        .ok_or_else(|| format!("name: found \"{}\", expected A_B", shown(name)))?;
    Ok((GeneSymbol::new(five), GeneSymbol::new(three)))
}

fn partner(
    row: &Row<'_>,
    gene: Option<GeneSymbol>,
    [side, stream, coords]: [&str; 3],
) -> Result<Partner, String> {
    let locus = match row.text(coords) {
        None => None,
        Some(text) => Some(place(text).ok_or_else(|| {
            format!(
                "{coords}: found \"{}\", expected chr:pos:orientation",
                shown(text)
            )
        })?),
    };
    Ok(Partner {
        transcript: row.text(&format!("transcript{side}")).map(str::to_owned),
        exon: row
            .text(&format!("fusedExon{stream}"))
            .and_then(|exon| exon.parse().ok())
            .filter(|exon| *exon > 0),
        site: row.text(&format!("geneContext{side}")).map(str::to_owned),
        chrom: locus.as_ref().map(|locus| locus.chrom.clone()),
        pos: locus.as_ref().map(|locus| locus.pos),
        ..Partner::named(gene)
    })
}

/// `chr:pos:orientation`, 1-based.
pub(super) fn place(text: &str) -> Option<Locus> {
    let (rest, orientation) = text.rsplit_once(':')?;
    let (chrom, pos) = rest.rsplit_once(':')?;
    let digits = !pos.is_empty() && pos.bytes().all(|byte| byte.is_ascii_digit());
    let pos = pos.parse().ok().filter(|pos| digits && *pos > 0)?;
    let whole = !chrom.is_empty() && matches!(orientation, "1" | "-1" | "0");
    whole.then(|| Locus {
        chrom: Chromosome::new(chrom),
        pos,
    })
}

fn frame(row: &mut Row<'_>) -> Frame {
    match row.text("phased").map(str::to_owned).as_deref() {
        Some("INFRAME") => Frame::InFrame,
        Some("OUT_OF_FRAME") => Frame::OutOfFrame,
        Some("SKIPPED_EXONS") => Frame::SkippedExons,
        None => Frame::Unknown,
        Some(other) => {
            row.not_understood("phased", other);
            Frame::Unknown
        }
    }
}

fn domains(row: &Row<'_>, column: &str) -> Vec<String> {
    row.text(column)
        .into_iter()
        .flat_map(|text| text.split(';'))
        .map(str::trim)
        .filter(|domain| !domain.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::place;

    /// The orientation must not be taken for the position.
    #[test]
    fn a_place_has_an_orientation() {
        let read = |text| place(text).map(|locus| locus.to_string());
        assert_eq!(read("22:29287134:1").as_deref(), Some("chr22:29287134"));
        assert_eq!(read("chr21:38400574:-1").as_deref(), Some("chr21:38400574"));
        for text in ["", "22:29287134", "22:x:1", ":5:1", "22:0:1", "22:5:2"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
