//! A user's own reference in place of the embedded transcripts and bases.
//!
//! | given | transcripts | bases |
//! |---|---|---|
//! | FASTA | embedded | of the FASTA |
//! | annotation | of the annotation | embedded, where the very transcript is embedded |
//! | both | of the annotation | of the FASTA |
//! | cache | of the annotation it was built from | of the exons it keeps; of a FASTA given with it |
//!
//! A gene that the annotation lacks, or of which no transcript can be used, keeps its embedded
//! transcripts, and so do the isoforms by which papers count. The other assembly stays embedded.
//! Files that tell different assemblies are refused.

mod annotation;
mod attributes;
mod cache;
mod checked;
mod fasta;
mod names;
mod place;
mod raw;
mod source;

use crate::domain::{
    Assembly, Chromosome, GeneSymbol, ReferenceFile, ReferenceRole, ReferenceUsed,
};
use crate::genome::bases::{Bases, coding_by_base, codon_by_base};
use crate::genome::genes::{ByName, Gene, Genes, Source};
use crate::genome::{Genome, Transcript, TranscriptStatus, embedded};
use crate::read::ReadError;
use annotation::Annotation;
use cache::{Block, Cache, FLANK_BP, FromCache, Packer, Piece};
use fasta::Fasta;
use raw::{RawGene, Unfit};
use source::SourceFile;
use std::collections::{BTreeMap, HashSet};
use std::io;
use std::sync::Arc;

/// Files of a user's reference.
pub struct Reference<'a> {
    /// A FASTA with its index beside it.
    pub fasta: Option<&'a str>,
    /// A GFF3 or GTF file, or a cache that was built of both.
    pub gff: Option<&'a str>,
    /// The assembly that was stated. `None`: the files tell.
    pub assembly: Option<Assembly>,
    /// The current symbol of a gene, for annotations that write an earlier one.
    pub current: &'a dyn Fn(&GeneSymbol) -> GeneSymbol,
}

/// A cache, ready to be written, and what it holds.
pub struct Built {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// The assembly.
    pub assembly: Assembly,
    /// Genes in it.
    pub genes: usize,
    /// Transcripts in it.
    pub transcripts: usize,
    /// Transcripts that were left out, and why.
    pub left_out: Vec<(&'static str, usize)>,
}

/// What was opened.
struct Opened {
    assembly: Assembly,
    fasta: Option<Arc<Fasta>>,
    annotation: Option<Annotation>,
}

impl Reference<'_> {
    /// The genome of these files. With neither, the embedded one's tables.
    ///
    /// # Errors
    /// Where a file cannot be read, is damaged or stale, or they do not fit one another.
    pub fn genome(&self) -> Result<Genome, ReadError> {
        if let Some(path) = self.gff.filter(|path| cache::is_cache(path)) {
            return self.of_cache(path);
        }
        let opened = self.open()?;
        let assembly = opened.assembly;
        let mut files = Vec::new();
        if let Some(fasta) = &opened.fasta {
            files.push(told_file(ReferenceRole::Fasta, &fasta.source));
        }
        let mut genes = Vec::new();
        let mut source: Option<Arc<dyn Source>> = None;
        if let Some(annotation) = opened.annotation {
            files.push(told_file(ReferenceRole::Annotation, &annotation.source));
            let raw = preferred(annotation.genes);
            genes.extend(raw.iter().enumerate().map(|(number, gene)| {
                let (symbol, chrom) = (gene.symbol.clone(), gene.chrom.clone());
                Gene::later(number, assembly, symbol, chrom, gene.span())
            }));
            source = Some(Arc::new(FromAnnotation {
                assembly,
                genes: raw,
                fasta: opened.fasta.clone(),
            }));
        }
        Ok(assembled(
            assembly,
            genes,
            source,
            opened.fasta,
            None,
            files,
        ))
    }

    /// A cache of these files.
    ///
    /// # Errors
    /// Where a file is missing, cannot be read or is damaged, or they do not fit one another.
    pub fn build(&self) -> Result<Built, ReadError> {
        let opened = self.open()?;
        let assembly = opened.assembly;
        let (Some(fasta), Some(annotation)) = (opened.fasta, opened.annotation) else {
            return Err(source::told(
                self.fasta.or(self.gff).unwrap_or("reference"),
                "is one half of a reference alone".to_owned(),
                "a cache is built of a FASTA and an annotation",
            ));
        };
        let mut unfit: BTreeMap<Unfit, usize> = BTreeMap::new();
        let mut packer = Packer::default();
        let (mut genes, mut transcripts) = (0, 0);
        let mut raw: Vec<(usize, RawGene)> = preferred(annotation.genes)
            .into_iter()
            .enumerate()
            .collect();
        // By place, so that bases are read one after the other.
        raw.sort_by_cached_key(|(_, gene)| (gene.chrom.clone(), gene.span()));
        let mut blocks: Vec<(usize, GeneSymbol, Block)> = Vec::with_capacity(raw.len());
        let lookup = |chrom: &Chromosome, start, end| fasta.bases(chrom, start, end);
        for (number, gene) in raw {
            let (kept, left_out) = checked::transcripts(&gene, assembly, Some(&lookup));
            for why in left_out {
                *unfit.entry(why).or_default() += 1;
            }
            if !kept.is_empty() {
                genes += 1;
                transcripts += kept.len();
                let block = block(kept.into_iter().map(completed).collect(), &fasta);
                blocks.push((number, gene.symbol, block));
            }
        }
        if let Some(damage) = fasta.damage() {
            return Err(damage);
        }
        blocks.sort_by_key(|(number, ..)| *number);
        let packed = |error: io::Error| ReadError::Io {
            path: annotation.source.path.clone(),
            source: error,
        };
        for (_, symbol, block) in blocks {
            packer.add(symbol, &block).map_err(packed)?;
        }
        let bytes = packer
            .finish(assembly, fasta.source.clone(), annotation.source.clone())
            .map_err(packed)?;
        Ok(Built {
            bytes,
            assembly,
            genes,
            transcripts,
            left_out: unfit
                .into_iter()
                .map(|(why, count)| (why.words(), count))
                .collect(),
        })
    }

    fn of_cache(&self, path: &str) -> Result<Genome, ReadError> {
        let mut cache = Cache::open(path)?;
        let assembly = cache.index.assembly;
        self.agrees(path, assembly, "what it was built from")?;
        let fasta = self.fasta.map(Fasta::open).transpose()?.map(Arc::new);
        let mut files = Vec::new();
        if let Some(fasta) = &fasta {
            if fasta.source.sha256 != cache.index.fasta.sha256 {
                return Err(source::told(
                    path,
                    format!(
                        "the cache was built from another FASTA, {}, than {}",
                        cache.index.fasta.path, fasta.source.path
                    ),
                    "give that FASTA or none, or build the cache again",
                ));
            }
            files.push(told_file(ReferenceRole::Fasta, &fasta.source));
        }
        files.push(ReferenceFile {
            role: ReferenceRole::Cache,
            path: path.to_owned(),
            sha256: cache.sha256.clone(),
        });
        files.push(told_file(ReferenceRole::FastaOfCache, &cache.index.fasta));
        files.push(told_file(
            ReferenceRole::AnnotationOfCache,
            &cache.index.annotation,
        ));
        for gene in &mut cache.index.genes {
            gene.symbol = (self.current)(&gene.symbol);
        }
        let cache = Arc::new(cache);
        let genes = cache
            .index
            .genes
            .iter()
            .enumerate()
            .map(|(number, gene)| {
                let (symbol, chrom) = (gene.symbol.clone(), gene.chrom.clone());
                Gene::later(number, assembly, symbol, chrom, gene.span)
            })
            .collect();
        let source: Arc<dyn Source> = Arc::new(FromCache(Arc::clone(&cache)));
        Ok(assembled(
            assembly,
            genes,
            Some(source),
            fasta,
            Some(cache),
            files,
        ))
    }

    /// Opens the files and finds their assembly.
    fn open(&self) -> Result<Opened, ReadError> {
        let fasta = self.fasta.map(Fasta::open).transpose()?.map(Arc::new);
        let mut annotation = self.gff.map(annotation::read).transpose()?;
        if let Some(annotation) = &mut annotation {
            for gene in &mut annotation.genes {
                gene.symbol = (self.current)(&gene.symbol);
            }
        }
        let told = place::assembly(fasta.as_deref(), annotation.as_ref())?;
        let assembly = match (told, self.assembly) {
            (Some((path, found, by)), _) => {
                self.agrees(&path, found, &by)?;
                found
            }
            (None, Some(stated)) => stated,
            (None, None) => {
                return Err(source::told(
                    self.fasta.or(self.gff).unwrap_or("reference"),
                    "nothing tells the assembly: neither lengths of whole chromosomes, nor \
                     accessions, nor a header, nor the places of known genes"
                        .to_owned(),
                    "state it with `--assembly GRCh37` or `--assembly GRCh38`",
                ));
            }
        };
        if let Some(annotation) = &annotation {
            place::fits(fasta.as_deref(), annotation, assembly)?;
        }
        Ok(Opened {
            assembly,
            fasta,
            annotation,
        })
    }

    fn agrees(&self, path: &str, found: Assembly, by: &str) -> Result<(), ReadError> {
        match self.assembly.filter(|stated| *stated != found) {
            Some(stated) => Err(ReadError::Assembly {
                path: path.to_owned(),
                found,
                by: by.to_owned(),
                stated,
            }),
            None => Ok(()),
        }
    }
}

fn told_file(role: ReferenceRole, file: &SourceFile) -> ReferenceFile {
    ReferenceFile {
        role,
        path: file.path.clone(),
        sha256: file.sha256.clone(),
    }
}

/// Genes in the order in which those of one name are preferred: by their best transcript, X before
/// Y, by place.
fn preferred(mut genes: Vec<RawGene>) -> Vec<RawGene> {
    genes.sort_by_cached_key(|gene| {
        let best = gene.transcripts.iter().map(checked::status).min();
        (best, gene.chrom.clone(), gene.span())
    });
    genes
}

/// The bases that a cache keeps of these transcripts.
fn block(transcripts: Vec<Transcript>, fasta: &Fasta) -> Block {
    let mut spans: Vec<(u64, u64)> = transcripts
        .iter()
        .filter(|transcript| transcript.coding.is_some())
        .flat_map(|transcript| &transcript.exons)
        .map(|exon| {
            (
                exon.start.saturating_sub(FLANK_BP).max(1),
                exon.end.saturating_add(FLANK_BP),
            )
        })
        .collect();
    spans.sort_unstable();
    let mut joined: Vec<(u64, u64)> = Vec::new();
    for (start, end) in spans {
        match joined.last_mut() {
            Some(last) if start <= last.1 + 1 => last.1 = last.1.max(end),
            Some(_) | None => joined.push((start, end)),
        }
    }
    let chrom = transcripts.first().map(|first| first.chrom.clone());
    let pieces = joined
        .into_iter()
        .filter_map(|(start, end)| {
            Some(Piece {
                start,
                bases: fasta.bases(chrom.as_ref()?, start, end)?,
            })
        })
        .collect();
    Block {
        transcripts,
        pieces,
    }
}

/// The embedded transcript that is the same as `transcript`: identifier with version, exons, coding
/// part.
fn same(transcript: &Transcript) -> Option<&'static Transcript> {
    Genome::embedded()
        .of_gene(transcript.assembly, &transcript.gene)
        .find(|known| {
            let is_named = known.ensembl == transcript.ensembl
                || (known.refseq.is_some() && known.refseq == transcript.refseq);
            is_named && known.exons == transcript.exons && known.coding == transcript.coding
        })
}

/// With the RefSeq transcript of the same sequence, where the embedded tables know it.
fn completed(mut transcript: Transcript) -> Transcript {
    if transcript.refseq.is_none() {
        transcript.refseq = same(&transcript).and_then(|known| known.refseq.clone());
    }
    transcript
}

/// Transcripts of an annotation, checked when a gene is first asked for.
struct FromAnnotation {
    assembly: Assembly,
    genes: Vec<RawGene>,
    fasta: Option<Arc<Fasta>>,
}

impl Source for FromAnnotation {
    fn transcripts(&self, number: usize) -> Vec<Transcript> {
        let Some(gene) = self.genes.get(number) else {
            return Vec::new();
        };
        let lookup = |chrom: &Chromosome, start, end| {
            self.fasta
                .as_ref()
                .and_then(|fasta| fasta.bases(chrom, start, end))
        };
        let (kept, _) = checked::transcripts(gene, self.assembly, Some(&lookup));
        kept.into_iter().map(completed).collect()
    }
}

/// Gives the embedded transcripts of a gene of which none can be used.
struct OrEmbedded {
    source: Arc<dyn Source>,
    /// Of each gene the assembly, name and chromosome.
    genes: Vec<(Assembly, GeneSymbol, Chromosome)>,
}

impl Source for OrEmbedded {
    fn transcripts(&self, number: usize) -> Vec<Transcript> {
        let found = self.source.transcripts(number);
        if !found.is_empty() {
            return found;
        }
        self.genes
            .get(number)
            .into_iter()
            .flat_map(|(assembly, symbol, chrom)| {
                Genome::embedded()
                    .of_gene(*assembly, symbol)
                    .filter(move |known| {
                        known.chrom == *chrom && known.status != TranscriptStatus::Legacy
                    })
            })
            .cloned()
            .collect()
    }
}

/// A genome of a user's genes, and of embedded ones where those are missing.
fn assembled(
    assembly: Assembly,
    mut genes: Vec<Gene>,
    source: Option<Arc<dyn Source>>,
    fasta: Option<Arc<Fasta>>,
    cache: Option<Arc<Cache>>,
    files: Vec<ReferenceFile>,
) -> Genome {
    let names: HashSet<&GeneSymbol> = genes.iter().map(|gene| &gene.symbol).collect();
    let kept: Vec<Transcript> = Genome::embedded()
        .transcripts()
        .filter(|known| {
            known.assembly != assembly
                || known.status == TranscriptStatus::Legacy
                || !names.contains(&known.gene)
        })
        .cloned()
        .collect();
    let keys = genes
        .iter()
        .map(|gene| (gene.assembly, gene.symbol.clone(), gene.chrom.clone()))
        .collect();
    genes.extend(Gene::of(kept));
    let source = source.map(|source| {
        Arc::new(OrEmbedded {
            source,
            genes: keys,
        }) as Arc<dyn Source>
    });
    let genes = Genes::new(genes, source);
    let bases = ReferenceBases {
        assembly,
        fasta: fasta.clone(),
        cache: cache.clone().map(|cache| (cache, genes.by_name())),
    };
    Genome {
        genes,
        bases: Box::new(bases),
        reference: ReferenceUsed {
            assembly: Some(assembly),
            files,
            ..embedded::reference()
        },
        damage: Some(Box::new(move || {
            let of_fasta = fasta.as_ref().and_then(|fasta| fasta.damage());
            of_fasta.or_else(|| cache.as_ref().and_then(|cache| cache.damage()))
        })),
    }
}

/// Bases of a user's reference.
struct ReferenceBases {
    assembly: Assembly,
    fasta: Option<Arc<Fasta>>,
    cache: Option<(Arc<Cache>, Arc<ByName>)>,
}

impl ReferenceBases {
    /// Where the program's own tables alone may answer: the transcript there that is the same.
    /// `None` where the user's FASTA answers, and nothing else may.
    fn own(&self, transcript: &Transcript) -> Option<&'static Transcript> {
        let is_of_fasta = transcript.assembly == self.assembly
            && self
                .fasta
                .as_ref()
                .is_some_and(|fasta| fasta.holds(&transcript.chrom));
        if is_of_fasta { None } else { same(transcript) }
    }
}

impl Bases for ReferenceBases {
    fn base(&self, transcript: &Transcript, pos: u64) -> Option<u8> {
        if transcript.assembly == self.assembly {
            if let Some(fasta) = self.fasta.as_ref().filter(|f| f.holds(&transcript.chrom)) {
                return fasta.base(&transcript.chrom, pos);
            }
            if let Some((cache, by_name)) = &self.cache
                && let Some(base) = cache.base(by_name, transcript, pos)
            {
                return Some(base);
            }
        }
        let known = same(transcript)?;
        Genome::embedded().base(known, pos)
    }

    fn coding(&self, transcript: &Transcript) -> Option<Vec<u8>> {
        match self.own(transcript) {
            Some(known) if self.cache.is_none() || transcript.assembly != self.assembly => {
                Genome::embedded().coding(known)
            }
            Some(_) | None => coding_by_base(self, transcript),
        }
    }

    fn codon(&self, transcript: &Transcript, number: u32) -> Option<[u8; 3]> {
        codon_by_base(self, transcript, number).or_else(|| {
            let known = self.own(transcript)?;
            Genome::embedded().codon(known, number)
        })
    }
}
