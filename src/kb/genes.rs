//! The genes the program knows (`genes.tsv`), their families (`families.tsv`) and where they lie.

use crate::domain::{Assembly, Chromosome, GeneSymbol, Strand};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Where a gene's reference transcript lies on one assembly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The chromosome.
    pub chrom: Chromosome,
    /// First base, 1-based.
    pub start: u64,
    /// Last base, 1-based, included.
    pub end: u64,
}

/// In which place of a fusion a gene is known to take many partners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Anchor {
    FivePrime,
    ThreePrime,
    Both,
}

/// What a gene is known for in sarcoma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GeneRole {
    /// Partner of fusions (`F`).
    FusionPartner,
    /// Somatic driver by small variants (`D`).
    Driver,
    /// Amplified or deleted (`A`).
    CopyNumber,
    /// Target of agents (`T`).
    Target,
    /// Predisposition (`G`).
    Germline,
}

impl GeneRole {
    /// The role of that letter in `genes.tsv`. `None` where there is none.
    fn of(letter: char) -> Option<Self> {
        match letter {
            'F' => Some(Self::FusionPartner),
            'D' => Some(Self::Driver),
            'A' => Some(Self::CopyNumber),
            'T' => Some(Self::Target),
            'G' => Some(Self::Germline),
            _ => None,
        }
    }
}

impl fmt::Display for GeneRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FusionPartner => "fusion partner",
            Self::Driver => "driver",
            Self::CopyNumber => "amplified or deleted",
            Self::Target => "target",
            Self::Germline => "predisposition",
        })
    }
}

/// One gene.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gene {
    /// Current symbol.
    pub symbol: GeneSymbol,
    /// HGNC identifier. `None` for a gene that only an overlay names.
    pub hgnc_id: Option<String>,
    /// What it is known for.
    pub roles: Vec<GeneRole>,
    /// Reference transcript, Ensembl with version. `None` where none is curated.
    pub transcript: Option<String>,
    /// Where it takes many partners. `None`: nowhere.
    pub anchor: Option<Anchor>,
    /// The strand it is read from, the same on both assemblies. `None` where not known.
    pub strand: Option<Strand>,
    /// Span on GRCh37. `None` where not known.
    pub grch37: Option<Span>,
    /// Span on GRCh38. `None` where not known.
    pub grch38: Option<Span>,
}

impl Gene {
    /// Span on `assembly`.
    pub fn span(&self, assembly: Assembly) -> Option<&Span> {
        match assembly {
            Assembly::GRCh37 => self.grch37.as_ref(),
            Assembly::GRCh38 => self.grch38.as_ref(),
        }
    }
}

/// First and last base of a gene, 1-based and included, and the gene.
type Placed = (u64, u64, GeneSymbol);

/// Every gene the knowledge base knows.
#[derive(Clone, Debug, Default)]
pub struct Genes {
    by_symbol: BTreeMap<GeneSymbol, Gene>,
    family_of: BTreeMap<GeneSymbol, String>,
    /// Per assembly and chromosome: spans sorted by start.
    by_place: BTreeMap<(Assembly, Chromosome), Vec<Placed>>,
}

impl Genes {
    /// Reads the two tables. Lines that cannot be read come back as messages with their number.
    pub fn read(genes: &str, families: &str) -> (Self, Vec<(usize, String)>) {
        let mut read = Self::default();
        let mut problems = Vec::new();
        for (index, line) in genes.lines().enumerate().skip(1) {
            match gene(line) {
                Ok(gene) => read.add(gene),
                Err(problem) => problems.push((index + 1, problem)),
            }
        }
        for line in families.lines().skip(1) {
            if let Some((family, members)) = line.split_once('\t') {
                for member in members.split(',').filter_map(GeneSymbol::new) {
                    read.family_of.insert(member, family.to_owned());
                }
            }
        }
        (read, problems)
    }

    /// Adds a gene, or leaves the one of that symbol as it is.
    pub fn add(&mut self, gene: Gene) {
        for assembly in [Assembly::GRCh37, Assembly::GRCh38] {
            if let Some(span) = gene.span(assembly) {
                let spans = self
                    .by_place
                    .entry((assembly, span.chrom.clone()))
                    .or_default();
                spans.push((span.start, span.end, gene.symbol.clone()));
                spans.sort();
            }
        }
        self.by_symbol.entry(gene.symbol.clone()).or_insert(gene);
    }

    /// The gene of that symbol.
    pub fn get(&self, symbol: &GeneSymbol) -> Option<&Gene> {
        self.by_symbol.get(symbol)
    }

    /// Whether the symbol, or a member of its family, is known.
    pub fn knows(&self, symbol: &GeneSymbol) -> bool {
        self.by_symbol.contains_key(symbol) || self.family_of.contains_key(symbol)
    }

    /// The family of look-alike genes that the symbol belongs to (`DUX4`, `SSX`, `NUTM2`).
    pub fn family(&self, symbol: &GeneSymbol) -> Option<&str> {
        self.family_of.get(symbol).map(String::as_str)
    }

    /// Names of the families.
    pub fn families(&self) -> BTreeSet<&str> {
        self.family_of.values().map(String::as_str).collect()
    }

    /// Genes whose span touches `start` to `end` (1-based, both included), sorted.
    pub fn at(
        &self,
        assembly: Assembly,
        chrom: &Chromosome,
        start: u64,
        end: u64,
    ) -> BTreeSet<&GeneSymbol> {
        self.by_place
            .get(&(assembly, chrom.clone()))
            .into_iter()
            .flatten()
            .take_while(|(first, _, _)| *first <= end)
            .filter(|(_, last, _)| *last >= start)
            .map(|(_, _, symbol)| symbol)
            .collect()
    }

    /// Every gene, sorted by symbol.
    pub fn iter(&self) -> impl Iterator<Item = &Gene> {
        self.by_symbol.values()
    }
}

/// One line of `genes.tsv`: symbol, hgnc_id, roles, anchor, transcript, chrom, strand, then start
/// and end on GRCh37 and on GRCh38 (1-based, included), empty where not known.
fn gene(line: &str) -> Result<Gene, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [
        symbol,
        hgnc_id,
        roles,
        anchor,
        transcript,
        chrom,
        strand,
        start37,
        end37,
        start38,
        end38,
    ] = cells.as_slice()
    else {
        return Err(format!("{} cells, expected 11", cells.len()));
    };
    let text = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
    let span = |start: &str, end: &str| -> Result<Option<Span>, String> {
        if start.is_empty() && end.is_empty() {
            return Ok(None);
        }
        let number = |cell: &str| {
            cell.parse::<u64>()
                .map_err(|_| format!("\"{cell}\" is no position"))
        };
        Ok(Some(Span {
            chrom: Chromosome::new(chrom),
            start: number(start)?,
            end: number(end)?,
        }))
    };
    Ok(Gene {
        symbol: GeneSymbol::new(symbol).ok_or("no symbol")?,
        hgnc_id: text(hgnc_id),
        roles: roles
            .chars()
            .map(|letter| {
                GeneRole::of(letter)
                    .ok_or_else(|| format!("role \"{letter}\", expected letters of FDATG"))
            })
            .collect::<Result<_, _>>()?,
        transcript: text(transcript),
        anchor: match *anchor {
            "" => None,
            "5" => Some(Anchor::FivePrime),
            "3" => Some(Anchor::ThreePrime),
            "both" => Some(Anchor::Both),
            other => {
                return Err(format!(
                    "anchor \"{other}\", expected 5, 3, both or nothing"
                ));
            }
        },
        strand: match *strand {
            "" => None,
            other => Some(
                Strand::new(other)
                    .ok_or_else(|| format!("strand \"{other}\", expected +, - or nothing"))?,
            ),
        },
        grch37: span(start37, end37)?,
        grch38: span(start38, end38)?,
    })
}
