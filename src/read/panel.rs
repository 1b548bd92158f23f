//! Reports of panels: several classes of alterations in one file. One file each, one row in
//! [`CALLERS`].

mod tso500;

use crate::read::Caller;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[&tso500::CALLER];
