//! What the knowledge base says of an observation beside its assertions.

use crate::domain::{Artefact, ArtefactException, AssertionId};
use std::sync::Arc;

/// Which of two that are not expected together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names of the knowledge base's keys")]
pub enum Side {
    One,
    Other,
}

/// Lines of the knowledge base that an observation meets in full and that are no assertion about a
/// tumour. They make no finding by themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aside {
    /// Seen in normal tissue, or made by the method.
    pub artefacts: Vec<Arc<Artefact>>,
    /// Looks like an artefact and is a driver all the same.
    pub exceptions: Vec<Arc<ArtefactException>>,
    /// Pairs not expected together, and which of the two this is.
    pub exclusive: Vec<(AssertionId, Side)>,
    /// Associations with agents that it may void, and what is said of that.
    pub voids: Vec<(AssertionId, String)>,
    /// The file's telling of a small variant and its place on the genome meet different patterns in
    /// full.
    pub told_apart: bool,
}

impl Aside {
    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.artefacts.is_empty()
            && self.exceptions.is_empty()
            && self.exclusive.is_empty()
            && self.voids.is_empty()
    }
}
