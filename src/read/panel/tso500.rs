//! Illumina TruSight Oncology 500, `CombinedVariantOutput.tsv`: local app 2.x, DRAGEN 2.x, ctDNA.
//!
//! | section | ours |
//! |---|---|
//! | `[Analysis Details]` | sample, version of the pipeline |
//! | `[TMB]`, `[MSI]`, `[GIS]` | measures of the sample: see [`measures`] |
//! | `[Gene Amplifications]`, `[Copy Number Variants]`, `[Exon-Level CNVs]` (`[Large Rearrangements]`) | see [`copies`] |
//! | `[Small Variants]` | see [`small_variant`] |
//! | `[Splice Variants]`, `[Fusions]` | see [`fusion`] |
//!
//! A section that is there without a row was looked for and not found, unless its sample (DNA, RNA)
//! was not analysed; a file tells of those classes alone. Positions are those of hg19, as the
//! documentation says; the file does not. Not read: `[Sequencing Run Details]`, gene-level loss of
//! heterozygosity, reference reads. Rows of a section that is not known are rejected.
//!
//! `[Copy Number Variants]`, `[Exon-Level CNVs]` and `[GIS]` are read as the documentation and other
//! programs describe them; no file with them was seen.

mod copies;
mod fusion;
mod measures;
mod scope;
mod sections;
mod small_variant;

use crate::domain::{Assembly, Call, Detects, Origin, Rejected, Warning};
use crate::read::stream::{Head, Stream};
use crate::read::table::Row;
use crate::read::{
    BATCH_RECORDS, Caller, FileFacts, Manual, Parsed, RawRecord, ReadError, ReadOptions, Records,
    Symbols, WrittenFrom,
};
use sections::{Document, Kind, Section};

/// The combined output.
pub(super) struct Tso500;

/// The row of the group's table.
pub(super) static CALLER: Tso500 = Tso500;

const NAME: &str = "tso500-combined";

impl Caller for Tso500 {
    fn name(&self) -> &'static str {
        NAME
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "TruSight Oncology 500 CombinedVariantOutput.tsv",
            versions: "local app 2.2; DRAGEN 2.x and ctDNA from documentation",
            written_from: WrittenFrom::Files,
            recognised_by: "a first line with Combined Variant Output, or [Analysis Details] with \
                            [TMB], [Small Variants] or [Fusions]",
            columns: &[
                ("[Analysis Details]", "sample and version"),
                ("[TMB] Total TMB", "TMB per megabase"),
                (
                    "[MSI] Percent Unstable MSI Sites",
                    "high from 20 % on; not evaluable below 40 usable sites",
                ),
                ("[GIS]", "HRD score, tumour content, ploidy"),
                (
                    "[Gene Amplifications] Fold Change",
                    "amplification as stated",
                ),
                ("[Copy Number Variants]", "copies, else fold change, judged"),
                ("[Exon-Level CNVs]", "rearrangement within the gene"),
                (
                    "[Small Variants]",
                    "place (hg19), alleles, fraction, depth, effect",
                ),
                (
                    "[Splice Variants]",
                    "event within the gene, exons kept on either side",
                ),
                ("[Fusions] Gene Pair", "A-B 5' to 3', A/B without order"),
            ],
            support: "Fusion Supporting Reads count split reads and pairs together; they are given \
                      as split reads",
            order: "stated where the genes are joined by a hyphen, not oriented where by a slash",
        }
    }

    fn detects(&self) -> &'static [Detects] {
        scope::ALL
    }

    fn recognises(&self, head: &Head) -> bool {
        let is_title = |line: &String| {
            line.to_ascii_lowercase()
                .contains("combined variant output")
        };
        let has = |name: &str| head.lines().any(|line| line.trim_end() == name);
        head.lines()
            .find(|line| !line.trim().is_empty())
            .is_some_and(|line| is_title(&line))
            || (has("[Analysis Details]")
                && ["[TMB]", "[Small Variants]", "[Fusions]"]
                    .iter()
                    .any(|name| has(name)))
    }

    fn open(
        &self,
        mut stream: Stream,
        options: &ReadOptions,
    ) -> Result<Box<dyn Records>, ReadError> {
        let document = Document::read(&mut stream, options.input)?;
        let (sample, wrong) = sample(&document, options);
        if let Some(what) = wrong {
            return Err(ReadError::Samples {
                path: stream.path().to_owned(),
                what,
            });
        }
        let mut warnings = document.warnings.clone();
        warnings.extend(measures::not_measured(&document, options.input));
        Ok(Box::new(Open {
            facts: FileFacts {
                caller_version: version(&document),
                assembly: Some((Assembly::GRCh37, "documentation of the format".to_owned())),
                sample,
                detects: Some(scope::detects(&document)),
                warnings,
            },
            sections: document.sections,
            rows: document.rows.into_iter(),
            symbols: options.symbols.clone(),
            input: options.input,
            stream,
        }))
    }
}

/// The pair's or sample's name, and what is wrong where the file is another's.
fn sample(document: &Document, options: &ReadOptions) -> (Option<String>, Option<String>) {
    let names: Vec<&str> = ["Pair ID", "DNA Sample ID", "RNA Sample ID", "Sample ID"]
        .into_iter()
        .filter_map(|key| document.detail(key))
        .collect();
    let Some(wanted) = options.wanted_sample() else {
        return (names.first().map(|name| (*name).to_owned()), None);
    };
    let is_known = names.is_empty() || names.contains(&wanted);
    let wrong = (!is_known).then(|| {
        format!(
            "the file's sample is \"{}\", not \"{}\"",
            names.join("\" or \"").escape_debug(),
            wanted.escape_debug()
        )
    });
    let named = names.contains(&wanted).then(|| wanted.to_owned());
    (named, wrong)
}

fn version(document: &Document) -> Option<String> {
    let stated = ["Pipeline Version", "Module Version"]
        .into_iter()
        .find_map(|key| document.detail(key))?;
    Some(format!("TruSight Oncology 500 {stated}"))
}

/// An open file. It is read whole when it is opened, since what it tells of depends on all of it.
struct Open {
    stream: Stream,
    sections: Vec<Section>,
    rows: std::vec::IntoIter<RawRecord>,
    symbols: Symbols,
    input: usize,
    facts: FileFacts,
}

impl Records for Open {
    fn facts(&self) -> &FileFacts {
        &self.facts
    }

    fn next_batch(&mut self) -> Result<Vec<RawRecord>, ReadError> {
        Ok(self.rows.by_ref().take(BATCH_RECORDS).collect())
    }

    fn parse(&self, raw: &RawRecord) -> Parsed {
        let origin = Origin {
            input: self.input,
            line: raw.line,
            caller: NAME.to_owned(),
        };
        match self.calls(raw, &origin) {
            Ok((calls, warnings)) => Parsed {
                calls,
                warnings,
                ..Parsed::default()
            },
            Err(reason) => Parsed {
                rejected: Some(Rejected {
                    input: self.input,
                    line: raw.line,
                    reason,
                }),
                ..Parsed::default()
            },
        }
    }

    fn finish(self: Box<Self>) -> Result<String, ReadError> {
        self.stream.finish()
    }
}

impl Open {
    fn calls(&self, raw: &RawRecord, origin: &Origin) -> Result<(Vec<Call>, Vec<Warning>), String> {
        let section = self
            .sections
            .get(raw.part)
            .ok_or("the row stands in no section")?;
        let cells = sections::cells(&raw.bytes)?;
        let columns = section.columns_for(&cells)?;
        let mut row = Row::new(columns, cells, origin.clone(), &self.symbols);
        if let Some(told) = sections::not_text(&raw.bytes) {
            row.warn(told);
        }
        let calls = match section.kind {
            Kind::Tmb | Kind::Msi | Kind::Gis => measures::calls(&mut row, section),
            Kind::Amplifications => copies::amplification(&mut row),
            Kind::CopyNumbers => copies::copy_number(&mut row),
            Kind::Exons => copies::exons(&mut row),
            Kind::SmallVariants => small_variant::calls(&mut row),
            Kind::Splice => fusion::splice(&mut row),
            Kind::Fusions => fusion::fusions(&mut row),
            Kind::Details | Kind::NotRead => Ok(Vec::new()),
            Kind::Unknown => Err(format!("section [{}] is not known", section.name)),
        }?;
        Ok((calls, row.into_warnings()))
    }
}
