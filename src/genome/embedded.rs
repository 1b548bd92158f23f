//! The tables that the program carries (`genome/tables/`, with a README of their sources).

use crate::domain::{Chromosome, GeneSymbol, ReferenceUsed, Strand};
use crate::genome::bases::{Bases, complement};
use crate::genome::transcript::{Exon, Place, Transcript, TranscriptStatus};
use std::collections::HashMap;

/// A table as it was when the program was built.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its file's name.
    pub name: &'static str,
    /// Its text: a header, then rows of tab-separated cells.
    pub text: &'static str,
    /// Where its facts come from.
    pub source: &'static str,
}

/// `name<TAB>SHA-256` of each table, and of all of them as `*`: written when the program is built.
const DIGESTS: &str = include_str!(concat!(env!("OUT_DIR"), "/genome_sha256.tsv"));

impl Table {
    /// SHA-256 of its text.
    pub fn sha256(&self) -> &'static str {
        digest_of(self.name)
    }
}

fn digest_of(name: &str) -> &'static str {
    DIGESTS
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(known, _)| *known == name)
        .map_or("", |(_, digest)| digest)
}

/// The embedded tables as a report tells of them.
pub fn reference() -> ReferenceUsed {
    ReferenceUsed {
        embedded_sha256: digest_of("*").to_owned(),
        assembly: None,
        files: Vec::new(),
    }
}

const TRANSCRIPTS: Table = Table {
    name: "transcripts.tsv",
    text: include_str!("tables/transcripts.tsv"),
    source: "MANE v1.4 and Ensembl structures; GRCh37 by UCSC chain; see tables/README.md",
};

const CODING: Table = Table {
    name: "coding.tsv",
    text: include_str!("tables/coding.tsv"),
    source: "LRG and RefSeq/Ensembl sequences, the file of each in its row",
};

const EXONS: Table = Table {
    name: "exons.tsv",
    text: include_str!("tables/exons.tsv"),
    source: "LRG genomic sequences and pieces of the reference genome",
};

const CODONS: Table = Table {
    name: "codons.tsv",
    text: include_str!("tables/codons.tsv"),
    source: "deduced from the reference alleles and residues of TCGA MC3",
};

/// Domains of proteins.
pub const DOMAINS: Table = Table {
    name: "domains.tsv",
    text: include_str!("tables/domains.tsv"),
    source: "Pfam 37.0 (CC0) on UniProt canonical sequences of the same length",
};

/// Domains that Pfam does not have, or not on a protein of this length.
pub const CURATED_DOMAINS: Table = Table {
    name: "curated_domains.tsv",
    text: include_str!("tables/curated_domains.tsv"),
    source: "UniProt and papers, the source of each in its row",
};

/// Cytobands.
pub const BANDS: Table = Table {
    name: "bands.tsv",
    text: include_str!("tables/bands.tsv"),
    source: "NCBI 850-band ideograms as kept by eweitz/ideogram (CC0)",
};

/// Every table.
pub static TABLES: &[Table] = &[
    TRANSCRIPTS,
    CODING,
    EXONS,
    CODONS,
    DOMAINS,
    CURATED_DOMAINS,
    BANDS,
];

/// Rows of a table as cells, its header left out.
pub fn rows(table: Table) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .text
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
}

/// Every transcript, of each gene the preferred one first, as the table has them.
pub fn transcripts() -> Vec<Transcript> {
    rows(TRANSCRIPTS)
        .filter_map(|cells| transcript(&cells))
        .collect()
}

fn transcript(cells: &[&str]) -> Option<Transcript> {
    let [
        assembly,
        gene,
        ensembl,
        refseq,
        status,
        chrom,
        strand,
        low,
        high,
        starts,
        ends,
    ] = cells
    else {
        return None;
    };
    let numbers = |text: &str| -> Option<Vec<u64>> {
        text.split(',').map(|part| part.parse().ok()).collect()
    };
    let exons = numbers(starts)?
        .into_iter()
        .zip(numbers(ends)?)
        .map(|(start, end)| Exon { start, end })
        .collect();
    Some(Transcript {
        assembly: assembly.parse().ok()?,
        gene: GeneSymbol::new(gene)?,
        ensembl: (*ensembl).to_owned(),
        refseq: (!refseq.is_empty()).then(|| (*refseq).to_owned()),
        status: match *status {
            "select" => TranscriptStatus::ManeSelect,
            "plus-clinical" => TranscriptStatus::ManePlusClinical,
            "legacy" => TranscriptStatus::Legacy,
            _ => TranscriptStatus::Other,
        },
        chrom: Chromosome::new(chrom),
        strand: Strand::new(strand)?,
        exons,
        coding: low.parse().ok().zip(high.parse().ok()),
        // None of the embedded coding sequences has a stop inside.
        selenocysteines: Vec::new(),
    })
}

/// An exon with bases of the introns beside it, on the transcript's strand.
struct ExonBases {
    before: u64,
    after: u64,
    bases: &'static [u8],
}

/// The embedded bases.
pub struct EmbeddedBases {
    exons: HashMap<(&'static str, u32), ExonBases>,
    coding: HashMap<&'static str, &'static [u8]>,
    codons: HashMap<(&'static str, u32), [u8; 3]>,
}

/// Reads the tables of bases.
pub fn bases() -> EmbeddedBases {
    let exons = rows(EXONS).filter_map(|cells| match cells.as_slice() {
        [ensembl, number, before, after, bases] => Some((
            (*ensembl, number.parse().ok()?),
            ExonBases {
                before: before.parse().ok()?,
                after: after.parse().ok()?,
                bases: bases.as_bytes(),
            },
        )),
        _ => None,
    });
    let coding = rows(CODING).filter_map(|cells| match cells.as_slice() {
        [ensembl, bases, _] => Some((*ensembl, bases.as_bytes())),
        _ => None,
    });
    let codons = rows(CODONS).filter_map(|cells| match cells.as_slice() {
        [ensembl, number, _, bases] => Some((
            (*ensembl, number.parse().ok()?),
            bases.as_bytes().try_into().ok()?,
        )),
        _ => None,
    });
    EmbeddedBases {
        exons: exons.collect(),
        coding: coding.collect(),
        codons: codons.collect(),
    }
}

impl EmbeddedBases {
    /// A base of an exon or of the intron beside it.
    fn of_exon(&self, transcript: &Transcript, number: u32, offset: i64) -> Option<u8> {
        let exon = transcript
            .exons
            .get(usize::try_from(number).ok()?.checked_sub(1)?)?;
        let known = self.exons.get(&(transcript.ensembl.as_str(), number))?;
        // An exon that differs in length between the assemblies is not trusted.
        if known.before + exon.length() + known.after != known.bases.len() as u64 {
            return None;
        }
        let at = i64::try_from(known.before).ok()? + offset;
        known.bases.get(usize::try_from(at).ok()?).copied()
    }

    /// On the transcript's strand.
    fn own(&self, transcript: &Transcript, pos: u64) -> Option<u8> {
        let before = |number: u32| -> u64 {
            transcript
                .exons
                .iter()
                .take(usize::try_from(number).unwrap_or(0).saturating_sub(1))
                .map(|exon| exon.length())
                .sum()
        };
        let signed = |number: u64| i64::try_from(number).ok();
        match transcript.place(pos) {
            Place::Exon { number, base } => {
                let offset = signed(base - before(number) - 1)?;
                self.of_exon(transcript, number, offset)
                    .or_else(|| self.of_coding(transcript, base))
            }
            Place::Intron {
                after_exon,
                from_donor,
                from_acceptor,
                ..
            } => {
                let length = transcript
                    .exons
                    .get(usize::try_from(after_exon).ok()?.checked_sub(1)?)?
                    .length();
                self.of_exon(transcript, after_exon, signed(length + from_donor - 1)?)
                    .or_else(|| self.of_exon(transcript, after_exon + 1, -signed(from_acceptor)?))
            }
            Place::Before(distance) => self.of_exon(transcript, 1, -signed(distance)?),
            Place::Behind(distance) => {
                let last = transcript.exons.last()?;
                let number = u32::try_from(transcript.exons.len()).ok()?;
                self.of_exon(transcript, number, signed(last.length() + distance - 1)?)
            }
        }
    }

    fn of_coding(&self, transcript: &Transcript, base: u64) -> Option<u8> {
        let coding = self.coding_table(transcript)?;
        let (first, _) = transcript.coding_bases()?;
        let at = usize::try_from(base.checked_sub(first)?).ok()?;
        coding.get(at).copied()
    }

    /// The coding bases, where their number fits the exons of this assembly.
    fn coding_table(&self, transcript: &Transcript) -> Option<&'static [u8]> {
        let (first, last) = transcript.coding_bases()?;
        let coding = self.coding.get(transcript.ensembl.as_str())?;
        (coding.len() as u64 == last - first + 1).then_some(*coding)
    }
}

impl Bases for EmbeddedBases {
    fn base(&self, transcript: &Transcript, pos: u64) -> Option<u8> {
        let own = self.own(transcript, pos)?;
        Some(match transcript.strand {
            Strand::Plus => own,
            Strand::Minus => complement(own),
        })
    }

    fn coding(&self, transcript: &Transcript) -> Option<Vec<u8>> {
        self.coding_table(transcript).map(<[u8]>::to_vec)
    }

    fn codon(&self, transcript: &Transcript, number: u32) -> Option<[u8; 3]> {
        if let Some(coding) = self.coding_table(transcript) {
            let start = 3 * usize::try_from(number).ok()?.checked_sub(1)?;
            return coding.get(start..start + 3)?.try_into().ok();
        }
        self.codons
            .get(&(transcript.ensembl.as_str(), number))
            .copied()
    }
}
