//! Bytes of an input, unpacked: plain, gzip (every member), BGZF; its beginning for recognition;
//! lines with their numbers; the digest of the file as it lies on disk.

use crate::read::ReadError;
use flate2::bufread::MultiGzDecoder;
use noodles::bgzf;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::sync::{Arc, Mutex};

/// Longest line that is read; a longer one is refused (a bomb or no text).
pub const MAX_LINE_BYTES: usize = 256 * 1024 * 1024;

/// Bytes of the beginning that recognition sees.
const HEAD_BYTES: usize = 64 * 1024;

/// The block every whole BGZF file ends with.
const BGZF_END: [u8; 28] = [
    0x1f, 0x8b, 0x08, 0x04, 0, 0, 0, 0, 0, 0xff, 0x06, 0, 0x42, 0x43, 0x02, 0, 0x1b, 0, 0x03, 0, 0,
    0, 0, 0, 0, 0, 0, 0,
];

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Plain,
    Gzip,
    Bgzf,
}

/// The beginning of an input, unpacked.
#[derive(Clone, Debug, Default)]
pub struct Head {
    bytes: Vec<u8>,
}

impl Head {
    /// A head of these bytes, without a byte order mark.
    pub fn new(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        Self {
            bytes: bytes.to_vec(),
        }
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether nothing is there but white space.
    pub fn is_empty(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }

    /// Whether the byte order mark says UTF-16.
    pub fn is_utf16(&self) -> bool {
        self.bytes.starts_with(b"\xff\xfe") || self.bytes.starts_with(b"\xfe\xff")
    }

    /// Whether carriage returns alone end its lines, as some programs of old write them: all would
    /// be one line.
    pub fn has_bare_returns(&self) -> bool {
        let text = self.bytes.trim_ascii_end();
        text.contains(&b'\r') && !text.contains(&b'\n')
    }

    /// Its lines without line ends; the last may be cut.
    pub fn lines(&self) -> impl Iterator<Item = String> + '_ {
        self.bytes.split(|byte| *byte == b'\n').map(|line| {
            String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line)).into_owned()
        })
    }

    /// How it begins, for a message: escaped and short.
    pub fn beginning(&self) -> String {
        const SHOWN: usize = 40;
        let cut: Vec<u8> = self.bytes.iter().copied().take(SHOWN).collect();
        format!("\"{}\"", cut.escape_ascii())
    }
}

/// Digest and end of the raw bytes, filled while they are read.
#[derive(Default)]
struct RawFacts {
    digest: Sha256,
    tail: Vec<u8>,
    total: u64,
}

struct Tap<R> {
    inner: R,
    facts: Arc<Mutex<RawFacts>>,
}

impl<R: Read> Read for Tap<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let read = buffer.get(..count).unwrap_or_default();
        let mut facts = self
            .facts
            .lock()
            .map_err(|_| io::Error::other("another thread failed while reading"))?;
        facts.digest.update(read);
        facts.total += count as u64;
        facts.tail.extend_from_slice(read);
        let surplus = facts.tail.len().saturating_sub(BGZF_END.len());
        facts.tail.drain(..surplus);
        Ok(count)
    }
}

/// An input, unpacked.
pub struct Stream {
    path: String,
    reader: Box<dyn BufRead + Send + Sync>,
    packing: Packing,
    facts: Arc<Mutex<RawFacts>>,
    head: Head,
    line: u64,
    is_unended: bool,
}

impl Stream {
    /// Opens the file at `path`; `-` is standard input.
    ///
    /// # Errors
    /// Where it cannot be opened, or its first bytes cannot be unpacked.
    pub fn open(path: &str) -> Result<Self, ReadError> {
        if path == "-" {
            return Self::new(path, io::stdin());
        }
        let io_error = |source| ReadError::Io {
            path: path.to_owned(),
            source,
        };
        let file = File::open(path).map_err(io_error)?;
        if file.metadata().map_err(io_error)?.is_dir() {
            return Err(io_error(io::Error::new(
                io::ErrorKind::IsADirectory,
                "it is a directory, not a file",
            )));
        }
        Self::new(path, file)
    }

    /// An input from any reader; `path` is for messages.
    ///
    /// # Errors
    /// As [`Stream::open`].
    pub fn new(path: &str, reader: impl Read + Send + Sync + 'static) -> Result<Self, ReadError> {
        let facts = Arc::new(Mutex::new(RawFacts::default()));
        let mut raw = BufReader::with_capacity(
            HEAD_BYTES,
            Tap {
                inner: reader,
                facts: Arc::clone(&facts),
            },
        );
        let failed = |source| ReadError::Io {
            path: path.to_owned(),
            source,
        };
        let first = raw.fill_buf().map_err(failed)?;
        let packing = packing_of(first);
        let mut unpacked: Box<dyn BufRead + Send + Sync> = match packing {
            Packing::Plain => Box::new(raw),
            Packing::Gzip => Box::new(BufReader::with_capacity(
                HEAD_BYTES,
                MultiGzDecoder::new(raw),
            )),
            Packing::Bgzf => Box::new(bgzf::io::Reader::new(raw)),
        };
        let mut head = Vec::new();
        unpacked
            .by_ref()
            .take(HEAD_BYTES as u64)
            .read_to_end(&mut head)
            .map_err(|error| ReadError::Damaged {
                path: path.to_owned(),
                line: 0,
                what: error.to_string(),
            })?;
        let known = Head::new(&head);
        let start = head.len() - known.bytes().len();
        let mut replay = Cursor::new(head);
        replay.set_position(start as u64);
        Ok(Self {
            path: path.to_owned(),
            reader: Box::new(replay.chain(unpacked)),
            packing,
            facts,
            head: known,
            line: 0,
            is_unended: false,
        })
    }

    /// The path as given.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The beginning, unpacked.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The line read last, from 1; 0 before the first.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Whether the line read last has no line end: it is the file's last, and may have been cut.
    pub fn is_unended(&self) -> bool {
        self.is_unended
    }

    /// Whether the file is packed (gzip, BGZF), so that a program and no editor wrote its end.
    pub fn is_packed(&self) -> bool {
        self.packing != Packing::Plain
    }

    /// The unpacked bytes from here on, for a reader that does not go by lines.
    pub fn bytes(&mut self) -> &mut (dyn BufRead + Send + Sync) {
        &mut *self.reader
    }

    /// The next line without its end (`\n`, `\r\n`). `None` at the end.
    ///
    /// # Errors
    /// Where the container is damaged or a line is longer than [`MAX_LINE_BYTES`].
    pub fn next_line(&mut self) -> Result<Option<Vec<u8>>, ReadError> {
        let mut line = Vec::new();
        let count = (&mut self.reader)
            .take(MAX_LINE_BYTES as u64)
            .read_until(b'\n', &mut line)
            .map_err(|error| self.damaged(error.to_string()))?;
        if count == 0 {
            return Ok(None);
        }
        self.line += 1;
        if line.last() == Some(&b'\n') {
            line.pop();
            if line.last() == Some(&b'\r') {
                line.pop();
            }
        } else if count >= MAX_LINE_BYTES {
            return Err(self.damaged(format!("a line is longer than {MAX_LINE_BYTES} bytes")));
        } else {
            self.is_unended = true;
        }
        Ok(Some(line))
    }

    /// An error at the line read last.
    pub fn damaged(&self, what: String) -> ReadError {
        ReadError::Damaged {
            path: self.path.clone(),
            line: self.line,
            what,
        }
    }

    /// Reads to the end, checks that a BGZF file ends with its end block, and gives the SHA-256
    /// of the bytes on disk.
    ///
    /// # Errors
    /// Where the file is damaged or was cut short.
    pub fn finish(mut self) -> Result<String, ReadError> {
        io::copy(&mut self.reader, &mut io::sink())
            .map_err(|error| self.damaged(error.to_string()))?;
        let facts = self
            .facts
            .lock()
            .map_err(|_| self.damaged("another thread failed while reading".to_owned()))?;
        if self.packing == Packing::Bgzf && facts.tail != BGZF_END {
            return Err(
                self.damaged("the BGZF end block is missing, so the file was cut short".to_owned())
            );
        }
        Ok(hexadecimal(&facts.digest.clone().finalize()))
    }
}

/// SHA-256 of `bytes`, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn packing_of(first: &[u8]) -> Packing {
    match first {
        [0x1f, 0x8b, 0x08, flags, ..] => {
            // A BGZF block is a gzip member with an extra field `BC` of two bytes.
            let has_extra = flags & 0x04 != 0;
            if has_extra && first.get(12..14) == Some(b"BC") {
                Packing::Bgzf
            } else {
                Packing::Gzip
            }
        }
        _ => Packing::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_carriage_returns_are_told_from_line_ends() {
        let bare = |text: &str| Head::new(text.as_bytes()).has_bare_returns();
        assert!(bare("a\tb\rc\td\r"));
        assert!(!bare("a\tb\r\nc\td\r\n"));
        assert!(!bare("a\tb\r"));
        assert!(!bare("a\tb"));
    }

    #[test]
    fn lines_lose_their_ends_and_the_byte_order_mark() {
        let mut stream = Stream::new("x", &b"\xef\xbb\xbfa\tb\r\nc\nd"[..]).unwrap();
        assert_eq!(stream.head().lines().next().unwrap(), "a\tb");
        assert_eq!(stream.next_line().unwrap().unwrap(), b"a\tb");
        assert_eq!(stream.next_line().unwrap().unwrap(), b"c");
        assert!(!stream.is_unended());
        assert_eq!(stream.next_line().unwrap().unwrap(), b"d");
        assert!(stream.is_unended());
        assert_eq!(stream.line(), 3);
        assert!(stream.next_line().unwrap().is_none());
        assert_eq!(stream.finish().unwrap().len(), 64);
    }
}
