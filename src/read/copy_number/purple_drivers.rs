//! Driver catalogues of PURPLE and LINX (`.driver.catalog.somatic.tsv`,
//! `.linx.driver.catalog.tsv`). The two have the same columns; LINX adds its disruptions to
//! PURPLE's rows.
//!
//! | catalogue | ours |
//! |---|---|
//! | `gene` | the gene |
//! | `driver` | the call, in the file's words |
//! | `minCopyNumber` | copies, the fewest over the exons |
//!
//! | `driver` | ours |
//! |---|---|
//! | `AMP` | amplification |
//! | `PARTIAL_AMP` | gain: the copies of a part of the gene alone are many |
//! | `DEL`, `HOM_DEL` | deletion |
//! | `HOM_DEL_DISRUPTION` | deletion: exons are left, but no intact copy |
//! | `HET_DEL` | loss |
//!
//! Any other row makes no claim and is told: a `MUTATION` is a count of small variants without
//! their alleles, a `DISRUPTION` or `HOM_DUP_DISRUPTION` a rearrangement without its ends,
//! `GERMLINE_…` no change of the tumour. A catalogue holds drivers of a gene panel alone, so it
//! says nothing of what is absent. Source of the words: PURPLE's and LINX's documentation.

use super::measure::{claim, gene};
use super::purple::estimate;
use super::{NO_ORDER, NO_READS};
use crate::domain::{Call, CopyNumber, CopyNumberCall};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// Either catalogue.
pub(super) static PURPLE: TableCaller = TableCaller {
    name: "purple-drivers",
    manual: MANUAL,
    detects: &[],
    header: &[
        "gene",
        "driver",
        "likelihoodMethod",
        "driverLikelihood",
        "minCopyNumber",
        "maxCopyNumber",
    ],
    also: by_header,
    genes: &["gene"],
    least_cells: None,
    calls,
};

/// LINX's catalogue, as the user says.
pub(super) static LINX: TableCaller = TableCaller {
    name: "linx-drivers",
    manual: Manual {
        title: "LINX driver catalogue, named as such",
        recognised_by: "never: only as -i linx-drivers=PATH",
        ..MANUAL
    },
    also: |_| false,
    ..PURPLE
};

const MANUAL: Manual = Manual {
    title: "PURPLE and LINX driver catalogues",
    versions: "by their headers",
    written_from: WrittenFrom::Files,
    recognised_by: "gene, driver, likelihoodMethod, driverLikelihood, minCopyNumber",
    columns: &[
        ("gene", "the gene"),
        ("driver", "the call; other kinds make no claim"),
        ("minCopyNumber", "copies"),
    ],
    support: NO_READS,
    order: NO_ORDER,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let gene = gene(row, "gene")?;
    let driver = row.text("driver").unwrap_or_default().to_owned();
    let Some((call, meaning)) = called(&driver) else {
        row.warn(format!(
            "{gene}: driver {} makes no claim: {}",
            shown(&driver),
            unread(&driver)
        ));
        return Ok(Vec::new());
    };
    let copy_number = CopyNumber {
        gene: Some(gene),
        copies: Some(estimate(row, "minCopyNumber")?),
        ..CopyNumber::default()
    };
    Ok(claim(
        row,
        copy_number.stated(call, &format!("{driver}, {meaning}")),
    ))
}

fn called(driver: &str) -> Option<(CopyNumberCall, &'static str)> {
    Some(match driver {
        "AMP" => (
            CopyNumberCall::Amplification,
            "more than three times the ploidy over all its exons",
        ),
        "PARTIAL_AMP" => (
            CopyNumberCall::Gain,
            "more than three times the ploidy over a part of the gene",
        ),
        "DEL" | "HOM_DEL" => (CopyNumberCall::Deletion, "fewer than 0.5 copies"),
        "HOM_DEL_DISRUPTION" => (
            CopyNumberCall::Deletion,
            "no intact copy is left, though exons are",
        ),
        "HET_DEL" => (CopyNumberCall::Loss, "one copy lost"),
        _ => return None,
    })
}

/// Why a row makes no claim.
fn unread(driver: &str) -> &'static str {
    match driver {
        "MUTATION" => "it counts small variants without their alleles; give the VCF",
        "DISRUPTION" | "HOM_DISRUPTION" | "HOM_DUP_DISRUPTION" => {
            "it is a rearrangement without its ends; give the VCF"
        }
        _ if driver.starts_with("GERMLINE") => "it is of the germline",
        _ => "it is not understood",
    }
}
