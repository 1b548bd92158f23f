//! Fusion callers: one file each, one row in [`CALLERS`].

mod arriba;
pub(super) mod breakpoint;
mod star_fusion;

use crate::read::Caller;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] =
    &[&arriba::CALLER, &arriba::DISCARDED, &star_fusion::CALLER];
