//! An alteration whose gene or exon the file does not name clearly is recognised where that can be
//! done without guessing, and never stands beside "not detected".
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::{Run, made};

const PANEL: &str = "name = \"P\"\nanalyte = [\"DNA\"]\ndetects = [\"small-variant\"]\n\
                     genes = [\"KIT\", \"PDGFRA\"]\n";
const RNA: &str = "name = \"R\"\nanalyte = [\"RNA\"]\ndetects = [\"fusion\"]\n\
                   fusion_genes = [\"*\"]\n";

/// A submitted GIST with one variant, annotated as `info` says under the header's `declared`.
fn gist(declared: &str, info: &str, filter: &str) -> Run {
    let vcf = format!(
        "##fileformat=VCFv4.2\n##contig=<ID=chr4,length=190214555>\n{declared}\n\
         #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\n\
         chr4\t54727444\t.\tT\tA\t.\t{filter}\t{info}\tAD\t50,50\n"
    );
    made(
        "sample = \"T1\"\n[diagnosis]\nsubmitted = \"GIST\"\n",
        Some(PANEL),
        &[("v.vcf", &vcf)],
    )
}

const BCSQ: &str = "##INFO=<ID=BCSQ,Number=.,Type=String,Description=\"Local consequence \
                    annotation from BCFtools/csq. Format: Consequence|gene|transcript|biotype|\
                    strand|amino_acid_change|dna_change\">";
const CSQ: &str = "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Format: \
                   Allele|Consequence|SYMBOL|Feature|HGVSc|HGVSp\">";
const ANN: &str = "##INFO=<ID=ANN,Number=.,Type=String,Description=\"Functional annotations: \
                   'Allele | Annotation | Annotation_Impact | Gene_Name | Gene_ID | Feature_Type | \
                   Feature_ID | Transcript_BioType | Rank | HGVS.c | HGVS.p'\">";

fn expected(run: &Run) -> (String, String) {
    let expected = &run.report["diagnosis"]["expected"][0];
    (
        expected["state"].as_str().unwrap().to_owned(),
        expected["cause"].as_str().unwrap_or_default().to_owned(),
    )
}

#[test]
fn an_exon_that_no_annotation_names_is_derived() {
    for (declared, info) in [
        (
            BCSQ,
            "BCSQ=missense|KIT|ENST00000288135|protein_coding|+|559V>559D|54727444T>A",
        ),
        (
            CSQ,
            "CSQ=A|missense_variant|KIT|NM_000222.3|NM_000222.3:c.1676T>A|NP_000213.1:p.Val559Asp",
        ),
        (
            ANN,
            "ANN=A|missense_variant|MODERATE|KIT|E|transcript|ENST00000288135.6|protein_coding||\
             c.1676T>A|p.Val559Asp",
        ),
    ] {
        let run = gist(declared, info, "PASS");
        let finding = run.finding("KIT p.V559D");
        assert_eq!(finding["alteration"]["exon"], 11, "{info}");
        assert_eq!(finding["match_degree"], "exact", "{info}");
        assert_eq!(expected(&run).0, "detected", "{info}");
        assert_eq!(run.report["diagnosis"]["relation"], "SUPPORTS", "{info}");
    }
}

/// The annotation may count by another transcript, name none, or be wrong; the place on the genome
/// tells the residue.
#[test]
fn the_place_tells_what_the_annotation_leaves_open() {
    for info in [
        "CSQ=A|missense_variant|KIT|ENST00000412167.6||p.Val555Asp",
        "CSQ=A|missense_variant|KIT|ENST00000288135||p.Lys592Glu",
        "CSQ=A|missense_variant|KIT|||p.Val559Asp",
    ] {
        let run = gist(CSQ, info, "PASS");
        assert_eq!(expected(&run).0, "detected", "{info}");
        assert_eq!(run.report["diagnosis"]["relation"], "SUPPORTS", "{info}");
    }
    let filtered = "CSQ=A|missense_variant|KIT|||p.Val559Asp";
    let run = gist(CSQ, filtered, "weak_evidence");
    assert_ne!(expected(&run).0, "not-detected");
    assert!(run.codes().contains(&"VAR-FILTERED".to_owned()));
}

/// A submitted synovial sarcoma with one fusion.
fn synovial(five: &str, three: &str) -> Run {
    let table = format!(
        "#gene1\tgene2\tstrand1(gene/fusion)\tstrand2(gene/fusion)\tbreakpoint1\tbreakpoint2\t\
         split_reads1\tsplit_reads2\tdiscordant_mates\tconfidence\treading_frame\tfilters\n\
         {five}\t{three}\t+/+\t+/+\tchr18:26000000\tchrX:48250000\t40\t40\t10\thigh\tin-frame\t.\n"
    );
    made(
        "sample = \"T1\"\n[diagnosis]\nsubmitted = \"Synovial sarcoma\"\n",
        Some(RNA),
        &[("f.tsv", &table)],
    )
}

#[test]
fn an_ambiguous_name_is_no_absence() {
    for name in ["SYT", "syt"] {
        let run = synovial(name, "SSX1");
        let (state, cause) = expected(&run);
        assert_eq!(state, "not-assessable", "{name}");
        assert!(cause.contains("may be SS18 or SYT1"), "{cause}");
        assert!(run.stderr.contains("may be SS18 or SYT1"), "{}", run.stderr);
    }
}

#[test]
fn symbols_in_another_letter_case_and_ensembl_identifiers() {
    for (five, three) in [("ss18", "Ssx1"), ("ENSG00000141380.14", "ENSG00000126752")] {
        let run = synovial(five, three);
        assert_eq!(run.finding("SS18::SSX1")["match_degree"], "pair");
        assert_eq!(expected(&run).0, "detected", "{five}");
        assert!(run.codes().contains(&"FUS-ALIAS".to_owned()));
        let told = format!("gene name {five} read as SS18");
        assert!(run.stderr.contains(&told), "{}", run.stderr);
    }
    let info = "CSQ=A|missense_variant|ENSG00000157404|ENST00000288135||p.Val559Asp";
    let run = gist(CSQ, info, "PASS");
    assert_eq!(run.finding("KIT p.V559D")["match_degree"], "exact");
}

/// The gene columns are believed, and a name that says otherwise is told even where they touch no known
/// gene: it may name one.
#[test]
fn a_name_that_contradicts_its_columns_is_told() {
    let table = "#FusionName\tJunctionReadCount\tSpanningFragCount\tLeftGene\tLeftBreakpoint\t\
                 RightGene\tRightBreakpoint\n\
                 EWSR1--FLI1\t10\t4\tCD2AP^ENSG00000198087.7\tchr6:47503437:+\t\
                 C11orf80^ENSG00000173715.11\tchr11:66795000:+\n";
    let run = common::made(
        "sample = \"T1\"\n[diagnosis]\nsubmitted = \"Ewing sarcoma\"\n",
        None,
        &[("names.tsv", table)],
    );
    assert_eq!(run.report["inputs"][0]["records"]["outside"], 1);
    let told = run.report["warnings"].to_string();
    assert!(told.contains("#FusionName says"), "{told}");
}
