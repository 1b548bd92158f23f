//! What the fusion readers of merged tables, reports and panels say of their good files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use sarcolens::domain::{Alteration, Call, Partner, Standing};
use sarcolens::read::stream::Stream;
use sarcolens::read::{Parsed, ReadOptions, Symbols, caller_named, recognise};

/// What each file says; of a bad file, what is wrong.
#[rustfmt::skip]
const EXPECTED: &[(&str, &[&str])] = &[
    (
        "archer/t1.full_results.txt",
        &[
            "archer EWSR1::FLI1 Unoriented 40 - InFrame chr22:29683123 -/exon 6 High",
            "archer MET::MET Unoriented 3 - Unknown - - Low [isoform]",
        ],
    ),
    (
        "archer/bad-genes.txt",
        &[
            "!! GENES_UNIQUE: found \"\", expected one or two genes",
            "!! GENES_UNIQUE: found \"A:B:C\", expected one or two genes",
            "archer EWSR1::FLI1 Unoriented - - Unknown - -",
            "! STRONG_EVIDENCE_ABERRATION: \"MAYBE\" is not understood",
        ],
    ),
    (
        "cbioportal-sv/data_sv.txt",
        &[
            "cbioportal-sv EWSR1::FLI1 Stated 9 21 InFrame chr22:29683212 chr11:128671261 [TRANSLOCATION; Protein Fusion: in frame {EWSR1:FLI1}]",
            "cbioportal-sv SS18::SSX1 Stated 4 6 Unknown chr18:23612363 chrX:48121201 [TRANSLOCATION]",
            "cbioportal-sv COL1A1::PDGFB Unoriented - - Unknown chr17:48272593 chr22:39631879 [TRANSLOCATION; Antisense Fusion]",
            "! Tumor_Variant_Count: 31 reads, split ones and pairs together; given as neither",
            "cbioportal-sv RB1::RB1 Unoriented 14 20 Unknown chr13:48916800/exon 3 chr13:48923100/exon 6 [DELETION; Deletion of 3 exons; germline]",
            "! SV_Status: GERMLINE; the variant is inherited, not of the tumour alone",
            "cbioportal-sv chr22:29683123/chr11:128675261 rearrangement [TRANSLOCATION]",
            "! Site1_Hugo_Symbol: empty; the gene is named by its Entrez number 2130 alone, which is not read",
            "! Site2_Hugo_Symbol: empty; the gene is named by its Entrez number 2313 alone, which is not read",
        ],
    ),
    (
        "cbioportal-sv/genie.txt",
        &[
            "cbioportal-sv EWSR1::FLI1 Stated 12 30 InFrame chr22:29683123 chr11:128675261",
        ],
    ),
    (
        "cbioportal-sv/bad-sites.txt",
        &[
            "!! Site1_Hugo_Symbol, Site2_Hugo_Symbol: empty, expected a gene symbol or a place",
            "!! Site1_Position: found \"here\", expected a position from 1",
            "cbioportal-sv EWSR1::FLI1 Unoriented - - Unknown - -",
            "! Site1_Position: -1 is no place; left out",
            "! Site2_Effect_On_Frame: \"sideways\" is not understood",
            "!! NCBI_Build: found GRCh38, the first rows say GRCh37",
        ],
    ),
    (
        "cff/t1.cff",
        &[
            "arriba EWSR1::FLI1 Stated 23 11 InFrame chr22:29287134 chr11:128807180",
            "star-fusion SS18::SSX1 Stated 8 5 Unknown chr18:26032399 chrX:48261766",
            "fusionmap COL1A1::PDGFB Unoriented 7 - Unknown chr17:50195232 chr22:39235874",
            "arriba EWSR1::? Stated 3 1 OutOfFrame chr22:29287134 chr8:900",
            "star-fusion EWSR1::ERG Stated 1 0 Unknown chr22:29287134 chr21:38423561 filtered:sample type Normal",
        ],
    ),
    (
        "cff/with-identifiers.cff",
        &[
            "arriba EWSR1::FLI1 Stated 23 11 InFrame chr22:29287134 chr11:128807180",
            "star-fusion SS18::SSX1 Stated 8 5 Unknown chr18:26032399 chrX:48261766",
        ],
    ),
    (
        "cff/bad-position.cff",
        &[
            "!! pos1: found \"x\", expected a position from 1",
            "!! found 3 cells, expected 17",
        ],
    ),
    (
        "enfusion/t1.tsv",
        &[
            "enfusion EWSR1::FLI1 Stated - - Unknown chr22:29287134 chr11:128807180",
            "enfusion COL1A1::PDGFB Stated - - Unknown chr17:50195232 chr22:39235874",
        ],
    ),
    (
        "enfusion/bad-order.tsv",
        &[
            "enfusion EWSR1::FLI1 Unoriented - - Unknown chr22:29287134 chr11:128807180",
            "! OrderedFusion says \"EWSR1>>ERG\", the gene columns say EWSR1 and FLI1; the columns are read, without an order",
            "!! Break1: found \"here\", expected a position from 1",
        ],
    ),
    (
        "fusion-report-csv/fusions.csv",
        &[
            "arriba EWSR1::FLI1 Stated 23 11 InFrame chr22:29287134 chr11:128807180 High [translocation]",
            "ctat-lr-fusion EWSR1::FLI1 Stated 26 - Unknown chr22:29287134 chr11:128807180",
            "fusioncatcher EWSR1::FLI1 Stated 18 15 InFrame chr22:29287134 chr11:128807180",
            "star-fusion EWSR1::FLI1 Stated 21 12 Unknown chr22:29287134 chr11:128807180",
            "star-fusion SS18::SSX1 Stated 8 5 Unknown chr18:26032399 chrX:48261766",
        ],
    ),
    (
        "fusion-report-csv/bad-pair.csv",
        &[
            "!! Fusion: found \"EWSR1\", expected two genes",
            "!! starfusion: position: found \"18\", expected chr:pos#chr:pos",
        ],
    ),
    (
        "fusion-report-json/fusions.json",
        &[
            "arriba EWSR1::FLI1 Stated 23 11 InFrame chr22:29287134 chr11:128807180 High [translocation]",
            "pizzly EWSR1::FLI1 Stated 17 8 Unknown - -",
            "squid EWSR1::FLI1 Stated - - Unknown - -",
            "star-fusion EWSR1::FLI1 Stated 21 12 Unknown chr22:29287134 chr11:128807180",
            "fusioncatcher COL1A1::PDGFB Stated 12 7 Unknown chr17:50195232 chr22:39235874 [CDS(truncated)/UTR]",
            "jaffa COL1A1::PDGFB Stated 16 5 InFrame chr17:50195232 chr22:39235874 High",
        ],
    ),
    (
        "fusion-report-json/bad-fields.json",
        &[
            "!! Fusion: found \"EWSR1\", expected two genes",
            "!! arriba: position: found \"22#11\", expected chr:pos#chr:pos",
            "newcaller EWSR1::FLI1 Unoriented - - Unknown chr22:29287134 chr11:128807180",
            "! newcaller: no caller known here; its counts are not read",
            "!! found no JSON object, expected one with \"Fusion\"",
        ],
    ),
    (
        "fusion-report-list/fusion_list.tsv",
        &[
            "fusion-report-list EWSR1::FLI1 Unoriented - - Unknown - -",
            "fusion-report-list SS18::SSX1 Unoriented - - Unknown - -",
            "fusion-report-list IGH@::CRLF2 Unoriented - - Unknown - -",
            "fusion-report-list STX16-NPEPL1::RAE1 Unoriented - - Unknown - -",
        ],
    ),
    (
        "fusion-report-list/bad-line.tsv",
        &[
            "fusion-report-list EWSR1::FLI1 Unoriented - - Unknown - -",
            "!! found \"EWSR1 FLI1\", expected A--B",
        ],
    ),
    (
        "iannotatesv/annotated.txt",
        &[
            "iannotatesv EWSR1::FLI1 Stated - - InFrame chr22:29684000 chr11:128660500 [Protein Fusion: in frame {EWSR1:FLI1}]",
            "iannotatesv RB1::RB1 Unoriented - - OutOfFrame chr13:48916000 chr13:48923900 [Deletion of 4 exons : out of frame]",
            "iannotatesv EWSR1 rearrangement [INV: Antisense Fusion]",
            "iannotatesv EWSR1 rearrangement [TRA]",
        ],
    ),
    (
        "iannotatesv/bad-place.txt",
        &[
            "!! pos1: found \"\", expected a position from 1",
            "iannotatesv ETS1/EWSR1 rearrangement [TRA: Protein Fusion: in frame {EWSR1:FLI1}]",
            "! fusion names EWSR1 and FLI1, the gene columns ETS1 and EWSR1; taken as a rearrangement of the columns' genes",
        ],
    ),
    (
        "megafusion-vcf/arriba.vcf",
        &[
            "arriba EWSR1::FLI1 Stated 23 11 Unknown chr22:29287134 chr11:128807180",
            "arriba SS18::SSX1 Stated 1 2 Unknown chr18:26032399 chrX:48261766 filtered:mismappers",
            "arriba EWSR1::? Stated 3 1 Unknown chr22:29287134 chr8:900",
        ],
    ),
    (
        "megafusion-vcf/bad-place.vcf",
        &[
            "!! POS: found \"x\", expected a position from 1",
            "arriba EWSR1::FLI1 Stated 2 1 Unknown chr22:5 -",
            "! ALT: found \"N[11:[\", expected a place in brackets; the second breakpoint is unknown",
        ],
    ),
    (
        "oncokb-fusions/data_fusions.txt",
        &[
            "oncokb-fusions EWSR1::FLI1 Unoriented - - InFrame - -",
            "oncokb-fusions NTRK3::? Unoriented - - OutOfFrame - - [Fusion; germline]",
            "! Fusion: found \"Fusion\", expected two genes; taken as a fusion of Hugo_Symbol",
            "! Fusion_Status: GERMLINE; the variant is inherited, not of the tumour alone",
        ],
    ),
    (
        "oncokb-fusions/fusions.txt",
        &[
            "oncokb-fusions FLI1::EWSR1 Unoriented - - Unknown - -",
            "oncokb-fusions RB1::RB1 Unoriented - - Unknown - - [intragenic]",
            "oncokb-fusions SS18::SSX1 Unoriented - - Unknown - -",
        ],
    ),
    (
        "oncokb-fusions/bad-pair.txt",
        &[
            "!! Fusion: found \"A-B-C\", expected two genes; hyphens allow several divisions",
            "!! Fusion: found \"EWSR1\", expected two genes",
            "!! Fusion: no gene before \"intragenic\"",
        ],
    ),
    (
        "oncokb-sv/sv.txt",
        &[
            "oncokb-sv FLI1::EWSR1 Unoriented - - Unknown - - [FUSION]",
            "oncokb-sv RB1::RB1 Unoriented - - Unknown - - [DELETION]",
        ],
    ),
    (
        "oncokb-sv/bad-genes.txt",
        &[
            "!! GeneA, GeneB: empty, expected a gene symbol",
        ],
    ),
    (
        "pcgr-fusions/fusions.tsv",
        &[
            "pcgr-fusions EWSR1::FLI1 Unoriented 23 - Unknown chr22:29287134 chr11:128807180",
            "pcgr-fusions SS18::SSX1 Unoriented 8 - Unknown chr18:26032399 chrX:48261766",
        ],
    ),
    (
        "pcgr-fusions/bad-breakpoint.tsv",
        &[
            "!! LeftBreakpoint: found \"22\", expected chr:pos",
            "!! FusionGene: found \"EWSR1\", expected two genes",
        ],
    ),
    (
        "pori-fusions/fusions.tab",
        &[
            "pori-fusions EWSR1::FLI1 Stated - - InFrame chr22:29683123/exon 7 chr11:128675261/exon 6 High [translocation; DNA/RNA]",
            "pori-fusions NF1::NF1 Unoriented - - Unknown chr17:29662314 chr17:29662319 Low [insertion; DNA]",
        ],
    ),
    (
        "pori-fusions/bad-breakpoint.tab",
        &[
            "!! breakpoint: found \"11:128675261\", expected chr:pos|chr:pos",
            "pori-fusions FLI1::EWSR1 Unoriented - - Unknown chr11:128675261 chr22:29683123/exon 7 [translocation; RNA]",
            "! exon1: found \"six\", expected a whole number; left out",
            "! ntermGene and ctermGene name other genes than gene1 and gene2; no order is claimed",
            "! frame: \"whole\" is not understood",
            "! highQuality: \"perhaps\" is not understood",
        ],
    ),
    (
        "rnafusion-vcf/fusion_data.vcf",
        &[
            "arriba EWSR1::FLI1 Stated 23 11 InFrame chr22:29287134/exon 7 chr11:128807180/exon 7",
            "star-fusion EWSR1::FLI1 Stated 23 11 InFrame chr22:29287134/exon 7 chr11:128807180/exon 7",
            "fusioncatcher SS18::SSX1 Stated - - Unknown - -",
            "arriba COL1A1::PDGFB Stated 9 4 Unknown chr17:50195232 chr22:39235874",
            "star-fusion COL1A1::PDGFB Stated 9 4 Unknown chr17:50195232 chr22:39235874",
        ],
    ),
    (
        "rnafusion-vcf/bad-genes.vcf",
        &[
            "!! INFO: found neither GENEA nor GENEB, expected two genes",
            "rnafusion-vcf EWSR1::FLI1 Stated 23 - Unknown chr22:29287134 -",
            "! ALT: found \"N\", expected a place in brackets; the second breakpoint is unknown",
            "! RV: found \"x\", expected a whole number; left out",
            "!! found 2 cells, expected 10",
        ],
    ),
    (
        "tso500-fusions/all-fusions.csv",
        &[
            "tso500-fusions EWSR1::FLI1 Stated 37 21 Unknown chr22:29683123 chr11:128675261",
            "tso500-fusions SS18::SSX1 Unoriented 19 8 Unknown chr18:23612363 chrX:48121201",
            "tso500-fusions SS18::SSX4 Unoriented 19 8 Unknown chr18:23612363 chrX:48121201",
            "tso500-fusions NOTCH2::ARID1B Unoriented 0 2 Unknown chr1:120612073 chr6:157099968 filtered:Imprecise,LowQ",
            "tso500-fusions MET::MET Stated 12 - Unknown chr7:116411708 chr7:116414935 [splice within the gene]",
        ],
    ),
    (
        "tso500-fusions/bad-breakpoint.csv",
        &[
            "!! Gene A Breakpoint: found \"chr22\", expected chr:pos",
        ],
    ),
    (
        "../panels/ion-reporter.vcf",
        &[
            "ion-reporter EWSR1::FLI1 Stated 412 - Unknown chr22:29683123/exon 7 chr11:128675261/exon 6 [Fusion]",
            "ion-reporter EWSR1::FLI1 Stated 412 - Unknown chr22:29683123/exon 7 chr11:128675261/exon 6 [Fusion]",
            "ion-reporter ETV6::NTRK3 Stated 0 - Unknown chr12:12022903/exon 5 chr15:88576276/exon 14 [Fusion] filtered:FAIL,no read of it",
            "ion-reporter MET::MET Stated 30 - Unknown chr7:116411708/exon 13 chr7:116414935/exon 15 [RNAExonVariant]",
            "ion-reporter MDM2 Some(14.2)",
            "ion-reporter chr4:55593610 Some(\"p.Val559Asp\")",
        ],
    ),
];

fn read(file: &str) -> Vec<Parsed> {
    let path = format!("test-data/callers/{file}");
    let stream = Stream::open(&path).unwrap();
    let caller = match file.split_once('/') {
        // Bad files are recognised by name alone.
        Some((format, name)) if name.starts_with("bad") => caller_named(format).unwrap(),
        _ => recognise(stream.head(), &path).unwrap(),
    };
    let options = ReadOptions {
        symbols: Symbols::new(|name| !name.starts_with("NPEPL1")),
        ..ReadOptions::default()
    };
    let mut records = caller.open(stream, &options).unwrap();
    let mut parsed = Vec::new();
    loop {
        let batch = records.next_batch().unwrap();
        if batch.is_empty() {
            break;
        }
        parsed.extend(batch.iter().map(|raw| records.parse(raw)));
    }
    records.finish().unwrap();
    parsed
}

fn end(partner: &Partner) -> String {
    let place = partner
        .locus()
        .map_or_else(|| "-".to_owned(), |locus| locus.to_string());
    match partner.exon {
        Some(exon) => format!("{place}/exon {exon}"),
        None => place,
    }
}

/// `label order split_reads spanning_pairs frame 5' place, 3' place` and what else is told.
fn told(call: &Call) -> String {
    let number = |count: Option<u32>| count.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let standing = match &call.standing {
        Standing::Passed => String::new(),
        Standing::Filtered(filters) => format!(" filtered:{}", filters.join(",")),
        Standing::Discarded(_) | Standing::OtherSample(_) => panic!("{call:?}"),
    };
    let text = match &call.claim {
        Alteration::Fusion(fusion) => {
            let confidence = fusion
                .confidence
                .map_or_else(String::new, |grade| format!(" {grade:?}"));
            let event = fusion
                .event_type
                .as_ref()
                .map_or_else(String::new, |event| format!(" [{event}]"));
            format!(
                "{} {:?} {} {} {:?} {} {}{confidence}{event}",
                fusion.label(),
                fusion.order,
                number(fusion.split_reads),
                number(fusion.spanning_pairs),
                fusion.frame,
                end(&fusion.five_prime),
                end(&fusion.three_prime),
            )
        }
        Alteration::Rearrangement(event) => format!("{} [{}]", event.label(), event.event_type),
        Alteration::SmallVariant(variant) => {
            let effect = call.effects.first().unwrap();
            format!(
                "{}:{} {:?}",
                variant.chrom.as_ref().unwrap(),
                variant.pos.unwrap(),
                effect.hgvs_p
            )
        }
        Alteration::CopyNumber(copies) => {
            format!("{} {:?}", copies.gene.as_ref().unwrap(), copies.copies)
        }
        Alteration::TandemDuplication(_) | Alteration::Biomarker(_) => panic!("{call:?}"),
    };
    format!("{} {text}{standing}", call.origin.caller)
}

/// The calls of every record, and behind them `! ` with what was odd.
fn lines(parsed: &[Parsed]) -> Vec<String> {
    parsed
        .iter()
        .flat_map(|record| {
            let odd = record
                .warnings
                .iter()
                .map(|warning| format!("! {}", warning.message));
            let rejected = record
                .rejected
                .iter()
                .map(|rejected| format!("!! {}", rejected.reason));
            record.calls.iter().map(told).chain(odd).chain(rejected)
        })
        .collect()
}

#[test]
fn files_say_what_they_should() {
    for (file, expected) in EXPECTED {
        assert_eq!(lines(&read(file)), *expected, "{file}");
    }
}
