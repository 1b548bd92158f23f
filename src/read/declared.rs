//! Declared facts in TOML: strict, with the place of what is wrong.

use crate::read::ReadError;
use serde::de::DeserializeOwned;
use std::fs;

/// The text and the content of the file at `path`.
pub(super) fn parse<T: DeserializeOwned>(path: &str) -> Result<(String, T), ReadError> {
    let text = fs::read_to_string(path).map_err(|source| ReadError::Io {
        path: path.to_owned(),
        source,
    })?;
    match toml::from_str(&text) {
        Ok(content) => Ok((text, content)),
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            Err(wrong(path, &text, start, error.message().to_owned()))
        }
    }
}

/// An error at the byte `offset` of the text.
pub(super) fn wrong(path: &str, text: &str, offset: usize, what: String) -> ReadError {
    let before = text.get(..offset).unwrap_or(text);
    let last = before.rsplit('\n').next().unwrap_or_default();
    ReadError::Declared {
        path: path.to_owned(),
        line: before.matches('\n').count() + 1,
        column: last.chars().count() + 1,
        what,
    }
}
