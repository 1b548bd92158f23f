//! Junctions of known fusions from coordinates alone: exons, frame, domains; and our frames beside those
//! of callers on their own sample files, where those lie beside the checkout.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::wildcard_enum_match_arm
)]

use sarcolens::domain::{
    Alteration, Assembly, Chromosome, Frame, Fusion, GeneSymbol, JunctionKind, JunctionPlace,
    Locus, Partner, PartnerOrder, PredictedJunction,
};
use sarcolens::genome::{Genome, predict};
use sarcolens::read::{self, ReadOptions, stream::Stream};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const BUILDS: [Assembly; 2] = [Assembly::GRCh37, Assembly::GRCh38];

/// A base of an exon of the gene's preferred transcript: its last, or its first.
fn exon_end(
    assembly: Assembly,
    gene: &str,
    exon: usize,
    is_last: bool,
) -> Option<(Chromosome, u64)> {
    let gene = GeneSymbol::new(gene).unwrap();
    let transcript = Genome::embedded().of_gene(assembly, &gene).next()?;
    let exon = *transcript.exons.get(exon - 1).unwrap();
    let (first, last) = transcript.ends(exon);
    Some((transcript.chrom.clone(), if is_last { last } else { first }))
}

/// `pos` moved along the gene by so many bases.
fn along(assembly: Assembly, gene: &str, pos: u64, bases: i64) -> u64 {
    let gene = GeneSymbol::new(gene).unwrap();
    let transcript = Genome::embedded().of_gene(assembly, &gene).next().unwrap();
    let bases = if transcript.strand == sarcolens::domain::Strand::Plus {
        bases
    } else {
        -bases
    };
    pos.checked_add_signed(bases).unwrap()
}

fn partner(gene: &str, (chrom, pos): (Chromosome, u64)) -> Partner {
    Partner::at(GeneSymbol::new(gene), Locus { chrom, pos }, None)
}

fn told(
    assembly: Assembly,
    five: Partner,
    three: Partner,
    order: PartnerOrder,
) -> Option<PredictedJunction> {
    let fusion = Fusion {
        assembly: Some(assembly),
        ..Fusion::of(five, three, order)
    };
    predict(Genome::embedded(), &fusion)
}

/// The junction of two exon ends, each breakpoint moved along its gene.
fn moved(
    assembly: Assembly,
    (five, five_exon, five_by): (&str, usize, i64),
    (three, three_exon, three_by): (&str, usize, i64),
) -> Option<PredictedJunction> {
    let (chrom, pos) = exon_end(assembly, five, five_exon, true)?;
    let one = partner(five, (chrom, along(assembly, five, pos, five_by)));
    let (chrom, pos) = exon_end(assembly, three, three_exon, false)?;
    let other = partner(three, (chrom, along(assembly, three, pos, three_by)));
    told(assembly, one, other, PartnerOrder::Stated)
}

fn spliced(
    assembly: Assembly,
    five: (&str, usize),
    three: (&str, usize),
) -> Option<PredictedJunction> {
    moved(assembly, (five.0, five.1, 0), (three.0, three.1, 0))
}

const IN_FRAME: JunctionKind = JunctionKind::InFrame;
const THROUGH_UTR: JunctionKind = JunctionKind::InFrameThroughUtr;
const PROMOTER: JunctionKind = JunctionKind::PromoterSwap;

/// Junctions of sarcomas and kinase fusions as the literature numbers them, on MANE exons.
const CLASSICAL: &[(&str, usize, &str, usize, JunctionKind)] = &[
    ("EWSR1", 7, "FLI1", 5, IN_FRAME),
    ("EWSR1", 7, "FLI1", 6, IN_FRAME),
    ("EWSR1", 10, "FLI1", 5, IN_FRAME),
    ("EWSR1", 10, "FLI1", 6, IN_FRAME),
    ("EWSR1", 7, "ERG", 6, IN_FRAME),
    ("EWSR1", 7, "WT1", 8, IN_FRAME),
    ("EWSR1", 8, "ATF1", 4, IN_FRAME),
    ("EWSR1", 7, "ATF1", 5, IN_FRAME),
    ("EWSR1", 7, "CREB1", 7, IN_FRAME),
    ("EWSR1", 8, "NFATC2", 3, IN_FRAME),
    ("SS18", 10, "SSX1", 6, IN_FRAME),
    ("SS18", 10, "SSX2", 6, IN_FRAME),
    ("PAX3", 7, "FOXO1", 2, IN_FRAME),
    ("PAX7", 7, "FOXO1", 2, IN_FRAME),
    ("ETV6", 4, "NTRK3", 15, IN_FRAME),
    ("ETV6", 5, "NTRK3", 15, IN_FRAME),
    ("ETV6", 5, "NTRK3", 14, IN_FRAME),
    ("ASPSCR1", 7, "TFE3", 4, IN_FRAME),
    ("ASPSCR1", 7, "TFE3", 5, IN_FRAME),
    ("ASPSCR1", 7, "TFE3", 6, IN_FRAME),
    ("HEY1", 4, "NCOA2", 13, IN_FRAME),
    ("COL1A1", 25, "PDGFB", 2, IN_FRAME),
    ("JAZF1", 3, "SUZ12", 2, IN_FRAME),
    ("NAB2", 4, "STAT6", 2, THROUGH_UTR),
    ("NAB2", 6, "STAT6", 16, IN_FRAME),
    ("YAP1", 1, "TFE3", 4, IN_FRAME),
    ("WWTR1", 3, "CAMTA1", 8, IN_FRAME),
    ("YWHAE", 5, "NUTM2B", 2, IN_FRAME),
    ("EML4", 13, "ALK", 20, IN_FRAME),
    ("CLTC", 31, "ALK", 20, IN_FRAME),
    ("RANBP2", 18, "ALK", 20, IN_FRAME),
    ("LMNA", 2, "NTRK1", 11, IN_FRAME),
    ("FUS", 5, "DDIT3", 2, THROUGH_UTR),
    ("FUS", 7, "DDIT3", 2, THROUGH_UTR),
    ("FUS", 8, "DDIT3", 2, THROUGH_UTR),
    ("EWSR1", 7, "DDIT3", 2, THROUGH_UTR),
    ("EWSR1", 12, "NR4A3", 3, THROUGH_UTR),
    ("TAF15", 6, "NR4A3", 3, THROUGH_UTR),
    ("TCF12", 5, "NR4A3", 3, THROUGH_UTR),
    ("MEAF6", 5, "PHF1", 2, THROUGH_UTR),
    ("ZC3H7B", 10, "BCOR", 8, IN_FRAME),
    ("CDH11", 1, "USP6", 2, PROMOTER),
];

#[test]
fn classical_junctions_come_out_right() {
    let mut wrong = Vec::new();
    for assembly in BUILDS {
        for (five, five_exon, three, three_exon, kind) in CLASSICAL {
            let name = format!("{assembly} {five} exon {five_exon}::{three} exon {three_exon}");
            let Some(told) = spliced(assembly, (five, *five_exon), (three, *three_exon)) else {
                wrong.push(format!("{name}: nothing told"));
                continue;
            };
            let side = told.five_prime.as_ref().unwrap();
            let other = told.three_prime.as_ref().unwrap();
            let exons = (side.exon, other.exon);
            let wanted = (
                u32::try_from(*five_exon).ok(),
                u32::try_from(*three_exon).ok(),
            );
            let frame = match kind {
                JunctionKind::PromoterSwap => Frame::NotApplicable,
                _ => Frame::InFrame,
            };
            if told.kind != *kind
                || told.frame != frame
                || exons != wanted
                || side.place != JunctionPlace::SpliceSite
                || other.place != JunctionPlace::SpliceSite
            {
                wrong.push(format!(
                    "{name}: {:?} {:?} {exons:?} phases {:?} {:?} utr {:?} because {:?}",
                    told.kind,
                    told.frame,
                    side.phase,
                    other.phase,
                    other.bases_to_start,
                    told.because
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// BCOR ends in `TGG TGA`: its last exon is spliced inside the last codon, in front of `GTGA`. The exon 5
/// of CCNB3 that papers name is exon 6 of MANE Select.
#[test]
fn bcor_is_joined_in_its_last_codon() {
    for assembly in BUILDS {
        let gene = GeneSymbol::new("BCOR").unwrap();
        let transcript = Genome::embedded().of_gene(assembly, &gene).next().unwrap();
        let (last_of_stop, _) = transcript.coding.unwrap();
        let at = |from_end: u64| {
            let five = partner("BCOR", (transcript.chrom.clone(), last_of_stop + from_end));
            let three = partner("CCNB3", exon_end(assembly, "CCNB3", 6, false).unwrap());
            told(assembly, five, three, PartnerOrder::Stated).unwrap()
        };
        let joined = at(4);
        assert_eq!(joined.kind, JunctionKind::InFrame, "{joined:?}");
        assert_eq!(joined.five_prime.unwrap().exon, Some(15));
        assert_eq!(at(5).kind, JunctionKind::OutOfFrame);
        // Whether the stop codon is kept is not sure where callers differ by some bases.
        assert_eq!(at(0).kind, JunctionKind::Undetermined);
    }
}

/// Both genes are cut inside an exon; DUX4 stands on one assembly alone.
#[test]
fn cic_is_joined_inside_exons() {
    let assembly = Assembly::GRCh38;
    let gene = GeneSymbol::new("CIC").unwrap();
    let cic = Genome::embedded().of_gene(assembly, &gene).next().unwrap();
    let (_, stop) = cic.coding.unwrap();
    let (dux4, start) = exon_end(assembly, "DUX4", 1, false).unwrap();
    let at = |before_stop: u64, into: u64| {
        told(
            assembly,
            partner("CIC", (cic.chrom.clone(), stop - before_stop)),
            partner("DUX4", (dux4.clone(), start + into)),
            PartnerOrder::Stated,
        )
        .unwrap()
    };
    // Whole codons of CIC, then DUX4 from the first, second, third base of one.
    assert_eq!(at(90, 999).kind, JunctionKind::InFrame);
    assert_eq!(at(90, 1_000).kind, JunctionKind::OutOfFrame);
    assert_eq!(at(91, 998).kind, JunctionKind::InFrame);
    assert_eq!(at(91, 999).frame, Frame::OutOfFrame);
    let told = at(90, 999);
    assert_eq!(told.five_prime.unwrap().exon, Some(20));
    let dux4 = told.three_prime.unwrap();
    assert_eq!(dux4.exon, Some(1));
    assert_eq!(dux4.domains_kept, ["DUX4 C-terminal activation domain"]);
    let gene = GeneSymbol::new("DUX4").unwrap();
    assert_eq!(
        Genome::embedded().of_gene(Assembly::GRCh37, &gene).count(),
        0
    );
}

#[test]
fn frames_of_what_acts_without_a_fusion_protein() {
    let swap = spliced(Assembly::GRCh38, ("CDH11", 1), ("USP6", 2)).unwrap();
    assert_eq!(swap.frame, Frame::NotApplicable);
    // Behind the coding part: HMGA2's last exon is joined to anything.
    let gene = GeneSymbol::new("HMGA2").unwrap();
    let transcript = Genome::embedded()
        .of_gene(Assembly::GRCh38, &gene)
        .next()
        .unwrap();
    let (_, stop) = transcript.coding.unwrap();
    let five = partner("HMGA2", (transcript.chrom.clone(), stop + 200));
    let (chrom, pos) = exon_end(Assembly::GRCh38, "LPP", 9, false).unwrap();
    let told_loss = told(
        Assembly::GRCh38,
        five,
        partner("LPP", (chrom, pos)),
        PartnerOrder::Stated,
    )
    .unwrap();
    assert_eq!(told_loss.kind, JunctionKind::UtrLoss);
    assert_eq!(told_loss.frame, Frame::NotApplicable);
    // Behind exon 3, into a place without a gene.
    let (chrom, pos) = exon_end(Assembly::GRCh38, "HMGA2", 3, true).unwrap();
    let nowhere = Partner {
        chrom: Some(Chromosome::new("1")),
        pos: Some(1_000_000),
        near: vec![GeneSymbol::new("X").unwrap()],
        ..Partner::default()
    };
    let cut = told(
        Assembly::GRCh38,
        partner("HMGA2", (chrom, pos)),
        nowhere,
        PartnerOrder::Stated,
    )
    .unwrap();
    assert_eq!(cut.kind, JunctionKind::Truncation);
    let side = cut.five_prime.unwrap();
    assert_eq!((side.exon, side.exons), (Some(3), 5));
    assert!(side.domains_lost.is_empty(), "{:?}", side.domains_lost);
}

#[test]
fn breaks_in_introns_and_between_exon_ends() {
    let at = |five_by, three_by| {
        moved(
            Assembly::GRCh38,
            ("EWSR1", 7, five_by),
            ("FLI1", 6, three_by),
        )
        .unwrap()
    };
    let exons = |told: &PredictedJunction| {
        (
            told.five_prime.as_ref().unwrap().exon,
            told.three_prime.as_ref().unwrap().exon,
        )
    };
    // DNA: both inside introns.
    let dna = at(500, -800);
    assert_eq!(exons(&dna), (Some(7), Some(6)));
    assert_eq!(
        dna.name_with_exons.as_deref(),
        Some(
            "EWSR1 (ENST00000397938.7) exon 7 (break in intron 7)::\
             FLI1 (ENST00000527786.7) exon 6 (break in intron 5)"
        )
    );
    assert!(dna.assumes_splicing);
    assert_eq!(dna.kind, JunctionKind::InFrame);
    // One inside an intron: bases of it become exon.
    assert_eq!(at(0, -800).kind, JunctionKind::ExonisedIntron);
    assert_eq!(at(0, -800).frame, Frame::Unknown);
    // Bases that both ends share are counted to either.
    for by in -5..=5 {
        let told = at(by, by);
        assert_eq!(told.kind, JunctionKind::InFrame, "{by}");
        assert_eq!(exons(&told), (Some(7), Some(6)), "{by}");
    }
    // Not alike on both sides: the caller is not exact, or bases are lost.
    assert_eq!(at(-1, 0).kind, JunctionKind::Undetermined);
    assert_eq!(at(0, 2).frame, Frame::Unknown);
    assert_eq!(at(-3, 0).kind, JunctionKind::InFrame);
    // Deep inside exons every base counts.
    let inside = at(-31, 0);
    assert_eq!(inside.five_prime.unwrap().place, JunctionPlace::Exon);
    assert_eq!(inside.kind, JunctionKind::OutOfFrame);
    assert_eq!(at(-30, 0).kind, JunctionKind::InFrame);
}

#[test]
fn an_order_that_nobody_claims_has_to_show_in_the_breakpoints() {
    let assembly = Assembly::GRCh38;
    let ewsr1 = partner("EWSR1", exon_end(assembly, "EWSR1", 7, true).unwrap());
    let fli1 = partner("FLI1", exon_end(assembly, "FLI1", 6, false).unwrap());
    let shown = told(
        assembly,
        ewsr1.clone(),
        fli1.clone(),
        PartnerOrder::Unoriented,
    );
    assert_eq!(shown.unwrap().kind, JunctionKind::InFrame);
    let reversed = told(assembly, fli1, ewsr1.clone(), PartnerOrder::Unoriented);
    assert_eq!(reversed, None);
    let (chrom, pos) = exon_end(assembly, "FLI1", 6, false).unwrap();
    let intron = partner("FLI1", (chrom, pos - 700));
    assert_eq!(told(assembly, ewsr1, intron, PartnerOrder::Unknown), None);
}

#[test]
fn domains_kept_lost_and_not_curated() {
    let told = spliced(Assembly::GRCh38, ("EWSR1", 7), ("FLI1", 6)).unwrap();
    let (five, three) = (told.five_prime.unwrap(), told.three_prime.unwrap());
    assert!(
        five.domains_lost
            .iter()
            .any(|name| name.contains("RNA recognition motif"))
    );
    assert_eq!(three.domains_kept, ["FLI1 ETS DNA-binding domain (Ets)"]);
    assert_eq!(three.domains_lost, ["FLI1 SAM_PNT"]);
    let kinase = spliced(Assembly::GRCh38, ("LMNA", 2), ("NTRK1", 11)).unwrap();
    let three = kinase.three_prime.unwrap();
    assert!(
        three
            .domains_kept
            .iter()
            .any(|name| name.contains("protein kinase domain")),
        "{:?}",
        three.domains_kept
    );
    assert_eq!(
        told.name_with_exons.as_deref(),
        Some("EWSR1 (ENST00000397938.7) exon 7::FLI1 (ENST00000527786.7) exon 6")
    );
}

#[test]
fn what_is_not_known_is_not_told() {
    let assembly = Assembly::GRCh38;
    let ewsr1 = || partner("EWSR1", exon_end(assembly, "EWSR1", 7, true).unwrap());
    let (chrom, pos) = exon_end(assembly, "FLI1", 6, false).unwrap();
    // Not a gene that the tables hold; another chromosome; another strand; outside the transcript.
    let unknown = partner("NOSUCHGENE", (chrom.clone(), pos));
    let elsewhere = partner("FLI1", (Chromosome::new("3"), pos));
    let turned = Partner {
        strand: Some(sarcolens::domain::Strand::Minus),
        ..partner("FLI1", (chrom.clone(), pos))
    };
    let outside = partner("FLI1", (chrom, 1));
    for three in [unknown, elsewhere, turned, outside] {
        let told = told(assembly, ewsr1(), three.clone(), PartnerOrder::Stated).unwrap();
        assert_eq!(told.frame, Frame::Unknown, "{three:?}");
        assert_eq!(told.kind, JunctionKind::Undetermined, "{three:?}");
        assert!(told.because.is_some(), "{three:?}");
        assert!(told.three_prime.is_none_or(|side| side.exon.is_none()));
    }
    let fusion = Fusion::of(ewsr1(), ewsr1(), PartnerOrder::Stated);
    assert_eq!(predict(Genome::embedded(), &fusion), None);
}

/// Fusions of a file, on both assemblies in turn (fusion tables hardly ever name theirs): the assembly
/// on which more breakpoints lie inside their genes.
fn fusions(path: &Path) -> Vec<(Fusion, PredictedJunction)> {
    let path = path.to_str().unwrap();
    let stream = Stream::open(path).unwrap();
    let Ok(caller) = read::recognise(stream.head(), path) else {
        return Vec::new();
    };
    let mut records = caller.open(stream, &ReadOptions::default()).unwrap();
    let mut found = Vec::new();
    loop {
        let batch = records.next_batch().unwrap();
        if batch.is_empty() {
            break;
        }
        for raw in &batch {
            for call in records.parse(raw).calls {
                if let Alteration::Fusion(fusion) = call.claim {
                    found.push(*fusion);
                }
            }
        }
    }
    let on = |assembly| -> Vec<(Fusion, PredictedJunction)> {
        found
            .iter()
            .filter(|fusion| fusion.five_prime.gene != fusion.three_prime.gene)
            .filter_map(|fusion| {
                let mut fusion = fusion.clone();
                fusion.assembly = Some(assembly);
                let told = predict(Genome::embedded(), &fusion)?;
                Some((fusion, told))
            })
            .collect()
    };
    let placed = |told: &Vec<(Fusion, PredictedJunction)>| {
        told.iter()
            .flat_map(|(_, told)| [&told.five_prime, &told.three_prime])
            .flatten()
            .filter(|side| side.place == JunctionPlace::SpliceSite)
            .count()
    };
    BUILDS.map(on).into_iter().max_by_key(placed).unwrap()
}

#[test]
fn our_frames_beside_those_of_callers() {
    let folder = Path::new("../shared/formats");
    if !folder.is_dir() {
        eprintln!("skipped: {} is absent", folder.display());
        return;
    }
    for caller in ["arriba", "star-fusion", "fusioncatcher"] {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut differing = Vec::new();
        let mut files: Vec<_> = fs::read_dir(folder.join(caller))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        for path in files {
            for (fusion, told) in fusions(&path) {
                let has_both = told.five_prime.is_some() && told.three_prime.is_some();
                let class = match (fusion.frame, told.frame) {
                    (Frame::Unknown, _) => "the caller tells none",
                    _ if !has_both => "a gene without a transcript here",
                    (_, Frame::Unknown) => "left open by us",
                    (_, Frame::NotApplicable) => "not applicable by us",
                    (theirs, ours) if theirs == ours => "agree",
                    _ => "differ",
                };
                *counts.entry(class).or_default() += 1;
                if has_both && !matches!(class, "agree" | "the caller tells none") {
                    differing.push(format!(
                        "{class}: {} {} ours {:?} {:?} because {:?} in {}",
                        fusion.label(),
                        told.name_with_exons.clone().unwrap_or_default(),
                        fusion.frame,
                        told.kind,
                        told.because,
                        path.file_name().unwrap().to_string_lossy()
                    ));
                }
            }
        }
        eprintln!("{caller}: {counts:?}\n{differing:#?}");
        // FusionCatcher calls in frame what some pair of isoforms would keep in frame: only Arriba
        // chooses one transcript a gene as we do.
        if caller == "arriba" {
            let of = |class| counts.get(class).copied().unwrap_or_default();
            assert!(of("differ") * 97 <= of("agree") * 3, "{differing:#?}");
        }
    }
}
