//! The `sarcolens` program: runs the command, prints an error as one cause chain with a hint, and
//! ends with the documented exit code.

use clap::Parser as _;
use sarcolens::cli::{Cli, exit};
use std::process::ExitCode;

fn main() -> ExitCode {
    // A panic inside a library is caught where the file is read and told there; its default dump
    // would only hide that message.
    std::panic::set_hook(Box::new(|_| {}));
    let cli = Cli::parse();
    let form = cli.log_format();
    let run = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| cli.run()));
    match run {
        Ok(Ok(())) => exit::Exit::Done.into(),
        Ok(Err(error)) => {
            let code = exit::code(&error);
            if code != exit::Exit::Done {
                exit::tell(&error, form);
            }
            code.into()
        }
        Err(_) => {
            eprintln!("error: this is a mistake in sarcolens: it stopped unexpectedly");
            exit::Exit::Unexpected.into()
        }
    }
}
