//! The sources behind an assertion, by its identifier.

use crate::domain::{AssertionId, Evidence};
use crate::kb::KnowledgeBase;

impl KnowledgeBase {
    /// The sources of the assertion of that identifier; empty where there is none.
    pub fn evidence_of(&self, id: &AssertionId) -> &[Evidence] {
        let diagnostic = self.diagnostic.iter().map(|a| (&a.id, &a.evidence));
        let expected = self.expected.iter().map(|a| (&a.id, &a.evidence));
        let prognostic = self.prognostic.iter().map(|a| (&a.id, &a.evidence));
        let therapeutic = self.therapeutic.iter().map(|a| (&a.id, &a.evidence));
        let germline = self.germline.iter().map(|a| (&a.id, &a.evidence));
        let exclusive = self.exclusive.iter().map(|a| (&a.id, &a.evidence));
        diagnostic
            .chain(expected)
            .chain(prognostic)
            .chain(therapeutic)
            .chain(germline)
            .chain(exclusive)
            .find(|(known, _)| *known == id)
            .map_or(&[], |(_, evidence)| evidence.as_slice())
    }
}
