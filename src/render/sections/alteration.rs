//! What was seen, for each kind of alteration.

mod fusion;

use crate::domain::{
    Alteration, Assembly, Biomarker, ComputedEffect, CopyNumber, LegacyChange, Rearrangement,
    SmallVariant, TandemDuplication,
};
use crate::render::block::Block;
use crate::render::text::{Text, allele, number};
use crate::render::words::{self, listed, stated};

/// Everything that was seen of `alteration`.
pub fn blocks(alteration: &Alteration) -> Vec<Block> {
    match alteration {
        Alteration::SmallVariant(variant) => small_variant(variant),
        Alteration::Fusion(fusion) => fusion::blocks(fusion),
        Alteration::CopyNumber(copy_number) => self::copy_number(copy_number),
        Alteration::Rearrangement(rearrangement) => self::rearrangement(rearrangement),
        Alteration::TandemDuplication(duplication) => tandem_duplication(duplication),
        Alteration::Biomarker(biomarker) => self::biomarker(biomarker),
    }
}

/// Its place and how well it was seen, in one line.
pub fn in_short(alteration: &Alteration) -> String {
    match alteration {
        Alteration::SmallVariant(variant) => format!(
            "{}; allele fraction {}",
            place_of_variant(variant),
            in_words(variant.vaf)
        ),
        Alteration::Fusion(fusion) => format!(
            "{} / {}; reads {}",
            in_words(fusion.five_prime.locus()),
            in_words(fusion.three_prime.locus()),
            in_words(fusion.support())
        ),
        Alteration::CopyNumber(copy_number) => measure(copy_number),
        Alteration::Rearrangement(event) => {
            format!(
                "{} / {}",
                in_words(event.first.as_ref()),
                in_words(event.second.as_ref())
            )
        }
        Alteration::TandemDuplication(duplication) => place_of_duplication(duplication),
        Alteration::Biomarker(biomarker) => biomarker.label(),
    }
}

/// The copies, or the measure that the file gives in their place.
pub fn measure(copy_number: &CopyNumber) -> String {
    [
        copy_number.copies.map(|n| format!("{} copies", number(n))),
        copy_number
            .log2_ratio
            .map(|n| format!("log2 ratio {}", number(n))),
        copy_number
            .fold_change
            .map(|n| format!("fold change {}", number(n))),
    ]
    .into_iter()
    .flatten()
    .next()
    .unwrap_or_else(|| words::NOT_STATED.to_owned())
}

/// Chromosome, position and alleles.
pub fn place_of_variant(variant: &SmallVariant) -> String {
    variant
        .place(allele)
        .unwrap_or_else(|| words::NOT_STATED.to_owned())
}

/// Chromosome and ends.
pub fn place_of_duplication(duplication: &TandemDuplication) -> String {
    match (&duplication.chrom, duplication.start, duplication.end) {
        (Some(chrom), Some(start), Some(end)) => format!("{chrom}:{start}-{end}"),
        (Some(chrom), Some(start), None) => format!("{chrom}:{start}"),
        (Some(chrom), None, _) => chrom.to_string(),
        (None, _, _) => words::NOT_STATED.to_owned(),
    }
}

fn in_words(value: Option<impl std::fmt::Display>) -> String {
    value.map_or_else(|| words::NOT_STATED.to_owned(), |value| value.to_string())
}

fn assembly(assembly: Option<Assembly>) -> (&'static str, Text) {
    ("Assembly", stated(assembly))
}

fn small_variant(variant: &SmallVariant) -> Vec<Block> {
    let short = |text: &Option<String>| stated(text.as_deref().map(allele));
    let origin = variant.origin_of_annotation.map(words::annotation);
    let mut facts = vec![
        ("Gene", stated(variant.gene.as_ref())),
        ("Protein change", short(&variant.hgvs_p)),
        ("Coding change", short(&variant.hgvs_c)),
        ("Transcript", stated(variant.transcript.as_ref())),
        ("Exon", stated(variant.exon)),
        ("Consequence", Text::new(listed(&variant.consequence))),
        ("Described by", stated(origin)),
    ];
    if let Some(computed) = &variant.computed {
        facts.push(("By its place on the reference transcript", effect(computed)));
    }
    if !variant.legacy.is_empty() {
        facts.push((
            "As papers count it",
            Text::new(by_isoforms(&variant.legacy)),
        ));
    }
    facts.extend([
        ("Place", Text::new(place_of_variant(variant))),
        assembly(variant.assembly),
        ("Allele fraction", stated(variant.vaf)),
        ("Reads at the place", stated(variant.depth)),
        ("Reads with the variant", stated(variant.alt_reads)),
        ("Filter column", Text::new(listed(&variant.filter))),
    ]);
    vec![Block::facts(facts)]
}

/// What was worked out beside the file's annotation.
fn effect(computed: &ComputedEffect) -> Text {
    let parts = [
        computed.hgvs_p.as_deref().map(allele),
        computed.hgvs_c.as_deref().map(allele),
        computed.exon.map(|exon| format!("exon {exon}")),
        (!computed.consequence.is_empty()).then(|| listed(&computed.consequence)),
    ];
    let told: Vec<String> = parts.into_iter().flatten().collect();
    Text::new(told.join("; ")).small(computed.transcript.as_deref().unwrap_or_default())
}

/// The change by each isoform that papers count by.
fn by_isoforms(legacy: &[LegacyChange]) -> String {
    legacy
        .iter()
        .map(|other| format!("{} ({})", allele(&other.hgvs_p), other.transcript))
        .collect::<Vec<_>>()
        .join("; ")
}

fn copy_number(copy_number: &CopyNumber) -> Vec<Block> {
    let mut facts = vec![("Gene", stated(copy_number.gene.as_ref()))];
    if let Some(region) = &copy_number.region {
        facts.push(("Segment", Text::new(region)));
        facts.push(("Cytobands", stated(region.bands.as_deref())));
    }
    if !copy_number.genes.is_empty() {
        facts.push(("Known genes in it", Text::new(listed(&copy_number.genes))));
    }
    facts.extend([
        ("Call", Text::new(copy_number.call)),
        ("Copies", stated(copy_number.copies.map(number))),
    ]);
    if let Some(copies) = copy_number.minor_copies {
        facts.push(("Copies of the rarer allele", Text::new(number(copies))));
    }
    facts.extend([
        ("Log2 ratio", stated(copy_number.log2_ratio.map(number))),
        ("Fold change", stated(copy_number.fold_change.map(number))),
        ("Called by", Text::new(&copy_number.threshold)),
        ("Tumour content used", stated(copy_number.purity)),
        ("Ploidy", stated(copy_number.ploidy.map(number))),
        ("Filter column", Text::new(listed(&copy_number.filter))),
        assembly(copy_number.assembly),
    ]);
    vec![Block::facts(facts)]
}

fn rearrangement(event: &Rearrangement) -> Vec<Block> {
    let order = match &event.candidate {
        Some(order) => format!("not claimed: seen in DNA; {order}"),
        None => "not claimed: seen in DNA".to_owned(),
    };
    let sides: Vec<String> = event.sides.iter().map(ToString::to_string).collect();
    let sides = (!sides.is_empty()).then(|| sides.join("; "));
    vec![Block::facts(vec![
        ("Genes at the ends", Text::new(listed(&event.genes))),
        ("First end", stated(event.first.as_ref())),
        ("Second end", stated(event.second.as_ref())),
        ("Event type", Text::new(&event.event_type)),
        ("Sides joined", stated(sides)),
        match &event.within_gene {
            Some(change) => ("Within the gene", Text::new(change)),
            None => ("Order of the genes", Text::new(order)),
        },
        ("Split reads", stated(event.split_reads)),
        ("Spanning pairs", stated(event.spanning_pairs)),
        ("Supporting fragments", stated(event.fragments)),
        ("Callers", Text::new(listed(&event.callers))),
        ("Filter column", Text::new(listed(&event.filter))),
        assembly(event.assembly),
    ])]
}

fn tandem_duplication(duplication: &TandemDuplication) -> Vec<Block> {
    vec![Block::facts(vec![
        ("Gene", Text::new(&duplication.gene)),
        ("Place", Text::new(place_of_duplication(duplication))),
        ("Duplicated bases", stated(duplication.size_bp)),
        ("Duplicated exons", stated(exons(duplication))),
        ("Reading frame", Text::new(words::frame(duplication.frame))),
        ("Split reads", stated(duplication.split_reads)),
        ("Spanning pairs", stated(duplication.spanning_pairs)),
        ("Callers", Text::new(listed(&duplication.callers))),
        assembly(duplication.assembly),
    ])]
}

fn exons(duplication: &TandemDuplication) -> Option<String> {
    let (first, last) = (duplication.first_exon?, duplication.last_exon?);
    Some(format!("{first}-{last}"))
}

fn biomarker(biomarker: &Biomarker) -> Vec<Block> {
    vec![Block::facts(vec![
        ("Measure", Text::new(biomarker.measure)),
        ("Value", Text::new(biomarker.label())),
        ("Of", Text::new("the whole sample, not of one gene")),
    ])]
}
