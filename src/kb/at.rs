//! A value and where it stands in its file.

use serde::{Deserialize, Deserializer};
use std::ops::Range;
use toml::Spanned;

/// A value and the bytes of the file that hold it.
///
/// Read from a curator's TOML it knows its place; read from the packed form that the program
/// carries, where no one looks for a line, its place is 0 to 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    span: Range<usize>,
    value: T,
}

impl<T> At<T> {
    /// The value.
    pub fn get_ref(&self) -> &T {
        &self.value
    }

    /// The bytes that hold it.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let value = T::deserialize(deserializer)?;
            return Ok(Self { span: 0..0, value });
        }
        let spanned = Spanned::<T>::deserialize(deserializer)?;
        Ok(Self {
            span: spanned.span(),
            value: spanned.into_inner(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Row {
        id: At<String>,
    }

    #[test]
    fn toml_knows_the_place_and_the_packed_form_the_value() {
        let row: Row = toml::from_str("id = \"a\"").unwrap();
        assert_eq!((row.id.get_ref().as_str(), row.id.span()), ("a", 5..8));
        let packed = [0x81, 0xa2, b'i', b'd', 0xa1, b'a'];
        let row: Row = rmp_serde::from_slice(&packed).unwrap();
        assert_eq!((row.id.get_ref().as_str(), row.id.span()), ("a", 0..0));
    }
}
