//! Talk on standard error.

use crate::cli::{LogFormat, Talk};
use tracing::level_filters::LevelFilter;

/// Starts the talk: warnings by default, all but errors silenced by `--quiet`. Without colour and
/// without clock time, so that two runs say the same.
pub(super) fn start(talk: Talk) {
    let level = if talk.quiet {
        LevelFilter::ERROR
    } else if talk.verbose {
        LevelFilter::DEBUG
    } else {
        LevelFilter::INFO
    };
    let builder = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_target(false)
        .without_time();
    // A second start in one process (tests) is harmless.
    let _ = match talk.log_format {
        LogFormat::Text => builder.try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
}
