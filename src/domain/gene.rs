//! A gene's symbol.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A gene symbol as HGNC spells it, or as a file wrote it where HGNC does not know it.
///
/// Whole symbols are compared, never parts: `SS18L1` is not `SS18`. Symbols hold `-`, `.` and
/// `@` (`STX16-NPEPL1`, `RP11-9L18.2`, `IGH@`).
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct GeneSymbol(String);

impl GeneSymbol {
    /// The symbol in `text`, trimmed. `None` for what files write when there is no gene: an empty
    /// cell, `.`, `-`, `---`, `NA`, `N/A`.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let absent = text.is_empty()
            || matches!(text, "." | "NA" | "N/A" | "None" | "null")
            || text.bytes().all(|byte| byte == b'-');
        (!absent).then(|| Self(text.to_owned()))
    }

    /// The symbol as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for GeneSymbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for GeneSymbol {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_files_write_for_no_gene_is_no_symbol() {
        for text in ["", " ", ".", "-", "---", "NA", "N/A"] {
            assert_eq!(GeneSymbol::new(text), None, "{text:?}");
        }
        assert_eq!(
            GeneSymbol::new(" EWSR1 ").map(|symbol| symbol.to_string()),
            Some("EWSR1".to_owned())
        );
    }
}
