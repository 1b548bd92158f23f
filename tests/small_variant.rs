//! Small variants and panels: what the files of `test-data/callers/{maf,tso500-combined}` say, and that
//! one variant told by a VCF and by a MAF is one finding.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::sarcolens;
use sarcolens::domain::{Alteration, Call, CopyNumberCall, Detects, PartnerOrder, SmallVariant};
use sarcolens::read::stream::Stream;
use sarcolens::read::{FileFacts, Parsed, ReadOptions, Records, recognise};
use std::fs;

/// The open file: header facts and what every record says.
fn read(path: &str) -> (FileFacts, Vec<Parsed>) {
    let path = format!("test-data/callers/{path}");
    let stream = Stream::open(&path).unwrap();
    let caller = recognise(stream.head(), &path).unwrap();
    let mut records: Box<dyn Records> = caller.open(stream, &ReadOptions::default()).unwrap();
    let mut parsed = Vec::new();
    loop {
        let batch = records.next_batch().unwrap();
        if batch.is_empty() {
            break;
        }
        parsed.extend(batch.iter().map(|raw| records.parse(raw)));
    }
    (records.facts().clone(), parsed)
}

fn calls(path: &str) -> Vec<Call> {
    let (_, parsed) = read(path);
    parsed
        .into_iter()
        .flat_map(|record| {
            assert_eq!(record.rejected, None, "{path}");
            record.calls
        })
        .collect()
}

fn variant(call: &Call) -> &SmallVariant {
    let Alteration::SmallVariant(variant) = &call.claim else {
        panic!("{call:?}")
    };
    variant
}

/// Place and alleles, depth, alternate reads, fraction, gene, protein change, terms, standing.
fn told(call: &Call) -> String {
    let variant = variant(call);
    let number = |count: Option<u32>| count.map_or("-".to_owned(), |count| count.to_string());
    let effect = call.effects.first().cloned().unwrap_or_default();
    [
        variant.place(str::to_owned).unwrap_or_default(),
        number(variant.depth),
        number(variant.alt_reads),
        variant
            .vaf
            .map_or("-".to_owned(), |vaf| vaf.get().to_string()),
        effect.gene.map_or("-".to_owned(), |gene| gene.to_string()),
        effect.exon.map_or("-".to_owned(), |exon| exon.to_string()),
        effect.hgvs_p.unwrap_or_default(),
        effect.consequence.join("&"),
        call.standing.rule().unwrap_or_default(),
    ]
    .join(" ")
}

#[test]
fn every_maf_says_what_stands_in_it() {
    for (path, expected) in [
        (
            "maf/vcf2maf.maf",
            &[
                "chr4:54727444 T>A 40 10 0.25 KIT 11 p.V559D missense_variant ",
                "chr4:54727436 GTGGAA>- 40 10 0.25 KIT 11 p.W557_K558del inframe_deletion ",
                "chr4:54726012 ->TGCCTA 40 10 0.25 KIT 9 p.A502_Y503dup inframe_insertion ",
                "chr4:54727543 G>A 40 10 0.25 KIT -  splice_donor_variant FILTER: weak_evidence",
            ][..],
        ),
        (
            "maf/oncotator.maf",
            &[
                "chr4:55593610 T>A 40 10 0.25 KIT - p.V559D missense_variant ",
                "chr4:55599268 C>T 40 21 0.525 KIT - p.I798I synonymous_variant FILTER: \
                 Mutation_Status: Germline",
            ],
        ),
        (
            "maf/tcga.maf",
            &[
                "chr4:55593610 T>A - - 0.25 KIT - p.V559D missense_variant ",
                "chr4:55593708 G>A - - 0.125 KIT - p.K592N \
                 missense_variant&splice_region_variant ",
                "chr4:55593708 G>C - - - - -   ",
            ],
        ),
        (
            "maf/five-columns.tsv",
            &[
                "chr4:55593610 T>A - - - - -   ",
                "chr4:55593602 GTGGAA>- - - - - -   ",
            ],
        ),
        (
            "maf/oncokb.tsv",
            &[
                " - - - KIT - p.V559D missense_variant ",
                " - - - KIT - W557_K558del inframe_deletion ",
                "chr4:55593610 T>A - - - KIT - p.V559D missense_variant ",
            ],
        ),
    ] {
        let found: Vec<String> = calls(path).iter().map(told).collect();
        assert_eq!(found, expected, "{path}");
    }
}

#[test]
fn a_maf_tells_its_build_and_other_transcripts() {
    let (facts, parsed) = read("maf/vcf2maf.maf");
    assert_eq!(facts.caller_version.as_deref(), Some("MAF 2.4"));
    let (assembly, by) = facts.assembly.unwrap();
    assert_eq!(
        format!("{assembly} {by}"),
        "GRCh38 NCBI_Build of the first row"
    );
    let effects = &parsed[0].calls[0].effects;
    let others: Vec<_> = effects
        .iter()
        .filter_map(|effect| effect.hgvs_p.clone())
        .collect();
    assert_eq!(others, ["p.V559D", "p.Val555Asp"]);
    assert!(effects[0].canonical && !effects[1].canonical);
    // vcf2maf's `TUMOR` names nobody.
    assert_eq!(parsed[0].sample, None);
    let (_, parsed) = read("maf/oncotator.maf");
    assert_eq!(parsed[0].sample.as_deref(), Some("T1"));
}

#[test]
fn a_maf_row_that_cannot_be_placed_says_why() {
    let (_, parsed) = read("maf/bad-rows.tsv");
    let reasons: Vec<Option<&str>> = parsed
        .iter()
        .map(|record| {
            let reason = record.rejected.as_ref()?.reason.as_str();
            reason.split([',', ':']).next()
        })
        .collect();
    assert_eq!(
        reasons,
        [
            Some("neither Chromosome"),
            Some("Start_Position"),
            Some("Tumor_Seq_Allele2"),
            Some("Tumor_Seq_Allele1"),
            None,
            Some("neither Chromosome"),
        ]
    );
    // Of another build: the change stays, the place goes.
    assert_eq!(variant(&parsed[4].calls[0]).span(), None);
    assert_eq!(parsed[4].warnings.len(), 2, "{:?}", parsed[4].warnings);
}

#[test]
fn a_panel_of_dna_and_one_of_rna() {
    let (facts, _) = read("tso500-combined/dna.tsv");
    assert_eq!(facts.sample.as_deref(), Some("P1"));
    let dna = [
        Detects::Biomarker,
        Detects::SmallVariant,
        Detects::CopyNumber,
    ];
    assert_eq!(facts.detects, Some(&dna[..]));
    let found = calls("tso500-combined/dna.tsv");
    let labels: Vec<String> = found
        .iter()
        .map(|call| call.claim.label())
        .take(4)
        .collect();
    assert_eq!(
        labels,
        [
            "TMB 1.6/Mb",
            "MSI stable",
            "MDM2 amplification",
            "CDK4 amplification"
        ]
    );
    let variants: Vec<String> = found[4..].iter().map(told).collect();
    assert_eq!(
        variants,
        [
            "chr4:55593610 T>A 40 - 0.25 KIT 11 p.(Val559Asp) missense_variant ",
            "chr4:55593601 AGTGGAA>A 40 - 0.25 KIT 11 p.(Trp557_Lys558del) inframe_deletion ",
            "chr4:55599268 C>T 400 - 0.5 KIT 17 p.(Ile798=) synonymous_variant ",
            "chr17:7578176 C>T 512 - 0.31 TP53 -  splice_donor_variant&intron_variant ",
            "chr9:21974000 G>T 610 - 0.0312 - -   ",
        ]
    );
    let (facts, parsed) = read("tso500-combined/rna.tsv");
    assert_eq!(facts.detects, Some(&[Detects::Fusion][..]));
    let fusions: Vec<String> = parsed
        .iter()
        .flat_map(|record| &record.calls)
        .map(|call| {
            let Alteration::Fusion(fusion) = &call.claim else {
                panic!("{call:?}")
            };
            let exons = (fusion.five_prime.exon, fusion.three_prime.exon);
            assert!(matches!(
                fusion.order,
                PartnerOrder::Stated | PartnerOrder::Unoriented
            ));
            format!(
                "{} {:?} {} {:?}",
                fusion.label(),
                fusion.order,
                fusion.split_reads.unwrap(),
                exons
            )
        })
        .collect();
    assert_eq!(
        fusions,
        [
            "EGFR::EGFR Unoriented 64 (Some(1), Some(8))",
            "MET::MET Unoriented 91 (Some(13), Some(15))",
            "EWSR1::FLI1 Stated 159 (None, None)",
            "SS18::SSX1 Unoriented 61 (None, None)",
            "SS18::SSX2 Unoriented 61 (None, None)",
        ]
    );
}

/// The case's identifier is one of the file's names, or the file is another patient's.
#[test]
fn a_panel_of_another_sample_is_refused() {
    let open = |wanted: &str| {
        let path = "test-data/callers/tso500-combined/dna.tsv";
        let stream = Stream::open(path).unwrap();
        let caller = recognise(stream.head(), path).unwrap();
        let options = ReadOptions {
            sample: Some(wanted.to_owned()),
            ..ReadOptions::default()
        };
        caller
            .open(stream, &options)
            .map(|records| records.facts().sample.clone())
            .map_err(|error| error.to_string())
    };
    assert_eq!(open("P1"), Ok(Some("P1".to_owned())));
    assert_eq!(open("D1"), Ok(Some("D1".to_owned())));
    let refused = open("T9").unwrap_err();
    assert!(
        refused.contains("\"P1\" or \"D1\", not \"T9\""),
        "{refused}"
    );
}

#[test]
fn sections_of_the_hrd_assay() {
    let (facts, parsed) = read("tso500-combined/dragen-2.6.hrd.tsv");
    let labels: Vec<String> = parsed
        .iter()
        .flat_map(|record| &record.calls)
        .map(|call| call.claim.label())
        .take(8)
        .collect();
    assert_eq!(
        labels[..7],
        [
            "TMB 1.6/Mb",
            "MSI not evaluable",
            "HRD 12 (Genomic Instability Score)",
            "Purity 0.62",
            "Ploidy 2.1",
            "MDM2 amplification",
            "CDKN2A deletion"
        ]
    );
    let Alteration::CopyNumber(copies) = &parsed[5].calls[0].claim else {
        panic!()
    };
    assert_eq!(copies.copies, Some(31.0));
    assert_eq!(copies.call, CopyNumberCall::Amplification);
    let Alteration::Rearrangement(exons) = &parsed[7].calls[0].claim else {
        panic!()
    };
    assert_eq!(exons.event_type, "DEL of exon(s) 10-11");
    let told: Vec<String> = facts
        .warnings
        .into_list(0)
        .into_iter()
        .map(|warning| warning.message)
        .collect();
    assert_eq!(
        told,
        ["section [Loss of Heterozygosity]: its 2 line(s) are not read"]
    );
}

#[test]
fn bad_rows_of_a_panel_are_told() {
    let (_, parsed) = read("tso500-combined/bad-rows.tsv");
    assert_eq!(parsed.len(), 9);
    for record in &parsed {
        assert!(record.rejected.is_some(), "{record:?}");
    }
}

/// A deletion, an insertion and a substitution in a VCF with the base before, and in a MAF without:
/// one finding each, seen by both.
#[test]
fn a_vcf_and_a_maf_of_one_tumour_make_one_finding_a_variant() {
    let folder = tempfile::tempdir().unwrap();
    let record = |pos: u64, alleles: &str, consequence: &str, change: &str| {
        format!(
            "chr4\t{pos}\t.\t{alleles}\t.\tPASS\tANN=x|{consequence}|MODERATE|KIT|ENSG|transcript|\
             ENST00000288135.6|protein_coding||c.1A>G|{change}\tGT:AD:DP\t0/1:300,100:400\n"
        )
    };
    let vcf = [
        "##fileformat=VCFv4.2\n##contig=<ID=chr4,length=190214555>\n",
        "##INFO=<ID=ANN,Number=.,Type=String,Description=\"x\">\n",
        "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\n",
        &record(
            54_726_012,
            "C\tCTGCCTA",
            "inframe_insertion",
            "p.Ala502_Tyr503dup",
        ),
        &record(
            54_727_435,
            "AGTGGAA\tA",
            "inframe_deletion",
            "p.Trp557_Lys558del",
        ),
        &record(54_727_444, "T\tA", "missense_variant", "p.Val559Asp"),
    ]
    .concat();
    fs::write(folder.path().join("t.vcf"), vcf).unwrap();
    fs::copy(
        "test-data/callers/maf/vcf2maf.maf",
        folder.path().join("t.maf"),
    )
    .unwrap();
    sarcolens()
        .args(["interpret", "-s", "T1", "-o", "out", "t.vcf", "t.maf"])
        .current_dir(folder.path())
        .assert()
        .success();
    let text = fs::read_to_string(folder.path().join("out/T1.sarcolens.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    for input in report["inputs"].as_array().unwrap() {
        assert_eq!(input["assembly"], "GRCh38", "{input}");
    }
    let seen: Vec<String> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            format!(
                "{} {} {}",
                finding["label"].as_str().unwrap(),
                finding["alteration"]["depth"],
                finding["sources"].as_array().unwrap().len()
            )
        })
        .collect();
    for expected in [
        "KIT p.A502_Y503dup 400 2",
        "KIT p.W557_K558del 400 2",
        "KIT p.V559D 400 2",
    ] {
        let count = seen.iter().filter(|label| *label == expected).count();
        assert_eq!(count, 1, "{seen:?}");
    }
}

/// A table of barcodes and protein changes alone still meets a hotspot; the report says that the place
/// is not stated.
#[test]
fn a_change_without_a_place_is_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("t.tsv"),
        "Tumor_Sample_Barcode\tHugo_Symbol\tHGVSp_Short\nT1\tKIT\tp.V559D\nT2\tKIT\tp.D816V\n",
    )
    .unwrap();
    sarcolens()
        .args(["interpret", "-s", "T1", "-o", "out", "t.tsv"])
        .current_dir(folder.path())
        .assert()
        .success();
    let text = fs::read_to_string(folder.path().join("out/T1.sarcolens.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    let finding = &report["findings"][0];
    assert_eq!(finding["label"], "KIT p.V559D");
    assert_eq!(finding["alteration"]["pos"], serde_json::Value::Null);
    let records = &report["inputs"][0]["records"];
    assert_eq!(
        (&records["read"], &records["filtered"]),
        (&2.into(), &1.into())
    );
    let read_again = sarcolens()
        .args(["render", "out/T1.sarcolens.json", "-o", "again"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(read_again.status.success(), "{read_again:?}");
}
