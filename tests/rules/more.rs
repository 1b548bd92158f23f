//! Cases of rules about small variants, copy number, inheritance, quality and associations.

use super::pieces::*;
use std::fs;

pub fn pairs() -> Vec<Pair> {
    let tp53 = |fraction: &'static str, more: &str| {
        let row = (
            "TP53",
            "missense_variant",
            "5/11",
            "p.Arg175His",
            "PASS",
            fraction,
        );
        variants("Osteosarcoma", more, &[row])
    };
    let kit = |protein: &'static str| {
        let row = ("KIT", "missense_variant", "11/21", protein, "PASS", "0.4");
        variants("GIST", "", &[KIT, row])
    };
    let kit_at = |transcript: &str, protein: &str| {
        let text = kit_on_grch38(transcript, protein);
        run("GIST", "", None, &[("v.vcf", &text)])
    };
    let brca2 = |fraction: &'static str| {
        let row = (
            "BRCA2",
            "stop_gained",
            "11/27",
            "p.Ser1982Ter",
            "PASS",
            fraction,
        );
        variants("Osteosarcoma", "", &[row])
    };
    let liposarcoma = |cdk4: &str, tp53: bool| {
        let mdm2 = copy_number("MDM2", "20");
        let cdk4 = copy_number("CDK4", cdk4);
        let tp53 = vcf(if tp53 { &[TP53] } else { &[] });
        let files = [("m.vcf", &*mdm2), ("c.vcf", &*cdk4), ("v.vcf", &*tp53)];
        run("Dedifferentiated liposarcoma", "", None, &files)
    };
    let with = |more: &str| {
        let text = format!("{HEADER}{}", row("EWSR1", "FLI1"));
        run("Ewing sarcoma", more, None, &[("f.tsv", &text)])
    };
    let configured = |config: &str| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sarcolens.toml");
        fs::write(&path, config).unwrap();
        let path = path.to_string_lossy().into_owned();
        let text = vcf(&[KIT]);
        run_with("GIST", "", None, &[("v.vcf", &text)], &["--config", &path])
    };
    let dated = |date: &str| {
        let text = vcf(&[KIT]);
        run_with(
            "GIST",
            "",
            None,
            &[("v.vcf", &text)],
            &["--report-date", date],
        )
    };
    vec![
        (
            "VAR-ANNOTATION-CONFLICT",
            kit_at("ENST00000288135.5", "p.Val559Glu"),
            // By the shorter isoform the same residue has another number.
            Some(kit_at("ENST00000412167.6", "p.Val555Asp")),
        ),
        (
            "VAR-SUBCLONAL",
            tp53("0.1", "[specimen]\ntumour_fraction = 0.8"),
            Some(tp53("0.4", "[specimen]\ntumour_fraction = 0.8")),
        ),
        (
            "VAR-CHIP",
            tp53("0.06", "[patient]\nage_years = 71"),
            Some(tp53("0.06", "[patient]\nage_years = 30")),
        ),
        ("VAR-PHASE", kit("p.Val559Gly"), Some(kit("p.Trp557Arg"))),
        (
            "CN-NOMDM2-CDK4",
            liposarcoma("2", false),
            Some(liposarcoma("20", false)),
        ),
        (
            "GEN-HRD",
            with("[biomarkers]\nhrd_score = 48.0"),
            Some(with("[biomarkers]\ntmb_per_mb = 1.0")),
        ),
        ("GERM-VAF", brca2("0.5"), Some(brca2("0.2"))),
        (
            "TX-COOCCUR",
            liposarcoma("20", true),
            Some(liposarcoma("20", false)),
        ),
        (
            "TX-APPROVAL-REGION",
            configured("[therapy]\nregions = [\"JP\"]\n"),
            Some(configured("[therapy]\nregions = [\"US\"]\n")),
        ),
        (
            "QC-FAIL",
            with("[qc]\nstatus = \"fail\"\nmetric = \"mean coverage 12\""),
            Some(with("[qc]\nstatus = \"pass\"")),
        ),
        ("KB-STALE", dated("2030-01-01"), Some(dated("2026-12-01"))),
    ]
}
