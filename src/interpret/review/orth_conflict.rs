//! ORTH-CONFLICT: Another test that names a gene to expect disagrees with the sequencing.

use crate::domain::{CopyNumberCall, ExpectedState, GeneSymbol, Pattern, ReasonCode, VariantSet};
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

/// What a test showed, in two words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Positive; of a protein: it stains, it is kept.
    Positive,
    /// Negative; of a protein: it is lost.
    Negative,
}

impl Shown {
    /// Reads the result as people write it. `None` for what is neither.
    fn of(result: &str) -> Option<Self> {
        let result = result.trim().to_lowercase();
        let begins = |words: &[&str]| words.iter().any(|word| result.starts_with(word));
        if begins(&["pos", "retained", "kept", "intact", "preserved"]) {
            Some(Self::Positive)
        } else if begins(&["neg", "lost", "loss", "absent"]) {
            Some(Self::Negative)
        } else {
            None
        }
    }
}

fn raise(view: &View<'_>) -> Vec<Raised> {
    let mut raised = Vec::new();
    for test in &view.subject.case.orthogonal {
        let Some(shown) = Shown::of(&test.result) else {
            continue;
        };
        let disagrees = view.diagnosis.expected.iter().any(|expected| {
            expected
                .known
                .patterns
                .iter()
                .filter(|pattern| {
                    pattern
                        .genes()
                        .into_iter()
                        .any(|gene| names(&test.test, gene))
                })
                .any(|pattern| expected.state == conflicting(shown, &test.test, pattern))
        });
        if disagrees {
            let mut message = format!("{} {} disagrees with NGS.", test.test, test.result);
            if let Some(worth) = worth(view, &test.test, shown) {
                message.push_str(&format!(" What it is worth: {worth}"));
            }
            if let Some(ngs) = view
                .subject
                .histotype()
                .and_then(|known| known.ngs.as_ref())
            {
                message.push_str(&format!(" Of sequencing: {}", ngs.text));
            }
            raised.push(Raised::case(RULE.code, message));
        }
    }
    raised
}

/// What the knowledge base says of such a result in the submitted entity.
fn worth<'v>(view: &View<'v>, test: &str, shown: Shown) -> Option<&'v str> {
    let histotype = view.subject.histotype()?;
    let known = view
        .subject
        .knowledge
        .confirmatory
        .iter()
        .find(|known| known.entity == histotype.id && known.test.eq_ignore_ascii_case(test))?;
    let text = match shown {
        Shown::Positive => known.positive.as_str(),
        Shown::Negative => known.negative.as_str(),
    };
    (!text.is_empty()).then_some(text)
}

/// The state of `pattern` that would contradict the test. A stain for the protein of a gene whose
/// loss is expected is negative where the alteration is there: INI1 in a rhabdoid tumour.
fn conflicting(shown: Shown, test: &str, pattern: &Pattern) -> ExpectedState {
    let shows_loss = is_stain(test) && is_loss(pattern);
    match (shown, shows_loss) {
        (Shown::Positive, false) | (Shown::Negative, true) => ExpectedState::NotDetected,
        (Shown::Negative, false) | (Shown::Positive, true) => ExpectedState::Detected,
    }
}

fn is_stain(test: &str) -> bool {
    let test = test.to_lowercase();
    test.contains("immuno") || test.contains("ihc") || test.contains("stain")
}

fn is_loss(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::CopyNumber { call, .. } => match call {
            CopyNumberCall::Loss | CopyNumberCall::Deletion => true,
            CopyNumberCall::Amplification | CopyNumberCall::Gain | CopyNumberCall::Neutral => false,
        },
        Pattern::Variant { change, .. } => *change == VariantSet::Truncating,
        Pattern::Fusion { .. }
        | Pattern::Duplication { .. }
        | Pattern::Rearrangement { .. }
        | Pattern::AtLeast { .. }
        | Pattern::MsiHigh => false,
    }
}

/// Whether the test's name holds the symbol as a word.
fn names(test: &str, gene: &GeneSymbol) -> bool {
    test.split(|letter: char| !letter.is_ascii_alphanumeric())
        .any(|word| word.eq_ignore_ascii_case(gene.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_protein_agrees_with_an_expected_loss() {
        let loss: Pattern = "deletion SMARCB1".parse().unwrap();
        let fusion: Pattern = "fusion NAB2::STAT6".parse().unwrap();
        let state = |result, test, pattern| {
            Shown::of(result).map(|shown| conflicting(shown, test, pattern))
        };
        let stain = "SMARCB1 immunohistochemistry";
        assert_eq!(
            state("lost", stain, &loss),
            Some(ExpectedState::NotDetected)
        );
        assert_eq!(
            state("negative", stain, &loss),
            Some(ExpectedState::NotDetected)
        );
        assert_eq!(
            state("retained", stain, &loss),
            Some(ExpectedState::Detected)
        );
        let fish = "SMARCB1 FISH";
        assert_eq!(
            state("negative", fish, &loss),
            Some(ExpectedState::Detected)
        );
        let stat6 = "STAT6 immunohistochemistry";
        assert_eq!(
            state("positive", stat6, &fusion),
            Some(ExpectedState::NotDetected)
        );
        assert_eq!(state("not done", stat6, &fusion), None);
    }
}
