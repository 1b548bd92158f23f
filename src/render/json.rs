//! JSON: the contract. Every other format is a view of it.

use crate::domain::Report;
use crate::render::{Format, RenderError};

/// Pretty-printed JSON in the order of the domain's fields, with a final newline.
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn suffix(&self) -> &'static str {
        ".sarcolens.json"
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, RenderError> {
        let mut bytes = serde_json::to_vec_pretty(report).map_err(RenderError::Json)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{read_report, sample};

    #[test]
    fn what_is_written_is_read_back() {
        for report in [sample::harmless(), sample::hostile(), sample::bare()] {
            let bytes = Json.render(&report).unwrap();
            assert_eq!(bytes.last(), Some(&b'\n'));
            let again = read_report(&bytes).unwrap();
            assert_eq!(again, report);
            assert_eq!(Json.render(&again).unwrap(), bytes);
        }
    }

    /// Every share of two counts comes back as the number it was, whatever its last digit.
    #[test]
    fn numbers_come_back_to_the_last_digit() {
        for depth in 1..600_u32 {
            for reads in [1, depth / 3, depth / 2, depth - 1] {
                let share = f64::from(reads) / f64::from(depth);
                let text = serde_json::to_string(&share).unwrap();
                assert_eq!(serde_json::from_str::<f64>(&text).unwrap(), share, "{text}");
            }
        }
    }

    #[test]
    fn an_error_says_where() {
        let error = read_report(b"{\n  \"schema_version\": 7\n}").unwrap_err();
        assert!(error.to_string().starts_with("2:"), "{error}");
        let error = read_report(b"{\"schema_version\": \"2.0\"}").unwrap_err();
        assert!(error.to_string().contains("`2.0`"), "{error}");
        let error = read_report(b"{\"schema_version\": \"1.9\"}").unwrap_err();
        assert!(error.to_string().contains("missing field"), "{error}");
    }
}
