//! STAR-Fusion, every header shape seen: abridged, full, with coding effect, old.
//!
//! | STAR-Fusion | ours |
//! |---|---|
//! | `LeftGene`, `RightGene` (`SYMBOL^ENSG…`) | 5' and 3' partner; trusted over `#FusionName` |
//! | `LeftBreakpoint`, `RightBreakpoint` | `chr:pos:strand`, 1-based |
//! | `JunctionReadCount`, else `JunctionReads` where it is a number, else the names in it | `split_reads` |
//! | `SpanningFragCount`, else `SpanningFrags` likewise | `spanning_pairs` |
//! | `PROT_FUSION_TYPE` | `frame` |
//! | `CDS_LEFT_ID`, `CDS_RIGHT_ID` | transcripts |
//! | `PFAM_LEFT`, `PFAM_RIGHT` | domains kept |
//!
//! Not read: `est_J`, `est_S`, FFPM, anchor support, splice dinucleotides, `annots`.

use super::breakpoint::breakpoint;
use crate::domain::{
    Call, Detects, Domains, Frame, Fusion, GeneSymbol, Partner, PartnerOrder, Standing,
};
use crate::read::table::{Row, TableCaller, shown};
use crate::read::{Manual, WrittenFrom};

/// STAR-Fusion's tables.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "star-fusion",
    manual: Manual {
        title: "STAR-Fusion fusion_predictions (abridged, full, coding_effect) and older \
                    fusion_candidates",
        versions: "0.7 to 1.12, by their headers",
        written_from: WrittenFrom::Files,
        recognised_by: "#FusionName, LeftGene, LeftBreakpoint, RightGene, RightBreakpoint and \
                            JunctionReadCount or JunctionReads; not FusionInspector or CTAT-LR-fusion",
        columns: &[
            ("LeftGene / RightGene", "5' and 3' partner"),
            (
                "LeftBreakpoint / RightBreakpoint",
                "chr:pos:strand, 1-based",
            ),
            ("JunctionReadCount (old: JunctionReads)", "split_reads"),
            ("SpanningFragCount (old: SpanningFrags)", "spanning_pairs"),
            ("PROT_FUSION_TYPE", "frame"),
            ("CDS_LEFT_ID / CDS_RIGHT_ID", "transcript"),
            ("PFAM_LEFT / PFAM_RIGHT", "domains kept"),
        ],
        support: "JunctionReadCount cross the junction; SpanningFragCount lie on either side, \
                      counted per gene pair",
        order: "Left is 5', Right is 3', stated",
    },
    detects: &[Detects::Fusion],
    header: &[
        "#FusionName",
        "LeftGene",
        "LeftBreakpoint",
        "RightGene",
        "RightBreakpoint",
    ],
    also: |columns| {
        let counts = columns.has("JunctionReadCount") || columns.has("JunctionReads");
        let others = ["LeftLocalBreakpoint", "num_LR", "NumCounterFusionLeft"];
        counts && !others.iter().any(|name| columns.has(name))
    },
    genes: &["LeftGene", "RightGene"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let fusion = Fusion {
        split_reads: reads(row, "JunctionReadCount", "JunctionReads"),
        spanning_pairs: reads(row, "SpanningFragCount", "SpanningFrags"),
        ..fusion(row)?
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

/// What the columns say that STAR-Fusion shares with FusionInspector and CTAT-LR-fusion: all but
/// the reads.
///
/// # Errors
/// Where a breakpoint cannot be read.
pub(super) fn fusion(row: &mut Row<'_>) -> Result<Fusion, String> {
    let five_prime = partner(row, "Left", "CDS_LEFT_ID")?;
    let three_prime = partner(row, "Right", "CDS_RIGHT_ID")?;
    check_name(row, &five_prime, &three_prime);
    let frame = match row.text("PROT_FUSION_TYPE") {
        Some("INFRAME") => Frame::InFrame,
        Some("FRAMESHIFT") => Frame::OutOfFrame,
        None => Frame::Unknown,
        Some(other) => {
            let message = format!("PROT_FUSION_TYPE: \"{}\" is not understood", shown(other));
            row.warn(message);
            Frame::Unknown
        }
    };
    let kept = [row.text("PFAM_LEFT"), row.text("PFAM_RIGHT")]
        .into_iter()
        .flatten()
        .flat_map(|text| text.split('^'))
        .filter_map(|domain| domain.split('|').next())
        .filter(|domain| !domain.is_empty())
        .map(str::to_owned)
        .collect();
    Ok(Fusion {
        frame,
        domains: Domains {
            kept,
            lost: Vec::new(),
        },
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    })
}

fn partner(row: &Row<'_>, side: &str, transcript: &str) -> Result<Partner, String> {
    // `…_SR`: CTAT-LR-fusion, of an event that only its short reads show.
    let gene = row
        .text_of(&[&format!("{side}Gene"), &format!("{side}Gene_SR")])
        .and_then(|text| GeneSymbol::new(text.split('^').next().unwrap_or_default()));
    let column = format!("{side}Breakpoint");
    let place = row.text(&column);
    let (chrom, pos, strand) = place.and_then(breakpoint).ok_or_else(|| {
        format!(
            "{column}: found \"{}\", expected chr:pos:strand",
            shown(place.unwrap_or_default())
        )
    })?;
    Ok(Partner {
        gene,
        transcript: row.text(transcript).map(str::to_owned),
        chrom: Some(chrom),
        pos: Some(pos),
        strand,
        ..Partner::default()
    })
}

/// An edited file may name another pair than its gene columns; the columns are believed.
fn check_name(row: &mut Row<'_>, five_prime: &Partner, three_prime: &Partner) {
    let Some(name) = row.text("#FusionName").map(str::to_owned) else {
        return;
    };
    let expected = format!("{}--{}", five_prime.name(), three_prime.name());
    if name != expected {
        row.alert(format!(
            "#FusionName says \"{}\", the gene columns say {expected}; the columns are read",
            shown(&name)
        ));
    }
}

/// A count; in the older column a count or, in the full table, the list of the reads' names.
fn reads(row: &mut Row<'_>, count: &str, older: &str) -> Option<u32> {
    if row.has(count) {
        return row.count(count);
    }
    let text = row.text(older)?;
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return row.count(older);
    }
    u32::try_from(text.split(',').filter(|name| !name.is_empty()).count()).ok()
}
