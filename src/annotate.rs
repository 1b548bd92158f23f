//! What an observation means for its gene. Floor 2: imports [`crate::domain`],
//! [`crate::kb`] and [`crate::genome`].
//!
//! Nothing is removed here: a gene, a transcript and a consequence are chosen out of what the
//! file says, and a place without a gene gets the known genes that lie there.

mod computed;
mod effect;
mod exon;
mod fused;
mod joined;
mod place;
mod segment;
mod within;

pub use computed::compute_effect;
pub use effect::{choose_effect, keep_best_effect};
pub use fused::read_breakpoints;
pub use place::place;
pub use segment::place_segment;
pub use within::joined_within_gene;
