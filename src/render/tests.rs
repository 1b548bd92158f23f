//! Tests over every format.

use super::*;

fn all_reports() -> Vec<Report> {
    vec![
        sample::harmless(),
        sample::hostile(),
        sample::held(),
        sample::bare(),
        sample::single(),
    ]
}

#[test]
fn names_and_suffixes_agree() {
    for format in FORMATS {
        assert_eq!(format.suffix(), format!(".sarcolens.{}", format.name()));
        assert!(format_named(format.name()).is_some());
    }
    assert!(format_named("docx").is_none());
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for report in all_reports() {
        for format in FORMATS {
            assert_eq!(
                format.render(&report).unwrap(),
                format.render(&report).unwrap()
            );
        }
    }
}

/// Requirement R07. The fixed message of TX-BOARD says what the line is not.
#[test]
fn no_output_names_a_treatment() {
    let forbidden = regex::Regex::new(
        r"(?i)recommend|should receive|eligible for|treat with|\bdos(e|es|ing|age)\b",
    )
    .unwrap();
    for report in all_reports() {
        for format in FORMATS {
            let text = String::from_utf8(format.render(&report).unwrap())
                .unwrap()
                .replace("not a treatment recommendation", "");
            assert_eq!(
                forbidden.find(&text).map(|found| found.as_str()),
                None,
                "{}",
                format.name()
            );
        }
    }
}

#[test]
fn every_format_opens_with_state_and_standing() {
    for report in all_reports() {
        for name in ["html", "tsv", "md"] {
            let bytes = format_named(name).unwrap().render(&report).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            let body = text
                .split_once("<body>")
                .map_or(text.as_str(), |(_, body)| body);
            let head: String = body.chars().take(700).collect();
            assert!(head.contains(&report.overall.state.to_string()), "{head}");
            assert!(
                head.contains("NOT SIGNED OFF - EXPERT SARCOMA REVIEW REQUIRED"),
                "{head}"
            );
        }
    }
}

/// What is withheld is not in any format, and what is not there is said in words.
#[test]
fn withheld_associations_are_nowhere() {
    for format in FORMATS {
        let text = String::from_utf8(format.render(&sample::held()).unwrap()).unwrap();
        assert!(!text.contains("examplinib"), "{}", format.name());
        let text = String::from_utf8(format.render(&sample::harmless()).unwrap()).unwrap();
        assert!(text.contains("examplinib"), "{}", format.name());
    }
}

/// Editing the saved report does not take the words of review away.
#[test]
fn the_words_of_a_draft_do_not_come_from_the_file() {
    let mut report = sample::harmless();
    for finding in &mut report.findings {
        finding.review_status = "reviewed".to_owned();
    }
    for name in ["html", "tsv", "md"] {
        let format = format_named(name).unwrap();
        assert_eq!(
            format.render(&report).unwrap(),
            format.render(&sample::harmless()).unwrap()
        );
    }
}
