//! `sarcolens explain`

use crate::cli::output::print;
use crate::domain::ReasonCode;
use crate::interpret::review;
use crate::kb::check;
use crate::pipeline::{Failure, STOPS, stop_of};
use clap::Args;

/// Say what a review reason or a knowledge-base lint checks, why it matters, and where it comes from
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// A code such as DX-DISCORDANT or KB006; without one, all codes are listed
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let Some(text) = &self.code else {
            return Ok(print(&all())?);
        };
        if let Some(lint) = check::lint_of(text) {
            let manual = lint.manual();
            return Ok(print(&format!(
                "{}  (knowledge-base lint)\n\nWhat it checks\n  {}\n\nWhy it matters\n  {}\n\n\
                 Example\n  {}\n",
                lint.code(),
                manual.checks,
                manual.why,
                manual.example
            ))?);
        }
        if let Some(stop) = stop_of(text) {
            return Ok(print(&format!(
                "{}  (ends the run without a report, exit code 2)\n\nWhat it checks\n  {}\n\n\
                 Why it matters\n  {}\n\nExample\n  {}\n\nSource\n  {}\n",
                stop.code, stop.checks, stop.why, stop.example, stop.source
            ))?);
        }
        let rule = text
            .parse::<ReasonCode>()
            .ok()
            .and_then(review::rule_of)
            .ok_or_else(|| unknown(text))?;
        let code = rule.code;
        Ok(print(&format!(
            "{code}  ({}, for the {})\n\nWhat it checks\n  {}\n\nWhy it matters\n  {}\n\n\
             Example\n  {}\n\nSource\n  {}\n",
            code.severity(),
            code.audience(),
            rule.checks,
            rule.why,
            rule.example,
            rule.source
        ))?)
    }
}

fn all() -> String {
    let mut text = String::new();
    for rule in review::RULES {
        let code = rule.code;
        let severity = code.severity().to_string();
        text.push_str(&format!(
            "{:<28} {severity:<7} {}\n",
            code.as_str(),
            rule.checks
        ));
    }
    for stop in STOPS {
        text.push_str(&format!(
            "{:<28} {:<7} {}\n",
            stop.code, "stop", stop.checks
        ));
    }
    for lint in check::LINTS {
        text.push_str(&format!(
            "{:<28} {:<7} {}\n",
            lint.code(),
            "lint",
            lint.manual().checks
        ));
    }
    text
}

fn unknown(text: &str) -> Failure {
    let codes = ReasonCode::ALL.iter().map(|code| code.as_str());
    let codes = codes.chain(STOPS.iter().map(|stop| stop.code));
    let codes = codes.chain(check::LINTS.iter().map(|lint| lint.code()));
    let wanted = text.to_ascii_uppercase();
    let mut scored: Vec<(usize, &str)> = codes
        .map(|code| (strsim::levenshtein(code, &wanted), code))
        .collect();
    scored.sort_unstable();
    let nearest: Vec<&str> = scored.into_iter().take(3).map(|(_, code)| code).collect();
    Failure::usage(
        format!("code \"{}\" is not known", text.escape_debug()),
        format!(
            "closest: {}; without a code, all are listed",
            nearest.join(", ")
        ),
    )
}
