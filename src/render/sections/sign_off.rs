//! The block that experts fill in.

use crate::domain::{Report, ReportStatus};
use crate::render::block::{Block, Section, Table};
use crate::render::sections::findings;
use crate::render::text::Text;
use crate::render::words;

const METHOD: &str = "At least a sarcoma pathologist signs; associations with therapy count as \
    reviewed only with a member of the board too. Writing here signs the paper, \
    not the saved report, which stays a draft.";

/// The section of `report`.
pub fn section(report: &Report) -> Section {
    let mut blocks = vec![Block::Lead(Text::new(words::sign_off(report.status)))];
    match report.status {
        ReportStatus::Draft => {
            let fields = || Block::Form(vec!["Name", "Role", "Centre", "Date", "Decision"]);
            blocks.push(Block::Group("Sarcoma pathologist", vec![fields()]));
            blocks.push(Block::Group("Member of the sarcoma board", vec![fields()]));
            if !report.findings.is_empty() {
                blocks.push(Block::Table(decisions(report)));
            }
        }
        ReportStatus::Signed => blocks.push(Block::Paragraph(Text::new(
            "The decisions stand in the signed JSON report.",
        ))),
    }
    Section {
        anchor: "sign-off",
        title: "Sign-off",
        method: METHOD,
        blocks,
    }
}

fn decisions(report: &Report) -> Table {
    let row = |finding: &crate::domain::Finding| {
        vec![
            Text::new(format!("{} {}", finding.id, findings::name(finding))),
            Text::new("accept ☐  amend ☐  reject ☐  defer ☐"),
            Text::new("________________"),
        ]
    };
    Table::new(
        "Decision on each finding",
        vec!["Finding", "Decision", "Comment"],
        report.findings.iter().map(row),
    )
}
