//! The file that `sarcolens reference build` writes: a whole reference, read gene by gene.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `SARCOREF` |
//! | 4 | version of this form, little end first |
//! | 8 | bytes of the index |
//! | 32 | SHA-256 of the index |
//! | … | the index (MessagePack): assembly, sources, and of each gene its place, name and block |
//! | … | blocks, one a gene, packed (zlib): transcripts (MessagePack), then bases |
//!
//! The bases are those of the exons of coding transcripts with 50 on either side, so that the FASTA
//! is not needed again unless a change deep in an intron is to be shifted. For all genes of man that
//! is some 50 MB. Of each block the index holds a digest, which is compared when the block is read:
//! a later run reads the index and the blocks of the genes it needs, nothing else.

use crate::domain::{Assembly, Chromosome, GeneSymbol};
use crate::genome::Transcript;
use crate::genome::genes::{ByName, Source};
use crate::genome::reference::source::{SourceFile, told};
use crate::read::ReadError;
use crate::read::stream::hexadecimal;
use flate2::Compression;
use flate2::bufread::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, OnceLock};

const MAGIC: &[u8; 8] = b"SARCOREF";

/// Version of the form; one more with every change of it or of how transcripts are chosen.
const VERSION: u32 = 1;

/// Bytes in front of the index.
const HEAD_BYTES: u64 = 52;

/// An index or an unpacked block is never larger.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// Bases on either side of an exon that are kept.
pub(super) const FLANK_BP: u64 = 50;

const HINT: &str =
    "build it again with `sarcolens reference build --fasta FASTA --gff GFF -o CACHE`";

/// What stands in front of the blocks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Index {
    /// The program that wrote it.
    pub(super) program: String,
    pub(super) assembly: Assembly,
    pub(super) fasta: SourceFile,
    pub(super) annotation: SourceFile,
    pub(super) genes: Vec<IndexedGene>,
    /// Bytes of all blocks.
    blocks: u64,
}

/// A gene in the index.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct IndexedGene {
    pub(super) symbol: GeneSymbol,
    pub(super) chrom: Chromosome,
    pub(super) span: (u64, u64),
    offset: u64,
    length: u64,
    /// First bytes of the block's SHA-256.
    digest: u64,
}

/// A stretch of bases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) start: u64,
    pub(super) bases: Vec<u8>,
}

/// What is kept of a gene.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) transcripts: Vec<Transcript>,
    /// By their starts, without overlap.
    pub(super) pieces: Vec<Piece>,
}

/// Whether the file at `path` is a cache by its first bytes.
pub(super) fn is_cache(path: &str) -> bool {
    let mut first = [0; 8];
    File::open(path)
        .and_then(|mut file| file.read_exact(&mut first))
        .is_ok_and(|()| first == *MAGIC)
}

fn short_digest(bytes: &[u8]) -> u64 {
    Sha256::digest(bytes)
        .iter()
        .take(8)
        .fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

/// Packs genes one after the other.
#[derive(Default)]
pub(super) struct Packer {
    genes: Vec<IndexedGene>,
    blocks: Vec<u8>,
}

impl Packer {
    /// Adds a gene.
    ///
    /// # Errors
    /// Where it cannot be packed: no memory.
    pub(super) fn add(&mut self, symbol: GeneSymbol, block: &Block) -> io::Result<()> {
        let Some(first) = block.transcripts.first() else {
            return Ok(());
        };
        let spans: Vec<(u64, u64)> = block
            .pieces
            .iter()
            .map(|piece| (piece.start, piece.bases.len() as u64))
            .collect();
        let facts = rmp_serde::to_vec(&(&block.transcripts, spans)).map_err(io::Error::other)?;
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
        packer.write_all(&(facts.len() as u64).to_le_bytes())?;
        packer.write_all(&facts)?;
        for piece in &block.pieces {
            packer.write_all(&piece.bases)?;
        }
        let packed = packer.finish()?;
        self.genes.push(IndexedGene {
            symbol,
            chrom: first.chrom.clone(),
            span: (
                block
                    .transcripts
                    .iter()
                    .map(Transcript::start)
                    .min()
                    .unwrap_or(0),
                block
                    .transcripts
                    .iter()
                    .map(Transcript::end)
                    .max()
                    .unwrap_or(0),
            ),
            offset: self.blocks.len() as u64,
            length: packed.len() as u64,
            digest: short_digest(&packed),
        });
        self.blocks.extend(packed);
        Ok(())
    }

    /// The bytes of the whole file.
    ///
    /// # Errors
    /// Where the index cannot be packed: no memory.
    pub(super) fn finish(
        self,
        assembly: Assembly,
        fasta: SourceFile,
        annotation: SourceFile,
    ) -> io::Result<Vec<u8>> {
        let index = rmp_serde::to_vec(&Index {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            assembly,
            fasta,
            annotation,
            genes: self.genes,
            blocks: self.blocks.len() as u64,
        })
        .map_err(io::Error::other)?;
        let mut file = MAGIC.to_vec();
        file.extend(VERSION.to_le_bytes());
        file.extend((index.len() as u64).to_le_bytes());
        file.extend(Sha256::digest(&index));
        file.extend(index);
        file.extend(self.blocks);
        Ok(file)
    }
}

/// A cache, open.
pub(super) struct Cache {
    path: String,
    pub(super) index: Index,
    /// SHA-256 of the index.
    pub(super) sha256: String,
    /// Where the blocks begin.
    start: u64,
    file: Mutex<File>,
    blocks: Vec<OnceLock<Block>>,
    damage: Mutex<Option<String>>,
}

impl Cache {
    /// Opens the cache at `path`.
    ///
    /// # Errors
    /// Where it is damaged, cut, of another version, or its sources have changed since.
    pub(super) fn open(path: &str) -> Result<Self, ReadError> {
        let unread = |source| ReadError::Io {
            path: path.to_owned(),
            source,
        };
        let refused = |what: String| told(path, what, HINT);
        let mut file = File::open(path).map_err(unread)?;
        let size = file.metadata().map_err(unread)?.len();
        let cut = || refused(format!("the cache was cut short: {size} bytes are left"));
        let mut head = Vec::new();
        (&mut file)
            .take(HEAD_BYTES)
            .read_to_end(&mut head)
            .map_err(unread)?;
        let number = |from: usize, to: usize| {
            head.get(from..to)
                .map(|bytes| {
                    bytes
                        .iter()
                        .rev()
                        .fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
                })
                .ok_or_else(cut)
        };
        let version = number(8, 12)?;
        if version != u64::from(VERSION) {
            return Err(refused(format!(
                "the cache is of version {version}, expected {VERSION}: another version of this \
                 program wrote it"
            )));
        }
        let length = number(12, 20)?;
        let stated = head.get(20..52).ok_or_else(cut)?;
        if length > size.saturating_sub(HEAD_BYTES) || length > MOST_BYTES {
            return Err(cut());
        }
        let mut bytes = Vec::new();
        (&mut file)
            .take(length)
            .read_to_end(&mut bytes)
            .map_err(unread)?;
        let digest = Sha256::digest(&bytes);
        if digest.as_slice() != stated {
            return Err(refused(
                "the cache is damaged: its index has another digest".to_owned(),
            ));
        }
        let index: Index = rmp_serde::from_slice(&bytes)
            .map_err(|error| refused(format!("the cache is damaged: {error}")))?;
        let start = HEAD_BYTES + length;
        if index.blocks.checked_add(start) != Some(size) {
            return Err(refused(format!(
                "the cache was cut short or added to: {size} bytes, expected {}",
                index.blocks.saturating_add(start)
            )));
        }
        for source in [&index.fasta, &index.annotation] {
            if source.has_changed() {
                return Err(refused(format!(
                    "the cache is stale: {} has changed since it was built",
                    source.path
                )));
            }
        }
        Ok(Self {
            path: path.to_owned(),
            sha256: hexadecimal(&digest),
            start,
            file: Mutex::new(file),
            blocks: (0..index.genes.len()).map(|_| OnceLock::new()).collect(),
            index,
            damage: Mutex::default(),
        })
    }

    /// What was found to be damaged while blocks were read.
    pub(super) fn damage(&self) -> Option<ReadError> {
        let damage = self.damage.lock().ok()?.clone()?;
        Some(told(&self.path, damage, HINT))
    }

    /// What is kept of the gene of that number.
    pub(super) fn block(&self, number: usize) -> Option<&Block> {
        let gene = self.index.genes.get(number)?;
        let block = self.blocks.get(number)?.get_or_init(|| {
            self.read(gene).unwrap_or_else(|error| {
                let what = format!("the cache is damaged at {}: {error}", gene.symbol);
                if let Ok(mut damage) = self.damage.lock() {
                    damage.get_or_insert(what);
                }
                Block::default()
            })
        });
        Some(block)
    }

    fn read(&self, gene: &IndexedGene) -> io::Result<Block> {
        let failed = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
        if gene
            .offset
            .checked_add(gene.length)
            .is_none_or(|end| end > self.index.blocks)
        {
            return Err(failed("its block lies beyond the end"));
        }
        let mut packed = Vec::new();
        {
            let mut file = self
                .file
                .lock()
                .map_err(|_| failed("another thread failed while reading"))?;
            file.seek(SeekFrom::Start(self.start + gene.offset))?;
            (&mut *file).take(gene.length).read_to_end(&mut packed)?;
        }
        if short_digest(&packed) != gene.digest {
            return Err(failed("its block has another digest"));
        }
        let mut unpacked = ZlibDecoder::new(packed.as_slice()).take(MOST_BYTES);
        let mut length = [0; 8];
        unpacked.read_exact(&mut length)?;
        let mut facts = Vec::new();
        (&mut unpacked)
            .take(u64::from_le_bytes(length))
            .read_to_end(&mut facts)?;
        let (transcripts, spans): (Vec<Transcript>, Vec<(u64, u64)>) =
            rmp_serde::from_slice(&facts).map_err(io::Error::other)?;
        let mut pieces = Vec::new();
        for (start, length) in spans {
            let mut bases = Vec::new();
            (&mut unpacked).take(length).read_to_end(&mut bases)?;
            if bases.len() as u64 != length {
                return Err(failed("its bases end too soon"));
            }
            pieces.push(Piece { start, bases });
        }
        Ok(Block {
            transcripts,
            pieces,
        })
    }

    /// The base at `pos` of a gene's chromosome, where a gene of that name keeps it.
    pub(super) fn base(&self, by_name: &ByName, transcript: &Transcript, pos: u64) -> Option<u8> {
        let key = (transcript.assembly, transcript.gene.clone());
        by_name.get(&key)?.iter().find_map(|number| {
            let gene = self.index.genes.get(*number)?;
            if gene.chrom != transcript.chrom {
                return None;
            }
            let pieces = &self.block(*number)?.pieces;
            let behind = pieces.partition_point(|piece| piece.start <= pos);
            let piece = pieces.get(behind.checked_sub(1)?)?;
            let base = piece.bases.get(usize::try_from(pos - piece.start).ok()?)?;
            matches!(base, b'A' | b'C' | b'G' | b'T').then_some(*base)
        })
    }
}

/// The transcripts of a cache.
pub(super) struct FromCache(pub(super) Arc<Cache>);

impl Source for FromCache {
    fn transcripts(&self, number: usize) -> Vec<Transcript> {
        let Some(block) = self.0.block(number) else {
            return Vec::new();
        };
        let symbol = self.0.index.genes.get(number).map(|gene| &gene.symbol);
        let mut transcripts = block.transcripts.clone();
        for transcript in &mut transcripts {
            if let Some(symbol) = symbol {
                transcript.gene = symbol.clone();
            }
        }
        transcripts
    }
}
