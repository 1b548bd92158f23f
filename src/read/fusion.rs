//! Fusion callers: one file each, one row in [`CALLERS`].

mod archer;
mod arriba;
mod breakpoint;
mod cbioportal_sv;
mod cff;
mod enfusion;
mod fusion_report;
mod iannotatesv;
mod megafusion;
mod oncokb;
mod partners;
mod pcgr;
mod pori;
mod star_fusion;
mod tso500;
mod vcf;

use crate::read::Caller;

pub(super) use vcf::is_fusion_vcf;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[
    &archer::CALLER,
    &arriba::CALLER,
    &arriba::DISCARDED,
    &cbioportal_sv::CALLER,
    &cff::CALLER,
    &enfusion::CALLER,
    &fusion_report::csv::CALLER,
    &fusion_report::json::CALLER,
    &fusion_report::list::CALLER,
    &iannotatesv::CALLER,
    &megafusion::MEGAFUSION,
    &megafusion::RNAFUSION,
    &oncokb::FUSIONS,
    &oncokb::STRUCTURAL,
    &pcgr::CALLER,
    &pori::CALLER,
    &star_fusion::CALLER,
    &tso500::CALLER,
];
