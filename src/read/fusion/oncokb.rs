//! Input tables of the OncoKB annotator: structural variants (`GeneA`, `GeneB`, `Sv_Type`) and
//! fusions (one text), and cBioPortal's older `data_fusions.txt`, which has the same text.
//!
//! | OncoKB | ours |
//! |---|---|
//! | `GeneA`, `GeneB` | partners, without order |
//! | `Sv_Type` | `event_type` |
//! | `Fusion` `A-B`, `A-B fusion` | partners, without order |
//! | `Fusion` `A-intragenic` | an event within one gene |
//! | `Frame` | `frame` (`data_fusions.txt`) |
//! | `Fusion_Status` | `GERMLINE` is told and stands in `event_type` (`data_fusions.txt`) |
//!
//! Symbols hold hyphens: `A-B-C` is divided where one division leaves two known symbols, else the row
//! is rejected. A text that names no pair (`Fusion`) falls back on `Hugo_Symbol`, where there is one.
//! There are no places and no reads.

use super::partners::{frame, pair};
use crate::domain::{Call, Detects, Frame, Fusion, GeneSymbol, Partner, PartnerOrder, Standing};
use crate::read::table::{Row, TableCaller, by_header};
use crate::read::{Manual, WrittenFrom};

/// The table of structural variants.
pub(super) static STRUCTURAL: TableCaller = TableCaller {
    name: "oncokb-sv",
    manual: Manual {
        title: "OncoKB annotator, table of structural variants",
        versions: "by their headers",
        written_from: WrittenFrom::Examples,
        recognised_by: "Tumor_Sample_Barcode, GeneA, GeneB, Sv_Type",
        columns: &[
            ("GeneA / GeneB", "partners"),
            ("Sv_Type", "event type"),
            ("Tumor_Sample_Barcode", "sample"),
        ],
        support: "none stated",
        order: "none claimed",
    },
    detects: &[Detects::Fusion],
    header: &["Tumor_Sample_Barcode", "GeneA", "GeneB", "Sv_Type"],
    also: by_header,
    genes: &["GeneA", "GeneB"],
    least_cells: None,
    calls: structural,
};

/// The table of fusions.
pub(super) static FUSIONS: TableCaller = TableCaller {
    name: "oncokb-fusions",
    manual: Manual {
        title: "OncoKB annotator, table of fusions; cBioPortal data_fusions.txt",
        recognised_by: "Tumor_Sample_Barcode, Fusion",
        columns: &[
            ("Fusion", "partners; A-intragenic is within one gene"),
            ("Frame", "frame"),
            ("Fusion_Status", "GERMLINE is told"),
            ("Tumor_Sample_Barcode", "sample"),
        ],
        ..STRUCTURAL.manual
    },
    header: &["Tumor_Sample_Barcode", "Fusion"],
    genes: &[],
    calls: fusions,
    ..STRUCTURAL
};

fn structural(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let (one, other) = (row.gene("GeneA"), row.gene("GeneB"));
    if one.is_none() && other.is_none() {
        return Err("GeneA, GeneB: empty, expected a gene symbol".to_owned());
    }
    let fusion = Fusion {
        event_type: row.text("Sv_Type").map(str::to_owned),
        ..unordered(one, other)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn fusions(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let text = row.text("Fusion").unwrap_or_default().to_owned();
    let (one, other, event_type) = match genes(&text, row) {
        Ok((one, other, event)) => (Some(one), other, event),
        Err(reason) => {
            let gene = row.gene("Hugo_Symbol");
            if gene.is_none() {
                return Err(format!("Fusion: {reason}"));
            }
            row.warn(format!(
                "Fusion: {reason}; taken as a fusion of Hugo_Symbol"
            ));
            (gene, None, Some(text))
        }
    };
    let is_germline = row
        .text("Fusion_Status")
        .is_some_and(|text| text.eq_ignore_ascii_case("germline"));
    if is_germline {
        row.warn(
            "Fusion_Status: GERMLINE; the variant is inherited, not of the tumour alone".to_owned(),
        );
    }
    let said: Vec<String> = event_type
        .into_iter()
        .chain(is_germline.then(|| "germline".to_owned()))
        .collect();
    let fusion = Fusion {
        frame: frame_of(row),
        event_type: (!said.is_empty()).then(|| said.join("; ")),
        ..unordered(one, other)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

/// Both genes and the event type of `A-B fusion` or `A-intragenic`.
fn genes(
    text: &str,
    row: &Row<'_>,
) -> Result<(GeneSymbol, Option<GeneSymbol>, Option<String>), String> {
    const WITHIN: &str = "intragenic";
    let lower = text.to_ascii_lowercase();
    if let Some(start) = lower.strip_suffix(WITHIN) {
        let name = text.get(..start.len()).unwrap_or_default();
        let gene = GeneSymbol::new(name.trim_end_matches([' ', '-']))
            .ok_or_else(|| "no gene before \"intragenic\"".to_owned())?;
        return Ok((gene.clone(), Some(gene), Some(WITHIN.to_owned())));
    }
    let end = lower.find(" fusion").unwrap_or(text.len());
    let (one, other) = pair(text.get(..end).unwrap_or_default().trim(), row.symbols)?;
    Ok((one, Some(other), None))
}

fn frame_of(row: &mut Row<'_>) -> Frame {
    let Some(word) = row.text("Frame").map(str::to_owned) else {
        return Frame::Unknown;
    };
    frame(&word).unwrap_or_else(|| {
        row.not_understood("Frame", &word);
        Frame::Unknown
    })
}

fn unordered(one: Option<GeneSymbol>, other: Option<GeneSymbol>) -> Fusion {
    Fusion::of(
        Partner::named(one),
        Partner::named(other),
        PartnerOrder::Unoriented,
    )
}
