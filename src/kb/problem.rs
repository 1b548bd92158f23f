//! What is wrong with a knowledge base, and where.

use std::fmt;

/// A place in a file of the knowledge base.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
}

impl Place {
    /// A problem here.
    pub fn problem(&self, code: &'static str, message: String) -> Problem {
        Problem {
            path: self.path.clone(),
            line: self.line,
            column: self.column,
            code,
            message,
        }
    }
}

/// One problem, with the code of the lint that found it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// The lint's code; `sarcolens explain CODE` says more.
    pub code: &'static str,
    /// What was found and what would be accepted.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}: {}",
            self.path, self.line, self.column, self.code, self.message
        )
    }
}

/// Line and column, both from 1, of the byte at `offset`.
pub fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |last| last.chars().count())
        + 1;
    (line, column)
}

/// Why there is no knowledge base.
#[derive(Debug, thiserror::Error)]
pub enum KbError {
    /// A folder or file could not be read.
    #[error("{path}: cannot be read")]
    Io {
        /// The path.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// It does not validate; every problem is listed.
    #[error("the knowledge base does not validate: {} problem(s)\n{}", .0.len(), listed(.0))]
    Invalid(Vec<Problem>),
}

fn listed(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    lines.join("\n")
}
