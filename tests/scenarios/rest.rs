//! Scenarios 7 to 10, 18, 21, 22 and 25.

use super::{AGENTS, never_says, raises, relation, silent, therapy};
use crate::common::{Run, case, sarcolens};

fn message(run: &Run, code: &str) -> String {
    let reasons = run.report["reasons"].as_array().unwrap();
    let found = reasons.iter().find(|reason| reason["code"] == code);
    found.expect(code)["message"].as_str().unwrap().to_owned()
}

#[test]
fn s07_a_fusion_that_the_caller_missed() {
    let run = case("07-sft-missed-by-rna");
    raises(&run, &["ORTH-CONFLICT", "TX-HELD-DX"]);
    assert_ne!(relation(&run), "SUPPORTS");
    assert_eq!(therapy(&run), "held");
    let told = message(&run, "ORTH-CONFLICT");
    assert!(told.contains("stands for the NAB2::STAT6 fusion"), "{told}");
    assert!(told.contains("miss the fusion"), "{told}");
}

#[test]
fn s08_a_read_through_that_is_none() {
    let run = case("08-nab2-stat6-typed-read-through");
    assert_eq!(relation(&run), "COMPATIBLE");
    raises(&run, &["FUS-LOWSUPPORT"]);
    silent(
        &run,
        &["FUS-READTHROUGH", "DX-SUPPORTS", "DX-EXPECTED-ABSENT"],
    );
    let text = run.text(".md");
    assert!(text.contains("the knowledge base excepts it (read-throughs.nab2-stat6)"));
    // A test that is not specific is not said to confirm.
    assert!(text.contains("STAT6 immunohistochemistry can confirm"));
    assert!(text.contains("CD34 immunohistochemistry can help"));
}

#[test]
fn s09_amplified_lipoma() {
    let run = case("09-mdm2-cdk4-in-lipoma");
    assert_eq!(relation(&run), "DISCORDANT");
    assert_eq!(therapy(&run), "held");
    raises(&run, &["DX-DISCORDANT", "TX-HELD-DX", "ORTH-SUGGEST"]);
    let text = run.text(".md");
    assert!(text.contains("MDM2 FISH can confirm"));
    let told = message(&run, "DX-DISCORDANT");
    assert!(told.contains("Dedifferentiated liposarcoma"), "{told}");
    never_says(&run, AGENTS);
}

#[test]
fn s10_a_cluster_in_12q_without_copy_number() {
    let run = case("10-ddlps-rna-only-12q-cluster");
    raises(&run, &["DX-12Q-CLUSTER", "DX-NOT-ASSESSABLE"]);
    let expected = &run.report["diagnosis"]["expected"][0];
    assert_eq!(expected["state"], "not-assessable");
    never_says(&run, &["mdm2 amplified", "mdm2 is amplified"]);
    // The tumour that carries such fusions most often is named, and the submitted one comes first.
    assert!(message(&run, "DX-MULTI").contains("Lipoma"));
    assert!(
        !run.text(".md")
            .contains("Link to Deep (aggressive) angiomyxoma")
    );
    assert!(message(&run, "ASSAY-GAP").ends_with("does not cover: MDM2."));
}

#[test]
fn s18_a_kinase_fusion_in_a_complex_genome() {
    let run = case("18-tpm3-ntrk1-in-leiomyosarcoma");
    raises(
        &run,
        &[
            "DX-FUSION-UNEXPECTED-TUMOUR",
            "TX-NTRK-COMPLEX",
            "TX-AGNOSTIC",
        ],
    );
    assert_ne!(relation(&run), "SUPPORTS");
    let observed = run.report["diagnosis"]["genome"]["observed"].as_str();
    assert!(observed.unwrap().starts_with("complex"), "{observed:?}");
    run.finding("RB1 deletion");
    let lines = run.finding("TPM3::NTRK1")["therapeutic"]
        .as_array()
        .unwrap();
    assert!(!lines.is_empty());
    never_says(&run, &["eligible"]);
}

#[test]
fn s21_a_tumour_variant_that_may_be_inherited() {
    let germline = ["GERM-TP53-AGE", "GERM-ENTITY"];
    let young = case("21-tp53-osteosarcoma-age-14");
    raises(&young, &germline);
    let old = case("21-tp53-osteosarcoma-age-67");
    silent(&old, &germline);
    silent(&old, &["GERM-HIGHYIELD"]);
    raises(&old, &["GERM-NONORMAL"]);
    let brca2 = case("21-brca2-truncating-osteosarcoma");
    raises(&brca2, &["GERM-HIGHYIELD"]);
    for run in [young, old, brca2] {
        never_says(&run, &["is germline", "is inherited"]);
    }
}

#[test]
fn s22_desmoids_with_and_without_ctnnb1() {
    let run = case("22-desmoid-ctnnb1-s45f");
    assert_eq!(relation(&run), "SUPPORTS");
    raises(&run, &["TX-PROGNOSTIC-ONLY"]);
    let lines = run.finding("CTNNB1 p.S45F")["therapeutic"]
        .as_array()
        .unwrap();
    assert!(lines.iter().all(|line| line["direction"] != "sensitivity"));
    let bare = case("22-desmoid-ctnnb1-wild-type");
    raises(&bare, &["DX-EXPECTED-ABSENT-SOFT", "GERM-ENTITY"]);
    silent(&bare, &["DX-EXPECTED-ABSENT"]);
    assert!(message(&bare, "GERM-ENTITY").contains("APC can be inherited"));
}

#[test]
fn s25_old_symbols_and_a_broken_row() {
    let run = case("25-old-symbols-and-a-broken-row");
    assert_eq!(relation(&run), "SUPPORTS");
    raises(&run, &["FUS-ALIAS", "PROC-DROPPED", "DX-SUPPORTS"]);
    run.finding("PAX3::FOXO1");
    assert!(message(&run, "PROC-DROPPED").contains("T1.arriba.tsv:3"));
    assert_eq!(run.report["rejected"][0]["line"], 3);
}

/// Before it was corrected: two assemblies, or a file of another sample.
#[test]
fn s25_files_that_do_not_belong_together() {
    let folder = std::path::Path::new("test-data/cases/25-old-symbols-and-a-broken-row");
    let fusions = folder.join("inputs/T1.arriba.tsv");
    let variants = std::fs::read_to_string(folder.join("inputs/T1.mutect2.vcf")).unwrap();
    let stops = |text: String, more: &[&str], says: &str| {
        let out = tempfile::tempdir().unwrap();
        let vcf = out.path().join("v.vcf");
        std::fs::write(&vcf, text).unwrap();
        let output = sarcolens()
            .args(["interpret", "-d", "ARMS", "-o"])
            .arg(out.path().join("set"))
            .args(more)
            .arg(&fusions)
            .arg(vcf)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(says), "{said}");
        assert!(!out.path().join("set/T1.sarcolens.json").exists());
    };
    let old = variants
        .replace("198295559", "198022430")
        .replace("190214555", "191154276")
        .replace("114364328", "115169878")
        .replace("83257441", "81195210")
        .replace("7675088", "7578406");
    stops(old, &["-s", "T1"], "different genome builds");
    let other = variants.replace("T1", "T2");
    stops(other, &["-s", "T1"], "T2");
}
