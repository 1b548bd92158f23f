//! What was seen of a fusion.

use super::{assembly, in_words};
use crate::domain::{
    Fusion, GeneSymbol, Junction, Locus, Partner, PartnerOrder, PredictedJunction, PredictedSide,
    Rearrangement, Strand,
};
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
                partner(first, &fusion.five_prime, &fusion.exons_from_breakpoints),
                partner(second, &fusion.three_prime, &fusion.exons_from_breakpoints),
            ],
        )),
        Block::facts(vec![
            ("Reading frame", Text::new(words::frame_of(fusion))),
            ("Frame by the breakpoints", predicted_frame(fusion)),
            ("Name with exons", name_with_exons(fusion)),
            ("Order of the genes", Text::new(words::order(fusion.order))),
            ("Split reads", stated(fusion.split_reads)),
            ("Spanning pairs", stated(fusion.spanning_pairs)),
            ("Callers", Text::new(listed(&fusion.callers))),
            (
                "Callers' grade",
                stated(fusion.confidence.map(words::confidence)),
            ),
            ("Event type", stated(fusion.event_type.as_ref())),
            ("Domains kept", domains(fusion, &fusion.domains.kept)),
            ("Domains lost", domains(fusion, &fusion.domains.lost)),
            ("Domains not curated", not_curated(fusion)),
            assembly(fusion.assembly),
        ]),
    ];
    if let Some(predicted) = &fusion.predicted {
        blocks.push(by_breakpoints(predicted, first, second));
    }
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
                    "Exons by the breakpoints",
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

fn predicted_frame(fusion: &Fusion) -> Text {
    let Some(predicted) = &fusion.predicted else {
        return Text::new(words::NOT_ASSESSED);
    };
    let mut text = predicted.kind.to_string();
    if predicted.assumes_splicing {
        text.push_str(", if the exons beside the two breakpoints are spliced together");
    }
    if let Some(because) = &predicted.because {
        text.push_str(": ");
        text.push_str(because);
    }
    Text::new(text)
}

fn name_with_exons(fusion: &Fusion) -> Text {
    stated(
        fusion
            .predicted
            .as_ref()
            .and_then(|predicted| predicted.name_with_exons.as_ref()),
    )
}

/// Computed, not the caller's: the two sides by the transcripts that the program knows.
fn by_breakpoints(predicted: &PredictedJunction, first: &str, second: &str) -> Block {
    Block::Table(Table::new(
        "By the breakpoints and the transcripts known to the program, not by a caller",
        vec![
            "Partner",
            "Transcript",
            "Exon",
            "Breakpoint",
            "Coding bases before it, modulo 3",
            "Untranslated bases to the start codon",
            "Domains kept",
            "Domains lost",
        ],
        [
            (first, predicted.five_prime.as_ref()),
            (second, predicted.three_prime.as_ref()),
        ]
        .into_iter()
        .filter_map(|(name, side)| Some(predicted_side(name, side?)))
        .collect::<Vec<_>>(),
    ))
}

fn predicted_side(name: &str, side: &PredictedSide) -> Vec<Text> {
    let place = words::junction_place(side.place);
    let place = match side.part {
        Some(part) => format!("{place}, {part}"),
        None => place.to_owned(),
    };
    let listed_domains = |domains: &[String]| {
        Text::new(match side.domains_curated {
            true if domains.is_empty() => NONE_KNOWN.to_owned(),
            true => listed(domains),
            false => NOT_CURATED.to_owned(),
        })
    };
    vec![
        Text::new(name).then(format!(" {}", side.gene)),
        Text::new(&side.transcript).small(side.choice.to_string()),
        stated(side.exon.map(|exon| format!("{exon} of {}", side.exons))),
        Text::new(place),
        applies(side.phase),
        applies(side.bases_to_start),
        listed_domains(&side.domains_kept),
        listed_domains(&side.domains_lost),
    ]
}

fn partner(name: &str, partner: &Partner, computed: &[GeneSymbol]) -> Vec<Text> {
    let is_computed = partner
        .gene
        .as_ref()
        .is_some_and(|gene| computed.contains(gene));
    let exon = partner.exon.map(|exon| match is_computed {
        true => format!("{exon} (by the breakpoint)"),
        false => exon.to_string(),
    });
    let strand = partner.strand.map(|strand| match strand {
        Strand::Plus => "+",
        Strand::Minus => "-",
    });
    vec![
        Text::new(name),
        gene(partner),
        stated(exon),
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

/// Nothing is known of a protein's domains, which is not that it has none.
const NOT_CURATED: &str = "NOT CURATED";
/// Of those domains that are curated.
const NONE_KNOWN: &str = "NONE of the known domains";

fn domains(fusion: &Fusion, domains: &[String]) -> Text {
    match (domains.is_empty(), fusion.domains_from_breakpoints) {
        (true, false) => Text::new("NONE named by the caller"),
        (true, true) => Text::new(format!("{NONE_KNOWN}, by the breakpoints")),
        (false, false) => Text::new(listed(domains)),
        (false, true) => Text::new(format!("{} (by the breakpoints)", listed(domains))),
    }
}

fn not_curated(fusion: &Fusion) -> Text {
    Text::new(match fusion.predicted {
        Some(_) => listed(&fusion.domains_not_curated),
        None => words::NOT_ASSESSED.to_owned(),
    })
}

fn applies(number: Option<impl std::fmt::Display>) -> Text {
    number.map_or_else(|| Text::new("does not apply"), Text::new)
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
        stated(
            junction
                .predicted
                .as_ref()
                .and_then(|predicted| predicted.name_with_exons.as_ref()),
        ),
        Text::new(words::frame(junction.frame)),
        stated(junction.split_reads),
        stated(junction.spanning_pairs),
        Text::new(listed(&junction.callers)),
    ]
}
