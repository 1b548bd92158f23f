//! One alteration of every kind.

use super::{Spell, fraction, gene};
use crate::domain::*;

fn predicted(t: Spell<'_>) -> PredictedJunction {
    let side = |symbol: &str, exon| PredictedSide {
        gene: gene(t, symbol),
        transcript: t("ENST00000397938.7"),
        choice: TranscriptChoice::ManeSelect,
        place: JunctionPlace::SpliceSite,
        part: Some(TranscriptPart::Coding),
        exon: Some(exon),
        exons: 17,
        phase: Some(1),
        bases_to_start: Some(12),
        residue: Some(264),
        domains_kept: vec![t("ETS domain")],
        domains_lost: vec![t("RNA recognition motif")],
        domains_curated: true,
    };
    PredictedJunction {
        kind: JunctionKind::InFrame,
        frame: Frame::InFrame,
        assumes_splicing: true,
        five_prime: Some(side("EWSR1", 7)),
        three_prime: Some(side("FLI1", 6)),
        name_with_exons: Some(t("EWSR1 (ENST00000397938.7) exon 7::FLI1 exon 6")),
        because: Some(t("nothing is left open")),
    }
}

pub fn fusion(t: Spell<'_>) -> Alteration {
    let partner = |symbol: &str, exon, chrom: &str, pos| Partner {
        gene: Some(gene(t, symbol)),
        written_as: None,
        transcript: Some(t("ENST00000397938.7")),
        exon: Some(exon),
        chrom: Some(Chromosome::new(&t(chrom))),
        pos: Some(pos),
        strand: Some(Strand::Plus),
        site: Some(t("CDS/splice-site")),
        near: Vec::new(),
    };
    Alteration::Fusion(Box::new(Fusion {
        assembly: Some(Assembly::GRCh38),
        five_prime: partner("EWSR1", 7, "chr22", 29_287_134),
        three_prime: partner("FLI1", 6, "chr11", 128_807_180),
        order: PartnerOrder::Stated,
        frame: Frame::InFrame,
        split_reads: Some(90),
        spanning_pairs: Some(21),
        confidence: Some(Confidence::High),
        event_type: Some(t("translocation")),
        callers: vec![t("arriba"), t("star-fusion")],
        domains: Domains {
            kept: vec![t("EWS activation domain"), t("ETS domain")],
            lost: vec![t("RNA recognition motif")],
        },
        predicted: Some(Box::new(predicted(t))),
        frame_from_breakpoints: false,
        exons_from_breakpoints: vec![gene(t, "FLI1")],
        domains_from_breakpoints: false,
        domains_not_curated: vec![gene(t, "FLI1")],
        junctions: vec![Junction {
            label: t("FLI1::EWSR1"),
            five_prime: Some(Locus {
                chrom: Chromosome::new("11"),
                pos: 128_807_000,
            }),
            three_prime: None,
            split_reads: Some(4),
            spanning_pairs: None,
            frame: Frame::Unknown,
            predicted: Some(Box::new(predicted(t))),
            relation: JunctionRelation::Reciprocal,
            callers: vec![t("arriba")],
        }],
        dna: vec![Rearrangement {
            assembly: Some(Assembly::GRCh38),
            genes: vec![gene(t, "EWSR1"), gene(t, "FLI1")],
            split_reads: Some(12),
            spanning_pairs: Some(9),
            callers: vec![t("manta")],
            filter: vec![t("PASS")],
            ..Rearrangement::of(
                Locus {
                    chrom: Chromosome::new("22"),
                    pos: 29_290_000,
                },
                None,
                &t("BND"),
            )
        }],
    }))
}

pub fn small_variant(t: Spell<'_>) -> Alteration {
    Alteration::SmallVariant(SmallVariant {
        assembly: Some(Assembly::GRCh38),
        chrom: Some(Chromosome::new("4")),
        pos: Some(54_727_444),
        reference: Some(t("T")),
        alternate: Some(t("A")),
        gene: Some(gene(t, "KIT")),
        transcript: Some(t("ENST00000288135.6")),
        exon: Some(11),
        hgvs_c: Some(t("c.1676T>A")),
        hgvs_p: Some(t("p.(Val559Asp)")),
        consequence: vec![t("missense_variant")],
        origin_of_annotation: Some(AnnotationOrigin::File),
        vaf: Fraction::of_counts(130, 311),
        depth: Some(311),
        alt_reads: Some(130),
        filter: vec![t("PASS")],
        computed: Some(ComputedEffect {
            transcript: Some(t("ENST00000288135.6")),
            exon: Some(11),
            hgvs_c: Some(t("c.1676T>A")),
            hgvs_p: Some(t("p.(Val559Asp)")),
            consequence: vec![t("missense_variant")],
        }),
        legacy: vec![LegacyChange {
            transcript: t("ENST00000412167.7"),
            hgvs_p: t("p.(Val555Asp)"),
        }],
    })
}

pub fn copy_number(t: Spell<'_>) -> Alteration {
    Alteration::CopyNumber(CopyNumber {
        assembly: Some(Assembly::GRCh38),
        gene: Some(gene(t, "MDM2")),
        region: Some(Region {
            chrom: Chromosome::new(&t("chr12")),
            start: 57_700_001,
            end: 69_900_000,
            bands: Some(t("12q14.1-q15")),
        }),
        genes: vec![gene(t, "CDK4")],
        copies: Some(22.4),
        minor_copies: Some(1.0),
        log2_ratio: None,
        fold_change: None,
        call: CopyNumberCall::Amplification,
        threshold: t("8 copies or more"),
        is_stated: false,
        purity: fraction(0.6),
        ploidy: Some(2.1),
        filter: Vec::new(),
    })
}

pub fn others(t: Spell<'_>) -> Vec<Alteration> {
    let locus = |chrom: &str, pos| Locus {
        chrom: Chromosome::new(&t(chrom)),
        pos,
    };
    vec![
        Alteration::Rearrangement(Rearrangement {
            genes: vec![gene(t, "EWSR1"), gene(t, "FLI1")],
            sides: vec![JoinedSides::of(KeptSide::Left, KeptSide::Right)],
            candidate: Some(Box::new(FusedOrder::One {
                five_prime: gene(t, "EWSR1"),
                three_prime: gene(t, "FLI1"),
            })),
            split_reads: Some(12),
            fragments: Some(30),
            callers: vec![t("vcf")],
            filter: vec![t("PASS")],
            within_gene: None,
            ..Rearrangement::of(
                locus("chr22", 29_287_134),
                Some(locus("chr11", 128_807_180)),
                &t("BND"),
            )
        }),
        Alteration::TandemDuplication(TandemDuplication {
            assembly: Some(Assembly::GRCh37),
            gene: gene(t, "BCOR"),
            chrom: Some(Chromosome::new("X")),
            start: Some(39_911_500),
            end: Some(39_911_590),
            size_bp: Some(91),
            first_exon: None,
            last_exon: None,
            frame: Frame::InFrame,
            split_reads: Some(33),
            spanning_pairs: Some(2),
            callers: vec![t("arriba")],
        }),
        Alteration::Biomarker(Biomarker {
            measure: Measure::Tmb,
            name: Some(t("whole genome")),
            value: BiomarkerValue::Number(12.4),
            unit: t("/Mb"),
        }),
    ]
}
