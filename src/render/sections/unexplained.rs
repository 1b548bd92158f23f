//! The case without a driver: what among the uninterpreted may explain it.

use super::{alteration, inputs};
use crate::domain::{Report, Unaccounted};
use crate::render::block::{Block, Section, Table};
use crate::render::text::Text;

const METHOD: &str = "Printed where no finding that passed supports or defines an entity. Out of the \
    records that were not interpreted it lists fusions of two named genes whose frame goes on, by the \
    caller or by the breakpoints, and variants that cut the protein of a known gene short. They are \
    no findings; nothing was concluded from them.";

/// The section of `report`. `None` where a driver was found.
pub fn section(report: &Report) -> Option<Section> {
    let unexplained = report.unexplained.as_ref()?;
    let mut blocks = vec![Block::Paragraph(Text::new(&unexplained.text))];
    for (title, items) in [
        ("In-frame fusions", &unexplained.fusions),
        ("Truncating variants of known genes", &unexplained.variants),
    ] {
        if !items.is_empty() {
            blocks.push(Block::Group(title, vec![listed(items)]));
        }
    }
    Some(Section {
        anchor: "unexplained",
        title: "No driver found: for the reader's own look",
        method: METHOD,
        blocks,
    })
}

fn listed(items: &[Unaccounted]) -> Block {
    Block::Table(Table::new(
        "No findings; no assertion speaks of them",
        vec![
            "Alteration",
            "Why it is listed",
            "Place or measure",
            "Read in",
        ],
        items.iter().map(|item| {
            vec![
                Text::new(&item.label),
                Text::new(&item.why),
                Text::new(alteration::in_short(&item.alteration)),
                inputs::places(&item.sources),
            ]
        }),
    ))
}
