//! Every review reason is raised by a small case made for it, and keeps silent in the case beside it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::{Run, run_case};
use sarcolens::domain::ReasonCode;
use std::collections::BTreeSet;
use std::fs;

const HEADER: &str = "#gene1\tgene2\tstrand1(gene/fusion)\tstrand2(gene/fusion)\tbreakpoint1\t\
                      breakpoint2\tsite1\tsite2\ttype\tsplit_reads1\tsplit_reads2\t\
                      discordant_mates\tconfidence\treading_frame\tfilters\n";

/// One Arriba row with what usually matters; the rest is a sound, well supported event.
fn row(five: &str, three: &str) -> String {
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

#[allow(clippy::too_many_arguments, reason = "the columns of a row")]
fn arriba(
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

fn star_fusion(five: &str, three: &str, frame: &str) -> String {
    format!(
        "#FusionName\tJunctionReadCount\tSpanningFragCount\tSpliceType\tLeftGene\tLeftBreakpoint\t\
         RightGene\tRightBreakpoint\tLargeAnchorSupport\tPROT_FUSION_TYPE\n\
         {five}--{three}\t60\t10\tONLY_REF_SPLICE\t{five}^ENSG1.1\tchr1:1000000:+\t{three}^ENSG2.1\t\
         chr2:2000000:+\tYES_LDAS\t{frame}\n"
    )
}

/// One VCF with VEP's annotation: gene, consequence, exon, protein change, filter, fraction.
fn vcf(rows: &[(&str, &str, &str, &str, &str, &str)]) -> String {
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

fn copy_number(gene: &str, copies: &str) -> String {
    format!(
        "##fileformat=VCFv4.2\n##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"x\">\n\
         ##FORMAT=<ID=CN,Number=1,Type=Integer,Description=\"x\">\n\
         #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\n\
         chr12\t100\t.\tN\t<DUP>\t.\tPASS\tSVTYPE=DUP;END=900;GENE={gene}\tGT:CN\t0/1:{copies}\n"
    )
}

/// A case of that diagnosis; `more` is put into `case.toml` behind it.
fn run(diagnosis: &str, more: &str, assay: Option<&str>, files: &[(&str, &str)]) -> Run {
    run_with(diagnosis, more, assay, files, &[])
}

fn run_with(
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
fn fusions(diagnosis: &str, rows: &[String]) -> Run {
    let text = format!("{HEADER}{}", rows.concat());
    run(diagnosis, "", None, &[("f.tsv", &text)])
}

fn variants(diagnosis: &str, more: &str, rows: &[(&str, &str, &str, &str, &str, &str)]) -> Run {
    run(diagnosis, more, None, &[("v.vcf", &vcf(rows))])
}

const RNA: &str = "name = \"RNA\"\nanalyte = [\"RNA\"]\ndetects = [\"fusion\"]\n\
                   fusion_genes = [\"*\"]\nmin_dv200 = 0.3\n";
const GOOD_RNA: &str = "[rna]\ndv200 = 0.7";
const KIT: (&str, &str, &str, &str, &str, &str) = (
    "KIT",
    "missense_variant",
    "11/21",
    "p.Val559Asp",
    "PASS",
    "0.4",
);
const TP53: (&str, &str, &str, &str, &str, &str) = (
    "TP53",
    "missense_variant",
    "5/11",
    "p.Arg175His",
    "PASS",
    "0.4",
);

/// The code, a case that raises it, a case beside it that does not.
fn pairs() -> Vec<(&'static str, Run, Option<Run>)> {
    let ewing = || fusions("Ewing sarcoma", &[row("EWSR1", "FLI1")]);
    let empty =
        |more: &str, assay: Option<&str>| run("Ewing sarcoma", more, assay, &[("f.tsv", HEADER)]);
    let gist = |rows: &[_]| variants("GIST", "", rows);
    let expert = "status = \"confirmed\"\npathology_review = \"sarcoma-expert\"\n[centre]\n\
                  kind = \"expert\"\nmdt_date = 2026-01-01";
    let with = |more: &str| {
        let text = format!("{HEADER}{}", row("EWSR1", "FLI1"));
        run("Ewing sarcoma", more, None, &[("f.tsv", &text)])
    };
    let ntrk = |diagnosis: &str| fusions(diagnosis, &[row("TPM3", "NTRK1")]);
    let special = |reads: &str, confidence: &str, frame: &str, kind: &str, filters: &str| {
        let places = "chr1:1000000\tchr2:2000000";
        let row = arriba(
            "EWSR1", "FLI1", reads, confidence, frame, kind, filters, places,
        );
        fusions("Ewing sarcoma", &[row])
    };
    let near = |five: &str, three: &str| {
        let places = "chr12:1000000\tchr12:1005000";
        let kind = "deletion/read-through";
        let row = arriba(five, three, "30", "high", "in-frame", kind, ".", places);
        fusions("Solitary fibrous tumour", &[row])
    };
    let (star, two) = (
        star_fusion("EWSR1", "FLI1", "FRAMESHIFT"),
        format!("{HEADER}{}", row("EWSR1", "FLI1")),
    );
    let both = |first: &str, second: &str| {
        run(
            "Ewing sarcoma",
            "",
            None,
            &[("f.tsv", first), ("s.tsv", second)],
        )
    };
    let mdm2 = |copies: &str, more: &str| {
        run(
            "Dedifferentiated liposarcoma",
            more,
            None,
            &[("c.vcf", &copy_number("MDM2", copies))],
        )
    };
    let panel = "name = \"P\"\nanalyte = [\"DNA\"]\ndetects = [\"small-variant\"]\ngenes = [\"KIT\"]\n\
                 limit_of_detection_vaf = 0.05\nmin_tumour_fraction = 0.2\n";
    let on_panel = |row, more: &str| run("GIST", more, Some(panel), &[("v.vcf", &vcf(&[row]))]);
    vec![
        (
            "DX-NONE",
            fusions("sarcoma NOS", &[row("EWSR1", "FLI1")]),
            Some(ewing()),
        ),
        (
            "DX-SUPPORTS",
            ewing(),
            Some(special("1", "low", "in-frame", "translocation", ".")),
        ),
        (
            "DX-DISCORDANT",
            fusions("DSRCT", &[row("EWSR1", "FLI1")]),
            Some(ewing()),
        ),
        (
            "DX-MULTI",
            fusions("Clear cell sarcoma of soft tissue", &[row("EWSR1", "ATF1")]),
            Some(ewing()),
        ),
        (
            "DX-BENIGN-MIMIC",
            fusions("Clear cell sarcoma of soft tissue", &[row("EWSR1", "ATF1")]),
            Some(ewing()),
        ),
        (
            "DX-NONSARCOMA",
            fusions("Synovial sarcoma", &[row("BRD4", "NUTM1")]),
            Some(fusions("NUT carcinoma", &[row("BRD4", "NUTM1")])),
        ),
        (
            "DX-EXPECTED-ABSENT",
            empty(GOOD_RNA, Some(RNA)),
            Some(empty(GOOD_RNA, None)),
        ),
        (
            "DX-EXPECTED-ABSENT-SOFT",
            run("IMT", GOOD_RNA, Some(RNA), &[("f.tsv", HEADER)]),
            Some(empty(GOOD_RNA, Some(RNA))),
        ),
        (
            "DX-NOT-ASSESSABLE",
            empty("", None),
            Some(empty(GOOD_RNA, Some(RNA))),
        ),
        (
            "DX-NON-INFORMATIVE",
            run("Myxofibrosarcoma", "", None, &[("f.tsv", HEADER)]),
            Some(ewing()),
        ),
        (
            "DX-TWO-DEFINING",
            fusions(
                "Ewing sarcoma",
                &[row("EWSR1", "FLI1"), row("SS18", "SSX1")],
            ),
            Some(ewing()),
        ),
        (
            "DX-FUSION-UNEXPECTED-TUMOUR",
            ntrk("Leiomyosarcoma"),
            Some(ewing()),
        ),
        (
            "FUS-NOVEL-PARTNER",
            fusions("Ewing sarcoma", &[row("EWSR1", "AAK1")]),
            Some(ewing()),
        ),
        (
            "FUS-PARTNER-UNKNOWN",
            fusions("Ewing sarcoma", &[row("EWSR1", "AAK1(10),ABL1(20)")]),
            Some(ewing()),
        ),
        (
            "FUS-OOF",
            special("30", "high", "out-of-frame", "translocation", "."),
            Some(ewing()),
        ),
        (
            "FUS-FRAME-CONFLICT",
            both(&two, &star),
            Some(both(&two, &star.replace("FRAMESHIFT", "INFRAME"))),
        ),
        (
            "FUS-FRAME-UNKNOWN",
            special("30", "high", ".", "translocation", "."),
            Some(ewing()),
        ),
        (
            "FUS-RECIPROCAL-ONLY",
            fusions("Ewing sarcoma", &[row("FLI1", "EWSR1")]),
            Some(ewing()),
        ),
        (
            "FUS-LOWSUPPORT",
            special("1", "low", "in-frame", "translocation", "."),
            Some(ewing()),
        ),
        (
            "FUS-DISCARDED",
            special("1", "low", "in-frame", "translocation", "min_support"),
            Some(ewing()),
        ),
        (
            "FUS-SINGLE-CALLER",
            both(&two, star.split_inclusive('\n').next().unwrap()),
            Some(ewing()),
        ),
        (
            "FUS-READTHROUGH",
            near("EWSR1", "AAK1"),
            Some(near("NAB2", "STAT6")),
        ),
        (
            "FUS-PARALOG",
            fusions("Synovial sarcoma", &[row("SS18", "SSX1")]),
            Some(ewing()),
        ),
        (
            "FUS-ENHANCER",
            fusions("Nodular fasciitis", &[row("MYH9", "USP6")]),
            Some(ewing()),
        ),
        (
            "FUS-ALIAS",
            fusions("Alveolar rhabdomyosarcoma", &[row("PAX3", "FKHR")]),
            Some(ewing()),
        ),
        (
            "FUS-ITD",
            fusions(
                "Clear cell sarcoma of kidney",
                &[arriba(
                    "BCOR",
                    "BCOR",
                    "30",
                    "high",
                    "in-frame",
                    "duplication/ITD",
                    ".",
                    "chrX:100\tchrX:190",
                )],
            ),
            Some(ewing()),
        ),
        (
            "VAR-VUS-DEFINING",
            gist(&[(
                "KIT",
                "missense_variant",
                "20/21",
                "p.Ala949Thr",
                "PASS",
                "0.4",
            )]),
            Some(gist(&[KIT])),
        ),
        (
            "VAR-LOWVAF",
            on_panel(
                (
                    "KIT",
                    "missense_variant",
                    "11/21",
                    "p.Val559Asp",
                    "PASS",
                    "0.02",
                ),
                "",
            ),
            Some(on_panel(KIT, "")),
        ),
        (
            "VAR-FILTERED",
            gist(&[(
                "KIT",
                "missense_variant",
                "11/21",
                "p.Val559Asp",
                "weak_evidence",
                "0.4",
            )]),
            Some(gist(&[KIT])),
        ),
        (
            "VAR-NOT-DERIVED",
            gist(&[("KIT", "missense_variant", "11/21", "", "PASS", "0.4")]),
            Some(gist(&[KIT])),
        ),
        ("CN-BORDER", mdm2("5", ""), Some(mdm2("20", ""))),
        (
            "CN-LOWPURITY",
            mdm2("20", ""),
            Some(mdm2("20", "[specimen]\ntumour_fraction = 0.8")),
        ),
        (
            "GEN-TMB-HIGH",
            with("[biomarkers]\ntmb_per_mb = 12.0"),
            Some(with("[biomarkers]\ntmb_per_mb = 1.0")),
        ),
        (
            "GEN-MSI",
            with("[biomarkers]\nmsi = \"high\""),
            Some(with("[biomarkers]\nmsi = \"stable\"")),
        ),
        (
            "GEN-UV",
            with("[specimen]\nsite = \"lung\"\n[biomarkers]\nuv_signature_fraction = 0.8"),
            Some(with(
                "[specimen]\nsite = \"skin of the scalp\"\n[biomarkers]\nuv_signature_fraction = 0.8",
            )),
        ),
        (
            "GERM-HIGHYIELD",
            variants(
                "Osteosarcoma",
                "",
                &[(
                    "BRCA2",
                    "stop_gained",
                    "11/27",
                    "p.Ser1982Ter",
                    "PASS",
                    "0.5",
                )],
            ),
            Some(variants("Osteosarcoma", "", &[TP53])),
        ),
        (
            "GERM-ENTITY",
            variants("Osteosarcoma", "[patient]\nage_years = 14", &[TP53]),
            Some(variants(
                "Osteosarcoma",
                "[patient]\nage_years = 67",
                &[TP53],
            )),
        ),
        (
            "GERM-TP53-AGE",
            variants("Osteosarcoma", "[patient]\nage_years = 14", &[TP53]),
            Some(variants(
                "Osteosarcoma",
                "[patient]\nage_years = 67",
                &[TP53],
            )),
        ),
        (
            "GERM-NONORMAL",
            variants("Osteosarcoma", "[patient]\nage_years = 67", &[TP53]),
            Some(variants(
                "Osteosarcoma",
                "[specimen]\nnormal_sequenced = true",
                &[TP53],
            )),
        ),
        ("TX-BOARD", gist(&[KIT]), Some(ewing())),
        (
            "TX-HELD-DX",
            fusions("DSRCT", &[row("EWSR1", "FLI1")]),
            Some(ewing()),
        ),
        (
            "TX-HELD-QC",
            empty("[rna]\ndv200 = 0.1", Some(RNA)),
            Some(empty(GOOD_RNA, Some(RNA))),
        ),
        (
            "TX-HELD-EVIDENCE",
            fusions(
                "Infantile fibrosarcoma",
                &[arriba(
                    "ETV6",
                    "NTRK3",
                    "1",
                    "low",
                    "in-frame",
                    "translocation",
                    ".",
                    "chr12:1\tchr15:2",
                )],
            ),
            Some(fusions("Infantile fibrosarcoma", &[row("ETV6", "NTRK3")])),
        ),
        (
            "TX-OTHER-ENTITY",
            variants(
                "Enchondroma",
                "",
                &[(
                    "IDH1",
                    "missense_variant",
                    "4/10",
                    "p.Arg132Cys",
                    "PASS",
                    "0.4",
                )],
            ),
            Some(variants(
                "Chondrosarcoma",
                "",
                &[(
                    "IDH1",
                    "missense_variant",
                    "4/10",
                    "p.Arg132Cys",
                    "PASS",
                    "0.4",
                )],
            )),
        ),
        (
            "TX-AGNOSTIC",
            ntrk("NTRK-rearranged spindle cell neoplasm"),
            Some(gist(&[KIT])),
        ),
        (
            "TX-NTRK-COMPLEX",
            ntrk("Leiomyosarcoma"),
            Some(ntrk("Infantile fibrosarcoma")),
        ),
        (
            "TX-RESIST",
            gist(&[(
                "PDGFRA",
                "missense_variant",
                "18/23",
                "p.Asp842Val",
                "PASS",
                "0.4",
            )]),
            Some(gist(&[KIT])),
        ),
        (
            "TX-PROGNOSTIC-ONLY",
            variants(
                "Desmoid fibromatosis",
                "",
                &[(
                    "CTNNB1",
                    "missense_variant",
                    "3/15",
                    "p.Ser45Phe",
                    "PASS",
                    "0.4",
                )],
            ),
            Some(gist(&[KIT])),
        ),
        (
            "QC-RNA",
            empty("[rna]\ndv200 = 0.1", Some(RNA)),
            Some(empty(GOOD_RNA, Some(RNA))),
        ),
        (
            "QC-DECAL",
            with("[specimen]\ndecalcified = true"),
            Some(ewing()),
        ),
        (
            "QC-TUMOUR",
            on_panel(KIT, "[specimen]\ntumour_fraction = 0.1"),
            Some(on_panel(KIT, "[specimen]\ntumour_fraction = 0.6")),
        ),
        ("ASSAY-UNDEFINED", ewing(), Some(empty(GOOD_RNA, Some(RNA)))),
        (
            "ASSAY-GAP",
            on_panel(KIT, ""),
            Some(empty(GOOD_RNA, Some(RNA))),
        ),
        ("CTR-NONEXPERT", ewing(), Some(with(expert))),
        ("CTR-NOPATHREV", ewing(), Some(with(expert))),
        ("CTR-NOMDT", ewing(), Some(with(expert))),
        (
            "ORTH-CONFLICT",
            empty(
                "[rna]\ndv200 = 0.7\n[[orthogonal]]\ntest = \"FISH EWSR1 break-apart\"\nresult = \"positive\"",
                Some(RNA),
            ),
            Some(empty(
                "[rna]\ndv200 = 0.7\n[[orthogonal]]\ntest = \"FISH EWSR1 break-apart\"\nresult = \"negative\"",
                Some(RNA),
            )),
        ),
        ("ORTH-SUGGEST", empty(GOOD_RNA, Some(RNA)), Some(ewing())),
        (
            "KB-PROVISIONAL",
            fusions("Ewing sarcoma", &[row("EWSR1", "ETS1")]),
            Some(ewing()),
        ),
        (
            "KB-WITHDRAWN",
            run("Epithelioid sarcoma", "", None, &[("f.tsv", HEADER)]),
            Some(ewing()),
        ),
        ("PROC-UNSIGNED", ewing(), None),
        (
            "PROC-DROPPED",
            fusions("Ewing sarcoma", &["EWSR1\tFLI1\tbroken\n".to_owned()]),
            Some(ewing()),
        ),
    ]
}

#[test]
fn every_rule_is_raised_by_its_case_and_silent_beside_it() {
    let mut raised = BTreeSet::new();
    for (code, loud, quiet) in pairs() {
        let codes = loud.codes();
        assert!(
            codes.iter().any(|known| known == code),
            "{code} is not in {codes:?}"
        );
        raised.insert(code.to_owned());
        if let Some(quiet) = quiet {
            let codes = quiet.codes();
            assert!(
                !codes.iter().any(|known| known == code),
                "{code} is in {codes:?}"
            );
        }
    }
    // These need another knowledge base: an overlay, an entity without need for sequencing, a link
    // by one case report, evidence from other tumours.
    let elsewhere = [
        "KB-LOCAL",
        "IND-NOT-NEEDED",
        "KB-SINGLE-REPORT",
        "TX-OTHER-TUMOUR",
    ];
    raised.extend(elsewhere.map(str::to_owned));
    let all: BTreeSet<String> = ReasonCode::ALL.iter().map(ToString::to_string).collect();
    assert_eq!(raised, all);
}

#[test]
fn rules_about_a_laboratorys_own_lines() {
    let overlay = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = overlay.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let evidence = "evidence = [{ source = \"PMID:1\", cite = \"Author A. One case. Journal 2020\", \
                    kind = \"case-report\", shows = \"One tumour.\" }]\n";
    let reviewed = "reviewed = { by = \"laboratory\", on = 2026-11-01 }\n";
    write(
        "entities/local-tumour.toml",
        &format!(
            "id = \"local-tumour\"\nname = \"Local tumour\"\nsynonyms = []\n\
             category = \"uncertain\"\nbehaviour = \"benign\"\ngenome = \"simple\"\n{reviewed}\
             [ngs]\nclass = \"not-needed\"\ntext = \"Morphology is enough.\"\nevidence = []\n\
             [[diagnostic]]\nid = \"local-tumour.hmga2-aak1\"\npattern = \"fusion HMGA2::AAK1\"\n\
             strength = \"recurrent\"\n{evidence}"
        ),
    );
    write(
        "targets/local-question.toml",
        &format!(
            "id = \"local-question\"\nquestion = \"?\"\n{reviewed}[[therapeutic]]\n\
             id = \"local-question.melanoma\"\npattern = \"fusion HMGA2::AAK1\"\n\
             entities = [\"melanoma\"]\ndirection = \"sensitivity\"\nagents = [\"examplinib\"]\n\
             level = \"AMP/ASCO/CAP D\"\nstatement = \"Shown in melanoma.\"\n{evidence}"
        ),
    );
    let text = format!("{HEADER}{}", row("HMGA2", "AAK1"));
    let path = overlay.path().to_string_lossy().into_owned();
    let run = run_with(
        "Local tumour",
        "",
        None,
        &[("f.tsv", &text)],
        &["--overlay", &path],
    );
    let codes = run.codes();
    for code in [
        "KB-LOCAL",
        "IND-NOT-NEEDED",
        "KB-SINGLE-REPORT",
        "TX-OTHER-TUMOUR",
    ] {
        assert!(
            codes.iter().any(|known| known == code),
            "{code} is not in {codes:?}"
        );
    }
}
