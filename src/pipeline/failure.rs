//! Why a run made no report.

use crate::kb::{KbError, Unresolved};
use crate::read::ReadError;

/// Why a run made no report; each kind has its exit code (see `cli::exit`).
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The arguments or declared facts are wrong.
    #[error("{message}")]
    Usage {
        /// What was found and what would be accepted.
        message: String,
        /// What to do next.
        hint: Option<String>,
    },
    /// An input cannot be read or is damaged, or its samples disagree.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The knowledge base does not validate.
    #[error(transparent)]
    Knowledge(#[from] KbError),
    /// Output cannot be written.
    #[error("{path}: cannot be written: {what}")]
    Output {
        /// The path.
        path: String,
        /// What the system said.
        what: String,
    },
    /// A mistake in this program.
    #[error("this is a mistake in sarcolens: {0}")]
    Internal(String),
}

impl Failure {
    /// Wrong arguments, with a hint.
    pub fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage {
            message: message.into(),
            hint: Some(hint.into()),
        }
    }

    pub(super) fn unknown_diagnosis(text: &str, unresolved: &Unresolved) -> Self {
        Self::usage(
            format!(
                "diagnosis \"{}\" is not one entity of the knowledge base; closest: {}",
                text.escape_debug(),
                unresolved.nearest.join(", ")
            ),
            "an entity id, WHO name, synonym or OncoTree code is accepted; \
             `sarcolens kb list entities` shows them",
        )
    }

    /// What to do next. `None` where the message says it all.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Usage { hint, .. } => hint.clone(),
            Self::Read(error) => error.hint().map(str::to_owned),
            Self::Knowledge(KbError::Invalid(_)) => {
                Some("`sarcolens explain CODE` says what each code checks".to_owned())
            }
            Self::Knowledge(KbError::Io { .. }) | Self::Output { .. } => None,
            Self::Internal(_) => Some("please report it with the files that show it".to_owned()),
        }
    }
}
