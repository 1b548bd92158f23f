//! Positions that a caller counts from 0.

use crate::read::table::{Row, shown};

/// The 1-based position of a number counted from 0. `None` where it is no whole number.
pub(super) fn one_based(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse::<u64>().ok().filter(|_| digits)?.checked_add(1)
}

/// The 1-based position in a column that counts from 0.
///
/// # Errors
/// In words where it is no whole number.
pub(super) fn position(row: &Row<'_>, column: &str) -> Result<u64, String> {
    let text = row.text(column).unwrap_or_default();
    one_based(text).ok_or_else(|| {
        format!(
            "{column}: found \"{}\", expected a position from 0",
            shown(text)
        )
    })
}

#[cfg(test)]
mod tests {
    use super::one_based;

    #[test]
    fn nothing_but_digits() {
        assert_eq!(one_based("0"), Some(1));
        assert_eq!(one_based("29287133"), Some(29_287_134));
        for text in ["", "-1", "+1", "1e3", "NA", "18446744073709551615"] {
            assert_eq!(one_based(text), None, "{text}");
        }
    }
}
