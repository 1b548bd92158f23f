//! Calls to events: current symbols, trimmed alleles, one assembly, one event out of many calls.
//!
//! Floor 2: imports [`crate::domain`], [`crate::kb`] and [`crate::genome`] alone.

mod across;
mod alleles;
mod assembly;
mod base_votes;
mod copy_numbers;
mod events;
mod fusion_events;
mod groups;
mod rearrangement_events;
mod symbol;
mod within_gene;

pub use alleles::trim;
pub use assembly::{AssemblyVotes, Told};
pub use copy_numbers::SampleMeasures;
pub use events::merge;
pub use symbol::current_symbols;
pub use within_gene::within_gene;
