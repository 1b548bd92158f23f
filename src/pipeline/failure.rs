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
    /// Several things are wrong with what was asked; each is told. At least two.
    #[error("{}", told_each(.0))]
    Several(Vec<Failure>),
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

    /// All of `failures` as one. `None` where there is none.
    pub fn of_all(mut failures: Vec<Self>) -> Option<Self> {
        match failures.len() {
            0 => None,
            1 => failures.pop(),
            _ => Some(Self::Several(failures)),
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
            Self::Knowledge(KbError::Io { .. }) => {
                Some("`--knowledgebase` and `--overlay` take a folder that can be read".to_owned())
            }
            Self::Output { .. } => Some(
                "give another folder with `--outdir DIR`, or make room and leave to write there"
                    .to_owned(),
            ),
            // Each stands behind its own message.
            Self::Several(_) => None,
            Self::Internal(_) => Some("please report it with the files that show it".to_owned()),
        }
    }
}

/// Every message with its causes and its hint, one a paragraph.
fn told_each(failures: &[Failure]) -> String {
    let mut text = format!("{} things are wrong", failures.len());
    for failure in failures {
        text.push_str(&format!("\n\n{failure}"));
        let mut cause = std::error::Error::source(failure);
        while let Some(deeper) = cause {
            text.push_str(&format!(": {deeper}"));
            cause = deeper.source();
        }
        if let Some(hint) = failure.hint() {
            text.push_str(&format!("\n  hint: {hint}"));
        }
    }
    text
}
