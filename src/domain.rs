//! The words of the field: one file per word. Floor 0: imports the standard library, serde and
//! schemars alone, does no input or output and knows no file format.
//!
//! Observed things ([`Alteration`], [`Call`], [`Observed`]) and known things ([`Pattern`],
//! [`DiagnosticAssertion`], [`TherapeuticAssertion`]) are different types.

mod alteration;
mod artefact;
mod aside;
mod assay;
mod assertion;
mod biomarker;
mod call;
mod case;
mod chromosome_length;
mod config;
mod consequence;
mod copy_measure;
mod copy_number;
mod counted;
mod day;
mod entity;
mod evidence;
mod exon_change;
mod finding;
mod fraction;
mod fusion;
mod gene;
mod ledger;
mod locus;
mod matched;
mod mechanism;
mod pattern;
mod presentation;
mod protein_change;
mod rearrangement;
mod report;
mod requirement;
mod review;
mod small_variant;
mod tandem_duplication;
mod therapy;
mod wording;

pub use alteration::*;
pub use artefact::*;
pub use aside::*;
pub use assay::*;
pub use assertion::*;
pub use biomarker::*;
pub use call::*;
pub use case::*;
pub use config::*;
pub use consequence::*;
pub use copy_number::*;
pub use counted::*;
pub use day::*;
pub use entity::*;
pub use evidence::*;
pub use exon_change::*;
pub use finding::*;
pub use fraction::*;
pub use fusion::*;
pub use gene::*;
pub use ledger::*;
pub use locus::*;
pub use matched::*;
pub use mechanism::*;
pub use pattern::*;
pub use presentation::*;
pub use protein_change::*;
pub use rearrangement::*;
pub use report::*;
pub use requirement::*;
pub use review::*;
pub use small_variant::*;
pub use tandem_duplication::*;
pub use therapy::*;
pub use wording::*;
