//! The JSON Schema of the report, generated from the types.

use crate::domain::Report;
use schemars::generate::SchemaSettings;

/// The schema as it is committed beside this file; a test holds the two equal, so that every
/// change of the contract is a visible change.
#[cfg(test)]
static COMMITTED: &str = include_str!("report.schema.json");

/// JSON Schema (2020-12) of `report.json`, with a newline at the end.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let schema = generator.into_root_schema_for::<Report>();
    // A schema is plain data: it always serialises.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `SARCOLENS_BLESS=1 cargo test` writes the schema anew.
    #[test]
    fn the_committed_schema_is_that_of_the_types() {
        if std::env::var_os("SARCOLENS_BLESS").is_some() {
            std::fs::write("src/render/report.schema.json", schema()).unwrap();
            return;
        }
        assert!(
            schema() == COMMITTED,
            "the report's shape changed: run with SARCOLENS_BLESS=1 and look at the difference"
        );
    }
}
