//! The acceptance scenarios that this version covers, in the words of what the report must and must
//! not say.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;
#[path = "scenarios/rest.rs"]
mod rest;

use common::{Run, case};

fn relation(run: &Run) -> &str {
    run.report["diagnosis"]["relation"].as_str().unwrap()
}

fn therapy(run: &Run) -> &str {
    run.report["therapy"]["state"].as_str().unwrap()
}

fn raises(run: &Run, codes: &[&str]) {
    let raised = run.codes();
    for code in codes {
        assert!(
            raised.iter().any(|known| known == code),
            "{code} in {raised:?}"
        );
    }
}

fn silent(run: &Run, codes: &[&str]) {
    let raised = run.codes();
    for code in codes {
        assert!(
            !raised.iter().any(|known| known == code),
            "{code} in {raised:?}"
        );
    }
}

fn never_says(run: &Run, words: &[&str]) {
    let text = run.all_texts().to_lowercase();
    for word in words {
        assert!(!text.contains(word), "says \"{word}\"");
    }
}

/// Agents of the first slice of targets, for checking that none shows while lines are held.
const AGENTS: &[&str] = &[
    "imatinib",
    "avapritinib",
    "larotrectinib",
    "entrectinib",
    "palbociclib",
    "pembrolizumab",
    "alpelisib",
    "brigimadlin",
];

#[test]
fn s01_classic_ewing() {
    let run = case("01-classic-ewing");
    assert_eq!(relation(&run), "SUPPORTS");
    assert_eq!(therapy(&run), "none");
    raises(&run, &["DX-SUPPORTS", "PROC-UNSIGNED"]);
    let findings = run.report["findings"].as_array().unwrap();
    assert_eq!(
        findings.len(),
        1,
        "the reciprocal row is not a second finding"
    );
    let finding = run.finding("EWSR1::FLI1");
    assert_eq!(finding["disposition"], "consistent-with-diagnosis");
    assert_eq!(finding["match_degree"], "pair");
    assert_eq!(finding["sources"].as_array().unwrap().len(), 3);
    let junctions = finding["alteration"]["junctions"].as_array().unwrap();
    assert!(junctions.iter().any(|j| j["relation"] == "reciprocal"));
    never_says(&run, AGENTS);
}

#[test]
fn s02_the_same_fusion_under_another_diagnosis() {
    let run = case("02-ewing-fusion-in-dsrct");
    assert_eq!(relation(&run), "DISCORDANT");
    assert_eq!(therapy(&run), "held");
    raises(&run, &["DX-DISCORDANT", "TX-HELD-DX"]);
    let differential = run.report["diagnosis"]["differential"].as_array().unwrap();
    assert_eq!(differential[0]["entity"], "ewing-sarcoma");
    assert!(
        differential
            .iter()
            .any(|entry| entry["entity"] == "superficial-neurocristic-tumour")
    );
    assert_eq!(
        run.report["diagnosis"]["submitted"]["entity"],
        "desmoplastic-small-round-cell-tumour"
    );
    let run = case("02-ewing-fusion-in-neurocristic-tumour");
    assert_eq!(therapy(&run), "held");
    raises(&run, &["DX-MULTI"]);
}

#[test]
fn s04_fusion_negative_ewing() {
    let run = case("04-fusion-negative-ewing");
    assert_eq!(relation(&run), "EXPECTED_ABSENT");
    assert_eq!(therapy(&run), "held");
    raises(&run, &["DX-EXPECTED-ABSENT", "ORTH-SUGGEST", "TX-HELD-DX"]);
    let text = run.all_texts();
    for word in ["FISH", "CIC", "BCOR", "NFATC2"] {
        assert!(text.contains(word), "{word}");
    }
}

#[test]
fn s05_the_same_with_poor_rna() {
    let run = case("05-fusion-negative-ewing-poor-rna");
    assert_eq!(relation(&run), "NOT_ASSESSABLE");
    raises(&run, &["DX-NOT-ASSESSABLE", "QC-RNA", "QC-DECAL"]);
    silent(&run, &["DX-EXPECTED-ABSENT"]);
    never_says(&run, &["not detected", "not-detected", "negative"]);
}

#[test]
fn s12_synovial_sarcoma_with_a_look_alike() {
    let run = case("12-synovial-sarcoma");
    assert_eq!(relation(&run), "SUPPORTS");
    assert_eq!(run.report["findings"].as_array().unwrap().len(), 1);
    let finding = run.finding("SS18::SSX1");
    assert_eq!(finding["sources"].as_array().unwrap().len(), 3);
    raises(&run, &["FUS-PARALOG"]);
}

#[test]
fn s14_gist_with_kit_exon_11() {
    let run = case("14-gist-kit-exon-11");
    assert_eq!(relation(&run), "SUPPORTS");
    assert_eq!(therapy(&run), "listed");
    raises(&run, &["TX-BOARD"]);
    silent(
        &run,
        &[
            "GERM-HIGHYIELD",
            "GERM-ENTITY",
            "GERM-TP53-AGE",
            "GERM-NONORMAL",
        ],
    );
    let finding = run.finding("KIT p.W557_K558del");
    let line = finding["therapeutic"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["agents"][0] == "imatinib")
        .expect("the imatinib association");
    assert_eq!(line["entity_relation"], "same");
    assert_eq!(line["state"], "listed");
    assert!(
        line["evidence_level"]
            .as_str()
            .unwrap()
            .contains("AMP/ASCO/CAP")
    );
    assert!(
        line["review"]
            .as_array()
            .unwrap()
            .iter()
            .any(|code| code == "TX-BOARD")
    );
}

#[test]
fn s15_gist_with_pdgfra_d842v() {
    let run = case("15-gist-pdgfra-d842v");
    assert_eq!(relation(&run), "SUPPORTS");
    assert_eq!(therapy(&run), "listed");
    raises(&run, &["TX-RESIST", "TX-BOARD"]);
    let lines = run.finding("PDGFRA p.D842V")["therapeutic"]
        .as_array()
        .unwrap()
        .clone();
    let place = |direction: &str, agent: &str| {
        lines
            .iter()
            .position(|line| line["direction"] == direction && line["agents"][0] == agent)
            .unwrap_or_else(|| panic!("{direction} {agent} in {lines:#?}"))
    };
    assert!(place("resistance", "imatinib") < place("sensitivity", "avapritinib"));
    let sensitive_to_imatinib = lines
        .iter()
        .any(|line| line["direction"] == "sensitivity" && line["agents"][0] == "imatinib");
    assert!(!sensitive_to_imatinib);
}

#[test]
fn s17_infantile_fibrosarcoma() {
    let run = case("17-infantile-fibrosarcoma");
    assert_eq!(relation(&run), "SUPPORTS");
    assert_eq!(therapy(&run), "listed");
    let lines = run.finding("ETV6::NTRK3")["therapeutic"]
        .as_array()
        .unwrap();
    assert!(lines.iter().any(|line| line["entity_relation"] == "same"));
    silent(&run, &["TX-NTRK-COMPLEX"]);
}

#[test]
fn s24_panel_without_a_histotype() {
    let run = case("24-sarcoma-nos-panel");
    // The report does not contradict itself: what was found was not "not assessed", and what is
    // linked to entities is not without any association.
    assert_eq!(run.finding("CDKN2A deletion")["id"], "F1");
    for text in [run.text(".md"), run.text(".html")] {
        assert!(!text.contains("Copy number: not assessed"));
        assert!(!text.contains("without clinical association"));
        assert!(text.contains("Copy number: only what files made for something else hold"));
    }
    assert_eq!(relation(&run), "NOT_ASSESSABLE");
    assert_eq!(therapy(&run), "held");
    raises(
        &run,
        &[
            "DX-NONE",
            "CTR-NONEXPERT",
            "CTR-NOPATHREV",
            "ASSAY-UNDEFINED",
            "TX-HELD-DX",
        ],
    );
    never_says(&run, AGENTS);
    never_says(&run, &["not detected", "not-detected"]);
    let text = run.text(".md");
    for label in ["CDKN2A deletion", "TP53 p.R175H", "PIK3CA p.H1047R"] {
        assert!(text.contains(label), "{label}");
    }
    assert!(text.contains("cannot replace pathology review"));
}

#[test]
fn every_kind_of_alteration_has_a_case() {
    for (slug, kind, label) in [
        ("01-classic-ewing", "fusion", "EWSR1::FLI1"),
        ("14-gist-kit-exon-11", "small-variant", "KIT p.W557_K558del"),
        (
            "kind-copy-number-mdm2-in-lipoma",
            "copy-number",
            "MDM2 amplification",
        ),
        (
            "kind-rearrangement-ewsr1-fli1",
            "rearrangement",
            "EWSR1/FLI1 rearrangement",
        ),
        (
            "kind-tandem-duplication-bcor",
            "tandem-duplication",
            "BCOR ITD",
        ),
        ("kind-biomarker-tmb", "biomarker", "TMB 24.5/Mb"),
    ] {
        assert_eq!(case(slug).finding(label)["kind"], kind, "{slug}");
    }
}

#[test]
fn mdm2_amplification_in_a_lipoma_is_discordant() {
    let run = case("kind-copy-number-mdm2-in-lipoma");
    assert_eq!(relation(&run), "DISCORDANT");
    assert_eq!(therapy(&run), "held");
    never_says(&run, AGENTS);
}

#[test]
fn a_rearrangement_alone_supports_nothing() {
    let run = case("kind-rearrangement-ewsr1-fli1");
    assert_ne!(relation(&run), "SUPPORTS");
}

/// A hotspot in a file that no annotator has seen cannot be recognised: then its absence must not
/// be stated either, and the variant is listed.
#[test]
fn a_vcf_without_annotation_says_what_its_annotated_twin_says() {
    let folder = tempfile::tempdir().unwrap();
    let annotated =
        std::fs::read_to_string("test-data/cases/14-gist-kit-exon-11/inputs/T1.mutect2.vcf")
            .unwrap();
    let bare: String = annotated
        .lines()
        .filter(|line| !line.starts_with("##INFO=<ID=CSQ"))
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let fields: Vec<&str> = fields
                .into_iter()
                .map(|field| if field.contains("CSQ=") { "." } else { field })
                .collect();
            fields.join("\t") + "\n"
        })
        .collect();
    assert!(!bare.contains("CSQ"));
    std::fs::write(folder.path().join("bare.vcf"), bare).unwrap();
    std::fs::write(
        folder.path().join("assay.toml"),
        "name = \"Example panel\"\nanalyte = [\"DNA\"]\ndetects = [\"small-variant\"]\n\
         genes = [\"KIT\", \"PDGFRA\"]\n",
    )
    .unwrap();
    std::fs::write(
        folder.path().join("case.toml"),
        "sample = \"T1\"\n[diagnosis]\nsubmitted = \"GIST\"\n[inputs]\nfiles = [\"bare.vcf\"]\n",
    )
    .unwrap();
    let run = common::run_case(folder.path(), &[]);
    assert_eq!(relation(&run), "SUPPORTS");
    let finding = run.finding("KIT p.W557_K558del");
    assert_eq!(finding["alteration"]["origin_of_annotation"], "computed");
    assert_eq!(finding["alteration"]["exon"], 11);
    silent(&run, &["DX-EXPECTED-ABSENT", "VAR-NOT-DERIVED"]);
    // The twin with its annotation tells the same.
    let twin = common::case("14-gist-kit-exon-11");
    let told = |run: &Run| {
        let finding = run.finding("KIT p.W557_K558del");
        (
            finding["match_degree"].clone(),
            finding["alteration"]["hgvs_c"].clone(),
            finding["diagnostic"].clone(),
        )
    };
    assert_eq!(told(&run), told(&twin));
}

/// The submitted Ewing sarcoma of scenario 4 with another Arriba file: rows that begin with `keep`.
fn ewing_with(arriba: &str, keep: &str) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let from = std::path::Path::new("test-data/cases/04-fusion-negative-ewing");
    std::fs::create_dir(folder.path().join("inputs")).unwrap();
    for name in ["case.toml", "assay.toml", "inputs/T1.star-fusion.tsv"] {
        std::fs::copy(from.join(name), folder.path().join(name)).unwrap();
    }
    let arriba = format!("test-data/callers/arriba/{arriba}");
    let rows: String = std::fs::read_to_string(arriba)
        .unwrap()
        .lines()
        .filter(|line| line.starts_with('#') || line.starts_with(keep))
        .map(|line| format!("{line}\n"))
        .collect();
    std::fs::write(folder.path().join("inputs/T1.arriba.tsv"), rows).unwrap();
    common::run_case(folder.path(), &[])
}

#[test]
fn half_a_junction_is_no_absence() {
    let run = ewing_with("2.x.tsv", "EWSR1\tA(");
    assert_eq!(relation(&run), "NOT_ASSESSABLE");
    silent(&run, &["DX-EXPECTED-ABSENT"]);
    let text = run.text(".md");
    assert!(text.contains("EWSR1::? may be it"), "{text}");
}

#[test]
fn a_list_of_discarded_candidates_is_no_absence_and_no_support() {
    let run = ewing_with("2.x.discarded.tsv", "EWSR1");
    assert_eq!(relation(&run), "NOT_ASSESSABLE");
    raises(&run, &["FUS-DISCARDED", "DX-NOT-ASSESSABLE"]);
    silent(&run, &["DX-EXPECTED-ABSENT", "DX-SUPPORTS"]);
}

/// A caller that guessed the order is told so where the fusion supports the diagnosis.
#[test]
fn an_order_that_is_not_stated_is_told() {
    let table = |strand: &str| {
        format!(
            "#gene1\tgene2\tstrand1(gene/fusion)\tstrand2(gene/fusion)\tbreakpoint1\tbreakpoint2\t\
             split_reads1\tsplit_reads2\tdiscordant_mates\tconfidence\treading_frame\tfilters\n\
             FLI1\tEWSR1\t{strand}\t{strand}\tchr11:128805366\tchr22:29287134\t40\t40\t10\thigh\t\
             in-frame\t.\n"
        )
    };
    let run = |strand: &str| {
        let case = "sample = \"T1\"\n[diagnosis]\nsubmitted = \"Ewing sarcoma\"\n";
        common::made(case, None, &[("f.tsv", &table(strand))])
    };
    let guessed = run("+/.");
    let finding = guessed.finding("FLI1::EWSR1");
    let said = "does not state which gene is 5'";
    assert!(
        finding["text"].as_str().unwrap().contains(said),
        "{finding}"
    );
    let supports = guessed.report["reasons"].as_array().unwrap();
    let supports = supports
        .iter()
        .find(|r| r["code"] == "DX-SUPPORTS")
        .unwrap();
    assert!(supports["message"].as_str().unwrap().contains(said));
    assert!(!run("+/+").all_texts().contains(said));
}

/// An Arriba row of one fusion in a case of that diagnosis.
fn one_fusion(diagnosis: &str, genes: (&str, &str), places: (&str, &str), frame: &str) -> Run {
    let (five, three) = genes;
    let strands = match five {
        "CDH11" => ("-/-", "+/+"),
        _ => ("+/+", "+/+"),
    };
    let table = format!(
        "#gene1\tgene2\tstrand1(gene/fusion)\tstrand2(gene/fusion)\tbreakpoint1\tbreakpoint2\t\
         split_reads1\tsplit_reads2\tdiscordant_mates\tconfidence\treading_frame\tfilters\n\
         {five}\t{three}\t{}\t{}\t{}\t{}\t40\t40\t10\thigh\t{frame}\t.\n",
        strands.0, strands.1, places.0, places.1
    );
    let case = format!("sample = \"T1\"\n[diagnosis]\nsubmitted = \"{diagnosis}\"\n");
    common::made(&case, None, &[("f.tsv", &table)])
}

/// EWSR1 exon 7 and FLI1 exon 6 on GRCh38.
const EWING: (&str, &str) = ("chr22:29287134", "chr11:128805366");

/// CDH11 exon 1 and USP6 exon 2 on GRCh38.
const CDH11_USP6: (&str, &str) = ("chr16:65121880", "chr17:5118200");

/// What the breakpoints say takes no caller's place, and fills what no caller says.
#[test]
fn frames_by_the_breakpoints() {
    let ewing = |places, frame| one_fusion("Ewing sarcoma", ("EWSR1", "FLI1"), places, frame);
    let seen = |run: &Run| run.finding("EWSR1::FLI1")["alteration"].clone();

    let agreed = ewing(EWING, "in-frame");
    silent(
        &agreed,
        &["FUS-FRAME-CONFLICT", "FUS-FRAME-UNKNOWN", "FUS-OOF"],
    );

    // Nobody states a frame: ours, and it says so.
    let filled = ewing(EWING, ".");
    let alteration = seen(&filled);
    assert_eq!(alteration["frame"], "in-frame", "{alteration}");
    assert_eq!(alteration["frame_from_breakpoints"], true);
    assert_eq!(alteration["five_prime"]["exon"], 7);
    assert_eq!(alteration["three_prime"]["exon"], 6);
    assert_eq!(alteration["domains_from_breakpoints"], true);
    silent(&filled, &["FUS-FRAME-CONFLICT", "FUS-FRAME-UNKNOWN"]);
    assert!(
        filled
            .all_texts()
            .contains("by the breakpoints; no caller states it")
    );

    // The caller's frame stays, and the contradiction is told.
    let contradicted = ewing(EWING, "out-of-frame");
    assert_eq!(seen(&contradicted)["frame"], "out-of-frame");
    raises(&contradicted, &["FUS-FRAME-CONFLICT", "FUS-OOF"]);
    let told = "Frame calls disagree: arriba out of frame, breakpoints in frame.";
    assert!(contradicted.all_texts().contains(told));

    // EWSR1 exon 8 ends in another frame.
    let lost = ewing(("chr22:29288786", EWING.1), ".");
    assert_eq!(seen(&lost)["frame"], "out-of-frame");
    raises(&lost, &["FUS-OOF"]);
    assert_ne!(relation(&lost), "SUPPORTS");

    // FLI1 is cut behind its coding part: no fusion protein, so no support.
    let cut = ewing((EWING.0, "chr11:128813000"), ".");
    assert_eq!(seen(&cut)["predicted"]["kind"], "truncation");
    raises(&cut, &["FUS-OOF"]);
    assert_ne!(relation(&cut), "SUPPORTS");

    // One breakpoint inside an intron: nothing is guessed.
    let open = ewing((EWING.0, "chr11:128804000"), ".");
    assert_eq!(seen(&open)["frame"], "unknown");
    raises(&open, &["FUS-FRAME-UNKNOWN"]);
}

/// A promoter swap has no frame to lose, whatever a caller says.
#[test]
fn a_promoter_swap_is_not_demoted_by_its_frame() {
    for frame in [".", "out-of-frame"] {
        let run = one_fusion("aneurysmal bone cyst", ("CDH11", "USP6"), CDH11_USP6, frame);
        raises(&run, &["DX-SUPPORTS", "FUS-ENHANCER"]);
        silent(
            &run,
            &["FUS-OOF", "FUS-FRAME-UNKNOWN", "FUS-FRAME-CONFLICT"],
        );
        let alteration = &run.finding("CDH11::USP6")["alteration"];
        assert_eq!(alteration["predicted"]["kind"], "promoter-swap");
        assert_eq!(alteration["predicted"]["frame"], "not-applicable");
    }
}

/// Nor does it take the association with agents away.
#[test]
fn a_truncation_is_not_held_for_its_frame() {
    let run = one_fusion(
        "pseudomyogenic haemangioendothelioma",
        ("SERPINE1", "FOSB"),
        ("chr7:101000000", "chr19:45000000"),
        "out-of-frame",
    );
    raises(&run, &["DX-SUPPORTS"]);
    silent(&run, &["FUS-OOF"]);
}

/// One finding prints on four pages at most; skipped where no browser is there to print.
#[test]
fn one_finding_prints_on_four_pages() {
    let run = case("01-classic-ewing");
    let page = run.folder.path().join("T1.sarcolens.html");
    let pdf = run.folder.path().join("print.pdf");
    let printed = std::process::Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
        ])
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(page)
        .output();
    let Ok(bytes) = printed.and_then(|_| std::fs::read(&pdf)) else {
        eprintln!("skipped: no chromium");
        return;
    };
    let text = String::from_utf8_lossy(&bytes);
    let pages = text.matches("/Type /Page\n").count();
    assert!((1..=4).contains(&pages), "{pages} pages");
}
