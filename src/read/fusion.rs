//! Fusion callers: one file each, one row in [`CALLERS`].

mod aeron;
mod annofuse;
mod archer;
mod arriba;
pub(super) mod breakpoint;
mod cbioportal_sv;
mod cff;
mod chimerascan;
mod chimpipe;
mod cicero;
mod ctat_lr_fusion;
mod defuse;
mod dragen_fusion;
mod enfusion;
mod ericscript;
mod fuseq_wes;
mod fusion_inspector;
mod fusion_report;
mod fusioncatcher;
mod fusioncatcher_summary;
mod fusioncatcher_vcf;
mod fusionmap;
mod fusionseeker;
mod gene_lists;
mod genefuse;
mod genion;
mod iannotatesv;
mod infusion;
mod integrate;
mod isofox;
mod jaffa;
mod linx_breakend;
mod linx_fusion;
mod longgf;
mod mapsplice;
mod megafusion;
mod oncofuse;
mod oncokb;
mod own_table;
mod partners;
mod pbfusion;
mod pcgr;
mod pizzly;
mod pori;
mod prada;
mod soapfuse;
mod squid;
mod star_fusion;
mod star_seqr;
mod tophat_fusion;
mod tso500;
mod vcf;
mod zero_based;

use crate::read::Caller;
pub(super) use vcf::is_fusion_vcf;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[
    &aeron::CALLER,
    &annofuse::CALLER,
    &archer::CALLER,
    &arriba::CALLER,
    &arriba::DISCARDED,
    &cbioportal_sv::CALLER,
    &cff::CALLER,
    &chimerascan::CALLER,
    &chimpipe::CALLER,
    &cicero::CALLER,
    &ctat_lr_fusion::CALLER,
    &defuse::CALLER,
    &dragen_fusion::CALLER,
    &dragen_fusion::PRELIMINARY,
    &enfusion::CALLER,
    &ericscript::CALLER,
    &fuseq_wes::CALLER,
    &fusion_inspector::CALLER,
    &fusion_report::csv::CALLER,
    &fusion_report::json::CALLER,
    &fusion_report::list::CALLER,
    &fusioncatcher::CALLER,
    &fusioncatcher_summary::CALLER,
    &fusioncatcher_vcf::CALLER,
    &fusionmap::CALLER,
    &fusionseeker::CALLER,
    &genefuse::CALLER,
    &genion::CALLER,
    &iannotatesv::CALLER,
    &infusion::CALLER,
    &integrate::BEDPE,
    &integrate::BREAKPOINTS,
    &integrate::SUMMARY,
    &isofox::CALLER,
    &jaffa::CALLER,
    &jaffa::LONG,
    &linx_breakend::CALLER,
    &linx_fusion::CALLER,
    &longgf::CALLER,
    &mapsplice::CALLER,
    &megafusion::MEGAFUSION,
    &megafusion::RNAFUSION,
    &oncofuse::CALLER,
    &oncokb::FUSIONS,
    &oncokb::STRUCTURAL,
    &pbfusion::CALLER,
    &pcgr::CALLER,
    &pizzly::CALLER,
    &pori::CALLER,
    &prada::CALLER,
    &soapfuse::CALLER,
    &squid::CALLER,
    &squid::WITHOUT_GENES,
    &star_fusion::CALLER,
    &star_seqr::CALLER,
    &tophat_fusion::CALLER,
    &tso500::CALLER,
];
