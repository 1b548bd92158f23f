//! Tables of DNA rearrangements that are no VCF: one file each, one row in [`CALLERS`].

mod bedpe;
mod manta_bedpe;

use crate::domain::Standing;
use crate::read::Caller;
use crate::read::table::Row;

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[&bedpe::CALLER, &manta_bedpe::CALLER];

/// What a filter column says, and whether the row passed.
fn filters(row: &Row<'_>, column: &str) -> (Vec<String>, Standing) {
    let filters: Vec<String> = row
        .text(column)
        .into_iter()
        .flat_map(|text| text.split(';'))
        .map(str::to_owned)
        .collect();
    let mut failed = filters.clone();
    failed.retain(|name| name != "PASS");
    let standing = if failed.is_empty() {
        Standing::Passed
    } else {
        Standing::Filtered(failed)
    };
    (filters, standing)
}
