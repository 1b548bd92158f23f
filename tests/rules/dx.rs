//! Cases of rules about diagnosis.

use super::pieces::*;

pub fn pairs() -> Vec<Pair> {
    let ewing = || fusions("Ewing sarcoma", &[row("EWSR1", "FLI1")]);
    let empty =
        |more: &str, assay: Option<&str>| run("Ewing sarcoma", more, assay, &[("f.tsv", HEADER)]);
    let ntrk = |diagnosis: &str| fusions(diagnosis, &[row("TPM3", "NTRK1")]);
    let special = |reads: &str, confidence: &str, frame: &str, kind: &str, filters: &str| {
        let places = "chr1:1000000\tchr2:2000000";
        let row = arriba(
            "EWSR1", "FLI1", reads, confidence, frame, kind, filters, places,
        );
        fusions("Ewing sarcoma", &[row])
    };
    let lipoblastoma = |more: &str| run("Lipoblastoma", more, None, &[("f.tsv", HEADER)]);
    // The last one leaves the region on either assembly.
    let in_12q = |count: usize| {
        let rows: Vec<String> = (0..4)
            .map(|index| {
                let inside = 48_000_000 + index * 1_000_000;
                let other = if index < count {
                    70_000_000
                } else {
                    72_000_000
                };
                let places = format!("chr12:{inside}\tchr12:{other}");
                row_at(&format!("GENE{index}"), "AAK1", &places)
            })
            .collect();
        fusions("Dedifferentiated liposarcoma", &rows)
    };
    let many = |normal: &str, count: usize| {
        let more = format!("[specimen]\n{normal}");
        let text = rearrangements(false, count);
        run("Synovial sarcoma", &more, None, &[("sv.vcf", &text)])
    };
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
            "DX-EXCLUSIVE-PAIR",
            variants("GIST", "", &[KIT, D842V]),
            Some(variants("GIST", "", &[KIT])),
        ),
        (
            "DX-SITE-AGE",
            lipoblastoma("[patient]\nage_years = 45"),
            Some(lipoblastoma("[patient]\nage_years = 18")),
        ),
        ("DX-12Q-CLUSTER", in_12q(3), Some(in_12q(2))),
        (
            "DX-COMPLEX-IN-SIMPLE",
            many("normal_sequenced = true", 60),
            Some(many("normal_sequenced = true", 59)),
        ),
    ]
}
