//! PROC-DROPPED: Records of an input could not be read.

use crate::domain::ReasonCode;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::ProcDropped,
    checks: "Records of an input could not be read.",
    why: "What could not be read may be the finding that matters.",
    example: "A row with a broken breakpoint.",
    source: "Requirement R30.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    /// Places named in the message; the report's own list has them all.
    const NAMED: usize = 10;
    let count: u64 = view
        .subject
        .inputs
        .iter()
        .map(|input| input.records.rejected)
        .sum();
    if count == 0 {
        return Vec::new();
    }
    let mut places: Vec<String> = view
        .subject
        .rejected
        .iter()
        .take(NAMED)
        .map(|rejected| format!("{}:{}", view.file_name(rejected.input), rejected.line))
        .collect();
    let named = u64::try_from(places.len()).unwrap_or(u64::MAX);
    if count > named {
        places.push(format!("{} more", count - named));
    }
    let message = format!("{count} row(s) could not be read: {}.", places.join(", "));
    vec![Raised::case(RULE.code, message)]
}
