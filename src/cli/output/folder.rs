//! A folder held by one run at a time, and files in it that are replaced together or not at all.
//!
//! Every temporary file of this program begins with [`PREFIX`] and lives only while its run holds
//! the folder. So whoever holds it may remove what others left: they were killed.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// How the names of temporary files begin.
const PREFIX: &str = ".sarcolens-";

/// A folder that this run holds until it is dropped.
pub(super) struct Folder {
    path: PathBuf,
    /// The folder itself, locked. `None` where the file system cannot lock it.
    held: Option<File>,
}

impl Folder {
    /// Waits until no other run holds the folder, holds it, and removes what killed runs left.
    pub(super) fn hold(path: &Path) -> Self {
        // A folder is opened for reading alone, so that no lock file lies among the reports.
        let held = File::open(path).ok().filter(|folder| folder.lock().is_ok());
        let folder = Self {
            path: path.to_owned(),
            held,
        };
        if folder.held.is_some() {
            folder.sweep();
        }
        folder
    }

    /// What cannot be removed stays: it is no report and stands in nobody's way.
    fn sweep(&self) {
        for entry in fs::read_dir(&self.path).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(PREFIX) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Whether files can be made here.
    ///
    /// # Errors
    /// As the system says.
    pub(super) fn probe(&self) -> io::Result<()> {
        self.builder().tempfile_in(&self.path).map(drop)
    }

    /// A file with these bytes, on disk and still without its name.
    ///
    /// # Errors
    /// As the system says.
    pub(super) fn stage(&self, bytes: &[u8]) -> io::Result<NamedTempFile> {
        let mut file = self.builder().tempfile_in(&self.path)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    }

    /// Gives every staged file its name. Where `force` is given, files of these names are
    /// replaced.
    ///
    /// # Errors
    /// With the path that could not be had; then every name is as it was before.
    pub(super) fn replace(
        &self,
        staged: Vec<(NamedTempFile, PathBuf)>,
        force: bool,
    ) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
        let mut earlier = Vec::new();
        for (_, path) in &staged {
            let kept = if force { self.keep(path) } else { Ok(None) };
            earlier.push(kept.map_err(|error| (path.clone(), error))?);
        }
        let mut done: Vec<(PathBuf, Option<NamedTempFile<()>>)> = Vec::new();
        for ((file, path), kept) in staged.into_iter().zip(earlier) {
            let named = if force {
                file.persist(&path)
            } else {
                file.persist_noclobber(&path)
            };
            if let Err(error) = named {
                for (path, kept) in done {
                    // Nothing better can be done where this fails too.
                    let _ = match kept {
                        Some(kept) => kept.into_temp_path().persist(&path).map_err(|e| e.error),
                        None => fs::remove_file(&path),
                    };
                }
                return Err((path, error.error));
            }
            done.push((path, kept));
        }
        if let Some(folder) = &self.held {
            // The names on disk too, where the file system can.
            let _ = folder.sync_all();
        }
        Ok(done.into_iter().map(|(path, _)| path).collect())
    }

    /// A second name for the file at `path`, so that it comes back whole; a copy where there are no
    /// hard links. `None` where there is no file.
    fn keep(&self, path: &Path) -> io::Result<Option<NamedTempFile<()>>> {
        let known = match path.symlink_metadata() {
            Ok(known) => known,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        if known.is_dir() {
            return Err(io::Error::other("a folder stands at this name"));
        }
        self.builder()
            .make_in(&self.path, |kept| match fs::hard_link(path, kept) {
                Err(_) if known.is_file() => fs::copy(path, kept).map(drop),
                linked => linked,
            })
            .map(Some)
    }

    fn builder(&self) -> Builder<'static, 'static> {
        let mut builder = Builder::new();
        builder.prefix(PREFIX);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As any new file: the user's mask decides.
            builder.permissions(Permissions::from_mode(0o666));
        }
        builder
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_set_is_replaced_together_or_not_at_all() {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        fs::write(at("a"), "old a").unwrap();
        fs::create_dir(at("c")).unwrap();
        let folder = Folder::hold(root.path());
        let staged = |names: &[&str]| {
            names
                .iter()
                .map(|name| (folder.stage(b"new").unwrap(), at(name)))
                .collect::<Vec<_>>()
        };
        let (path, _) = folder.replace(staged(&["a", "b", "c"]), true).unwrap_err();
        assert_eq!(path, at("c"));
        assert_eq!(fs::read_to_string(at("a")).unwrap(), "old a");
        assert_eq!(names(root.path()), ["a", "c"]);
        // Told only while names are given, so that what was given has to be taken back.
        let (path, _) = folder.replace(staged(&["b", "a"]), false).unwrap_err();
        assert_eq!(path, at("a"));
        assert_eq!(names(root.path()), ["a", "c"]);
        // A name in a folder that is not there: the first is given, the second cannot be.
        let mut lost = staged(&["a", "b"]);
        lost[1].1 = at("nowhere").join("b");
        folder.replace(lost, true).unwrap_err();
        assert_eq!(fs::read_to_string(at("a")).unwrap(), "old a");
        folder.replace(staged(&["a", "b"]), true).unwrap();
        assert_eq!(fs::read_to_string(at("a")).unwrap(), "new");
        assert_eq!(names(root.path()), ["a", "b", "c"]);
    }

    #[test]
    fn what_killed_runs_left_is_removed() {
        let root = tempfile::tempdir().unwrap();
        for name in [".sarcolens-x1", "T1.sarcolens.json", ".tmpother"] {
            fs::write(root.path().join(name), "").unwrap();
        }
        drop(Folder::hold(root.path()));
        assert_eq!(names(root.path()), [".tmpother", "T1.sarcolens.json"]);
    }
}
