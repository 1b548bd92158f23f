//! Fusion callers: one file each, one row in [`CALLERS`].

mod arriba;
mod breakpoint;
mod cicero;
mod combine;
mod ctat_lr_fusion;
mod defuse;
mod ericscript;
mod fusion_inspector;
mod fusioncatcher;
mod fusioncatcher_summary;
mod fusioncatcher_vcf;
mod infusion;
mod jaffa;
mod mapsplice;
mod pizzly;
mod squid;
mod star_fusion;
mod tophat_fusion;
mod vcf;

use crate::read::Caller;
pub(super) use vcf::is_fusion_vcf;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[
    &arriba::CALLER,
    &arriba::DISCARDED,
    &cicero::CALLER,
    &ctat_lr_fusion::CALLER,
    &defuse::CALLER,
    &ericscript::CALLER,
    &fusion_inspector::CALLER,
    &fusioncatcher::CALLER,
    &fusioncatcher_summary::CALLER,
    &fusioncatcher_vcf::CALLER,
    &infusion::CALLER,
    &jaffa::CALLER,
    &jaffa::LONG,
    &mapsplice::CALLER,
    &pizzly::CALLER,
    &squid::CALLER,
    &squid::WITHOUT_GENES,
    &star_fusion::CALLER,
    &tophat_fusion::CALLER,
];
