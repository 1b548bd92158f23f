//! Genes by name and by place, their transcripts read when they are first asked for.

use crate::domain::{Assembly, Chromosome, GeneSymbol};
use crate::genome::Transcript;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// Gives the transcripts of genes, the preferred one first.
pub(super) trait Source: Send + Sync {
    /// Those of the gene of that number.
    fn transcripts(&self, number: usize) -> Vec<Transcript>;
}

/// A gene at one place.
pub(super) struct Gene {
    pub(super) assembly: Assembly,
    pub(super) symbol: GeneSymbol,
    pub(super) chrom: Chromosome,
    pub(super) start: u64,
    pub(super) end: u64,
    /// Filled when it is first asked for.
    transcripts: OnceLock<Vec<Transcript>>,
    /// Its number in the source. `None`: its transcripts are here already.
    number: Option<usize>,
}

impl Gene {
    /// A gene whose transcripts a source gives.
    pub(super) fn later(
        number: usize,
        assembly: Assembly,
        symbol: GeneSymbol,
        chrom: Chromosome,
        (start, end): (u64, u64),
    ) -> Self {
        Self {
            assembly,
            symbol,
            chrom,
            start,
            end,
            transcripts: OnceLock::new(),
            number: Some(number),
        }
    }

    /// Genes of these transcripts; those of one gene on one chromosome stand together.
    pub(super) fn of(transcripts: impl IntoIterator<Item = Transcript>) -> Vec<Self> {
        let mut places: HashMap<(Assembly, GeneSymbol, Chromosome), usize> = HashMap::new();
        let mut groups: Vec<Vec<Transcript>> = Vec::new();
        for transcript in transcripts {
            let key = (
                transcript.assembly,
                transcript.gene.clone(),
                transcript.chrom.clone(),
            );
            let at = *places.entry(key).or_insert(groups.len());
            match groups.get_mut(at) {
                Some(group) => group.push(transcript),
                None => groups.push(vec![transcript]),
            }
        }
        groups
            .into_iter()
            .filter_map(|group| {
                let first = group.first()?;
                Some(Self {
                    assembly: first.assembly,
                    symbol: first.gene.clone(),
                    chrom: first.chrom.clone(),
                    start: group.iter().map(Transcript::start).min()?,
                    end: group.iter().map(Transcript::end).max()?,
                    transcripts: OnceLock::from(group),
                    number: None,
                })
            })
            .collect()
    }
}

/// Genes of a chromosome on one assembly, by their lower ends.
#[derive(Default)]
struct Row {
    /// Lower end, upper end, index.
    spans: Vec<(u64, u64, usize)>,
    /// Bases of the longest.
    longest: u64,
}

/// Genes of a chromosome on each assembly.
#[derive(Default)]
struct Rows {
    grch37: Row,
    grch38: Row,
}

impl Rows {
    fn on(&self, assembly: Assembly) -> &Row {
        match assembly {
            Assembly::GRCh37 => &self.grch37,
            Assembly::GRCh38 => &self.grch38,
        }
    }

    fn on_mut(&mut self, assembly: Assembly) -> &mut Row {
        match assembly {
            Assembly::GRCh37 => &mut self.grch37,
            Assembly::GRCh38 => &mut self.grch38,
        }
    }
}

/// Genes by name.
pub(super) type ByName = HashMap<(Assembly, GeneSymbol), Vec<usize>>;

/// Genes in the order in which they are preferred.
pub(super) struct Genes {
    genes: Vec<Gene>,
    by_name: Arc<ByName>,
    by_chrom: HashMap<Chromosome, Rows>,
    source: Option<Arc<dyn Source>>,
}

impl Genes {
    /// These genes; the source gives transcripts that are not here.
    pub(super) fn new(genes: Vec<Gene>, source: Option<Arc<dyn Source>>) -> Self {
        let mut by_name = ByName::with_capacity(genes.len());
        let mut by_chrom: HashMap<Chromosome, Rows> = HashMap::new();
        for (index, gene) in genes.iter().enumerate() {
            let name = (gene.assembly, gene.symbol.clone());
            by_name.entry(name).or_default().push(index);
            let row = by_chrom
                .entry(gene.chrom.clone())
                .or_default()
                .on_mut(gene.assembly);
            row.spans.push((gene.start, gene.end, index));
            row.longest = row.longest.max(gene.end.saturating_sub(gene.start) + 1);
        }
        for rows in by_chrom.values_mut() {
            rows.grch37.spans.sort_unstable();
            rows.grch38.spans.sort_unstable();
        }
        Self {
            genes,
            by_name: Arc::new(by_name),
            by_chrom,
            source,
        }
    }

    /// Genes by name.
    pub(super) fn by_name(&self) -> Arc<ByName> {
        Arc::clone(&self.by_name)
    }

    /// Every transcript.
    pub(super) fn transcripts(&self) -> impl Iterator<Item = &Transcript> {
        self.genes.iter().flat_map(|gene| self.of(gene))
    }

    /// Those of the genes of that name.
    pub(super) fn named(
        &self,
        assembly: Assembly,
        symbol: &GeneSymbol,
    ) -> impl Iterator<Item = &Transcript> {
        self.by_name
            .get(&(assembly, symbol.clone()))
            .into_iter()
            .flatten()
            .filter_map(|index| self.genes.get(*index))
            .flat_map(|gene| self.of(gene))
    }

    /// Those of the genes that `start` to `end` touches.
    pub(super) fn at(
        &self,
        assembly: Assembly,
        chrom: &Chromosome,
        start: u64,
        end: u64,
    ) -> impl Iterator<Item = &Transcript> {
        let mut found = Vec::new();
        if let Some(rows) = self.by_chrom.get(chrom) {
            let row = rows.on(assembly);
            let lowest = start.saturating_sub(row.longest);
            let from = row.spans.partition_point(|(low, ..)| *low < lowest);
            let behind = row.spans.get(from..).unwrap_or_default();
            let touching = behind
                .iter()
                .take_while(|(low, ..)| *low <= end)
                .filter(|(_, high, _)| *high >= start);
            found.extend(touching.map(|(.., index)| *index));
            found.sort_unstable();
        }
        found
            .into_iter()
            .filter_map(|index| self.genes.get(index))
            .flat_map(|gene| self.of(gene))
    }

    fn of<'a>(&'a self, gene: &'a Gene) -> &'a [Transcript] {
        gene.transcripts
            .get_or_init(|| match (&self.source, gene.number) {
                (Some(source), Some(number)) => source.transcripts(number),
                (Some(_) | None, _) => Vec::new(),
            })
    }
}
