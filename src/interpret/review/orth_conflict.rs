//! ORTH-CONFLICT: Another test that names a gene to expect disagrees with the sequencing.

use crate::domain::{ExpectedState, GeneSymbol, Pattern, ReasonCode};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::OrthConflict,
    checks: "Another test that names a gene to expect disagrees with the sequencing.",
    why: "FISH, immunohistochemistry and sequencing each miss what another sees; a conflict is settled by people.",
    example: "FISH EWSR1 break-apart positive, no fusion of EWSR1 among the calls.",
    source: "Requirement R33.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let mut raised = Vec::new();
    for test in &view.subject.case.orthogonal {
        let result = test.result.to_lowercase();
        let conflicting = if result.starts_with("pos") {
            ExpectedState::NotDetected
        } else if result.starts_with("neg") {
            ExpectedState::Detected
        } else {
            continue;
        };
        let disagrees = view.diagnosis.expected.iter().any(|expected| {
            expected.state == conflicting
                && expected
                    .known
                    .patterns
                    .iter()
                    .flat_map(Pattern::genes)
                    .any(|gene| names(&test.test, gene))
        });
        if disagrees {
            let message = format!("{} {} disagrees with NGS.", test.test, test.result);
            raised.push(Raised::case(RULE.code, message));
        }
    }
    raised
}

/// Whether the test's name holds the symbol as a word.
fn names(test: &str, gene: &GeneSymbol) -> bool {
    test.split(|letter: char| !letter.is_ascii_alphanumeric())
        .any(|word| word.eq_ignore_ascii_case(gene.as_str()))
}
