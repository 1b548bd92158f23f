//! The commands. Floor 4: one file per subcommand; the documentation comment of its struct is its
//! manual. Data goes to files or standard output, talk to standard error.

pub mod exit;
mod explain;
mod formats;
mod interpret;
mod kb;
mod logging;
mod output;
mod progress;
mod reference;
mod render;
mod schema;
mod version;

use crate::domain::Assembly;
use crate::pipeline::Failure;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Reads what a sequencing laboratory produced for a sarcoma and writes a report that marks
/// findings for expert review. It names no treatment.
#[derive(Debug, Parser)]
#[command(
    name = "sarcolens",
    version,
    propagate_version = false,
    max_term_width = 100
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    talk: Talk,
}

/// How much is said on standard error, and how.
#[derive(Clone, Copy, Debug, Args)]
struct Talk {
    /// Say nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say more
    #[arg(short, long, global = true)]
    verbose: bool,
    /// Form of what is said on standard error
    #[arg(long, global = true, value_name = "FORM", default_value = "text")]
    log_format: LogFormat,
}

/// Form of what is said on standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Lines for a person.
    Text,
    /// One JSON object a line.
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    Interpret(Box<interpret::Interpret>),
    Render(render::Render),
    #[command(subcommand)]
    Reference(reference::ReferenceCommand),
    Explain(explain::Explain),
    Formats(formats::Formats),
    Schema(schema::Schema),
    #[command(subcommand)]
    Kb(kb::Kb),
    Version(version::Version),
}

impl Cli {
    /// The form in which an error is to be told.
    pub fn log_format(&self) -> LogFormat {
        self.talk.log_format
    }

    /// Runs the command.
    ///
    /// # Errors
    /// With the cause; `exit::code` tells its exit code.
    pub fn run(self) -> anyhow::Result<()> {
        logging::start(self.talk);
        match self.command {
            Command::Interpret(command) => command.run(self.talk),
            Command::Render(command) => command.run(),
            Command::Reference(command) => command.run(),
            Command::Explain(command) => command.run(),
            Command::Formats(command) => command.run(),
            Command::Schema(command) => command.run(),
            Command::Kb(command) => command.run(),
            Command::Version(command) => command.run(),
        }
    }
}

/// The assembly that `--assembly` states. `None`: the files tell.
///
/// # Errors
/// Where it is none.
fn assembly(text: &str) -> Result<Option<Assembly>, Failure> {
    if text == "auto" {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|message: String| Failure::usage(message, "or leave it out: auto"))
}
