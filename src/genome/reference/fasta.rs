//! Bases of a FASTA file by its index, plain or packed with bgzip. The one module of this folder
//! that knows noodles.
//!
//! An index that belongs to another file would give wrong bases without a word, so it is held
//! against the file when that is opened: in front of each chromosome stands its name, behind its
//! last base its line ends.

use crate::domain::Chromosome;
use crate::genome::reference::names::{self, Contigs};
use crate::genome::reference::source::{SourceFile, told};
use crate::read::ReadError;
use crate::read::stream::digest;
use noodles::core::{Position, Region};
use noodles::fasta::{self, fai};
use noodles::{bgzf, bgzf::gzi};
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

const INDEX_HINT: &str = "make it with `samtools faidx FASTA`; it is expected beside the FASTA";

/// Bases read at once.
const PAGE_BP: u64 = 16_384;

/// Pages kept; together 64 MB at most.
const KEPT_PAGES: usize = 4_096;

/// Bytes in front of a sequence in which its header line has to begin.
const HEADER_BYTES: u64 = 4_096;

type Reader = fasta::io::IndexedReader<fasta::io::BufReader<File>>;
type Page = Option<Arc<[u8]>>;

struct Contig {
    name: String,
    length: u64,
}

/// An indexed FASTA file.
pub(super) struct Fasta {
    path: String,
    /// What is told of it in a report; the digest is that of the index.
    pub(super) source: SourceFile,
    /// Its contigs' lengths.
    pub(super) contigs: Contigs,
    by_chrom: HashMap<Chromosome, Contig>,
    reader: Mutex<Reader>,
    pages: Mutex<HashMap<(Chromosome, u64), Page>>,
    damage: Mutex<Option<String>>,
}

impl Fasta {
    /// Opens the FASTA at `path` with the index beside it.
    ///
    /// # Errors
    /// Where it or an index is missing or damaged, or they do not belong together.
    pub(super) fn open(path: &str) -> Result<Self, ReadError> {
        let unread = |source| ReadError::Io {
            path: path.to_owned(),
            source,
        };
        let mut file = File::open(path).map_err(unread)?;
        let mut first = [0; 18];
        let count = file.read(&mut first).map_err(unread)?;
        file.rewind().map_err(unread)?;
        let first = first.get(..count).unwrap_or_default();
        let reader = match first {
            [] => {
                return Err(ReadError::Empty {
                    path: path.to_owned(),
                });
            }
            [0x1f, 0x8b, ..] => bgzipped(path, file, first)?,
            [b'>', ..] => fasta::io::BufReader::Uncompressed(BufReader::new(file)),
            other => {
                return Err(told(
                    path,
                    format!(
                        "is no FASTA file; it begins with \"{}\"",
                        other.escape_ascii()
                    ),
                    "a FASTA file begins with `>`",
                ));
            }
        };
        let (index, index_digest) = index(path)?;
        let mut by_chrom = HashMap::new();
        let mut contigs = Contigs::default();
        let mut records = Vec::new();
        for record in index.as_ref() {
            let name = record.name().to_string();
            contigs.add(&name, Some(record.length()));
            let (chrom, _) = names::chromosome(&name);
            if !names::is_nuclear(&chrom) {
                continue;
            }
            records.push(record.clone());
            let contig = Contig {
                name: name.clone(),
                length: record.length(),
            };
            if let Some(other) = by_chrom.insert(chrom.clone(), contig) {
                return Err(told(
                    path,
                    format!("holds {chrom} twice, as {} and as {name}", other.name),
                    "give a reference that holds each chromosome once",
                ));
            }
        }
        let mut reader = fasta::io::IndexedReader::new(reader, index);
        for record in &records {
            belongs(&mut reader, record).map_err(|what| {
                told(
                    path,
                    what,
                    "copy the FASTA again, or make its index again with `samtools faidx FASTA`",
                )
            })?;
        }
        Ok(Self {
            source: SourceFile::of(path, index_digest)?,
            path: path.to_owned(),
            contigs,
            by_chrom,
            reader: Mutex::new(reader),
            pages: Mutex::default(),
            damage: Mutex::default(),
        })
    }

    /// Whether it holds that chromosome.
    pub(super) fn holds(&self, chrom: &Chromosome) -> bool {
        self.by_chrom.contains_key(chrom)
    }

    /// The base at `pos`, an upper-case letter of ACGT. `None` where the file has another letter
    /// or does not reach so far; also where it is damaged, see [`Fasta::damage`].
    pub(super) fn base(&self, chrom: &Chromosome, pos: u64) -> Option<u8> {
        let offset = pos.checked_sub(1)?;
        let page = self.page(chrom, offset / PAGE_BP)?;
        let base = page.get(usize::try_from(offset % PAGE_BP).ok()?)?;
        matches!(base, b'A' | b'C' | b'G' | b'T').then_some(*base)
    }

    /// Bases from `start` to `end`, both included, `N` where one is not known. `None` where the
    /// contig is not there.
    pub(super) fn bases(&self, chrom: &Chromosome, start: u64, end: u64) -> Option<Vec<u8>> {
        if !self.holds(chrom) || start == 0 || end < start {
            return None;
        }
        let mut bases = Vec::new();
        let mut offset = start - 1;
        while offset < end {
            let behind = end.min((offset / PAGE_BP + 1) * PAGE_BP);
            let page = self.page(chrom, offset / PAGE_BP);
            let length = usize::try_from(behind - offset).ok()?;
            let from = usize::try_from(offset % PAGE_BP).ok()?;
            let known = page.iter().flat_map(|page| page.iter().skip(from));
            let letters = known.map(|base| match base {
                b'A' | b'C' | b'G' | b'T' => *base,
                _ => b'N',
            });
            bases.extend(letters.chain(std::iter::repeat(b'N')).take(length));
            offset = behind;
        }
        Some(bases)
    }

    /// What was found to be damaged while bases were read.
    pub(super) fn damage(&self) -> Option<ReadError> {
        let damage = self.damage.lock().ok()?.clone()?;
        Some(ReadError::Damaged {
            path: self.path.clone(),
            line: 0,
            what: damage,
        })
    }

    fn page(&self, chrom: &Chromosome, number: u64) -> Page {
        let mut pages = self.pages.lock().ok()?;
        let key = (chrom.clone(), number);
        if let Some(page) = pages.get(&key) {
            return page.clone();
        }
        let contig = self.by_chrom.get(chrom)?;
        let start = number * PAGE_BP + 1;
        let end = contig.length.min(start + PAGE_BP - 1);
        let page: Page = if start > end {
            None
        } else {
            match self.read(&contig.name, start, end) {
                Ok(bases) => Some(bases.into()),
                Err(error) => {
                    let what = format!("{chrom}:{start}-{end} cannot be read: {error}");
                    self.damage.lock().ok()?.get_or_insert(what);
                    None
                }
            }
        };
        if pages.len() >= KEPT_PAGES {
            pages.clear();
        }
        pages.insert(key, page.clone());
        page
    }

    fn read(&self, name: &str, start: u64, end: u64) -> io::Result<Vec<u8>> {
        let place = |pos: u64| {
            usize::try_from(pos)
                .ok()
                .and_then(Position::new)
                .ok_or_else(|| io::Error::other("a place beyond counting"))
        };
        let region = Region::new(name, place(start)?..=place(end)?);
        let mut reader = self
            .reader
            .lock()
            .map_err(|_| io::Error::other("another thread failed while reading"))?;
        let record = reader.query(&region)?;
        let bases = record.sequence().as_ref().to_ascii_uppercase();
        if bases.len() as u64 != end - start + 1 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(bases)
    }
}

fn beside(path: &str, extension: &str) -> PathBuf {
    PathBuf::from(format!("{path}.{extension}"))
}

/// A bgzip file with its index of blocks.
fn bgzipped(path: &str, file: File, first: &[u8]) -> Result<fasta::io::BufReader<File>, ReadError> {
    let is_bgzip =
        first.get(3).is_some_and(|flags| flags & 0x04 != 0) && first.get(12..14) == Some(b"BC");
    if !is_bgzip {
        return Err(told(
            path,
            "is packed with gzip, in which no place can be looked up".to_owned(),
            "unpack it, pack it with `bgzip`, and run `samtools faidx` on it",
        ));
    }
    let blocks = beside(path, "gzi");
    let failed = |error: io::Error| {
        told(
            path,
            format!("its index {} cannot be read: {error}", blocks.display()),
            INDEX_HINT,
        )
    };
    let bytes = fs::read(&blocks).map_err(failed)?;
    let index = gzi::io::Reader::new(bytes.as_slice())
        .read_index()
        .map_err(failed)?;
    let is_rising = index
        .as_ref()
        .is_sorted_by(|one, other| one.0 < other.0 && one.1 < other.1);
    if !is_rising {
        return Err(failed(io::Error::other("its offsets do not rise")));
    }
    Ok(fasta::io::BufReader::Bgzf(bgzf::io::IndexedReader::new(
        file, index,
    )))
}

/// The index beside the FASTA and its SHA-256.
fn index(path: &str) -> Result<(fai::Index, String), ReadError> {
    let beside = beside(path, "fai");
    let failed = |error: io::Error| {
        let what = if error.kind() == io::ErrorKind::NotFound {
            format!("its index {} is missing", beside.display())
        } else {
            format!("its index {} cannot be read: {error}", beside.display())
        };
        told(path, what, INDEX_HINT)
    };
    let bytes = fs::read(&beside).map_err(failed)?;
    let index = fai::io::Reader::new(bytes.as_slice())
        .read_index()
        .map_err(failed)?;
    for record in index.as_ref() {
        // Nothing that is worked out from it may overflow.
        let bases = record.line_base_count().get();
        let width = record.line_width().get();
        let end = (record.length() / bases)
            .checked_mul(width)
            .and_then(|bytes| bytes.checked_add(record.position()))
            .and_then(|bytes| bytes.checked_add(2 * width));
        if width < bases || width > bases + 2 || end.is_none_or(|end| end > i64::MAX as u64) {
            return Err(failed(io::Error::other(format!(
                "{} has impossible numbers",
                record.name()
            ))));
        }
    }
    Ok((index, digest(&bytes)))
}

/// Whether the contig's name stands in front of its first base and its end behind the last.
fn belongs(reader: &mut Reader, record: &fai::Record) -> Result<(), String> {
    let name = record.name().to_string();
    let failed = |error: io::Error| {
        format!(
            "{name} cannot be read: {error}; the file is damaged, or its index is that of another"
        )
    };
    let position = record.position();
    let from = position.saturating_sub(HEADER_BYTES);
    let mut before = vec![0; usize::try_from(position - from).unwrap_or(0)];
    let inner = reader.get_mut();
    inner.seek(SeekFrom::Start(from)).map_err(failed)?;
    inner.read_exact(&mut before).map_err(failed)?;
    let header = before
        .strip_suffix(b"\n")
        .map(|text| text.rsplit(|byte| *byte == b'\n').next().unwrap_or(text))
        .and_then(|line| line.strip_prefix(b">"))
        .unwrap_or_default();
    let found = header
        .split(u8::is_ascii_whitespace)
        .next()
        .unwrap_or_default();
    if found != name.as_bytes() {
        return Err(format!(
            "{name} is not where the index says; it is that of another file"
        ));
    }
    let Some(last) = record.length().checked_sub(1) else {
        return Ok(());
    };
    let (bases, width) = (record.line_base_count().get(), record.line_width().get());
    let end = position + last / bases * width + last % bases;
    inner.seek(SeekFrom::Start(end)).map_err(failed)?;
    let mut behind = Vec::new();
    inner.take(4).read_to_end(&mut behind).map_err(failed)?;
    if behind.is_empty() {
        return Err(format!(
            "{name} ends before its {} bases, so the FASTA may be cut short",
            record.length()
        ));
    }
    let is_end = match behind.as_slice() {
        [base, rest @ ..] if base.is_ascii_alphabetic() => {
            let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
            matches!(rest, [] | [b'\n'] | [b'\n', b'>' | b'\n' | b'\r', ..])
        }
        _ => false,
    };
    if is_end {
        Ok(())
    } else {
        Err(format!(
            "{name} does not end after {} bases, as the index says; it is that of another file",
            record.length()
        ))
    }
}
