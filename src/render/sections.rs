//! What the report says, one file per section, each with its method note. Text alone: a format
//! decides how it is printed.

mod alteration;
mod case;
mod diagnosis;
mod findings;
mod inputs;
mod oncogenicity;
mod provenance;
mod reasons;
mod records;
mod scope;
mod sign_off;
mod status;
mod summary;
mod therapy;
mod unexplained;

pub use alteration::{measure, place_of_duplication};
pub use status::{Status, finding_words};
pub use therapy::resistance_first;

use crate::domain::Report;
use crate::render::block::Section;

/// Every section in the order of reading.
pub fn all(report: &Report) -> Vec<Section> {
    let mut sections = vec![
        summary::section(report),
        diagnosis::section(report),
        findings::section(report),
    ];
    sections.extend(unexplained::section(report));
    sections.extend([
        therapy::section(report),
        reasons::section(report),
        records::section(report),
        inputs::section(report),
        scope::section(report),
        case::section(report),
        provenance::section(report),
        sign_off::section(report),
    ]);
    sections
}
