//! Fusion callers: one file each, one row in [`CALLERS`].

mod aeron;
mod arriba;
mod breakpoint;
mod chimerascan;
mod chimpipe;
mod cicero;
mod combine;
mod ctat_lr_fusion;
mod defuse;
mod dragen_fusion;
mod ericscript;
mod fuseq_wes;
mod fusion_inspector;
mod fusioncatcher;
mod fusioncatcher_summary;
mod fusioncatcher_vcf;
mod fusionmap;
mod fusionseeker;
mod gene_lists;
mod genefuse;
mod genion;
mod infusion;
mod integrate;
mod isofox;
mod jaffa;
mod linx_breakend;
mod linx_fusion;
mod longgf;
mod mapsplice;
mod oncofuse;
mod own_table;
mod pbfusion;
mod pizzly;
mod prada;
mod soapfuse;
mod squid;
mod star_fusion;
mod star_seqr;
mod tophat_fusion;
mod vcf;
mod zero_based;

use crate::read::Caller;
pub(super) use vcf::is_fusion_vcf;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[
    &aeron::CALLER,
    &arriba::CALLER,
    &arriba::DISCARDED,
    &chimerascan::CALLER,
    &chimpipe::CALLER,
    &cicero::CALLER,
    &ctat_lr_fusion::CALLER,
    &defuse::CALLER,
    &dragen_fusion::CALLER,
    &dragen_fusion::PRELIMINARY,
    &ericscript::CALLER,
    &fuseq_wes::CALLER,
    &fusion_inspector::CALLER,
    &fusioncatcher::CALLER,
    &fusioncatcher_summary::CALLER,
    &fusioncatcher_vcf::CALLER,
    &fusionmap::CALLER,
    &fusionseeker::CALLER,
    &genefuse::CALLER,
    &genion::CALLER,
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
    &oncofuse::CALLER,
    &pbfusion::CALLER,
    &pizzly::CALLER,
    &prada::CALLER,
    &soapfuse::CALLER,
    &squid::CALLER,
    &squid::WITHOUT_GENES,
    &star_fusion::CALLER,
    &star_seqr::CALLER,
    &tophat_fusion::CALLER,
];
