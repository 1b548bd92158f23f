//! Embeds `knowledgebase/`: the tables as text, the assertions in a packed form that loads in a few
//! milliseconds, and their text compressed, since only overlays and `kb` read that; with the digest
//! over the text. Adding, renaming or removing a file needs no row anywhere. Also writes the digests
//! of the genome's tables.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("knowledgebase");
    let target = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=src/build.rs");
    let mut paths = Vec::new();
    list(&root, &mut paths)?;
    let mut files = BTreeMap::new();
    for path in paths {
        let name = path
            .strip_prefix(&root)?
            .to_string_lossy()
            .replace('\\', "/");
        files.insert(name, path);
    }
    let mut code = String::from("&[\n");
    let mut digest = Sha256::new();
    let mut packed = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for (name, path) in &files {
        let text = fs::read_to_string(path)?;
        // The same sum as `kb::Source::sha256`.
        digest.update(format!("{name}\n{}\n", text.len()));
        digest.update(text.as_bytes());
        if name.ends_with(".toml") {
            // A file that is no TOML is left to `kb check`, which says where and why.
            if let Ok(table) = text.parse::<toml::Table>() {
                packed.insert(name.clone(), plain(toml::Value::Table(table)));
            }
            texts.insert(name.clone(), text);
        } else {
            writeln!(
                code,
                "    ({name:?}, include_str!({:?})),",
                path.to_string_lossy()
            )?;
        }
    }
    code.push_str("]\n");
    fs::write(target.join("embedded_knowledge.rs"), code)?;
    fs::write(
        target.join("packed_knowledge.bin"),
        rmp_serde::to_vec(&packed)?,
    )?;
    let mut squeezed = DeflateEncoder::new(Vec::new(), Compression::best());
    squeezed.write_all(&rmp_serde::to_vec(&texts)?)?;
    fs::write(target.join("knowledge_texts.bin"), squeezed.finish()?)?;
    let sum: String = digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    fs::write(target.join("embedded_sha256.txt"), sum)?;
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("src/genome/tables");
    fs::write(target.join("genome_sha256.tsv"), genome_digests(&root)?)?;
    Ok(())
}

/// The digest of each of the genome's tables, and as `*` that of all of them.
fn genome_digests(root: &Path) -> Result<String, Box<dyn Error>> {
    let hexadecimal = |digest: Sha256| -> String {
        let bytes = digest.finalize();
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    };
    let mut paths = Vec::new();
    list(root, &mut paths)?;
    paths.sort();
    let mut text = String::new();
    let mut all = Sha256::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(&path)?;
        all.update(format!("{name}\n{}\n", bytes.len()));
        all.update(&bytes);
        let digest = hexadecimal(Sha256::new_with_prefix(&bytes));
        writeln!(text, "{name}\t{digest}")?;
    }
    writeln!(text, "*\t{}", hexadecimal(all))?;
    Ok(text)
}

/// Dates as text, as the domain's types read them from any form.
fn plain(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(date) => toml::Value::String(date.to_string()),
        toml::Value::Array(items) => toml::Value::Array(items.into_iter().map(plain).collect()),
        toml::Value::Table(table) => toml::Value::Table(
            table
                .into_iter()
                .map(|(key, value)| (key, plain(value)))
                .collect(),
        ),
        other @ (toml::Value::String(_)
        | toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)) => other,
    }
}

/// Every `.toml` and `.tsv` file under `folder`; prose is not embedded. The folders are named to
/// cargo, so that a new file in one is noticed.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "toml" || extension == "tsv")
        {
            files.push(path);
        }
    }
    Ok(())
}
