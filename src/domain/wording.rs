//! Words that no output and no line of the knowledge base may use (requirement R07).

use regex::{Regex, RegexBuilder};
use std::sync::LazyLock;

/// Recommending, eligibility, orders to treat, doses.
const FORBIDDEN: &str =
    r"\brecommend\w*|\bshould receive\b|\beligib\w+|\btreat with\b|\b[0-9.]+ ?(mg|µg|mcg)(/|\b)";

/// Fixed safeguard sentences in which such a word stands: they say what the report is not.
pub const SAFEGUARDS: &[&str] = &["not a treatment recommendation"];

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    RegexBuilder::new(FORBIDDEN)
        .case_insensitive(true)
        .build()
        .ok()
});

/// The first forbidden word in `text`, the fixed safeguard sentences apart. `None`: there is none.
pub fn forbidden(text: &str) -> Option<String> {
    let mut rest = text.to_owned();
    for safeguard in SAFEGUARDS {
        rest = rest.replace(safeguard, "");
    }
    PATTERN
        .as_ref()
        .and_then(|pattern| pattern.find(&rest))
        .map(|found| found.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_found_and_safeguards_are_not() {
        for text in [
            "We recommend imatinib",
            "patients should receive it",
            "Eligible for a trial",
            "Treat with care",
            "400 mg daily",
        ] {
            assert!(forbidden(text).is_some(), "{text}");
        }
        assert_eq!(
            forbidden("for discussion by a board; not a treatment recommendation"),
            None
        );
    }
}
