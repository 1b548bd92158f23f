//! `sarcolens.toml`: what a laboratory sets.

use crate::domain::{Config, Configuration, forbidden};
use crate::read::ReadError;
use crate::read::declared::{parse, wrong};
use crate::read::stream::digest;

/// What a `sarcolens.toml` says; by default nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConfigFile {
    /// The path as given. `None`: no file was given.
    pub path: Option<String>,
    /// SHA-256 of the file. `None` likewise.
    pub sha256: Option<String>,
    /// The values.
    pub config: Config,
}

impl ConfigFile {
    /// As the report prints it.
    pub fn told(&self) -> Configuration {
        Configuration {
            path: self.path.clone(),
            sha256: self.sha256.clone(),
            laboratory: self.config.laboratory.clone(),
            changed: self.config.changed(),
        }
    }
}

/// Reads the configuration at `path`.
///
/// # Errors
/// Where it cannot be read, has an unknown key, a value out of its range, values that contradict one
/// another, or words in the letterhead that no report may use.
pub fn read_config(path: &str) -> Result<ConfigFile, ReadError> {
    let (text, config): (String, Config) = parse(path)?;
    let at = |key: &str| text.find(key).unwrap_or_default();
    if let Some((key, what)) = config.contradiction() {
        return Err(wrong(path, &text, at(key), what));
    }
    let laboratory = &config.laboratory;
    let letterhead = laboratory
        .name
        .iter()
        .chain(&laboratory.address)
        .chain(&laboratory.contact);
    if let Some(word) = letterhead.into_iter().find_map(|line| forbidden(line)) {
        let what = format!("\"{}\" is a word that no report uses", word.escape_debug());
        return Err(wrong(path, &text, at(&word), what));
    }
    Ok(ConfigFile {
        path: Some(path.to_owned()),
        sha256: Some(digest(text.as_bytes())),
        config,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<ConfigFile, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sarcolens.toml");
        std::fs::write(&path, text).unwrap();
        let path = path.to_string_lossy().into_owned();
        read_config(&path).map_err(|error| error.to_string().replace(&path, "sarcolens.toml"))
    }

    #[test]
    fn what_is_set_is_read() {
        let read = read("[laboratory]\nname = \"L\"\n[fusion]\nmin_reads = 9\n").unwrap();
        assert_eq!(read.config.fusion.min_reads, 9);
        assert_eq!(read.config.fusion.min_split_reads, 3);
        let told = read.told();
        assert_eq!(told.laboratory.name.as_deref(), Some("L"));
        assert_eq!(told.changed.len(), 1);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, error) in [
            ("[fusoin]\n", "sarcolens.toml:1:2: unknown field `fusoin`"),
            (
                "[fusion]\nreads = 3\n",
                "sarcolens.toml:2:1: unknown field `reads`",
            ),
            (
                "[fusion]\nreadthrough_kb = -1.0\n",
                "sarcolens.toml:2:18: -1 is not a number",
            ),
            (
                "[small_variant]\nmin_vaf = 5\n",
                "sarcolens.toml:2:11: 5 is not a fraction",
            ),
            (
                "[genome]\ncomplex_min_segments = 2\n",
                "sarcolens.toml:2:1: complex_min_segments 2, expected 10 or more",
            ),
            (
                "[copy_number]\nlog2_gain = nan\n",
                "sarcolens.toml:2:1: log2_gain NaN",
            ),
            (
                "[laboratory]\nname = \"We recommend\"\n",
                "sarcolens.toml:2:12: \"recommend\"",
            ),
        ] {
            let found = read(text).unwrap_err();
            assert!(found.starts_with(error), "{found}");
        }
    }
}
