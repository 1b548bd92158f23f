//! Exit codes: one closed, documented list.

use crate::pipeline::Failure;
use std::io;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// A report was written, whatever it says; a reader that closed the pipe counts as success.
    Done = 0,
    /// An unexpected failure.
    Unexpected = 1,
    /// The arguments or declared facts are wrong.
    Usage = 2,
    /// An input cannot be read or is damaged.
    Input = 3,
    /// The knowledge base does not validate.
    Knowledge = 4,
    /// Output cannot be written.
    Output = 5,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// The exit code of an error.
pub fn code(error: &anyhow::Error) -> Exit {
    let broken_pipe = error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
    if broken_pipe {
        return Exit::Done;
    }
    match error.downcast_ref::<Failure>() {
        Some(Failure::Usage { .. }) => Exit::Usage,
        Some(Failure::Read(error)) if error.is_usage() => Exit::Usage,
        Some(Failure::Read(_)) => Exit::Input,
        Some(Failure::Knowledge(crate::kb::KbError::Invalid(_))) => Exit::Knowledge,
        Some(Failure::Knowledge(crate::kb::KbError::Io { .. })) => Exit::Knowledge,
        Some(Failure::Output { .. }) => Exit::Output,
        Some(Failure::Internal(_)) | None => Exit::Unexpected,
    }
}

/// What to do next about an error. `None` where the message says it all.
pub fn hint(error: &anyhow::Error) -> Option<String> {
    error.downcast_ref::<Failure>().and_then(Failure::hint)
}
