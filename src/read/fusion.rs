//! Fusion callers: one file each, one row in [`CALLERS`].

mod aeron;
mod arriba;
mod breakpoint;
mod chimerascan;
mod chimpipe;
mod dragen_fusion;
mod fuseq_wes;
mod fusionmap;
mod fusionseeker;
mod gene_lists;
mod genefuse;
mod genion;
mod integrate;
mod isofox;
mod linx_breakend;
mod linx_fusion;
mod longgf;
mod oncofuse;
mod own_table;
mod pbfusion;
mod prada;
mod soapfuse;
mod star_fusion;
mod star_seqr;
mod zero_based;

use crate::read::Caller;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[
    &aeron::CALLER,
    &arriba::CALLER,
    &arriba::DISCARDED,
    &chimerascan::CALLER,
    &chimpipe::CALLER,
    &dragen_fusion::CALLER,
    &dragen_fusion::PRELIMINARY,
    &fuseq_wes::CALLER,
    &fusionmap::CALLER,
    &fusionseeker::CALLER,
    &genefuse::CALLER,
    &genion::CALLER,
    &integrate::BREAKPOINTS,
    &integrate::BEDPE,
    &integrate::SUMMARY,
    &isofox::CALLER,
    &linx_breakend::CALLER,
    &linx_fusion::CALLER,
    &longgf::CALLER,
    &oncofuse::CALLER,
    &pbfusion::CALLER,
    &prada::CALLER,
    &soapfuse::CALLER,
    &star_fusion::CALLER,
    &star_seqr::CALLER,
];
