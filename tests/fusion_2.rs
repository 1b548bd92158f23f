//! What the good files of these fusion formats say, claim by claim.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::wildcard_enum_match_arm
)]

use sarcolens::domain::{Alteration, Call, Fusion, Locus, Partner, Standing};
use sarcolens::read::stream::Stream;
use sarcolens::read::{FileFacts, Parsed, ReadError, ReadOptions, caller_named, recognise};
use std::fs;
use std::io::Cursor;

fn read(
    bytes: Vec<u8>,
    named: Option<&str>,
    options: &ReadOptions,
) -> Result<(FileFacts, Vec<Parsed>), ReadError> {
    let stream = Stream::new("t", Cursor::new(bytes))?;
    let caller = match named {
        Some(name) => caller_named(name).unwrap(),
        None => recognise(stream.head(), "t")?,
    };
    let mut records = caller.open(stream, options)?;
    let mut parsed = Vec::new();
    loop {
        let batch = records.next_batch()?;
        if batch.is_empty() {
            break;
        }
        parsed.extend(batch.iter().map(|raw| records.parse(raw)));
    }
    let facts = records.facts().clone();
    records.finish()?;
    Ok((facts, parsed))
}

fn bytes_of(path: &str) -> Vec<u8> {
    fs::read(format!("test-data/callers/{path}")).unwrap_or_else(|_| panic!("{path} is absent"))
}

/// The claims of a good file.
fn calls(path: &str) -> Vec<Call> {
    calls_as(path, None)
}

fn calls_as(path: &str, named: Option<&str>) -> Vec<Call> {
    let (_, parsed) = read(bytes_of(path), named, &ReadOptions::default()).unwrap();
    parsed
        .into_iter()
        .flat_map(|record| {
            assert_eq!(record.rejected, None, "{path}");
            record.calls
        })
        .collect()
}

fn fusions(path: &str) -> Vec<Fusion> {
    calls(path)
        .into_iter()
        .map(|call| match call.claim {
            Alteration::Fusion(fusion) => *fusion,
            other => panic!("{path}: {other:?}"),
        })
        .collect()
}

fn or_none<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

fn place(partner: &Partner) -> String {
    or_none(partner.locus().as_ref().map(Locus::to_string))
}

/// Label, split reads, spanning pairs, order, frame, breakpoints, and what is not passed.
fn said(call: &Call) -> String {
    let Alteration::Fusion(fusion) = &call.claim else {
        panic!("{call:?}")
    };
    let standing = match &call.standing {
        Standing::Passed => String::new(),
        other => format!(" {}", other.rule().unwrap()),
    };
    format!(
        "{} {} {} {:?} {:?} {} {}{standing}",
        fusion.label(),
        or_none(fusion.split_reads),
        or_none(fusion.spanning_pairs),
        fusion.order,
        fusion.frame,
        place(&fusion.five_prime),
        place(&fusion.three_prime)
    )
}

const CLAIMS: &[(&str, &[&str])] = &[
    (
        "aeron/support.txt",
        &[
            "ENSG00000182944.18::ENSG00000151702.17 44 - Unoriented Unknown - -",
            "ENSG00000108821.14::ENSG00000100311.17 3 - Unoriented Unknown - -",
        ],
    ),
    (
        "chimerascan/chimeras.bedpe",
        &[
            "EWSR1::FLI1 19 12 Stated Unknown chr22:29287134 chr11:128805366",
            "SS18::SSX1 5 7 Stated Unknown chr18:26032399 chrX:48263782",
            "SS18::SSX2 5 7 Stated Unknown chr18:26032399 chrX:48263782",
        ],
    ),
    (
        "chimpipe/junctions.txt",
        &[
            "EWSR1::FLI1 17 10 Stated Unknown chr22:29287134 chr11:128805366",
            "SS18::SSX1 3 0 Stated Unknown chr18:26032399 chrX:48263782 FILTER: consistentPE;percMulti",
            "SS18::SSX2 3 0 Stated Unknown chr18:26032399 chrX:48263782 FILTER: consistentPE;percMulti",
        ],
    ),
    (
        "dragen-fusion/old.final",
        &["EWSR1::FLI1 3 - Stated Unknown chr22:29287134 chr11:128805366"],
    ),
    (
        "dragen-fusion/new.final",
        &[
            "EWSR1::FLI1 27 9 Stated Unknown chr22:29287134 chr11:128805366",
            "SS18::SSX1 8 2 Stated Unknown chr18:26032399 chrX:48263782",
            "SS18::SSX2 8 2 Stated Unknown chr18:26032399 chrX:48263782",
            "PDGFB::COL1A1 3 0 Unoriented Unknown chr22:39235874 chr17:50193943",
        ],
    ),
    (
        "fuseq-wes/final.txt",
        &["COL1A1::PDGFB 4 7 Unoriented Unknown - -"],
    ),
    (
        "fusionmap/report.txt",
        &[
            "EWSR1::FLI1 27 - Stated InFrame chr22:29287134 chr11:128805366",
            "SS18::SSX1 3 - Stated Unknown chr18:26032399 chrX:48263782",
            "SS18::SSX2 3 - Stated Unknown chr18:26032399 chrX:48263782",
            "PDGFB::COL1A1 27 - Stated OutOfFrame chr22:39235874 chr17:50193943 FILTER: InBlackList",
        ],
    ),
    (
        "fusionseeker/confident.txt",
        &[
            "FLI1::EWSR1 52 - Unoriented Unknown chr11:128805366 chr22:29287134",
            "NTRK1::TPM3 9 - Unoriented Unknown chr1:156874571 chr1:154170400",
        ],
    ),
    (
        "genefuse/report.json",
        &[
            "EWSR1::FLI1 2 - Stated Unknown chr22:29287702 chr11:128803110",
            "COL1A1::PDGFB 5 - Stated Unknown chr17:50193410 chr22:39238115",
        ],
    ),
    ("genefuse/no-fusion.json", &[]),
    (
        "genion/6-columns.tsv",
        &["PDGFB::COL1A1 41 - Unoriented Unknown - -"],
    ),
    (
        "genion/8-columns.tsv",
        &[
            "FLI1::EWSR1 63 - Unoriented Unknown - -",
            "PDGFB::COL1A1 4 - Unoriented Unknown - -",
        ],
    ),
    (
        "genion/fail.tsv",
        &["SS18::SSX1 2 - Unoriented Unknown - - FILTER: segdup;lowsup"],
    ),
    (
        "integrate/breakpoints.cov.tsv",
        &[
            "EWSR1::FLI1 9 22 Stated Unknown chr22:29287134 chr11:128805366",
            "SS18::SSX1 2 4 Stated Unknown chr18:26032397 chrX:48263780",
            "SS18::SSX2 2 4 Stated Unknown chr18:26032397 chrX:48263780",
        ],
    ),
    (
        "integrate/breakpoints.tsv",
        &["EWSR1::FLI1 - - Stated Unknown chr22:29287134 chr11:128805366"],
    ),
    (
        "integrate-bedpe/bk_fusion.bedpe",
        &[
            "EWSR1::FLI1 - - Stated Unknown chr22:29287134 chr11:128805365",
            "SS18::SSX1 - - Stated Unknown chr18:26032398 chrX:48263781",
            "SS18::SSX2 - - Stated Unknown chr18:26032398 chrX:48263781",
        ],
    ),
    (
        "integrate-summary/summary.tsv",
        &[
            "EWSR1::FLI1 9 22 Stated Unknown - -",
            "SS18::SSX1 2 4 Stated Unknown - -",
            "SS18::SSX2 2 4 Stated Unknown - -",
        ],
    ),
    (
        "isofox/fusions.csv",
        &[
            "EWSR1::FLI1 22 9 Stated Unknown chr22:29287134 chr11:128805366",
            "SS18::SSX1 2 1 Stated Unknown chr18:26032399 chrX:48263782 FILTER: FRAGMENT_COUNT",
        ],
    ),
    (
        "isofox/2.x.tsv",
        &["EWSR1::FLI1 22 9 Stated Unknown chr22:29287134 chr11:128805366"],
    ),
    ("isofox/no-rows.tsv", &[]),
    (
        "linx-fusion/1.x.tsv",
        &[
            "EWSR1::FLI1 - - Stated InFrame - -",
            "SS18::SSX1 - - Stated SkippedExons - -",
            "DMD::DMD - - Stated OutOfFrame - -",
        ],
    ),
    (
        "linx-fusion/2.3.tsv",
        &["EWSR1::FLI1 - - Stated InFrame chr22:29287702 chr11:128803110"],
    ),
    (
        "longgf/run.log",
        &[
            "FLI1::EWSR1 12 - Unoriented Unknown chr11:128805365 chr22:29287134",
            "FLI1::EWSR1 12 - Unoriented Unknown chr11:128805365 chr22:29287134",
            "NTRK1::TPM3 3 - Unoriented Unknown chr1:156874570 chr1:154170399",
        ],
    ),
    ("longgf/nothing-found.log", &[]),
    (
        "oncofuse/output.tsv",
        &[
            "EWSR1::FLI1 14 6 Stated InFrame chr22:29287135 chr11:128805365",
            "COL1A1::PDGFB 3 0 Stated Unknown chr17:50193942 chr22:39235875",
        ],
    ),
    (
        "oncofuse/from-fusioncatcher.tsv",
        &["EWSR1::FLI1 14 6 Stated InFrame chr22:29287135 chr11:128805365"],
    ),
    (
        "pbfusion/groups.bed",
        &[
            "EWSR1::FLI1 64 - Stated Unknown chr22:29287134 chr11:128805366",
            "SS18::SSX1 2 - Unoriented Unknown chr18:26032399 chrX:48263782",
            "SS18::SSX2 2 - Unoriented Unknown chr18:26032399 chrX:48263782",
            "SSX1::SSX2 2 - Unoriented Unknown chr18:26032399 chrX:48263782",
            "COL1A1::? 3 - Stated Unknown chr17:50193943 chr22:39300000",
        ],
    ),
    (
        "prada/fusions.tsv",
        &[
            "EWSR1::FLI1 8 14 Stated Unknown chr22:29287134 chr11:128805366",
            "EWSR1::FLI1 3 14 Stated Unknown chr22:29287134 chr11:128807180",
            "SS18::SSX1 2 4 Stated Unknown - -",
        ],
    ),
    (
        "soapfuse/genes.txt",
        &[
            "EWSR1::FLI1 20 12 Stated InFrame chr22:29287134 chr11:128805366",
            "COL1A1::PDGFB 3 2 Stated OutOfFrame chr17:50193943 chr22:39235874",
            "SS18::SSX1 2 1 Stated Unknown chr18:26032399 chrX:48263782",
        ],
    ),
    (
        "star-seqr/candidates.txt",
        &[
            "EWSR1::FLI1 16 16 Stated Unknown chr22:29287134 chr11:128805366",
            "SS18::SSX1 1 0 Stated Unknown chr18:26032399 chrX:48263782 FILTER: homology;expression",
        ],
    ),
];

#[test]
fn every_claim_of_the_good_files() {
    for (path, expected) in CLAIMS {
        let found: Vec<String> = calls(path).iter().map(said).collect();
        assert_eq!(&found, expected, "{path}");
    }
}

/// Last exon kept and first exon kept, where the caller says.
#[test]
fn exons_of_the_partners() {
    for (path, expected) in [
        ("fusionmap/report.txt", (Some(7), Some(6))),
        ("genefuse/report.json", (Some(7), Some(6))),
        ("isofox/2.x.tsv", (Some(7), Some(6))),
        ("linx-fusion/1.x.tsv", (Some(7), Some(6))),
        ("oncofuse/output.tsv", (Some(7), Some(6))),
        ("star-seqr/candidates.txt", (None, None)),
    ] {
        let fusion = &fusions(path)[0];
        let exons = (fusion.five_prime.exon, fusion.three_prime.exon);
        assert_eq!(exons, expected, "{path}");
    }
    let outside = &fusions("oncofuse/output.tsv")[1].three_prime;
    assert_eq!(outside.exon, None, "-1 is no exon");
}

/// A list that the user names as preliminary says nothing of what is absent.
#[test]
fn preliminary_candidates_are_discarded() {
    let calls = calls_as("dragen-fusion/new.final", Some("dragen-fusion-preliminary"));
    assert_eq!(calls.len(), 4);
    for call in calls {
        assert!(matches!(call.standing, Standing::Discarded(_)));
    }
    assert!(
        caller_named("dragen-fusion-preliminary")
            .unwrap()
            .detects()
            .is_empty()
    );
}

#[test]
fn a_breakend_beside_a_gene_is_none_of_it() {
    let claims = |path: &str| {
        calls(path)
            .into_iter()
            .map(|call| match call.claim {
                Alteration::Rearrangement(claim) => {
                    assert_eq!(claim.second, None);
                    (claim.label(), claim.event_type)
                }
                other => panic!("{other:?}"),
            })
            .collect::<Vec<_>>()
    };
    let pair = |label: &str, event: &str| (label.to_owned(), event.to_owned());
    assert_eq!(
        claims("linx-breakend/1.x.tsv"),
        [pair("NF1 rearrangement", "breakend, intronic")]
    );
    assert_eq!(
        claims("linx-breakend/2.3.tsv"),
        [
            pair("NF1 rearrangement", "breakend, intronic"),
            pair(
                "chr17:31931002/? rearrangement",
                "breakend, upstream, not disruptive"
            ),
        ]
    );
}

#[test]
fn versions_in_the_file_are_told() {
    for (path, version) in [
        ("pbfusion/groups.bed", "pbfusion 0.5.0"),
        ("genefuse/report.json", "GeneFuse 0.8.0"),
    ] {
        let (facts, _) = read(bytes_of(path), None, &ReadOptions::default()).unwrap();
        assert_eq!(facts.caller_version.as_deref(), Some(version), "{path}");
    }
}

/// A FusionMap report over two samples needs the tumour's name, and tells whose a row is.
#[test]
fn a_report_over_several_samples() {
    let text = String::from_utf8(bytes_of("fusionmap/report.txt")).unwrap();
    let several: String = text
        .lines()
        .zip(0..)
        .map(|(line, number)| match number {
            0 => format!("{line}\tT2.bam.SeedCount\tT2.bam.RescuedCount\n"),
            1 => format!("{line}\t0\t0\n"),
            _ => format!("{line}\t5\t1\n"),
        })
        .collect();
    let options = |sample: &str| ReadOptions {
        sample: Some(sample.to_owned()),
        ..ReadOptions::default()
    };
    let bytes = || several.clone().into_bytes();
    let refused = read(bytes(), None, &options("T3")).map(|_| ());
    assert!(refused.unwrap_err().to_string().contains("t1.bam, t2.bam"));
    let standings = |sample: &str| -> Vec<Standing> {
        let (_, parsed) = read(bytes(), None, &options(sample)).unwrap();
        let calls = parsed.into_iter().flat_map(|record| record.calls);
        calls.map(|call| call.standing).take(2).collect()
    };
    assert_eq!(standings("T1"), [Standing::Passed, Standing::Passed]);
    assert_eq!(
        standings("T2"),
        [Standing::OtherSample("t1.bam".to_owned()), Standing::Passed]
    );
}

/// Oncofuse names its input file where a sample's name would stand.
#[test]
fn a_file_name_is_no_sample() {
    let read_as = |sample_id: &str, wanted: &str| {
        let text = String::from_utf8(bytes_of("oncofuse/output.tsv")).unwrap();
        let text = text.replace("T1.Chimeric.out.junction", sample_id);
        let options = ReadOptions {
            sample: Some(wanted.to_owned()),
            ..ReadOptions::default()
        };
        let (_, parsed) = read(text.into_bytes(), None, &options).unwrap();
        parsed[0].calls[0].standing.clone()
    };
    assert_eq!(read_as("run/out.junction", "T1"), Standing::Passed);
    assert_eq!(read_as("T1", "T1"), Standing::Passed);
    let other = Standing::OtherSample("T2".to_owned());
    assert_eq!(read_as("T2", "T1"), other);
}
