//! What the readers of copy numbers and of measures of the sample say of the good files in
//! `test-data/callers`, claim by claim.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use sarcolens::domain::{Alteration, Assembly, Call, CopyNumber};
use sarcolens::read::stream::Stream;
use sarcolens::read::{FileFacts, Parsed, ReadError, ReadOptions, recognise};
use std::fs;
use std::io::Cursor;

struct File {
    facts: FileFacts,
    parsed: Vec<Parsed>,
}

fn read(bytes: Vec<u8>, tumour: Option<&str>) -> Result<File, ReadError> {
    let stream = Stream::new("t", Cursor::new(bytes))?;
    let options = ReadOptions {
        tumor_sample: tumour.map(str::to_owned),
        ..ReadOptions::default()
    };
    let mut records = recognise(stream.head(), "t")?.open(stream, &options)?;
    let facts = records.facts().clone();
    let mut parsed = Vec::new();
    loop {
        let batch = records.next_batch()?;
        if batch.is_empty() {
            break;
        }
        parsed.extend(batch.iter().map(|raw| records.parse(raw)));
    }
    Ok(File { facts, parsed })
}

fn bytes_of(path: &str) -> Vec<u8> {
    fs::read(format!("test-data/callers/{path}")).unwrap()
}

fn file(path: &str) -> File {
    read(bytes_of(path), None).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn warnings(file: &File) -> Vec<&str> {
    let warnings = file.parsed.iter().flat_map(|parsed| &parsed.warnings);
    warnings.map(|warning| warning.message.as_str()).collect()
}

/// `MDM2 amplification, 24 copies`, with whatever else the claim holds.
fn told(call: &Call) -> String {
    let mut said = vec![call.claim.label()];
    if let Alteration::CopyNumber(copy_number) = &call.claim {
        measures(copy_number, &mut said);
    }
    said.extend(call.standing.rule());
    said.join(", ")
}

fn measures(copy_number: &CopyNumber, said: &mut Vec<String>) {
    let mut number = |value: Option<f64>, of: &str| {
        said.extend(value.map(|value| format!("{of} {value}")));
    };
    number(copy_number.copies, "copies");
    number(copy_number.minor_copies, "minor");
    number(copy_number.log2_ratio, "log2");
    number(copy_number.ploidy, "ploidy");
    if let (Some(_), Some(region)) = (&copy_number.gene, &copy_number.region) {
        said.push(format!("on {region}"));
    }
    if !copy_number.genes.is_empty() {
        let genes: Vec<&str> = copy_number.genes.iter().map(|gene| gene.as_str()).collect();
        said.push(format!("holds {}", genes.join(" ")));
    }
    if copy_number.is_stated {
        let words = copy_number.threshold.split(": ").nth(1).unwrap();
        said.push(format!("stated {}", words.split(',').next().unwrap()));
    }
    assert!(!copy_number.threshold.is_empty());
}

fn check(files: &[(&str, &[&str])]) {
    for (path, expected) in files {
        let found: Vec<String> = file(path)
            .parsed
            .iter()
            .flat_map(|parsed| &parsed.calls)
            .map(told)
            .collect();
        assert_eq!(&found, expected, "{path}");
    }
}

#[test]
fn segments_are_told_with_their_place_and_measure() {
    check(&[
        (
            "absolute/segtab.txt",
            &[
                "chr9:21900001-22100000 deletion, copies 0",
                "chr12:57700001-69300000 amplification, copies 24",
                "chr14:19000001-106000000 neutral, copies 2",
            ],
        ),
        (
            "ascat/segments.txt",
            &[
                "chr1:10583-248946422 neutral, copies 2, minor 1",
                "chr9:21900001-22100000 deletion, copies 0, minor 0",
                "chr12:57700001-69300000 amplification, copies 24, minor 1",
                "chr13:18000001-114300000 loss, copies 1, minor 0",
                "chrX:2800001-155700000 neutral, copies 1, minor 0",
            ],
        ),
        (
            "battenberg/subclones.txt",
            &[
                "chr1:10583-248946422 neutral, copies 2, minor 1",
                "chr9:21900001-22100000 loss, copies 0.8, minor 0.4",
                "chr12:57700001-69300000 amplification, copies 24, minor 1",
            ],
        ),
        (
            "clincnv/somatic.tsv",
            &[
                "chr9:21900001-22100000 deletion, copies 0, minor 0, ploidy 2.1, holds CDKN2A CDKN2B",
                "chr12:57700001-69300000 amplification, copies 24, minor 1, ploidy 2.1, holds CDK4 MDM2",
                "chr13:18000001-114300000 loss, copies 1, minor 0, ploidy 2.1, holds RB1",
            ],
        ),
        (
            "cnvkit/called.call.cns",
            &[
                "chr1:10001-248946422 neutral, copies 2, log2 0.01",
                "chr9:21900001-22100000 deletion, copies 0, log2 -1.9, holds CDKN2A CDKN2B",
                "chr12:57700001-69300000 amplification, copies 24, log2 3.6, holds CDK4 MDM2",
                "chr13:18000001-114300000 loss, copies 1, log2 -0.6, holds RB1",
            ],
        ),
        (
            "cnvkit/plain.cns",
            &[
                "chr9:21900001-22100000 deletion, log2 -1.9, holds CDKN2A CDKN2B",
                "chr12:57700001-69300000 amplification, log2 2.4, holds CDK4 MDM2",
                "chr13:18000001-114300000 loss, log2 -0.31, holds RB1",
                "chr14:18000001-106800000 neutral, log2 0.05",
            ],
        ),
        (
            "facets/hisens.cncf.txt",
            &[
                "chr9:21900001-22100000 deletion, copies 0, minor 0",
                "chr12:57700001-69300000 amplification, copies 24, minor 1",
                "chr14:19000001-106000000 neutral, copies 2, minor 1",
                "chrX:2800001-155700000 neutral, copies 1, minor 0",
            ],
        ),
        (
            "facets/fit-cncf.csv",
            &["chr12:57700001-69300000 amplification, copies 24, minor 1"],
        ),
        (
            "freec/tumour.bam_CNVs",
            &[
                "chr9:21900001-22100000 deletion, copies 0",
                "chr12:57700001-69300000 amplification, copies 24",
                "chr13:18000001-114300000 loss, copies 1, stated loss",
                "chr20:1-64400000 gain, copies 3, stated gain",
            ],
        ),
        (
            "freec/with-genotypes_CNVs",
            &[
                "chr12:57700001-69300000 amplification, copies 24",
                "chr14:18000001-106800000 neutral, copies 2, stated neutral",
                "chr15:20000001-21000000 gain, copies 3, stated gain, FILTER: germline",
            ],
        ),
        (
            "freec-p-value/tumour.bam_CNVs.p.value.txt",
            &[
                "chr12:57700001-69300000 amplification, copies 24",
                "chr13:18000001-114300000 loss, copies 1, stated loss",
            ],
        ),
        (
            "gatk-called-segments/T1.called.seg",
            &[
                "chr9:21900001-22100000 deletion, log2 -1.912345",
                "chr12:57700001-69300000 amplification, log2 3.512345",
                "chr13:18000001-114300000 loss, log2 -0.412345, stated CALL -",
                "chr14:18000001-106800000 neutral, log2 0.012345, stated CALL 0",
                "chr20:80001-64400000 gain, log2 0.312345, stated CALL +",
            ],
        ),
        (
            "gatk-modelled-segments/T1.modelFinal.seg",
            &[
                "chr12:57700001-69300000 amplification, log2 3.512",
                "chr14:18000001-106800000 neutral, log2 0.002",
            ],
        ),
        (
            "pcgr-cna/segments.tsv",
            &[
                "chr9:21900001-22100000 deletion, copies 0, minor 0",
                "chr12:57700001-69300000 amplification, copies 24, minor 1",
                "chr14:19000001-106000000 neutral, copies 2, minor 1",
            ],
        ),
        (
            "pcgr-cna/segment-mean.tsv",
            &["chr12:57700001-69300000 amplification, log2 2.9"],
        ),
        (
            "purple-segments/T1.purple.cnv.somatic.tsv",
            &[
                "chr9:21900001-22100000 deletion, copies 0, minor 0",
                "chr12:57700001-69300000 amplification, copies 24.312, minor 0.9871",
                "chr13:18000001-114364328 loss, copies 1.0312, minor 0",
                "chr14:1-107043718 neutral, copies 2.0112, minor 1",
            ],
        ),
        (
            "scarhrd-segments/input.txt",
            &[
                "chr9:21900001-22100000 deletion, copies 0, minor 0, ploidy 3.7",
                "chr12:57700001-69300000 amplification, copies 24, minor 1, ploidy 3.7",
                "chr14:19000001-106000000 neutral, copies 4, minor 2, ploidy 3.7",
                "chr20:80001-64400000 gain, copies 9, minor 3, ploidy 3.7",
            ],
        ),
        (
            "seg/dnacopy.seg",
            &[
                "chr9:21900001-22100000 deletion, log2 -1.812",
                "chr12:57700001-69300000 amplification, log2 2.912",
                "chr14:19000001-106000000 neutral, log2 -0.0008",
                "chrX:2800001-155700000 neutral, log2 0.021",
            ],
        ),
        (
            "seg/tcga.seg.txt",
            &["chr12:57700001-69300000 amplification, log2 2.912"],
        ),
        (
            "seg/gdc.seg.txt",
            &["chr12:57700001-69300000 amplification, log2 2.912"],
        ),
        (
            "sequenza/T1_segments.txt",
            &[
                "chr9:21900001-22100000 deletion, copies 0, minor 0",
                "chr12:57700001-69300000 amplification, copies 24, minor 1",
                "chrX:2800001-155700000 neutral, copies 1",
            ],
        ),
    ]);
}

#[test]
fn genes_are_told_with_the_words_of_their_file() {
    check(&[
        (
            "cbioportal-cna/data_cna.txt",
            &[
                "MDM2 amplification, stated 2",
                "CDK4 gain, stated 1",
                "CDKN2A deletion, stated -2",
                "RB1 loss, stated -1",
                "MYC neutral, stated 0",
                "PTEN deletion, stated -1.5",
            ],
        ),
        (
            "cbioportal-cna/gistic.txt",
            &["MDM2 amplification, stated 2"],
        ),
        (
            "cbioportal-cna-long/data_cna.txt",
            &[
                "MDM2 amplification, stated 2",
                "RB1 loss, stated -1",
                "CDKN2A deletion, stated -2",
            ],
        ),
        (
            "cnvkit-genes/genemetrics.tsv",
            &[
                "MDM2 amplification, log2 2.4, on chr12:68808001-68845500",
                "CDKN2A deletion, log2 -1.9, on chr9:21967001-21975200",
            ],
        ),
        (
            "facets-gene/gene_level.txt",
            &[
                "MDM2 amplification, copies 24, minor 1, on chr12:57700001-69300000, stated AMP",
                "CDKN2A deletion, copies 0, minor 0, on chr9:21900001-22100000, stated HOMDEL",
                "RB1 loss, copies 2, minor 1, on chr13:18000001-114300000, stated LOSS AFTER",
                "MYC gain, copies 4, minor 2, on chr8:60000-145000000",
                "CCNE1 amplification, copies 7, minor 2, on chr19:28000000-58600000, stated AMP, \
                 FILTER: suppress_segment_too_large",
                "AR amplification, copies 9, minor 0, on chrX:2800001-155700000",
            ],
        ),
        (
            "moalmanac-cna/called.cna.txt",
            &[
                "MDM2 amplification, stated Amplification",
                "CDKN2A deletion, stated Deletion",
                "RB1 neutral, stated Wild type",
                "MYC neutral, stated Baseline",
            ],
        ),
        (
            "oncokb-cna/individual.txt",
            &[
                "MDM2 amplification, stated 2",
                "CDK4 amplification, stated Amplification",
                "CDKN2A deletion, stated -2",
                "RB1 loss, stated Loss",
                "MYC gain, stated Gain",
            ],
        ),
        (
            "pori-copy/copy_variants.tab",
            &[
                "MDM2 amplification, log2 2.9, on chr12:57700001-69300000, stated amplification",
                "CDKN2A deletion, log2 -1.9, on chr9:21900001-22100000, stated deep deletion",
                "RB1 loss, stated shallow deletion",
                "MYC neutral, on chr8:60000-145000000, stated Neutral",
            ],
        ),
        (
            "pori-copy/short-rows.tab",
            &["MDM2 amplification, stated amplification"],
        ),
        (
            "purple-drivers/T1.driver.catalog.somatic.tsv",
            &[
                "MDM2 amplification, copies 24.312, stated AMP",
                "CDK4 gain, copies 3.112, stated PARTIAL_AMP",
                "CDKN2A deletion, copies 0.0213, stated DEL",
                "SMARCB1 deletion, copies 1.0021, stated HOM_DEL_DISRUPTION",
            ],
        ),
        (
            "purple-genes/2.x.tsv",
            &[
                "MDM2 amplification, copies 24.312",
                "CDKN2A deletion, copies 0.0213",
                "RB1 loss, copies 1.0312",
                "MYC neutral, copies 2.0112",
            ],
        ),
        (
            "purple-genes/4.x.tsv",
            &["MDM2 amplification, copies 24.312, minor 0.9871, on chr12:57700001-69300000"],
        ),
    ]);
}

#[test]
fn measures_of_the_sample() {
    check(&[
        (
            "chord/T1.chord.prediction.tsv",
            &["HRD 0.04 (CHORD probability, HR_proficient)"],
        ),
        (
            "chord/undetermined.tsv",
            &[
                "HRD 0.002 (CHORD probability, cannot_be_determined), FILTER: \
                 cannot_be_determined: <50 indels",
            ],
        ),
        ("mantis/stable.tsv", &["MSI stable"]),
        ("mantis/unstable.tsv", &["MSI high"]),
        ("mantis/no-value.tsv", &["MSI not evaluable"]),
        ("msisensor/stable", &["MSI stable"]),
        ("msisensor/high", &["MSI high"]),
        ("msisensor/between", &["MSI not evaluable"]),
        ("msisensor/no-sites", &["MSI not evaluable"]),
        (
            "purple-purity/T1.purple.purity.tsv",
            &["Purity 0.72", "Ploidy 3.4", "TMB 1.7219/Mb", "MSI stable"],
        ),
        (
            "purple-purity/no-tumour.tsv",
            &[
                "Purity 1, FILTER: NO_TUMOR",
                "Ploidy 2, FILTER: NO_TUMOR",
                "MSI not evaluable, FILTER: NO_TUMOR",
            ],
        ),
        ("purple-qc/T1.purple.qc", &["Purity 0.72"]),
        ("purple-qc/failed.qc", &["Purity 1, FILTER: FAIL_NO_TUMOR"]),
        (
            "scarhrd-scores/T1_HRDresults.txt",
            &[
                "HRD 23 (scarHRD, sum of LOH, TAI and LST)",
                "HRD LOH 3 (scarHRD)",
                "HRD TAI 9 (scarHRD)",
                "HRD LST 11 (scarHRD)",
            ],
        ),
        (
            "signatures/activities.txt",
            &[
                "UV signature 0.5 of 200 mutations",
                "Signature SBS1 0.1 of 200 mutations",
                "Signature SBS5 0.4 of 200 mutations",
            ],
        ),
        (
            "sigs/T1.sig.allocation.tsv",
            &["Signature Sig1 0.2", "UV signature 0.6"],
        ),
        (
            "sigs/split-light.tsv",
            &["Signature SBS1 0.4", "UV signature 0.6"],
        ),
    ]);
}

/// A row without a claim that is worth a reader's time says so.
#[test]
fn what_makes_no_claim_is_told() {
    for (path, expected) in [
        (
            "purple-drivers/T1.driver.catalog.somatic.tsv",
            &[
                "RB1: driver DISRUPTION makes no claim",
                "TP53: driver MUTATION makes no claim",
            ][..],
        ),
        ("msisensor/between", &["11.72 % of the sites"]),
        (
            "mantis/unstable.tsv",
            &["Euclidean Distance (EUC): unstable"],
        ),
        (
            "purple-purity/no-tumour.tsv",
            &["status: PURPLE says NO_TUMOR"],
        ),
    ] {
        let file = file(path);
        let found = warnings(&file);
        assert_eq!(found.len(), expected.len(), "{path}: {found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{path}: {found}");
        }
    }
    let failed = file("purple-qc/failed.qc").facts.warnings.into_list(0);
    let messages: Vec<&str> = failed.iter().map(|told| told.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "QCStatus: PURPLE says FAIL_NO_TUMOR",
            "QCStatus: PURPLE says WARN_LOW_PURITY"
        ]
    );
}

#[test]
fn headers_tell_of_the_sample_and_the_assembly() {
    let gatk = file("gatk-called-segments/T1.called.seg").facts;
    assert_eq!(gatk.sample.as_deref(), Some("T1"));
    assert_eq!(
        gatk.assembly.map(|(found, _)| found),
        Some(Assembly::GRCh38)
    );
    let clincnv = file("clincnv/somatic.tsv").facts;
    assert_eq!(clincnv.caller_version.as_deref(), Some("ClinCNV v1.16.1"));
    let other = read(bytes_of("gatk-called-segments/T1.called.seg"), Some("T2"));
    let told = other.err().unwrap().to_string();
    assert!(
        told.contains("names the sample \"T1\", not \"T2\""),
        "{told}"
    );
    for (path, sample) in [
        ("facets/hisens.cncf.txt", "T1"),
        ("seg/dnacopy.seg", "T1"),
        ("signatures/activities.txt", "T1"),
        ("scarhrd-scores/T1_HRDresults.txt", "T1"),
    ] {
        let named: Vec<_> = file(path)
            .parsed
            .iter()
            .map(|row| row.sample.clone())
            .collect();
        assert!(
            named.iter().all(|name| name.as_deref() == Some(sample)),
            "{path}"
        );
    }
}

#[test]
fn the_wanted_sample_picks_its_column() {
    let matrix = |tumour| read(bytes_of("cbioportal-cna/bad-two-samples.txt"), tumour);
    let of = |tumour| {
        let file = matrix(Some(tumour)).unwrap();
        assert_eq!(file.facts.sample.as_deref(), Some(tumour));
        told(&file.parsed[0].calls[0])
    };
    assert_eq!(of("T1"), "MDM2 amplification, stated 2");
    assert_eq!(of("T2"), "MDM2 neutral, stated 0");
    for (tumour, expected) in [
        (None, "holds several samples; its samples are T1, T2"),
        (Some("T3"), "has no column \"T3\"; its samples are T1, T2"),
    ] {
        let told = matrix(tumour).err().unwrap().to_string();
        assert!(told.contains(expected), "{told}");
    }
    let expression = b"Hugo_Symbol\tEntrez_Gene_Id\tT1\nMDM2\t4193\t2.31\n".to_vec();
    assert!(matches!(
        read(expression, None),
        Err(ReadError::NotRecognised { .. })
    ));
}

#[test]
fn bins_are_refused_by_name() {
    for (header, expected) in [
        (
            "chromosome\tstart\tend\tgene\tlog2\tdepth\tweight\n",
            "give the segments (.call.cns, or .cns)",
        ),
        (
            "Chromosome\tStart\tRatio\tMedianRatio\tCopyNumber\n",
            "give the segments (_CNVs, or _CNVs.p.value.txt)",
        ),
    ] {
        let told = read(header.as_bytes().to_vec(), None).err().unwrap();
        assert!(told.to_string().ends_with(expected), "{told}");
    }
}
