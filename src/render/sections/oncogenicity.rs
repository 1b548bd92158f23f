//! Oncogenicity of a small variant: apart from its clinical links (requirement R32).

use crate::domain::{Criterion, ONCOGENICITY_AWAITS, Oncogenicity};
use crate::render::block::{Block, Table};
use crate::render::text::Text;
use crate::render::words;

/// The blocks of a finding that has points. `None` for any other.
pub fn block(points: Option<&Oncogenicity>) -> Option<Block> {
    let found = points?;
    let class = Text::strong(format!("{} - {ONCOGENICITY_AWAITS}", found.text))
        .then(
            ". It asks whether the variant drives a tumour, and says nothing of diagnosis or \
             therapy.",
        )
        .small(&found.standard);
    let mut blocks = vec![Block::Paragraph(class)];
    if found.criteria.is_empty() {
        blocks.push(Block::Paragraph(Text::new("Criteria met: NONE")));
    } else {
        blocks.push(Block::Table(Table::new(
            "Criteria met",
            vec!["Criterion", "Points", "Why", "Assertions"],
            found.criteria.iter().map(|met| {
                vec![
                    Text::new(met.code),
                    Text::new(format!("{:+}", met.points)),
                    Text::new(&met.why),
                    Text::new(words::listed(&met.assertions)),
                ]
            }),
        )));
    }
    if !found.not_assessed.is_empty() {
        let title = format!(
            "{} not assessed for want of data",
            words::counted(found.not_assessed.len(), "criterion", "criteria")
        );
        blocks.push(Block::Fold(Text::new(title), vec![open(found)]));
    }
    Some(Block::Group("Oncogenicity", blocks))
}

/// Criteria that lack the same data, in one line.
fn open(found: &Oncogenicity) -> Block {
    let mut by_cause: Vec<(&str, Vec<Criterion>)> = Vec::new();
    for open in &found.not_assessed {
        match by_cause.iter_mut().find(|(why, _)| *why == open.why) {
            Some((_, codes)) => codes.push(open.code),
            None => by_cause.push((&open.why, vec![open.code])),
        }
    }
    let line = |(why, codes): (&str, Vec<Criterion>)| {
        Text::new(format!("{}: {why}", words::listed(&codes)))
    };
    Block::List(by_cause.into_iter().map(line).collect())
}
