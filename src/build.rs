//! Lists `knowledgebase/` and embeds each data file as text, so that adding, renaming or removing
//! a file needs no row anywhere.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("knowledgebase");
    println!("cargo::rerun-if-changed=src/build.rs");
    let mut files = Vec::new();
    list(&root, &mut files)?;
    files.sort();
    let mut code = String::from("&[\n");
    for file in files {
        let name = file
            .strip_prefix(&root)?
            .to_string_lossy()
            .replace('\\', "/");
        writeln!(
            code,
            "    ({name:?}, include_str!({:?})),",
            file.to_string_lossy()
        )?;
    }
    code.push_str("]\n");
    let target = PathBuf::from(env::var("OUT_DIR")?).join("embedded_knowledge.rs");
    fs::write(target, code)?;
    Ok(())
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
