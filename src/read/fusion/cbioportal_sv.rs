//! cBioPortal `data_sv.txt` and AACR GENIE structural variants, which have the same columns.
//!
//! | cBioPortal | ours |
//! |---|---|
//! | `Site1_…`, `Site2_…` | the two partners, in no order of their own |
//! | `Event_Info` `{A:B}` or `(A-B)`, `Annotation` `A (…) - B (…) fusion` | 5' and 3' partner |
//! | `Site1_Position`, `Site2_Position` | 1-based; in the gene's DNA where the assay was of DNA |
//! | `Tumor_Split_Read_Count` | `split_reads` |
//! | `Tumor_Paired_End_Read_Count` | `spanning_pairs` |
//! | `Site2_Effect_On_Frame`, else words of `Event_Info` | `frame` |
//! | `Class`, `Event_Info` | `event_type` |
//! | `SV_Status` | `GERMLINE` is told and stands in `event_type` |
//! | `NCBI_Build` | assembly of the file |
//!
//! The documentation calls site 1 "left (3')" and site 2 "right (5')", its own example has the 5' gene
//! as site 1, and real files list `ERG`, `TMPRSS2` for `{TMPRSS2:ERG}`: sites tell no order, nor does
//! `Connection_Type`, which is DELLY's and speaks of the reference's strands. A row that names its
//! genes by Entrez numbers alone is told by its places. `Tumor_Variant_Count` counts split reads and
//! pairs together, so it is told and not given as either.

use super::partners::{frame, placed};
use crate::domain::{
    Alteration, Call, Detects, Frame, Fusion, GeneSymbol, Locus, Partner, PartnerOrder,
    Rearrangement, Standing,
};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// Structural variants of a cBioPortal study.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "cbioportal-sv",
    manual: Manual {
        title: "cBioPortal data_sv.txt, AACR GENIE structural variants",
        versions: "by their headers",
        written_from: WrittenFrom::Examples,
        recognised_by: "Site1_Hugo_Symbol, Site2_Hugo_Symbol",
        columns: &[
            ("Site1_Hugo_Symbol / Site2_Hugo_Symbol", "partners"),
            (
                "Site1_Chromosome, Site1_Position (and Site2)",
                "breakpoints, 1-based",
            ),
            ("Event_Info {A:B}, Annotation A - B fusion", "order"),
            ("Tumor_Split_Read_Count", "split_reads"),
            ("Tumor_Paired_End_Read_Count", "spanning_pairs"),
            ("Site2_Effect_On_Frame", "frame"),
            ("Class, Event_Info", "event type"),
            ("NCBI_Build", "assembly"),
            ("SV_Status", "GERMLINE is told"),
            ("Sample_Id", "sample"),
        ],
        support: "split reads and read pairs of the tumour; a count of both together is told alone",
        order: "site 1 and 2 have none; stated where Event_Info or Annotation names A before B",
    },
    detects: &[Detects::Fusion],
    header: &["Site1_Hugo_Symbol", "Site2_Hugo_Symbol"],
    also: by_header,
    genes: &["Site1_Hugo_Symbol", "Site2_Hugo_Symbol"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let (first, second) = (site(row, "Site1")?, site(row, "Site2")?);
    let split_reads = count(row, "Tumor_Split_Read_Count");
    let spanning_pairs = count(row, "Tumor_Paired_End_Read_Count");
    if split_reads.is_none()
        && spanning_pairs.is_none()
        && let Some(both) = count(row, "Tumor_Variant_Count")
    {
        row.warn(format!(
            "Tumor_Variant_Count: {both} reads, split ones and pairs together; given as neither"
        ));
    }
    let frame = frame_of(row);
    let event_type = event_type(row);
    if first.gene.is_none() && second.gene.is_none() {
        return by_place(
            row,
            (&first, &second),
            event_type,
            (split_reads, spanning_pairs),
        );
    }
    let (is_stated, is_swapped) = match stated_order(row, &first, &second) {
        Some(is_swapped) => (true, is_swapped),
        None => (false, false),
    };
    let (five_prime, three_prime) = if is_swapped {
        (second, first)
    } else {
        (first, second)
    };
    let order = if is_stated {
        PartnerOrder::Stated
    } else {
        PartnerOrder::Unoriented
    };
    let fusion = Fusion {
        frame,
        split_reads,
        spanning_pairs,
        event_type,
        ..Fusion::of(five_prime, three_prime, order)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn site(row: &mut Row<'_>, site: &str) -> Result<Partner, String> {
    let name = |end: &str| format!("{site}_{end}");
    let gene = row.gene(&name("Hugo_Symbol"));
    if gene.is_none()
        && let Some(number) = row.text(&name("Entrez_Gene_Id")).map(str::to_owned)
    {
        row.warn(format!(
            "{}: empty; the gene is named by its Entrez number {} alone, which is not read",
            name("Hugo_Symbol"),
            shown(&number)
        ));
    }
    let region = row.text(&name("Region"));
    let number = row.text(&name("Region_Number"));
    let is_exon = region.is_some_and(|region| region.eq_ignore_ascii_case("exon"));
    let exon = number
        .and_then(|number| number.parse().ok())
        .filter(|_| is_exon);
    let said = match (row.text(&name("Description")), region, number) {
        (Some(text), _, _) => Some(text.to_owned()),
        (None, Some(region), Some(number)) => Some(format!("{region} {number}")),
        (None, region, _) => region.map(str::to_owned),
    };
    let partner = Partner {
        transcript: row.text(&name("Ensembl_Transcript_Id")).map(str::to_owned),
        exon,
        site: said,
        ..Partner::named(gene)
    };
    let locus = locus(row, &name("Chromosome"), &name("Position"))?;
    Ok(placed(partner, locus, None))
}

/// The place. `None` where the file gives none.
fn locus(row: &mut Row<'_>, chrom: &str, pos: &str) -> Result<Option<Locus>, String> {
    let Some(text) = row.text(pos).map(str::to_owned) else {
        return Ok(None);
    };
    if matches!(text.as_str(), "0" | "-1") {
        row.warn(format!("{pos}: {text} is no place; left out"));
        return Ok(None);
    }
    let number: Option<u64> = whole(&text).parse().ok();
    match (number.filter(|number| *number > 0), row.text(chrom)) {
        (Some(_), None) => Ok(None),
        (Some(pos), Some(_)) => Ok(Some(Locus {
            chrom: row.chrom(chrom)?,
            pos,
        })),
        (None, _) => Err(format!(
            "{pos}: found \"{}\", expected a position from 1",
            shown(&text)
        )),
    }
}

/// Tables written by pandas hold whole numbers as `4.0`.
fn whole(text: &str) -> &str {
    text.strip_suffix(".0").unwrap_or(text)
}

fn count(row: &mut Row<'_>, column: &str) -> Option<u32> {
    let by_pandas = row
        .text(column)
        .filter(|text| text.ends_with(".0"))
        .and_then(|text| whole(text).parse().ok());
    by_pandas.or_else(|| row.count(column))
}

fn frame_of(row: &mut Row<'_>) -> Frame {
    const COLUMN: &str = "Site2_Effect_On_Frame";
    if let Some(word) = row.text(COLUMN).map(str::to_owned) {
        return frame(&word).unwrap_or_else(|| {
            row.not_understood(COLUMN, &word);
            Frame::Unknown
        });
    }
    let event = row.text("Event_Info").unwrap_or_default().to_lowercase();
    if event.contains("out of frame") {
        Frame::OutOfFrame
    } else if event.contains("in frame") {
        Frame::InFrame
    } else {
        Frame::Unknown
    }
}

/// Class and event in the file's words; a germline variant says so.
fn event_type(row: &mut Row<'_>) -> Option<String> {
    let is_germline = ["SV_Status", "Class"].iter().any(|column| {
        row.text(column)
            .is_some_and(|text| text.eq_ignore_ascii_case("germline"))
    });
    if is_germline {
        row.warn(
            "SV_Status: GERMLINE; the variant is inherited, not of the tumour alone".to_owned(),
        );
    }
    let said: Vec<&str> = ["Class", "Event_Info"]
        .iter()
        .filter_map(|column| row.text(column))
        .filter(|text| *text != "-" && !text.eq_ignore_ascii_case("germline"))
        .chain(is_germline.then_some("germline"))
        .collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// Whether the second site is the 5' gene. `None` where nothing states an order.
fn stated_order(row: &mut Row<'_>, first: &Partner, second: &Partner) -> Option<bool> {
    let (one, other) = (first.gene.as_ref()?, second.gene.as_ref()?);
    if one == other {
        return None;
    }
    let event = row.text("Event_Info").unwrap_or_default();
    let annotation = row.text("Annotation").unwrap_or_default();
    let says = |five: &GeneSymbol, three: &GeneSymbol| {
        let in_brackets = [format!("{{{five}:{three}}}"), format!("({five}-{three})")];
        let in_words = annotation.starts_with(&format!("{five} ("))
            && annotation
                .split_once(&format!(" - {three} ("))
                .and_then(|(_, rest)| rest.split_once(')'))
                .is_some_and(|(_, rest)| rest.trim_start().starts_with("fusion"));
        in_words || in_brackets.iter().any(|text| event.contains(text))
    };
    match (says(one, other), says(other, one)) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        (false, false) => None,
        (true, true) => {
            row.warn(
                "Event_Info and Annotation name the genes in different orders; none is claimed"
                    .to_owned(),
            );
            None
        }
    }
}

/// A row without a symbol is told by its two places.
fn by_place(
    row: &Row<'_>,
    (first, second): (&Partner, &Partner),
    event_type: Option<String>,
    (split_reads, spanning_pairs): (Option<u32>, Option<u32>),
) -> Result<Vec<Call>, String> {
    let (one, other) = match (first.locus(), second.locus()) {
        (Some(one), other) => (one, other),
        (None, Some(other)) => (other, None),
        (None, None) => {
            return Err(
                "Site1_Hugo_Symbol, Site2_Hugo_Symbol: empty, expected a gene symbol or a place"
                    .to_owned(),
            );
        }
    };
    Ok(vec![row.call(Alteration::Rearrangement(Rearrangement {
        genes: Vec::new(),
        first: Some(one),
        second: other,
        event_type: event_type.unwrap_or_else(|| "BND".to_owned()),
        split_reads,
        spanning_pairs,
        callers: vec![row.origin.caller.clone()],
        ..Rearrangement::default()
    }))])
}
