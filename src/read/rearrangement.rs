//! Tables of DNA rearrangements that are no VCF: one file each, one row in [`CALLERS`].

mod bedpe;
mod manta_bedpe;

use crate::read::Caller;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[&bedpe::CALLER, &manta_bedpe::CALLER];
