//! Cases of rules about everything else.

use super::pieces::*;

pub fn pairs() -> Vec<Pair> {
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
    let panel = "name = \"P\"\nanalyte = [\"DNA\"]\ndetects = [\"small-variant\"]\ngenes = [\"KIT\"]\n\
                 limit_of_detection_vaf = 0.05\nmin_tumour_fraction = 0.2\n";
    let on_panel = |row, more: &str| run("GIST", more, Some(panel), &[("v.vcf", &vcf(&[row]))]);
    let mdm2 = |copies: &str, more: &str| {
        run(
            "Dedifferentiated liposarcoma",
            more,
            None,
            &[("c.vcf", &copy_number("MDM2", copies))],
        )
    };
    vec![
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
