//! What a reader is shown where no driver was found.

use crate::domain::{Alteration, Origin};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// No finding supports or defines an entity: what among the uninterpreted might explain the case.
/// These are no findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Unexplained {
    /// Always true: that no driver was found is said even where nothing is listed.
    pub stated: bool,
    /// The same in a sentence.
    pub text: String,
    /// Fusions whose reading frame goes on.
    pub fusions: Vec<Unaccounted>,
    /// Variants that cut the protein of a known gene short.
    pub variants: Vec<Unaccounted>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Unaccounted {
    /// What was seen, with its kind.
    #[serde(flatten)]
    pub alteration: Alteration,
    /// The name people say.
    pub label: String,
    /// Why it is listed.
    pub why: String,
    /// Where it was read.
    pub sources: Vec<Origin>,
}
