//! Every caller's shapes: the smallest files of `test-data/callers`, packed and bent in the ways of
//! real files, and bytes that no caller wrote.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::wildcard_enum_match_arm
)]

use flate2::Compression;
use flate2::write::GzEncoder;
use noodles::vcf::variant::io::Write as _;
use noodles::{bcf, vcf};
use proptest::prelude::*;
use sarcolens::domain::{
    Alteration, Call, Fraction, Frame, PartnerOrder, ProteinChange, SmallVariant, Standing,
};
use sarcolens::read::stream::Stream;
use sarcolens::read::{Parsed, ReadError, ReadOptions, caller_named, callers, recognise};
use std::fs;
use std::io::{Cursor, Write};

/// What the bytes say, the format recognised or named.
fn read_bytes(
    bytes: Vec<u8>,
    named: Option<&str>,
) -> Result<(&'static str, Vec<Parsed>), ReadError> {
    let stream = Stream::new("t", Cursor::new(bytes))?;
    let caller = match named {
        Some(name) => caller_named(name).unwrap(),
        None => recognise(stream.head(), "t")?,
    };
    let mut records = caller.open(stream, &ReadOptions::default())?;
    let mut parsed = Vec::new();
    loop {
        let batch = records.next_batch()?;
        if batch.is_empty() {
            break;
        }
        parsed.extend(batch.iter().map(|raw| records.parse(raw)));
    }
    records.finish()?;
    Ok((caller.name(), parsed))
}

fn bytes_of(path: &str) -> Vec<u8> {
    fs::read(format!("test-data/callers/{path}")).unwrap()
}

fn calls(path: &str) -> Vec<Call> {
    calls_of(bytes_of(path), path.split('/').next().unwrap())
}

/// The calls; nothing may be rejected.
fn calls_of(bytes: Vec<u8>, expected: &str) -> Vec<Call> {
    let (name, parsed) = read_bytes(bytes, None).unwrap();
    assert_eq!(name, expected);
    parsed
        .into_iter()
        .flat_map(|parsed| {
            assert_eq!(parsed.rejected, None);
            parsed.calls
        })
        .collect()
}

/// Files of one format; bad ones (`tests/formats.rs`) left out.
fn files(folder: &str) -> Vec<String> {
    let mut files: Vec<String> = fs::read_dir(format!("test-data/callers/{folder}"))
        .unwrap()
        .map(|entry| {
            let name = entry.unwrap().file_name();
            format!("{folder}/{}", name.to_string_lossy())
        })
        .filter(|path| !path.contains("/bad"))
        .collect();
    files.retain(|path| !path.contains("/bad"));
    files.sort();
    files
}

fn labels(calls: &[Call]) -> Vec<String> {
    calls.iter().map(|call| call.claim.label()).collect()
}

#[test]
fn arriba_in_every_shape() {
    for path in files("arriba") {
        let calls = calls(&path);
        if path.contains("no-rows") {
            assert!(calls.is_empty());
            continue;
        }
        if path.contains("discarded") {
            assert_eq!(labels(&calls), ["EWSR1::FLI1"]);
            let why = Standing::Discarded(vec!["min_support".to_owned()]);
            assert_eq!(calls[0].standing, why);
            continue;
        }
        assert_eq!(
            labels(&calls),
            ["CIC::DUX4", "ETV6::NTRK3", "EWSR1::?"],
            "{path}"
        );
        let Alteration::Fusion(fusion) = &calls[0].claim else {
            panic!("{path}")
        };
        assert_eq!(fusion.order, PartnerOrder::Stated);
        assert_eq!(
            (fusion.split_reads, fusion.spanning_pairs),
            (Some(10), Some(5))
        );
        assert_eq!(
            fusion.five_prime.locus().unwrap().to_string(),
            "chr19:42295047"
        );
        assert_eq!(fusion.frame, Frame::InFrame);
        let Alteration::Fusion(half) = &calls[2].claim else {
            panic!("{path}")
        };
        let near: Vec<&str> = half
            .three_prime
            .near
            .iter()
            .map(|gene| gene.as_str())
            .collect();
        assert_eq!(near, ["A", "B"], "neighbours are no partners");
    }
}

#[test]
fn star_fusion_in_every_shape() {
    for path in files("star-fusion") {
        let calls = calls(&path);
        assert_eq!(labels(&calls), ["CIC::DUX4", "ETV6::NTRK3"], "{path}");
        let Alteration::Fusion(fusion) = &calls[0].claim else {
            panic!("{path}")
        };
        assert_eq!(
            (fusion.split_reads, fusion.spanning_pairs),
            (Some(10), Some(5)),
            "{path}"
        );
        assert_eq!(fusion.order, PartnerOrder::Stated);
        let frame = if path.contains("coding-effect") {
            Frame::OutOfFrame
        } else {
            Frame::Unknown
        };
        assert_eq!(fusion.frame, frame, "{path}");
    }
}

#[test]
fn packing_line_ends_and_marks_change_nothing() {
    for path in [
        "arriba/2.x.tsv",
        "star-fusion/abridged.tsv",
        "vcf/mutect2.vcf",
    ] {
        let plain = bytes_of(path);
        let format = path.split('/').next().unwrap();
        let expected = calls_of(plain.clone(), format);
        let text = String::from_utf8(plain.clone()).unwrap();
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(&plain).unwrap();
        let mut bgzf = noodles::bgzf::io::Writer::new(Vec::new());
        bgzf.write_all(&plain).unwrap();
        for bytes in [
            gzip.finish().unwrap(),
            bgzf.finish().unwrap(),
            text.replace('\n', "\r\n").into_bytes(),
            format!("\u{feff}{text}").into_bytes(),
            text.trim_end().as_bytes().to_vec(),
        ] {
            assert_eq!(calls_of(bytes, format), expected, "{path}");
        }
    }
}

fn variant(calls: &[Call]) -> &SmallVariant {
    match &calls[0].claim {
        Alteration::SmallVariant(variant) => variant,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_small_variant_caller_tells_the_same_variant() {
    let mut files = files("vcf");
    // Structural variants are in `tests/dna_sv.rs`, copy numbers in `tests/copy_number.rs`.
    let others = ["/sv-", "/canvas", "/dragen-cnv"];
    files.retain(|path| !others.iter().any(|other| path.contains(other)));
    assert!(files.len() >= 11);
    for path in files {
        let calls = calls(&path);
        assert_eq!(calls.len(), 1, "{path}");
        let found = variant(&calls);
        let vaf = found.vaf.map(Fraction::get);
        assert_eq!((vaf, found.depth), (Some(0.25), Some(40)), "{path}");
        // Neither counts the reads of an allele.
        if !path.contains("pcgr") && !path.contains("varlociraptor") {
            assert_eq!(found.alt_reads, Some(10), "{path}");
        }
        let effect = &calls[0].effects[0];
        assert_eq!(effect.gene.as_ref().unwrap().as_str(), "KIT", "{path}");
        let change: ProteinChange = effect.hgvs_p.as_ref().unwrap().parse().unwrap();
        assert_eq!(change.to_string(), "p.V559D", "{path}");
        // PAVE names no exon.
        let exon = (!path.contains("sage")).then_some(11);
        assert_eq!(effect.exon, exon, "{path}");
    }
}

#[test]
fn a_bcf_says_what_its_vcf_says() {
    let text = fs::read("test-data/cases/14-gist-kit-exon-11/inputs/T1.mutect2.vcf").unwrap();
    let mut reader = vcf::io::Reader::new(text.as_slice());
    let header = reader.read_header().unwrap();
    let mut writer = bcf::io::Writer::new(Vec::new());
    writer.write_header(&header).unwrap();
    for record in reader.records() {
        writer
            .write_variant_record(&header, &record.unwrap())
            .unwrap();
    }
    writer.try_finish().unwrap();
    let binary = writer.into_inner().into_inner();
    let claims = |calls: Vec<Call>| {
        calls
            .into_iter()
            .map(|call| (call.claim, call.effects, call.standing))
            .collect::<Vec<_>>()
    };
    let expected = claims(calls_of(text, "vcf"));
    assert!(!expected.is_empty());
    assert_eq!(claims(calls_of(binary.clone(), "bcf")), expected);
    let cut = read_bytes(binary[..binary.len() - 40].to_vec(), None);
    assert!(matches!(cut, Err(ReadError::Damaged { .. })), "{cut:?}");
}

/// No bytes bring a reader down: an error, a rejected row or a warning, never a panic.
fn never_panics(bytes: &[u8]) {
    for caller in callers() {
        let _ = read_bytes(bytes.to_vec(), Some(caller.name()));
    }
    let _ = read_bytes(bytes.to_vec(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn arbitrary_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        never_panics(&bytes);
    }

    /// Real shapes with some bytes changed, cut off or doubled.
    #[test]
    fn bent_files(
        which in 0_usize..4,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let path = [
            "arriba/2.x.tsv",
            "star-fusion/coding-effect.tsv",
            "vcf/mutect2.vcf",
            "vcf/strelka-snv.vcf",
        ][which];
        let mut bytes = bytes_of(path);
        for (place, byte) in changes {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        never_panics(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        never_panics(&bytes);
    }
}
