//! What was seen of a fusion.

use super::{assembly, in_words};
use crate::domain::{Fusion, Junction, Locus, Partner, PartnerOrder, Rearrangement, Strand};
use crate::render::block::{Block, Table};
use crate::render::text::Text;
use crate::render::words::{self, listed, stated};

/// Everything that was seen of `fusion`.
pub fn blocks(fusion: &Fusion) -> Vec<Block> {
    let (first, second) = match fusion.order {
        PartnerOrder::Stated => ("5′ partner", "3′ partner"),
        PartnerOrder::Unoriented | PartnerOrder::Unknown => {
            ("First gene listed", "Second gene listed")
        }
    };
    let mut blocks = vec![
        Block::Table(Table::new(
            "The two partners",
            vec![
                "Partner",
                "Gene",
                "Exon at the junction",
                "Breakpoint",
                "Strand",
                "Place in the gene",
                "Transcript",
            ],
            vec![
                partner(first, &fusion.five_prime),
                partner(second, &fusion.three_prime),
            ],
        )),
        Block::facts(vec![
            ("Reading frame", Text::new(words::frame(fusion.frame))),
            ("Order of the genes", Text::new(words::order(fusion.order))),
            ("Split reads", stated(fusion.split_reads)),
            ("Spanning pairs", stated(fusion.spanning_pairs)),
            ("Callers", Text::new(listed(&fusion.callers))),
            (
                "Callers' grade",
                stated(fusion.confidence.map(words::confidence)),
            ),
            ("Event type", stated(fusion.event_type.as_ref())),
            ("Domains kept", domains(&fusion.domains.kept)),
            ("Domains lost", domains(&fusion.domains.lost)),
            assembly(fusion.assembly),
        ]),
    ];
    if !fusion.junctions.is_empty() {
        blocks.push(Block::Fold(
            Text::new(words::counted(
                fusion.junctions.len(),
                "further junction of this event",
                "further junctions of this event",
            )),
            vec![Block::Table(Table::new(
                "Further junctions; their reads are not added up",
                vec![
                    "Junction",
                    "Relation",
                    "Breakpoints",
                    "Frame",
                    "Reads",
                    "Pairs",
                    "Callers",
                ],
                fusion.junctions.iter().map(junction),
            ))],
        ));
    }
    if !fusion.dna.is_empty() {
        blocks.push(Block::Table(Table::new(
            "The same two genes joined in DNA",
            vec![
                "Ends",
                "Event type",
                "Split reads",
                "Spanning pairs",
                "Callers",
                "Filter column",
            ],
            fusion.dna.iter().map(joined_in_dna),
        )));
    }
    blocks
}

fn joined_in_dna(ends: &Rearrangement) -> Vec<Text> {
    vec![
        Text::new(format!(
            "{} / {}",
            in_words(ends.first.as_ref()),
            in_words(ends.second.as_ref())
        )),
        Text::new(&ends.event_type),
        stated(ends.split_reads),
        stated(ends.spanning_pairs),
        Text::new(listed(&ends.callers)),
        Text::new(listed(&ends.filter)),
    ]
}

fn partner(name: &str, partner: &Partner) -> Vec<Text> {
    let strand = partner.strand.map(|strand| match strand {
        Strand::Plus => "+",
        Strand::Minus => "-",
    });
    vec![
        Text::new(name),
        gene(partner),
        stated(partner.exon),
        stated(partner.locus()),
        stated(strand),
        stated(partner.site.as_ref()),
        stated(partner.transcript.as_ref()),
    ]
}

fn gene(partner: &Partner) -> Text {
    let name = match (&partner.gene, partner.near.is_empty()) {
        (Some(gene), _) => Text::strong(gene),
        (None, true) => Text::new("? (no gene named)"),
        (None, false) => Text::new(format!(
            "? (outside genes; neighbours: {})",
            listed(&partner.near)
        )),
    };
    match &partner.written_as {
        Some(written) => name.then(format!(" (in the file: {written})")),
        None => name,
    }
}

fn domains(domains: &[String]) -> Text {
    if domains.is_empty() {
        return Text::new("NONE named by the caller");
    }
    Text::new(listed(domains))
}

fn junction(junction: &Junction) -> Vec<Text> {
    let locus = |locus: &Option<Locus>| in_words(locus.as_ref());
    vec![
        Text::new(&junction.label),
        Text::new(words::junction(junction.relation)),
        Text::new(format!(
            "{} / {}",
            locus(&junction.five_prime),
            locus(&junction.three_prime)
        )),
        Text::new(words::frame(junction.frame)),
        stated(junction.split_reads),
        stated(junction.spanning_pairs),
        Text::new(listed(&junction.callers)),
    ]
}
