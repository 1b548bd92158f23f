//! Calls to events: current symbols, trimmed alleles, one assembly, one event out of many calls.
//!
//! Floor 2: imports [`crate::domain`] and [`crate::kb`] alone.

mod alleles;
mod assembly;
mod events;
mod fusion_events;
mod groups;
mod rearrangement_events;
mod symbol;

pub use alleles::trim;
pub use assembly::{AssemblyVotes, Disagreement};
pub use events::merge;
pub use symbol::current_symbols;
