//! Scenarios of fusion evidence, of the genome as a whole, and of dates: what the report must and must
//! not say.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::{Run, made, run_case};
use std::path::Path;

const HEADER: &str = "#gene1\tgene2\tstrand1(gene/fusion)\tstrand2(gene/fusion)\tbreakpoint1\t\
                      breakpoint2\tsite1\tsite2\ttype\tsplit_reads1\tsplit_reads2\t\
                      discordant_mates\tconfidence\treading_frame\tfilters\n";

fn raises(run: &Run, code: &str) -> bool {
    run.codes().iter().any(|known| known == code)
}

/// Scenario 8: the exception list keeps the read-through reason away, and the finding says so.
#[test]
fn s08_a_driver_that_looks_like_a_read_through() {
    let row = "NAB2\tSTAT6\t+/+\t-/-\tchr12:57093000\tchr12:57111000\tCDS/splice-site\t\
               CDS/splice-site\tdeletion/read-through\t2\t2\t1\tlow\tin-frame\t.\n";
    let case = "sample = \"T1\"\n[diagnosis]\nsubmitted = \"Solitary fibrous tumour\"\n";
    let run = made(case, None, &[("f.tsv", &format!("{HEADER}{row}"))]);
    assert_eq!(run.report["diagnosis"]["relation"], "COMPATIBLE");
    assert!(raises(&run, "FUS-LOWSUPPORT"));
    assert!(!raises(&run, "FUS-READTHROUGH"));
    let text = run.finding("NAB2::STAT6")["text"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(text.contains("not marked as a read-through"), "{text}");
    assert!(text.contains("read-throughs.nab2-stat6"), "{text}");
    // The test by another method that the entity's own file names.
    let told = run.report["reasons"].to_string();
    assert!(
        told.contains("STAT6 immunohistochemistry can confirm"),
        "{told}"
    );
}

/// Scenario 10: many fusions within 12q13-15 and no copy number.
#[test]
fn s10_a_cluster_in_rna_is_no_amplification() {
    let rows: String = [("CPM", "LRIG3"), ("FRS2", "SRGAP1"), ("RAP1B", "GNS"), ("LEMD3", "TSPAN31")]
        .iter()
        .zip(0_u64..)
        .map(|((five, three), index)| {
            let (one, other) = (59_000_000 + index * 1_000_000, 65_000_000 + index * 1_000_000);
            format!(
                "{five}\t{three}\t+/+\t-/-\tchr12:{one}\tchr12:{other}\tCDS\tCDS\tinversion\t30\t30\t10\t\
                 high\tout-of-frame\t.\n"
            )
        })
        .collect();
    let case = "sample = \"T1\"\n[diagnosis]\nsubmitted = \"Dedifferentiated liposarcoma\"\n[rna]\n\
                dv200 = 0.7\n";
    let assay =
        "name = \"RNA\"\nanalyte = [\"RNA\"]\ndetects = [\"fusion\"]\nfusion_genes = [\"*\"]\n";
    let run = made(case, Some(assay), &[("f.tsv", &format!("{HEADER}{rows}"))]);
    assert!(raises(&run, "DX-12Q-CLUSTER") && raises(&run, "DX-NOT-ASSESSABLE"));
    let expected = run.report["diagnosis"]["expected"].to_string();
    assert!(expected.contains("not-assessable"), "{expected}");
    assert!(!run.all_texts().contains("MDM2 amplified"));
}

/// A complex genome is told, in words with the number, and NTRK fusions are read by it.
#[test]
fn a_complex_genome_is_told_with_its_number() {
    let mut text = "##fileformat=VCFv4.2\n##source=GenerateSVCandidates 1.6.0\n\
                    ##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"x\">\n\
                    ##INFO=<ID=END,Number=1,Type=Integer,Description=\"x\">\n\
                    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\n"
        .to_owned();
    for index in 0..70 {
        let (start, end) = (1_000_000 + index * 20_000, 1_005_000 + index * 20_000);
        text.push_str(&format!(
            "chr3\t{start}\tM{index}\tG\t<INV>\t.\tPASS\tSVTYPE=INV;END={end}\tGT\t0/1\n"
        ));
    }
    let row = "TPM3\tNTRK1\t+/+\t+/+\tchr1:154170000\tchr1:156870000\tCDS\tCDS\tdeletion\t30\t30\t10\thigh\t\
               in-frame\t.\n";
    let rna = format!("{HEADER}{row}");
    let run = |normal: bool| {
        let case = format!(
            "sample = \"T1\"\n[diagnosis]\nsubmitted = \"Infantile fibrosarcoma\"\n[specimen]\n\
             normal_sequenced = {normal}\n"
        );
        made(&case, None, &[("f.tsv", &rna), ("sv.vcf", &text)])
    };
    let seen = run(true);
    let observed = &seen.report["diagnosis"]["genome"]["observed"];
    assert_eq!(observed, "complex: 70 rearrangement(s)");
    assert!(raises(&seen, "DX-COMPLEX-IN-SIMPLE") && raises(&seen, "TX-NTRK-COMPLEX"));
    // Without normal tissue inherited ones count along, so nothing is told.
    let unknown = run(false);
    assert_eq!(
        unknown.report["diagnosis"]["genome"]["observed"],
        "not assessed"
    );
    assert!(!raises(&unknown, "DX-COMPLEX-IN-SIMPLE"));
}

/// Without a date nothing is called stale, and that is said.
#[test]
fn no_date_no_staleness() {
    let case = Path::new("test-data/cases/14-gist-kit-exon-11");
    let said = "it was not checked whether entries of the knowledge base are past their review";
    let undated = run_case(case, &[]);
    assert!(undated.report["limitations"].to_string().contains(said));
    let dated = run_case(case, &["--report-date", "2031-05-01"]);
    assert!(!dated.report["limitations"].to_string().contains(said));
    assert!(raises(&dated, "KB-STALE") && !raises(&undated, "KB-STALE"));
    let told = dated.report["reasons"].to_string();
    assert!(
        told.contains("Entry gastrointestinal-stromal-tumour last reviewed 20"),
        "{told}"
    );
}
