//! What the smallest files of each caller say, read from end to end: label, reads, order, frame,
//! breakpoints, and what became of the row.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use sarcolens::domain::{Alteration, Assembly, Call, GeneSymbol, Locus, Partner, Standing, Strand};
use sarcolens::read::stream::Stream;
use sarcolens::read::{FileFacts, ReadOptions, Symbols, recognise};

/// Where the genes of the files lie, for the caller that does not say whose a breakpoint is.
fn lies_at(gene: &GeneSymbol, place: &Locus) -> Option<bool> {
    let chrom = match gene.as_str() {
        "EWSR1" => "chr22",
        "FLI1" => "chr11",
        "SS18" => "chr18",
        _ => return None,
    };
    Some(place.chrom.as_str() == chrom)
}

fn read(path: &str, symbols: Symbols) -> (FileFacts, Vec<Call>) {
    let stream = Stream::open(&format!("test-data/callers/{path}")).unwrap();
    let caller = recognise(stream.head(), path).unwrap();
    let options = ReadOptions {
        symbols,
        ..ReadOptions::default()
    };
    let mut records = caller.open(stream, &options).unwrap();
    let mut calls = Vec::new();
    loop {
        let batch = records.next_batch().unwrap();
        if batch.is_empty() {
            break;
        }
        for raw in &batch {
            let parsed = records.parse(raw);
            assert_eq!(parsed.rejected, None, "{path}");
            calls.extend(parsed.calls);
        }
    }
    (records.facts().clone(), calls)
}

fn shown(partner: &Partner) -> String {
    let strand = match partner.strand {
        Some(Strand::Plus) => "+",
        Some(Strand::Minus) => "-",
        None => "",
    };
    let place = partner.locus().map(|locus| format!("{locus}{strand}"));
    let exon = partner.exon.map(|exon| format!("e{exon}"));
    let near = partner.near.iter().map(|gene| format!("near {gene}"));
    let place = place.unwrap_or_else(|| "?".to_owned());
    let parts: Vec<String> = [place].into_iter().chain(exon).chain(near).collect();
    parts.join(" ")
}

/// One line for a call: what is told of it wherever callers differ.
fn line(call: &Call) -> String {
    let reads = |count: Option<u32>| count.map_or_else(|| "?".to_owned(), |n| n.to_string());
    let claim = match &call.claim {
        Alteration::Fusion(fusion) => format!(
            "{} {}+{} {:?} {:?} | {} | {} | {}",
            fusion.label(),
            reads(fusion.split_reads),
            reads(fusion.spanning_pairs),
            fusion.order,
            fusion.frame,
            shown(&fusion.five_prime),
            shown(&fusion.three_prime),
            fusion.event_type.as_deref().unwrap_or("-"),
        ),
        Alteration::Rearrangement(rearrangement) => format!(
            "{} {}+{} {}",
            rearrangement.label(),
            reads(rearrangement.split_reads),
            reads(rearrangement.spanning_pairs),
            rearrangement.event_type
        ),
        Alteration::SmallVariant(_)
        | Alteration::CopyNumber(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => panic!("{call:?}"),
    };
    let graded = match &call.claim {
        Alteration::Fusion(fusion) => fusion.confidence.map(|grade| format!(" {grade:?}")),
        Alteration::Rearrangement(_)
        | Alteration::SmallVariant(_)
        | Alteration::CopyNumber(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => None,
    };
    let standing = match &call.standing {
        Standing::Passed => String::new(),
        Standing::Filtered(filters) => format!(" filtered by {}", filters.join(",")),
        Standing::Discarded(filters) => format!(" discarded by {}", filters.join(",")),
        Standing::OtherSample(_) => " of another sample".to_owned(),
    };
    format!("{claim}{}{standing}", graded.unwrap_or_default())
}

#[rustfmt::skip]
const EXPECTED: &[(&str, &[&str])] = &[
    ("cicero/annotated.txt", &[
        "EWSR1::FLI1 24+? Stated Unknown | chr22:29287134+ | chr11:128805366+ | CTX",
    ]),
    ("cicero/final.txt", &[
        "EWSR1::FLI1 24+? Stated InFrame | chr22:29287134+ e7 | chr11:128805366+ e6 | CTX High",
        "SS18::SSX1 40+? Unoriented OutOfFrame | chr18:26032399 e10 | chrX:48263782 e6 | CTX Low",
        "SS18::SSX4 40+? Unoriented OutOfFrame | chr18:26032399 e10 | chrX:48263782 e6 | CTX Low",
        "BCOR::BCOR 15+? Stated InFrame | chrX:40052200- e15 | chrX:40052300- e15 | Internal_dup High",
        "MIR1234::MIR1234 15+? Stated InFrame | chrX:40052200- e15 | chrX:40052300- e15 | Internal_dup High",
        "EWSR1::? 5+? Stated Unknown | chr22:29287134+ | chr22:31300000- near PATZ1 | ITX Low",
    ]),
    ("ctat-lr-fusion/long-and-short-reads.tsv", &[
        "COL1A1::PDGFB 33+20 Stated Unknown | chr17:50193943- | chr22:39235874- | -",
        "EWSR1::FLI1 6+2 Stated Unknown | chr22:29287134+ | chr11:128805366+ | -",
    ]),
    ("ctat-lr-fusion/long-reads.tsv", &[
        "EWSR1::FLI1 17+? Stated Unknown | chr22:29287134+ | chr11:128805366+ | -",
        "SS18::SSX1 9+? Stated Unknown | chr18:26032399- | chrX:48263782+ | -",
    ]),
    ("defuse/filtered.tsv", &[
        "EWSR1::FLI1 24+11 Stated InFrame | chr22:29287134+ | chr11:128805366+ | interchromosomal",
        "SS18::SSX1 40+19 Unoriented Unknown | chr18:26032399- | chrX:48263782+ | interchromosomal",
        "COL1A1::? 5+4 Stated Unknown | chr17:50193943- | chr22:39245500- near PDGFB | interchromosomal",
    ]),
    ("ericscript/filtered.tsv", &[
        "EWSR1::FLI1 24+11 Stated Unknown | chr22:29287134+ | chr11:128805366+ | inter-chromosomal",
        "ENSG00000108821::PDGFB 33+20 Stated Unknown | ? | chr22:39235874- | inter-chromosomal",
    ]),
    ("ericscript/total.tsv", &[
        "SS18::SSX1 40+19 Stated Unknown | chr18:26032399- | chrX:48263782+ | inter-chromosomal",
        "COL1A1::PDGFB 33+20 Stated Unknown | chr17:50193943- | chr22:39235874- | inter-chromosomal filtered by EricScore",
        "NPM1::ALK 1+15 Stated Unknown | chr5:171391799+ | chr2:29223528- | inter-chromosomal filtered by Blacklist,spanningreads",
    ]),
    ("fusion-inspector/far.tsv", &[
        "EWSR1::FLI1 24+11 Stated Unknown | chr22:29287134+ | chr11:128805366+ | -",
        "SS18::SSX1 40+19 Stated Unknown | chr18:26032399- | chrX:48263782+ | -",
    ]),
    ("fusion-inspector/old-faf.tsv", &[
        "COL1A1::PDGFB 33+20 Stated Unknown | chr17:50193943- | chr22:39235874- | -",
    ]),
    ("fusioncatcher/0.99.hg19.txt", &[
        "EWSR1::FLI1 24+11 Stated InFrame | chr22:29683123+ | chr11:128675261+ | -",
        "COL1A1::PDGFB 33+20 Stated Unknown | ? | chr22:39631879- | -",
        "ENSG00000253920::PLAG1 3+2 Stated OutOfFrame | chr8:57124243- | chr8:57083748- | readthrough,adjacent",
    ]),
    ("fusioncatcher/1.x.txt", &[
        "EWSR1::FLI1 24+11 Stated InFrame | chr22:29287134+ | chr11:128805366+ | -",
        "SS18::SSX1 40+19 Stated InFrame | chr18:26032399- | chrX:48263782+ | -",
        "COL1A1::PDGFB 33+20 Stated Unknown | chr17:50193943- | chr22:39235874- | -",
    ]),
    ("fusioncatcher-summary/none.txt", &[
    ]),
    ("fusioncatcher-summary/somatic.txt", &[
        "EWSR1::FLI1 ?+? Stated Unknown | ? | ? | -",
        "SS18::SSX1 ?+? Unoriented Unknown | ? | ? | -",
        "C8ORF34::SULF1 ?+? Stated Unknown | ? | ? | readthrough Low",
    ]),
    ("fusioncatcher-vcf/two-breakends.vcf", &[
        "EWSR1::FLI1 24+11 Stated InFrame | chr22:29287134+ | chr11:128805366+ | -",
        "EWSR1::FLI1 24+11 Stated InFrame | chr22:29287134+ | chr11:128805366+ | -",
        "COL1A1::PDGFB 33+20 Stated Unknown | chr17:50193943- | chr22:39235874- | -",
    ]),
    ("infusion/fusions.txt", &[
        "EWSR1::FLI1 24+11 Unoriented Unknown | chr22:29287134 | chr11:128805366 | inter-chromosomal",
        "SSX1::SS18 40+19 Unoriented Unknown | chrX:48263782 | chr18:26032399 | inter-chromosomal",
        "SSX4::SS18 40+19 Unoriented Unknown | chrX:48263782 | chr18:26032399 | inter-chromosomal",
        "COL1A1::? 3+1 Unoriented Unknown | chr17:50193943 | chr22:39300000 | inter-chromosomal",
    ]),
    ("jaffa/1.x.quoted.csv", &[
        "EWSR1::FLI1 24+? Stated InFrame | chr22:29287134 | chr11:128805366 | - High",
        "STX16::NPEPL1 2+4 Stated InFrame | chr20:58676114 | chr20:58691724 | PotentialReadThrough",
    ]),
    ("jaffa/2.x.csv", &[
        "EWSR1::FLI1 24+11 Stated InFrame | chr22:29287134+ | chr11:128805366+ | - High",
        "SS18::SSX1 40+19 Stated OutOfFrame | chr18:26032399- | chrX:48263782+ | - Medium",
        "COL1A1::PDGFB 33+20 Stated Unknown | chr17:50193944- | chr22:39235874- | - Low",
    ]),
    ("jaffa/3.x.csv", &[
        "EWSR1::FLI1 24+11 Stated InFrame | chr22:29287134+ | chr11:128805366+ | - High",
        "SS18::SSX1 1+0 Stated InFrame | chr18:26032399- | chrX:48263782+ | - filtered by NoSupport",
    ]),
    ("jaffal/long-reads.csv", &[
        "EWSR1::FLI1 17+? Stated InFrame | chr22:29287134+ | chr11:128805366+ | - High",
        "SS18::SSX1 1+? Stated InFrame | chr18:26032399- | chrX:48263782+ | PotentialTransSplicing",
    ]),
    ("mapsplice/not-well-annotated.txt", &[
        "COL1A1::? 33+20 Unoriented Unknown | chr17:50193943- | chr22:39300000- | intergenic",
        "CDK4::CDK4 5+3 Unoriented Unknown | chr12:57751700+ | chr12:57751900+ | normal filtered by normal",
    ]),
    ("mapsplice/well-annotated.txt", &[
        "EWSR1::FLI1 24+11 Stated Unknown | chr22:29287134+ | chr11:128805366+ | fusion",
        "EWSR1::SENCR 24+11 Stated Unknown | chr22:29287134+ | chr11:128805366+ | fusion",
        "SS18::SSX1 40+19 Unoriented Unknown | chr18:26032399- | chrX:48263782+ | fusion",
    ]),
    ("pizzly/genes.tsv", &[
        "EWSR1::FLI1 24+11 Stated Unknown | ? | ? | -",
        "SSX1::SS18 3+2 Unoriented Unknown | ? | ? | -",
    ]),
    ("squid/annotated.txt", &[
        "EWSR1::FLI1 ?+29 Stated Unknown | chr22:29287134+ | chr11:128805366+ | fusion-gene",
        "EWSR1-1::FLI1 ?+29 Stated Unknown | chr22:29287134+ | chr11:128805366+ | fusion-gene",
        "SS18::SSX1 ?+45 Stated Unknown | chr18:26032399- | chrX:48263782+ | fusion-gene",
        "chr14:105888559/chr18:58669909 rearrangement ?+6 non-fusion-gene",
    ]),
    ("squid-sv/not-annotated.txt", &[
        "chr11:128805366/chr22:29287134 rearrangement ?+29 transcriptomic structural variant",
        "chrM:1/chrM:16569 rearrangement ?+652 transcriptomic structural variant",
    ]),
    ("tophat-fusion/result.txt", &[
        "EWSR1::FLI1 24+11 Unoriented Unknown | chr22:29287134 | chr11:128805366 | -",
        "SS18::? 40+19 Unoriented Unknown | chr18:26032399 | chrX:48263782 | -",
    ]),
];

#[test]
fn every_caller_tells_what_its_file_says() {
    let mut wrong = Vec::new();
    for (path, expected) in EXPECTED {
        let (_, calls) = read(path, Symbols::default().with_places(lies_at));
        let lines: Vec<String> = calls.iter().map(line).collect();
        if lines != *expected {
            wrong.push(format!("{path}:\n{}", lines.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every good file stands in the table.
#[test]
fn every_file_is_told_of() {
    let formats: std::collections::BTreeSet<&str> = EXPECTED
        .iter()
        .filter_map(|(path, _)| path.split('/').next())
        .collect();
    for format in formats {
        for entry in std::fs::read_dir(format!("test-data/callers/{format}")).unwrap() {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            let path = format!("{format}/{name}");
            let stands = EXPECTED.iter().any(|(known, _)| *known == path);
            assert!(stands || name.starts_with("bad"), "{path}");
        }
    }
}

#[test]
fn the_header_of_a_fusion_vcf_tells_assembly_and_version() {
    let (facts, calls) = read("fusioncatcher-vcf/two-breakends.vcf", Symbols::default());
    assert_eq!(facts.caller_version.as_deref(), Some("fusioncatcher_v1.33"));
    let assembly = facts.assembly.map(|(assembly, _)| assembly);
    assert_eq!(assembly, Some(Assembly::GRCh38));
    // One caller's word, whichever of its files was read.
    assert!(
        calls
            .iter()
            .all(|call| call.origin.caller == "fusioncatcher")
    );
}

/// Nobody tells whose a breakpoint is where no gene's place is known.
#[test]
fn breakpoints_without_an_owner_are_left_out() {
    let (_, calls) = read("squid/annotated.txt", Symbols::default());
    assert_eq!(
        line(&calls[0]),
        "EWSR1::FLI1 ?+29 Stated Unknown | ? | ? | fusion-gene"
    );
}

#[test]
fn a_summary_that_was_cut_is_told() {
    let text = "Very short summary of found candidate fusion genes\n\nFound 2 fusion gene(s), which \
                are as follows:\n  * EWSR1--FLI1  (already known fusion)\n";
    let stream = Stream::new("t", std::io::Cursor::new(text.as_bytes().to_vec())).unwrap();
    let caller = recognise(stream.head(), "t").unwrap();
    let records = caller.open(stream, &ReadOptions::default()).unwrap();
    let told = records.facts().warnings.clone().into_list(0);
    assert!(told[0].message.contains("says 2 fusion genes and lists 1"));
}
