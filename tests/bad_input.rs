//! Bad input, tried as a user would: the documented exit code, a message that says where and what
//! to do, and nothing left half-written.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod common;

use common::sarcolens;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;
use tempfile::TempDir;

const ARRIBA: &str = "test-data/cases/01-classic-ewing/inputs/T1.arriba.tsv";
const VCF: &str = "test-data/cases/14-gist-kit-exon-11/inputs/T1.mutect2.vcf";

/// A run that must fail: exit code, what was said; the output folder must stay empty.
fn fails(arguments: &[&str], code: i32, says: &[&str]) {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("report");
    let output = sarcolens()
        .args(["interpret", "--sample", "T1", "-o"])
        .arg(&folder)
        .args(arguments)
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {stderr}");
    for part in says {
        assert!(stderr.contains(part), "{arguments:?}: {part:?} in {stderr}");
    }
    let left = fs::read_dir(&folder).map_or(0, Iterator::count);
    assert_eq!(left, 0, "{arguments:?} left something behind");
}

/// A file with these bytes in a folder of its own.
fn file(name: &str, bytes: &[u8]) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    (folder, path.to_string_lossy().into_owned())
}

#[test]
fn an_empty_file() {
    let (_folder, path) = file("fusions.tsv", b"");
    fails(&[&path], 3, &[&path, "empty", "hint:"]);
}

#[test]
fn a_missing_file() {
    fails(
        &["no/such/file.tsv"],
        3,
        &["no/such/file.tsv: cannot be read: No such file", "hint:"],
    );
    let output = sarcolens()
        .args(["interpret", "-s", "T1", "no/such/file.tsv"])
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(stderr.matches("No such file").count(), 1, "{stderr}");
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let (_folder, case) = file("case.toml", b"smaple = \"T1\"\n");
    fails(
        &[
            "-d",
            "Ewings sarkoma",
            "--case",
            &case,
            "--assembly",
            "GRCh99",
            "no/a.tsv",
            "no/b.tsv",
            "-i",
            "aribba=no/c.tsv",
            "-f",
            "docx",
        ],
        2,
        &[
            "closest: Ewing sarcoma",
            "case.toml:1:1",
            "GRCh99",
            "no/a.tsv: cannot be read: No such file",
            "no/b.tsv",
            "no/c.tsv",
            "aribba",
            "docx",
            "  hint: `sarcolens formats`",
        ],
    );
    // Several files that cannot be read and nothing else: the input is wrong.
    fails(&["no/a.tsv", "test-data"], 3, &["no/a.tsv", "directory"]);
}

#[test]
fn a_format_named_wrongly() {
    fails(
        &["-i", &format!("vcf={ARRIBA}")],
        3,
        &["T1.arriba.tsv:1", "no VCF", "#gene1", "hint:"],
    );
    fails(&["-i", &format!("arriba={VCF}")], 3, &["lacks #gene1"]);
}

#[test]
fn errors_in_the_form_asked_for() {
    let output = sarcolens()
        .args(["interpret", "-s", "T1", "no/a.tsv", "--log-format", "json"])
        .output()
        .unwrap();
    let told: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(told["level"], "ERROR");
    assert_eq!(told["fields"]["exit"], 3);
    assert!(told["fields"]["hint"].is_string(), "{told}");
    assert!(told["fields"]["message"].to_string().contains("no/a.tsv"));
}

#[test]
fn a_directory() {
    fails(&["test-data"], 3, &["test-data", "directory"]);
}

#[test]
fn a_wrong_format() {
    let (_folder, path) = file("report.pdf", b"%PDF-1.7\nbinary");
    fails(
        &[&path],
        3,
        &[&path, "not recognised", "%PDF", "sarcolens formats"],
    );
}

#[test]
fn a_format_that_does_not_exist() {
    fails(&["-i", "aribba=x.tsv"], 2, &["x.tsv", "aribba"]);
    let input = format!("aribba={ARRIBA}");
    fails(&["-i", &input], 2, &["aribba", "sarcolens formats"]);
}

#[test]
fn text_in_another_encoding() {
    let mut utf16 = vec![0xff, 0xfe];
    for unit in fs::read_to_string(ARRIBA).unwrap().encode_utf16() {
        utf16.extend(unit.to_le_bytes());
    }
    let (_folder, path) = file("fusions.tsv", &utf16);
    fails(&[&path], 3, &[&path, "UTF-16"]);
}

/// A byte that is no UTF-8 costs nothing but a warning on its line.
#[test]
fn a_row_that_is_not_utf8() {
    let mut bytes = fs::read(ARRIBA).unwrap();
    let end = bytes.len() - 2;
    bytes[end] = 0xe9;
    let (folder, path) = file("fusions.tsv", &bytes);
    let output = sarcolens()
        .args(["interpret", "--sample", "T1", "-d", "Ewing sarcoma", "-o"])
        .arg(folder.path().join("report"))
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn bgzf(text: &[u8]) -> Vec<u8> {
    let mut writer = noodles::bgzf::io::Writer::new(Vec::new());
    for chunk in text.chunks(400) {
        writer.write_all(chunk).unwrap();
        writer.flush().unwrap();
    }
    writer.finish().unwrap()
}

/// Offsets at which the blocks of a BGZF file begin.
fn blocks(bytes: &[u8]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        starts.push(at);
        at += usize::from(u16::from_le_bytes([bytes[at + 16], bytes[at + 17]])) + 1;
    }
    starts
}

#[test]
fn a_bgzf_cut_at_every_block_border_and_inside_blocks() {
    let whole = bgzf(&fs::read(VCF).unwrap());
    let starts = blocks(&whole);
    assert!(starts.len() > 4);
    for start in &starts[1..] {
        for cut in [*start, start + 5, start - 7] {
            let (_folder, path) = file("t.vcf.gz", &whole[..cut.min(whole.len() - 1)]);
            fails(&[&path], 3, &[&path]);
        }
    }
}

#[test]
fn a_gzip_cut_short() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&fs::read(ARRIBA).unwrap()).unwrap();
    let whole = encoder.finish().unwrap();
    let (_folder, path) = file("t.tsv.gz", &whole[..whole.len() - 9]);
    fails(&[&path], 3, &[&path]);
}

#[test]
fn packed_files_read_as_plain_ones() {
    let text = fs::read(VCF).unwrap();
    let half = text.len() / 2;
    let mut members = Vec::new();
    for part in [&text[..half], &text[half..]] {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(part).unwrap();
        members.extend(encoder.finish().unwrap());
    }
    for bytes in [text.clone(), bgzf(&text), members] {
        let (folder, path) = file("t.vcf", &bytes);
        let out = folder.path().join("report");
        sarcolens()
            .args(["interpret", "--sample", "T1", "-d", "GIST", "-o"])
            .arg(&out)
            .arg(&path)
            .assert()
            .success();
        let json = fs::read_to_string(out.join("T1.sarcolens.json")).unwrap();
        assert!(json.contains("KIT p.W557_K558del"));
    }
}

#[test]
fn an_unknown_diagnosis() {
    fails(
        &[ARRIBA, "--diagnosis", "Ewings sarkoma"],
        2,
        &["Ewings sarkoma", "closest: Ewing sarcoma"],
    );
}

#[test]
fn two_genome_builds() {
    let vcf = fs::read_to_string(VCF)
        .unwrap()
        .replace(
            "##contig=<ID=chr1,length=248956422>",
            "##contig=<ID=chr1,length=249250621>",
        )
        .replace("190214555", "191154276")
        .replace("198295559", "198022430")
        .replace("138394717", "141213431")
        .replace("133275309", "133851895")
        .replace("83257441", "81195210");
    let header: String =
        vcf.lines()
            .filter(|line| line.starts_with('#'))
            .fold(String::new(), |mut text, line| {
                text.push_str(line);
                text.push('\n');
                text
            });
    let (_folder, path) = file("old.vcf", header.as_bytes());
    fails(
        &[ARRIBA, &path],
        2,
        &["GRCh37", "GRCh38", "different genome builds"],
    );
}

/// A finished run on one file: the report and what was said.
fn report(path: &str, diagnosis: &str) -> (serde_json::Value, String) {
    let out = tempfile::tempdir().unwrap();
    let output = sarcolens()
        .args(["interpret", "--sample", "T1", "-d", diagnosis, "-o"])
        .arg(out.path())
        .arg(path)
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{stderr}");
    let json = fs::read(out.path().join("T1.sarcolens.json")).unwrap();
    (serde_json::from_slice(&json).unwrap(), stderr)
}

#[test]
fn line_ends_of_carriage_returns_alone() {
    for (source, format) in [(ARRIBA, "arriba"), (VCF, "vcf")] {
        let text = fs::read_to_string(source).unwrap().replace('\n', "\r");
        let (_folder, path) = file("old", text.as_bytes());
        fails(&[&path], 3, &[&path, "CR alone", "hint:"]);
        fails(&["-i", &format!("{format}={path}")], 3, &["CR alone"]);
    }
    // Mixed line ends would hide rows inside others.
    let text = fs::read_to_string(ARRIBA).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let mixed = format!("{header}\n{}\n", rows.trim_end().replace('\n', "\r"));
    let (_folder, path) = file("mixed.tsv", mixed.as_bytes());
    let (report, _) = report(&path, "Ewing sarcoma");
    assert_eq!(report["inputs"][0]["records"]["rejected"], 1);
    assert!(
        report["rejected"][0]
            .to_string()
            .contains("carriage return")
    );
}

#[test]
fn a_row_of_another_width_than_the_header() {
    let text = fs::read_to_string(ARRIBA).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    let cells: Vec<&str> = rows[1].split('\t').collect();
    let bent = |cells: Vec<&str>| format!("{}\n{}\n", rows[0], cells.join("\t"));
    let shifted = [&cells[..10], &cells[11..]].concat();
    for (case, cells) in [
        ("cut", cells[..8].to_vec()),
        ("one cell lost", shifted),
        ("one cell too many", [cells.as_slice(), &["x"]].concat()),
    ] {
        let (_folder, path) = file("bent.tsv", bent(cells).as_bytes());
        let (report, _) = report(&path, "Ewing sarcoma");
        assert_eq!(report["inputs"][0]["records"]["rejected"], 1, "{case}");
        assert_eq!(report["rejected"][0]["line"], 2, "{case}");
        assert_eq!(report["findings"], serde_json::json!([]), "{case}");
    }
    let (_folder, path) = file(
        "tab.tsv",
        bent([cells.as_slice(), &[""]].concat()).as_bytes(),
    );
    let (report, stderr) = report(&path, "Ewing sarcoma");
    assert_eq!(report["findings"][0]["label"], "EWSR1::FLI1");
    assert!(stderr.contains("1 empty cell(s)"), "{stderr}");
}

#[test]
fn a_text_without_a_line_end_at_its_end() {
    let whole = fs::read_to_string(VCF).unwrap();
    let rows: Vec<&str> = whole
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let exonic = rows.iter().find(|row| row.contains("Trp557")).unwrap();
    let header: String = whole
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| format!("{line}\n"))
        .collect();
    // Cut inside the tumour's column: the allele fraction would be another.
    let cut = exonic.rfind(":180,130").unwrap() + ":180,1".len();
    let text = format!("{header}{}", &exonic[..cut]);
    let (_folder, path) = file("cut.vcf", text.as_bytes());
    let (told, stderr) = report(&path, "GIST");
    assert_eq!(told["inputs"][0]["records"]["rejected"], 1);
    assert!(stderr.contains("ends without a line end"), "{stderr}");
    let number = header.lines().count() + 1;
    assert_eq!(told["rejected"][0]["line"], number);
    // Nothing is missing but the line end, as editors leave it: the same finding, and it is told.
    let (_folder, path) = file("whole.vcf", format!("{header}{exonic}").as_bytes());
    let (told, stderr) = report(&path, "GIST");
    assert_eq!(told["findings"][0]["alteration"]["vaf"], 0.419);
    assert!(stderr.contains("ends without a line end"), "{stderr}");
    // A program that packs ends its lines.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    for bytes in [bgzf(text.as_bytes()), encoder.finish().unwrap()] {
        let (_folder, path) = file("cut.vcf.gz", &bytes);
        fails(&[&path], 3, &[&path, "cut short"]);
    }
    let (_folder, path) = file("header.vcf", header.trim_end().as_bytes());
    fails(&[&path], 3, &[&path, "#CHROM", "cut short"]);
    // A table is told likewise.
    let table = fs::read_to_string(ARRIBA).unwrap();
    let (_folder, path) = file("fusions.tsv", table.trim_end().as_bytes());
    let (told, stderr) = report(&path, "Ewing sarcoma");
    assert_eq!(told["findings"][0]["label"], "EWSR1::FLI1");
    assert!(stderr.contains("ends without a line end"), "{stderr}");
}

#[test]
fn one_malformed_row_costs_that_row_alone() {
    let mut text = fs::read_to_string(ARRIBA).unwrap();
    text.push_str("EWSR1\tERG\tbroken\n");
    let (folder, path) = file("fusions.tsv", text.as_bytes());
    let out = folder.path().join("report");
    let output = sarcolens()
        .args(["interpret", "--sample", "T1", "-d", "Ewing sarcoma", "-o"])
        .arg(&out)
        .arg(&path)
        .output()
        .unwrap();
    assert!(output.status.success());
    let report: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("T1.sarcolens.json")).unwrap()).unwrap();
    assert_eq!(report["inputs"][0]["records"]["rejected"], 1);
    assert_eq!(report["rejected"][0]["line"], 5);
    assert!(report["reasons"].to_string().contains("PROC-DROPPED"));
    assert_eq!(report["findings"][0]["label"], "EWSR1::FLI1");
}

#[test]
fn an_output_folder_that_cannot_be_written() {
    let (_folder, path) = file("in-the-way", b"a file, not a folder");
    let output = sarcolens()
        .args(["interpret", "--sample", "T1", ARRIBA, "-o"])
        .arg(Path::new(&path).join("report"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(5));
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(stderr.contains("cannot be written"), "{stderr}");
    assert!(stderr.contains("hint:"), "{stderr}");
}

#[test]
fn an_existing_report_is_not_overwritten_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let run = |force: &[&str]| {
        sarcolens()
            .args(["interpret", "--sample", "T1", ARRIBA, "-o"])
            .arg(folder.path())
            .args(force)
            .output()
            .unwrap()
            .status
            .code()
    };
    assert_eq!(run(&[]), Some(0));
    assert_eq!(run(&[]), Some(5));
    assert_eq!(run(&["--force"]), Some(0));
}

#[test]
fn a_set_that_cannot_be_written_whole_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = |suffix: &str| folder.path().join(format!("T1.sarcolens.{suffix}"));
    let run = |diagnosis: &str| {
        sarcolens()
            .args(["interpret", "--sample", "T1", "-d", diagnosis, ARRIBA])
            .args(["--force", "-o"])
            .arg(folder.path())
            .output()
            .unwrap()
    };
    fs::create_dir(at("html")).unwrap();
    let output = run("Ewing sarcoma");
    assert_eq!(output.status.code(), Some(5));
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(stderr.contains("T1.sarcolens.html"), "{stderr}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    // An earlier set stays as it was; what a killed run left goes.
    fs::write(at("json"), "earlier").unwrap();
    fs::write(at("tsv"), "earlier").unwrap();
    fs::write(folder.path().join(".sarcolens-killed"), "half").unwrap();
    assert_eq!(run("Synovial sarcoma").status.code(), Some(5));
    for suffix in ["json", "tsv"] {
        assert_eq!(fs::read_to_string(at(suffix)).unwrap(), "earlier");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn a_symbolic_link_in_the_output_folder_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let victim = folder.path().join("victim.txt");
    fs::write(&victim, "keep").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&victim, folder.path().join("T1.sarcolens.json")).unwrap();
    sarcolens()
        .args(["interpret", "--sample", "T1", ARRIBA, "--force", "-o"])
        .arg(folder.path())
        .assert()
        .success();
    assert_eq!(fs::read_to_string(victim).unwrap(), "keep");
}

#[test]
fn a_sample_identifier_that_is_a_path() {
    for sample in ["../T1", "a/b", ".hidden", "", "x y"] {
        let out = tempfile::tempdir().unwrap();
        let output = sarcolens()
            .args(["interpret", ARRIBA, "-o"])
            .arg(out.path())
            .arg(format!("--sample={sample}"))
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{sample:?}");
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
    }
}

#[test]
fn samples_that_disagree() {
    let out = tempfile::tempdir().unwrap();
    let output = sarcolens()
        .args(["interpret", "--sample", "T2", "-d", "GIST", VCF, "-o"])
        .arg(out.path())
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("--tumor-sample"), "{stderr}");
    sarcolens()
        .args([
            "interpret",
            "--sample",
            "T2",
            "--tumor-sample",
            "T1",
            VCF,
            "-o",
        ])
        .arg(out.path())
        .assert()
        .success();
}

/// An oddity on every line does not fill the report: the first are listed, the rest is counted.
#[test]
fn warnings_without_end() {
    let vcf = fs::read_to_string(VCF).unwrap();
    let row = vcf.lines().find(|line| line.contains("Trp557")).unwrap();
    let odd = row.replace(":180,130:", ":x,130:");
    let text = format!(
        "{vcf}{}{}",
        "# between\n".repeat(3_000),
        format!("{odd}\n").repeat(1_500)
    );
    let (_folder, path) = file("odd.vcf", text.as_bytes());
    let (report, stderr) = report(&path, "GIST");
    let warnings = report["warnings"].as_array().unwrap();
    assert!(warnings.len() <= 1_001, "{}", warnings.len());
    assert!(stderr.contains("3000 header or comment line(s) between records"));
    assert!(stderr.contains("more warning(s) about this file are not listed"));
}

#[test]
fn a_file_of_the_normal_alone() {
    let vcf = fs::read_to_string(VCF)
        .unwrap()
        .replace("\tT1\n", "\tNORMAL\n");
    let (_folder, path) = file(
        "normal.vcf",
        vcf.replace("##tumor_sample=T1\n", "").as_bytes(),
    );
    fails(&[&path], 2, &[&path, "NORMAL", "--tumor-sample"]);
    let out = tempfile::tempdir().unwrap();
    sarcolens()
        .args([
            "interpret",
            "-s",
            "T1",
            "--tumor-sample",
            "NORMAL",
            &path,
            "-o",
        ])
        .arg(out.path())
        .assert()
        .success();
}

#[test]
fn a_knowledge_base_that_does_not_validate() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("targets")).unwrap();
    fs::write(
        folder.path().join("manifest.toml"),
        "version = \"1\"\nschema = 1\ndate = 2026-01-01\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("targets/x.toml"),
        "id = \"x\"\nquestion = \"?\"\n[[therapeutic]]\nid = \"x.y\"\ndirection = \"sensitivity\"\n\
         agents = [\"a\"]\nlevel = \"D\"\nstatement = \"s\"\n",
    )
    .unwrap();
    let output = sarcolens()
        .args(["kb", "check"])
        .arg(folder.path())
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(4), "{stderr}");
    assert!(
        stderr.contains("targets/x.toml:3:1: KB001: missing field `entities`"),
        "{stderr}"
    );
}
