//! Reads an annotation: GFF3 or GTF, plain or packed, as Ensembl, GENCODE, RefSeq and UCSC write
//! them.
//!
//! | theirs | ours |
//! |---|---|
//! | `exon` by `Parent` or `transcript_id` | exons of that transcript |
//! | `CDS` with its phase, `stop_codon` | coding part; in GTF the stop codon stands apart |
//! | `gene_name`, `gene`, `Name` of the gene | its symbol; else its identifier |
//! | `version`, `transcript_version` | `.7` behind an identifier that has none |
//! | `tag`: `MANE_Select`, `MANE Plus Clinical`, `Ensembl_canonical`, `RefSeq Select`, `appris_principal_1` | the order of a gene's transcripts |
//! | `Selenocysteine`, `stop_codon_redefined_as_selenocysteine`, `transl_except=(pos:…,aa:Sec)` | codons that spell selenocysteine |
//! | `cds_start_NF`, `cds_end_NF`, `partial=true` | not used: cut short |
//! | `Note` of RefSeq with indel, frameshift or coverage; `exception=ribosomal slippage` | not used: unlike the genome |
//! | `transl_except` with another residue | not used: read in another way |
//!
//! Contigs that are none of `chr1` … `chr22`, `chrX`, `chrY` are left out: alternative loci would
//! put a gene at two places, and the mitochondrion has a genetic code of its own.

use crate::domain::{Assembly, Chromosome, GeneSymbol, Strand};
use crate::genome::reference::attributes::{Attributes, Dialect};
use crate::genome::reference::names::{self, Contigs};
use crate::genome::reference::raw::{Cds, Marks, RawGene, RawTranscript, Span, Unfit};
use crate::genome::reference::source::{SourceFile, told};
use crate::read::ReadError;
use crate::read::stream::Stream;
use std::collections::HashMap;

const HINT: &str = "a GFF3 or GTF file as Ensembl, GENCODE, RefSeq or UCSC give it, whole, plain or \
                    packed with gzip";

/// A whole annotation.
pub(super) struct Annotation {
    /// The file.
    pub(super) source: SourceFile,
    /// Genes in the order of the file.
    pub(super) genes: Vec<RawGene>,
    /// Lengths of contigs that it states, and accessions of them.
    pub(super) contigs: Contigs,
    /// The assembly that its header names, and the header's words.
    pub(super) named: Vec<Named>,
}

/// The assembly that a header line names, and its words. `None`: another one or none.
type Named = (Option<Assembly>, String);

/// Reads the file at `path`.
///
/// # Errors
/// Where it cannot be read, a row is not understood, or no gene is in it.
pub(super) fn read(path: &str) -> Result<Annotation, ReadError> {
    let mut stream = Stream::open(path)?;
    let mut reader = Reader::default();
    while let Some(line) = stream.next_line()? {
        if stream.is_unended() {
            return Err(told(
                path,
                format!(
                    "line {} has no end, so the file may be cut short",
                    stream.line()
                ),
                "copy it again; a whole file ends with a line end",
            ));
        }
        let Ok(line) = std::str::from_utf8(&line) else {
            return Err(stream.damaged("the line is no UTF-8 text".to_owned()));
        };
        if line == "##FASTA" {
            break;
        }
        reader
            .line(line)
            .map_err(|what| told(path, format!("line {}: {what}", stream.line()), HINT))?;
    }
    let sha256 = stream.finish()?;
    let (genes, contigs, named) = reader.finish();
    if genes.is_empty() {
        return Err(told(
            path,
            "holds no exon on a chromosome of man (chr1 … chr22, chrX, chrY)".to_owned(),
            HINT,
        ));
    }
    Ok(Annotation {
        source: SourceFile::of(path, sha256)?,
        genes,
        contigs,
        named,
    })
}

/// A transcript while its rows come in.
struct Growing {
    /// The identifier by which its rows name it.
    key: String,
    /// Whether a row told what marks it.
    is_described: bool,
    chrom: Chromosome,
    gene: String,
    symbol: Option<String>,
    transcript: RawTranscript,
}

#[derive(Default)]
struct Reader {
    dialect: Option<Dialect>,
    contigs: Contigs,
    named: Vec<Named>,
    /// Symbols of genes, by contig and identifier of the gene.
    symbols: HashMap<String, String>,
    by_id: HashMap<(String, Chromosome), usize>,
    transcripts: Vec<Growing>,
    /// The transcript of the row before.
    last: usize,
    /// The contig of the row before, and its chromosome.
    last_contig: Option<(String, Option<Chromosome>)>,
}

/// The cells of a row that matter.
struct Row<'a> {
    kind: &'a str,
    span: Span,
    strand: Option<Strand>,
    phase: Option<u8>,
    attributes: Attributes<'a>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), String> {
        if line.is_empty() {
            return Ok(());
        }
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(comment);
            return Ok(());
        }
        let mut cells = line.split('\t');
        let mut cell = |name: &str| cells.next().ok_or_else(|| format!("no column {name}"));
        let contig = cell("1 (contig)")?;
        cell("2 (source)")?;
        let kind = cell("3 (type)")?;
        let number = |text: &str| {
            text.parse::<u64>()
                .ok()
                .filter(|number| (1..=u64::from(u32::MAX)).contains(number))
                .ok_or_else(|| format!("found \"{}\", expected a position", text.escape_debug()))
        };
        let span = (number(cell("4 (start)")?)?, number(cell("5 (end)")?)?);
        if span.1 < span.0 {
            return Err(format!(
                "the end {} lies before the start {}",
                span.1, span.0
            ));
        }
        cell("6 (score)")?;
        let strand = Strand::new(cell("7 (strand)")?);
        let phase = match cell("8 (phase)")? {
            "0" => Some(0),
            "1" => Some(1),
            "2" => Some(2),
            "." => None,
            other => {
                return Err(format!(
                    "found \"{}\", expected a phase: 0, 1, 2 or .",
                    other.escape_debug()
                ));
            }
        };
        let column = cell("9 (attributes)")?;
        let dialect = match self.dialect {
            Some(dialect) => dialect,
            None => match Dialect::of(column) {
                Some(dialect) => *self.dialect.insert(dialect),
                None => return Err("its attributes are neither GFF3 nor GTF".to_owned()),
            },
        };
        let row = Row {
            kind,
            span,
            strand,
            phase,
            attributes: Attributes::new(dialect, column),
        };
        if matches!(kind, "region" | "chromosome") && span.0 == 1 {
            self.contigs.add(contig, Some(span.1));
            return Ok(());
        }
        if let Some(chrom) = self.chromosome(contig) {
            self.row(dialect, chrom, &row);
        }
        Ok(())
    }

    /// The chromosome of a contig. `None` where it is none of a nucleus.
    fn chromosome(&mut self, contig: &str) -> Option<Chromosome> {
        if let Some((name, chrom)) = &self.last_contig
            && name == contig
        {
            return chrom.clone();
        }
        self.contigs.add(contig, None);
        let (chrom, _) = names::chromosome(contig);
        let chrom = names::is_nuclear(&chrom).then_some(chrom);
        self.last_contig = Some((contig.to_owned(), chrom.clone()));
        chrom
    }

    /// A line behind `#`: what it tells of the assembly.
    fn comment(&mut self, comment: &str) {
        let comment = comment.trim_start_matches(['#', '!']);
        let mut words = comment.split_whitespace();
        match words.next() {
            Some("sequence-region") => {
                if let (Some(name), Some("1"), Some(Ok(end))) =
                    (words.next(), words.next(), words.next().map(str::parse))
                {
                    self.contigs.add(name, Some(end));
                }
            }
            Some("genome-build" | "genome-version" | "description:") => {
                let told = named_assembly(comment);
                let is_build = !comment.starts_with("description:");
                if told.is_some() || is_build {
                    self.named.push((told, comment.to_owned()));
                }
            }
            Some(_) | None => {}
        }
    }

    fn row(&mut self, dialect: Dialect, chrom: Chromosome, row: &Row<'_>) {
        match row.kind {
            "exon"
            | "CDS"
            | "stop_codon"
            | "Selenocysteine"
            | "stop_codon_redefined_as_selenocysteine" => {
                let parents: Vec<String> = match dialect {
                    Dialect::Gff3 => row.attributes.all("Parent"),
                    Dialect::Gtf => row.attributes.all("transcript_id"),
                }
                .map(std::borrow::Cow::into_owned)
                .collect();
                for parent in parents {
                    self.part(dialect, &chrom, parent, row);
                }
            }
            // Parts that say nothing new.
            "start_codon" | "UTR" | "five_prime_UTR" | "three_prime_UTR" | "5UTR" | "3UTR"
            | "intron" => {}
            _ => self.whole(dialect, &chrom, row),
        }
    }

    /// A row of a gene or of a transcript.
    fn whole(&mut self, dialect: Dialect, chrom: &Chromosome, row: &Row<'_>) {
        let attributes = row.attributes;
        match dialect {
            Dialect::Gff3 => {
                let Some(id) = attributes.get("ID") else {
                    return;
                };
                let Some(parent) = attributes.get("Parent") else {
                    let symbol = attributes.first_of(&["gene_name", "gene", "Name"]);
                    if let Some(symbol) = symbol {
                        self.symbols.insert(id.into_owned(), symbol.into_owned());
                    }
                    return;
                };
                let (id, gene) = (id.into_owned(), parent.into_owned());
                let at = self.growing(dialect, id, chrom, row);
                if let Some(growing) = self.transcripts.get_mut(at) {
                    growing.gene = gene;
                    growing.symbol = attributes
                        .first_of(&["gene_name", "gene"])
                        .map(std::borrow::Cow::into_owned);
                    describe(&mut growing.transcript, attributes);
                }
            }
            Dialect::Gtf => {
                if let Some(id) = attributes.get("transcript_id") {
                    self.of_gtf(id.into_owned(), chrom, row);
                }
            }
        }
    }

    /// A row of a part of a transcript.
    fn part(&mut self, dialect: Dialect, chrom: &Chromosome, parent: String, row: &Row<'_>) {
        let at = match dialect {
            Dialect::Gff3 => self.growing(dialect, parent, chrom, row),
            Dialect::Gtf => self.of_gtf(parent, chrom, row),
        };
        let Some(growing) = self.transcripts.get_mut(at) else {
            return;
        };
        let transcript = &mut growing.transcript;
        if row.strand != Some(transcript.strand) {
            transcript.unfit.get_or_insert(Unfit::Contradictory);
        }
        match row.kind {
            "exon" => transcript.exons.push(row.span),
            "CDS" => {
                transcript.cds.push(Cds {
                    span: row.span,
                    phase: row.phase,
                });
                exceptions(transcript, row.attributes);
            }
            "stop_codon" => transcript.stops.push(row.span),
            _ => transcript.selenocysteines.push(match transcript.strand {
                Strand::Plus => row.span.0,
                Strand::Minus => row.span.1,
            }),
        }
    }

    fn of_gtf(&mut self, id: String, chrom: &Chromosome, row: &Row<'_>) -> usize {
        let attributes = row.attributes;
        let at = self.growing(Dialect::Gtf, id, chrom, row);
        if let Some(growing) = self.transcripts.get_mut(at) {
            if growing.gene.is_empty() {
                growing.gene = attributes.get("gene_id").unwrap_or_default().into_owned();
                growing.symbol = attributes
                    .first_of(&["gene_name", "gene", "gene_id"])
                    .map(std::borrow::Cow::into_owned);
            }
            // Some files have no rows of transcripts, and mark every exon.
            if row.kind == "transcript" || (row.kind == "exon" && !growing.is_described) {
                growing.is_described = true;
                describe(&mut growing.transcript, attributes);
            }
        }
        at
    }

    /// The transcript of that identifier on that chromosome, new where it was not seen.
    fn growing(
        &mut self,
        dialect: Dialect,
        id: String,
        chrom: &Chromosome,
        row: &Row<'_>,
    ) -> usize {
        // Rows of one transcript stand together.
        if let Some(growing) = self.transcripts.get(self.last)
            && growing.key == id
            && growing.chrom == *chrom
        {
            return self.last;
        }
        let next = self.transcripts.len();
        let key = id.clone();
        self.last = *self.by_id.entry((id, chrom.clone())).or_insert(next);
        if self.last == next {
            self.transcripts.push(Growing {
                transcript: RawTranscript {
                    id: key.clone(),
                    ensembl: None,
                    strand: row.strand.unwrap_or(Strand::Plus),
                    marks: Marks::default(),
                    exons: Vec::new(),
                    cds: Vec::new(),
                    includes_stop: dialect == Dialect::Gff3,
                    stops: Vec::new(),
                    selenocysteines: Vec::new(),
                    unfit: None,
                },
                key,
                is_described: false,
                chrom: chrom.clone(),
                gene: String::new(),
                symbol: None,
            });
        }
        self.last
    }

    fn finish(self) -> (Vec<RawGene>, Contigs, Vec<Named>) {
        let mut by_gene: HashMap<(String, Chromosome), usize> = HashMap::new();
        let mut genes: Vec<RawGene> = Vec::new();
        for growing in self.transcripts {
            // Genes and groups of features without exons of their own.
            if growing.transcript.exons.is_empty() {
                continue;
            }
            let symbol = growing
                .symbol
                .or_else(|| self.symbols.get(&growing.gene).cloned())
                .unwrap_or_else(|| growing.gene.trim_start_matches("gene:").to_owned());
            let Some(symbol) = GeneSymbol::new(&symbol) else {
                continue;
            };
            let key = (growing.gene, growing.chrom);
            let chrom = key.1.clone();
            let at = *by_gene.entry(key).or_insert_with(|| {
                genes.push(RawGene {
                    symbol,
                    chrom,
                    transcripts: Vec::new(),
                });
                genes.len() - 1
            });
            if let Some(gene) = genes.get_mut(at) {
                gene.transcripts.push(growing.transcript);
            }
        }
        (genes, self.contigs, self.named)
    }
}

/// Identifier with version, tags and remarks of a transcript's row.
fn describe(transcript: &mut RawTranscript, attributes: Attributes<'_>) {
    let id = match attributes.get("transcript_id") {
        Some(id) => id.into_owned(),
        None => transcript.id.clone(),
    };
    let id = id
        .trim_start_matches("transcript:")
        .trim_end_matches("_PAR_Y");
    let version = attributes.first_of(&["transcript_version", "version"]);
    transcript.id = match version {
        Some(version) if !id.contains('.') => format!("{id}.{version}"),
        Some(_) | None => id.to_owned(),
    };
    for tag in attributes.all("tag") {
        match tag.as_ref() {
            "cds_start_NF" | "cds_end_NF" => {
                transcript.unfit.get_or_insert(Unfit::Incomplete);
            }
            tag => transcript.marks.take(tag),
        }
    }
    if attributes
        .get("partial")
        .is_some_and(|value| value == "true")
    {
        transcript.unfit.get_or_insert(Unfit::Incomplete);
    }
    let remarks = || {
        ["Note", "note"]
            .into_iter()
            .flat_map(|key| attributes.all(key))
    };
    let is_unlike = |remark: &str| {
        ["indel", "frameshift", "coverage"]
            .iter()
            .any(|word| remark.contains(word))
    };
    if remarks().any(|remark| is_unlike(&remark)) {
        transcript.unfit.get_or_insert(Unfit::UnlikeGenome);
    }
    for key in ["Dbxref", "db_xref"] {
        for reference in attributes.all(key) {
            if let Some(ensembl) = reference.strip_prefix("Ensembl:ENST") {
                transcript.ensembl = Some(format!("ENST{ensembl}"));
            }
        }
    }
}

/// What a coding piece says of the reading of its codons.
fn exceptions(transcript: &mut RawTranscript, attributes: Attributes<'_>) {
    let is_slip =
        |text: &str| text.contains("ribosomal slippage") || text.contains("ribosomal_slippage");
    let slips = ["exception", "ribosomal_slippage"].into_iter().any(|key| {
        attributes
            .all(key)
            .any(|text| is_slip(&text) || (key == "ribosomal_slippage" && text != "false"))
    });
    if slips {
        transcript.unfit.get_or_insert(Unfit::UnlikeGenome);
    }
    if attributes
        .get("partial")
        .is_some_and(|value| value == "true")
    {
        transcript.unfit.get_or_insert(Unfit::Incomplete);
    }
    // A value holds commas of its own: the pieces are put together again.
    let text: Vec<_> = attributes.all("transl_except").collect();
    for exception in text.join(",").split("(pos:").skip(1) {
        let Some((place, residue)) = exception.split_once(",aa:") else {
            transcript.unfit.get_or_insert(Unfit::OtherCode);
            continue;
        };
        let residue = residue.split(')').next().unwrap_or_default();
        let numbers: Option<Vec<u64>> = place
            .split(|c: char| !c.is_ascii_digit())
            .filter(|digits| !digits.is_empty())
            .map(|digits| digits.parse().ok())
            .collect();
        let first = numbers.and_then(|numbers| match transcript.strand {
            Strand::Plus => numbers.into_iter().min(),
            Strand::Minus => numbers.into_iter().max(),
        });
        match (residue, first) {
            ("Sec", Some(first)) => {
                if !transcript.selenocysteines.contains(&first) {
                    transcript.selenocysteines.push(first);
                }
            }
            // A start codon is methionine whatever it spells.
            ("Met", _) => {}
            _ => {
                transcript.unfit.get_or_insert(Unfit::OtherCode);
            }
        }
    }
}

/// The assembly that a header line names.
fn named_assembly(text: &str) -> Option<Assembly> {
    let text = text.to_ascii_lowercase();
    let has = |names: &[&str]| names.iter().any(|name| text.contains(name));
    match (has(&["grch37", "hg19"]), has(&["grch38", "hg38"])) {
        (true, false) => Some(Assembly::GRCh37),
        (false, true) => Some(Assembly::GRCh38),
        (true, true) | (false, false) => None,
    }
}
