//! Small files and cases out of which the rules' cases are made.

use crate::common::{Run, run_case};
use std::fs;

/// The code, a case that raises it, a case beside it that does not. `None`: there can be none.
pub type Pair = (&'static str, Run, Option<Run>);

pub const HEADER: &str = "#gene1\tgene2\tstrand1(gene/fusion)\tstrand2(gene/fusion)\tbreakpoint1\t\
                      breakpoint2\tsite1\tsite2\ttype\tsplit_reads1\tsplit_reads2\t\
                      discordant_mates\tconfidence\treading_frame\tfilters\n";

/// One Arriba row with what usually matters; the rest is a sound, well supported event.
pub fn row(five: &str, three: &str) -> String {
    arriba(
        five,
        three,
        "30",
        "high",
        "in-frame",
        "translocation",
        ".",
        "chr1:1000000\tchr2:2000000",
    )
}

/// The same with another frame.
pub fn row_of_frame(five: &str, three: &str, frame: &str) -> String {
    row(five, three).replace("in-frame", frame)
}

#[allow(clippy::too_many_arguments, reason = "the columns of a row")]
pub fn arriba(
    five: &str,
    three: &str,
    reads: &str,
    confidence: &str,
    frame: &str,
    kind: &str,
    filters: &str,
    places: &str,
) -> String {
    format!(
        "{five}\t{three}\t+/+\t+/+\t{places}\tCDS\tCDS\t{kind}\t{reads}\t{reads}\t10\t\
         {confidence}\t{frame}\t{filters}\n"
    )
}

pub fn star_fusion(five: &str, three: &str, frame: &str) -> String {
    format!(
        "#FusionName\tJunctionReadCount\tSpanningFragCount\tSpliceType\tLeftGene\tLeftBreakpoint\t\
         RightGene\tRightBreakpoint\tLargeAnchorSupport\tPROT_FUSION_TYPE\n\
         {five}--{three}\t60\t10\tONLY_REF_SPLICE\t{five}^ENSG1.1\tchr1:1000000:+\t{three}^ENSG2.1\t\
         chr2:2000000:+\tYES_LDAS\t{frame}\n"
    )
}

/// One VCF with VEP's annotation: gene, consequence, exon, protein change, filter, fraction.
pub fn vcf(rows: &[(&str, &str, &str, &str, &str, &str)]) -> String {
    let mut text = "##fileformat=VCFv4.2\n##tumor_sample=T1\n\
                    ##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Format: \
                    Allele|Consequence|SYMBOL|Feature|EXON|HGVSp\">\n\
                    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\n"
        .to_owned();
    for (index, (gene, consequence, exon, protein, filter, fraction)) in rows.iter().enumerate() {
        let pos = 1_000_000 + index * 1_000;
        let info = if consequence.is_empty() {
            ".".to_owned()
        } else {
            format!("CSQ=A|{consequence}|{gene}|ENST1.1|{exon}|{protein}")
        };
        text.push_str(&format!(
            "chr1\t{pos}\t.\tG\tA\t.\t{filter}\t{info}\tGT:DP:AF\t0/1:100:{fraction}\n"
        ));
    }
    text
}

/// KIT c.1676T>A at its place, as an annotator tells it.
pub fn kit_on_grch38(transcript: &str, protein: &str) -> String {
    format!(
        "##fileformat=VCFv4.2\n##tumor_sample=T1\n\
         ##contig=<ID=chr4,length=190214555>\n\
         ##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Format: \
         Allele|Consequence|SYMBOL|Feature|EXON|HGVSp\">\n\
         #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\n\
         chr4\t54727444\t.\tT\tA\t.\tPASS\tCSQ=A|missense_variant|KIT|{transcript}|11/21|{protein}\t\
         GT:DP:AF\t0/1:100:0.4\n"
    )
}

pub fn copy_number(gene: &str, copies: &str) -> String {
    format!(
        "##fileformat=VCFv4.2\n##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"x\">\n\
         ##FORMAT=<ID=CN,Number=1,Type=Integer,Description=\"x\">\n\
         #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\n\
         chr12\t100\t.\tN\t<DUP>\t.\tPASS\tSVTYPE=DUP;END=900;GENE={gene}\tGT:CN\t0/1:{copies}\n"
    )
}

/// A case of that diagnosis; `more` is put into `case.toml` behind it.
pub fn run(diagnosis: &str, more: &str, assay: Option<&str>, files: &[(&str, &str)]) -> Run {
    run_with(diagnosis, more, assay, files, &[])
}

pub fn run_with(
    diagnosis: &str,
    more: &str,
    assay: Option<&str>,
    files: &[(&str, &str)],
    arguments: &[&str],
) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let mut names = Vec::new();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
        names.push(format!("\"{name}\""));
    }
    let case = format!(
        "sample = \"T1\"\n[diagnosis]\nsubmitted = \"{diagnosis}\"\n{more}\n[inputs]\nfiles = [{}]\n",
        names.join(", ")
    );
    fs::write(folder.path().join("case.toml"), case).unwrap();
    if let Some(assay) = assay {
        fs::write(folder.path().join("assay.toml"), assay).unwrap();
    }
    run_case(folder.path(), arguments)
}

/// One Arriba file.
pub fn fusions(diagnosis: &str, rows: &[String]) -> Run {
    let text = format!("{HEADER}{}", rows.concat());
    run(diagnosis, "", None, &[("f.tsv", &text)])
}

pub fn variants(diagnosis: &str, more: &str, rows: &[(&str, &str, &str, &str, &str, &str)]) -> Run {
    run(diagnosis, more, None, &[("v.vcf", &vcf(rows))])
}

/// An assay of fusions in the whole transcriptome.
pub const RNA: &str = "name = \"RNA\"\nanalyte = [\"RNA\"]\ndetects = [\"fusion\"]\n\
                   fusion_genes = [\"*\"]\nmin_dv200 = 0.3\n";
pub const GOOD_RNA: &str = "[rna]\ndv200 = 0.7";
pub const KIT: (&str, &str, &str, &str, &str, &str) = (
    "KIT",
    "missense_variant",
    "11/21",
    "p.Val559Asp",
    "PASS",
    "0.4",
);
pub const TP53: (&str, &str, &str, &str, &str, &str) = (
    "TP53",
    "missense_variant",
    "5/11",
    "p.Arg175His",
    "PASS",
    "0.4",
);

/// One Arriba row with its two places.
pub fn row_at(five: &str, three: &str, places: &str) -> String {
    arriba(
        five,
        three,
        "30",
        "high",
        "in-frame",
        "translocation",
        ".",
        places,
    )
}

/// A file of DNA rearrangements: EWSR1 joined to FLI1 where `with_join`, and `more` inversions
/// elsewhere.
pub fn rearrangements(with_join: bool, more: usize) -> String {
    let mut text = "##fileformat=VCFv4.2\n##source=GenerateSVCandidates 1.6.0\n\
                    ##contig=<ID=chr3,length=198295559>\n\
                    ##contig=<ID=chr11,length=135086622>\n\
                    ##contig=<ID=chr22,length=50818468>\n\
                    ##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"x\">\n\
                    ##INFO=<ID=END,Number=1,Type=Integer,Description=\"x\">\n\
                    ##FORMAT=<ID=PR,Number=.,Type=Integer,Description=\"x\">\n\
                    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\n"
        .to_owned();
    for index in 0..more {
        let (start, end) = (1_000_000 + index * 20_000, 1_005_000 + index * 20_000);
        text.push_str(&format!(
            "chr3\t{start}\tMantaINV:{index}:0:0:0:0:0\tG\t<INV>\t.\tPASS\tSVTYPE=INV;END={end}\tPR\t30,18\n"
        ));
    }
    if with_join {
        text.push_str(
            "chr11\t128800112\tMantaBND:1:0:1:0:0:0:1\tG\t]chr22:29289034]G\t.\tPASS\tSVTYPE=BND\tPR\t30,18\n",
        );
    }
    text
}

/// A laboratory's additions: files by path. The folder lives as long as what is given back.
pub fn overlay(files: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Evidence and review of a line made for a test.
pub const EVIDENCE: &str = "evidence = [{ source = \"PMID:1\", cite = \"Author A. One case. \
                            Journal 2020\", kind = \"case-report\", shows = \"One tumour.\" }]\n";
/// Likewise.
pub const REVIEWED: &str = "reviewed = { by = \"laboratory\", on = 2026-11-01 }\n";
/// A variant that excludes KIT exon 11.
pub const D842V: (&str, &str, &str, &str, &str, &str) = (
    "PDGFRA",
    "missense_variant",
    "18/23",
    "p.Asp842Val",
    "PASS",
    "0.4",
);
