//! Where knowledge comes from: the embedded text, a folder, overlays on top.

use crate::kb::KbError;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The tables of `knowledgebase/` as they were when the program was built.
static EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded_knowledge.rs"));

/// The digest over them, summed when the program was built.
static EMBEDDED_SHA256: &str = include_str!(concat!(env!("OUT_DIR"), "/embedded_sha256.txt"));

/// The assertions in MessagePack: a map from each TOML file's path to what it says.
pub static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/packed_knowledge.bin"));

/// The text of the TOML files, compressed: a map in MessagePack as [`PACKED`] is one. A run without
/// overlays never unpacks it.
static SQUEEZED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge_texts.bin"));

static TEXTS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    rmp_serde::from_read(flate2::read::DeflateDecoder::new(SQUEEZED)).unwrap_or_default()
});

/// The text of the embedded table at `path`.
pub(super) fn embedded_text(path: &str) -> Option<&'static str> {
    EMBEDDED
        .iter()
        .find_map(|(known, text)| (*known == path).then_some(*text))
}

/// Files of one knowledge base by their path inside it, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// What to call it in messages: the folder as given, or `embedded`.
    pub name: String,
    /// Text of each file by path.
    pub files: BTreeMap<String, Cow<'static, str>>,
    /// The digest, where it is known without summing it.
    sha256: Option<&'static str>,
}

impl Source {
    /// The knowledge base that the program carries.
    pub fn embedded() -> Self {
        let mut source = Self::embedded_tables();
        let texts = TEXTS
            .iter()
            .map(|(path, text)| (path.clone(), Cow::Borrowed(text.as_str())));
        source.files.extend(texts);
        source
    }

    /// Its tables alone: [`PACKED`] says the rest in less time.
    pub(super) fn embedded_tables() -> Self {
        Self {
            name: "embedded".to_owned(),
            files: EMBEDDED
                .iter()
                .map(|(path, text)| ((*path).to_owned(), Cow::Borrowed(*text)))
                .collect(),
            sha256: Some(EMBEDDED_SHA256),
        }
    }

    /// The knowledge base in a folder. The tables of human symbols and gene families are taken
    /// from the embedded one where the folder has none, since curators seldom bring their own.
    ///
    /// # Errors
    /// Where the folder or a file in it cannot be read.
    pub fn folder(folder: &Path) -> Result<Self, KbError> {
        let mut source = Self::overlay(folder)?;
        for shared in ["symbols.tsv", "families.tsv", "genes.tsv"] {
            if let Some((path, text)) = EMBEDDED.iter().find(|(path, _)| *path == shared) {
                source
                    .files
                    .entry((*path).to_owned())
                    .or_insert(Cow::Borrowed(*text));
            }
        }
        Ok(source)
    }

    /// A laboratory's additions in a folder.
    ///
    /// # Errors
    /// As [`Source::folder`].
    pub fn overlay(folder: &Path) -> Result<Self, KbError> {
        let mut source = Self {
            name: folder.to_string_lossy().into_owned(),
            files: BTreeMap::new(),
            sha256: None,
        };
        collect(folder, "", &mut source.files)?;
        Ok(source)
    }

    /// SHA-256 over every file's path, length and text, in the order of the paths.
    pub fn sha256(&self) -> String {
        if let Some(known) = self.sha256 {
            return known.to_owned();
        }
        let mut digest = Sha256::new();
        for (path, text) in &self.files {
            digest.update(format!("{path}\n{}\n", text.len()));
            digest.update(text.as_bytes());
        }
        digest
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// Text of the file at `path`.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// Files in `folder` that end in `.toml`, in the order of their names.
    pub fn toml_in<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files.iter().filter_map(move |(path, text)| {
            let inside = path.strip_prefix(folder)?.strip_prefix('/')?;
            (inside.ends_with(".toml") && !inside.contains('/'))
                .then_some((path.as_str(), text.as_ref()))
        })
    }
}

fn collect(
    folder: &Path,
    prefix: &str,
    files: &mut BTreeMap<String, Cow<'static, str>>,
) -> Result<(), KbError> {
    let failed = |path: &Path| {
        let path = path.to_string_lossy().into_owned();
        move |source| KbError::Io { path, source }
    };
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let path = entry.map_err(failed(folder))?.path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files)?;
        } else if name.ends_with(".toml") || name.ends_with(".tsv") {
            let text = fs::read_to_string(&path).map_err(failed(&path))?;
            files.insert(format!("{prefix}{name}"), Cow::Owned(text));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_of_the_build_is_the_digest_of_the_text() {
        let embedded = Source::embedded();
        let summed = Source {
            sha256: None,
            ..embedded.clone()
        };
        assert_eq!(embedded.sha256(), summed.sha256());
    }
}
