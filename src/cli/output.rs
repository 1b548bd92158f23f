//! Report sets: each file whole or not at all, the set together or not at all.

mod folder;

use crate::domain::Report;
use crate::pipeline::Failure;
use crate::render::{Format, format_named};
use folder::Folder;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The formats that `list` names, each once, in the order named.
///
/// # Errors
/// Where a name is not known.
pub(super) fn formats(list: &[String]) -> Result<Vec<&'static dyn Format>, Failure> {
    let mut formats: Vec<&'static dyn Format> = Vec::new();
    for name in list {
        let format = format_named(name.trim()).ok_or_else(|| {
            let known: Vec<&str> = crate::render::FORMATS.iter().map(|f| f.name()).collect();
            Failure::usage(
                format!("report format \"{}\" is not known", name.escape_debug()),
                format!("one or more of {}", known.join(", ")),
            )
        })?;
        if !formats.iter().any(|known| known.name() == format.name()) {
            formats.push(format);
        }
    }
    Ok(formats)
}

/// Makes sure that the folder exists and takes files, before hours of reading, and that no report
/// set would be overwritten unasked.
///
/// # Errors
/// Where it cannot be written to, or a report of the sample is there and `force` is not given.
pub(super) fn prepare(
    outdir: &Path,
    sample: Option<&str>,
    formats: &[&'static dyn Format],
    force: bool,
) -> Result<(), Failure> {
    fs::create_dir_all(outdir).map_err(|error| failed(outdir, &error))?;
    let folder = Folder::hold(outdir);
    folder.probe().map_err(|error| failed(outdir, &error))?;
    if let (Some(sample), false) = (sample, force) {
        for format in formats {
            let path = target(outdir, sample, *format);
            if path.symlink_metadata().is_ok() {
                return Err(exists(&path));
            }
        }
    }
    Ok(())
}

/// Writes `report` in every format and gives the paths, in the order of the formats. Files get their
/// names only when all are on disk.
///
/// # Errors
/// Where a file cannot be rendered or written; then none of them is left, and an earlier set stays
/// as it was.
pub(super) fn write(
    report: &Report,
    outdir: &Path,
    formats: &[&'static dyn Format],
    force: bool,
) -> Result<Vec<PathBuf>, Failure> {
    let sample = &report.case.sample;
    prepare(outdir, Some(sample), formats, force)?;
    let folder = Folder::hold(outdir);
    let mut staged = Vec::new();
    for format in formats {
        let path = target(outdir, sample, *format);
        // One at a time: the renderings of a large report are larger than the report.
        let bytes = format
            .render(report)
            .map_err(|error| Failure::Internal(error.to_string()))?;
        let file = folder
            .stage(&bytes)
            .map_err(|error| failed(&path, &error))?;
        staged.push((file, path));
    }
    folder
        .replace(staged, force)
        .map_err(|(path, error)| failed(&path, &error))
}

/// The folder of a file, and whether the file may be written there.
///
/// # Errors
/// Where the folder cannot be written to, or the file is there and `force` is not given.
pub(super) fn prepare_file(path: &Path, force: bool) -> Result<(), Failure> {
    let folder = folder_of(path);
    fs::create_dir_all(folder).map_err(|error| failed(path, &error))?;
    Folder::hold(folder)
        .probe()
        .map_err(|error| failed(path, &error))?;
    if !force && path.symlink_metadata().is_ok() {
        return Err(exists(path));
    }
    Ok(())
}

/// Writes one file whole or not at all.
///
/// # Errors
/// As [`prepare_file`], or where there is no room.
pub(super) fn write_file(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    prepare_file(path, force)?;
    let folder = Folder::hold(folder_of(path));
    let staged = folder.stage(bytes).map_err(|error| failed(path, &error))?;
    folder
        .replace(vec![(staged, path.to_owned())], force)
        .map(drop)
        .map_err(|(path, error)| failed(&path, &error))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        Some(_) | None => Path::new("."),
    }
}

fn target(outdir: &Path, sample: &str, format: &dyn Format) -> PathBuf {
    outdir.join(format!("{sample}{}", format.suffix()))
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    Failure::Output {
        path: path.to_string_lossy().into_owned(),
        what: error.to_string(),
    }
}

fn exists(path: &Path) -> Failure {
    Failure::Output {
        path: path.to_string_lossy().into_owned(),
        what: "it exists already; `--force` overwrites it".to_owned(),
    }
}

/// Prints `text` on standard output.
///
/// # Errors
/// Where it cannot be written; a closed pipe is told by the error's kind.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
