//! Exit codes: one closed, documented list.

use crate::cli::LogFormat;
use crate::kb::KbError;
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
    error
        .downcast_ref::<Failure>()
        .map_or(Exit::Unexpected, of_failure)
}

fn of_failure(failure: &Failure) -> Exit {
    match failure {
        Failure::Usage { .. } => Exit::Usage,
        Failure::Read(error) if error.is_usage() => Exit::Usage,
        Failure::Read(_) => Exit::Input,
        Failure::Knowledge(KbError::Invalid(_) | KbError::Io { .. }) => Exit::Knowledge,
        Failure::Output { .. } => Exit::Output,
        // The lowest: what is wrong with the arguments is put right first.
        Failure::Several(failures) => failures
            .iter()
            .map(of_failure)
            .min_by_key(|exit| *exit as u8)
            .unwrap_or(Exit::Unexpected),
        Failure::Internal(_) => Exit::Unexpected,
    }
}

/// Says an error and its hint on standard error, in the form that was asked for.
pub fn tell(error: &anyhow::Error, form: LogFormat) {
    let hint = hint(error);
    match form {
        LogFormat::Text => {
            eprintln!("error: {error:#}");
            if let Some(hint) = hint {
                eprintln!("\nhint: {hint}");
            }
        }
        LogFormat::Json => {
            let exit = code(error) as u8;
            tracing::error!(exit, hint, "{error:#}");
        }
    }
}

/// What to do next about an error. `None` where the message says it all.
pub fn hint(error: &anyhow::Error) -> Option<String> {
    error.downcast_ref::<Failure>().and_then(Failure::hint)
}
